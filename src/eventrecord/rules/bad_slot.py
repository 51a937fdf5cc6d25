"""A brace that is no slot, or a slot whose form does not exist or has nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
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
                    str(wording.fault),
                    hint="a slot is {figures.attendance} or {people.zhang-wei:name}; {{ and }} are braces",
                    part=(wording.fault.start, wording.fault.end),
                )
            for slot in wording.slots:
                yield from _form(context, wording, slot)


def _form(context: Context, wording: SlottedWording, slot: Slot) -> Iterator[Diagnostic]:
    if slot.form not in FORMS[slot.kind]:
        forms = ", ".join(form for form in FORMS[slot.kind] if form)
        yield RULE.at(
            wording.path,
            f"{_written(slot)} asks for a form {slot.form!r} that {slot.kind} do not have",
            part=(slot.start, slot.end),
            hint=f"forms of {slot.kind}: {forms}" if forms else f"{slot.kind} have one form: {{{slot.fact}}}",
        )
        return
    field = NEEDS.get((slot.kind, slot.form))
    entry = context.record.find(slot.kind, slot.id) if field else None
    if field and entry is not None and not getattr(entry, field):
        yield RULE.at(
            wording.path,
            f"{_written(slot)} has nothing to print: {slot.fact} has no '{field}'",
            part=(slot.start, slot.end),
            hint=f"add '{field}' to {slot.fact}, or write the sentence without it",
        )


def _written(slot: Slot) -> str:
    return f"{{{slot.fact}{':' if slot.form else ''}{slot.form}}}"


RULE = Rule("bad-slot", Severity.ERROR, "languages", "Braces in prose are no slot, or an empty one.", check)
