"""A brace that is no slot, or a slot whose form does not exist or has nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.message import Named, joined, say
from eventrecord.model.slot import FORMS, Slot
from eventrecord.rules.context import Context, SlottedWording
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

NEEDS = {
    ("figures", "period"): "period",
    ("figures", "date"): "as_of",
    ("figures", "partners"): "partners",
    ("events", "date"): "start",
    ("events", "dates"): "start",
    ("events", "duration"): "duration",
    ("events", "attr"): "duration",
    ("events", "theme"): "theme",
}
"""Field of the entry that a form prints."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Braces in prose are slots, forms are those of the kind, and the entry has what the form prints."""
    for text in context.slotted:
        for wording in text.wordings:
            if wording.fault is not None:
                yield RULE.at(
                    wording.path,
                    wording.fault.args[0],
                    hint=say(
                        "a slot is {{figures.attendance}} or {{people.zhang-wei:name}}; {{{{ and }}}} "
                        "are braces"
                    ),
                    part=(wording.fault.start, wording.fault.end),
                )
            for slot in wording.slots:
                yield from _form(context, wording, slot)


def _form(context: Context, wording: SlottedWording, slot: Slot) -> Iterator[Diagnostic]:
    if slot.form not in FORMS[slot.kind]:
        forms = joined((form for form in FORMS[slot.kind] if form), say(", "))
        yield RULE.at(
            wording.path,
            say(
                "{written} asks for a form {form!r} that {kind} do not have",
                written=_written(slot),
                form=slot.form,
                kind=Named(slot.kind),
            ),
            part=(slot.start, slot.end),
            hint=say("forms of {kind}: {forms}", kind=Named(slot.kind), forms=forms)
            if forms
            else say("{kind} have one form: {{{fact}}}", kind=Named(slot.kind), fact=slot.fact),
        )
        return
    field = NEEDS.get((slot.kind, slot.form))
    entry = context.record.find(slot.kind, slot.id) if field else None
    if field and entry is not None and not getattr(entry, field):
        yield RULE.at(
            wording.path,
            say(
                "{written} has nothing to print: {entry} has no '{field}'",
                written=_written(slot),
                entry=path_text((slot.kind, slot.id)),
                field=field,
            ),
            part=(slot.start, slot.end),
            hint=say(
                "add '{field}' to {entry}, or write the sentence without it",
                field=field,
                entry=path_text((slot.kind, slot.id)),
            ),
        )


def _written(slot: Slot) -> str:
    return f"{{{slot.fact}{':' if slot.form else ''}{slot.form}}}"


RULE = Rule(
    "bad-slot", Severity.ERROR, "languages", say("Braces in prose are no slot, or an empty one."), check
)
