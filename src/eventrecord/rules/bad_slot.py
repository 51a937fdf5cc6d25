"""A brace that is no slot, or a slot whose form does not exist or has nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.localize.wording import choose
from eventrecord.message import Named, joined, say
from eventrecord.model.slot import FORMS, Slot
from eventrecord.model.span import Moment
from eventrecord.rules.context import Context, SlottedWording
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

NEEDS = {
    ("figures", "period"): "period",
    ("figures", "date"): "as_of",
    ("figures", "as-of"): "as_of",
    ("figures", "partners"): "partners",
    ("events", "date"): "start",
    ("events", "dates"): "start",
    ("events", "weekday"): "start",
    ("events", "day"): "start",
    ("events", "time"): "start",
    ("events", "times"): "start",
    ("events", "zoned-time"): "start",
    ("events", "duration"): "duration",
    ("events", "attr"): "duration",
    ("events", "theme"): "theme",
    ("organizations", "abbr"): "abbreviation",
}
"""Field of the entry that a form prints."""
OF_DAY = ("weekday", "day")
OF_TIME = ("time", "times", "zoned-time")
"""Forms that need the start of an event to the day, or with its time of day."""


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
    if entry is None or not context.is_whole(slot.kind, slot.id):
        return
    if field and not getattr(entry, field):
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
    elif slot.kind == "events" and entry.start:
        yield from _precision(wording, slot, entry.start)
    elif (
        field == "abbreviation"
        and entry is not None
        and choose(entry.abbreviation, wording.tag, context.record.derive) is None
    ):
        yield _no_letters(wording, slot)


def _no_letters(wording: SlottedWording, slot: Slot) -> Diagnostic:
    """Letters of another language are not taken unasked, and the name in their place says it twice."""
    return RULE.at(
        wording.path,
        say(
            "{slot} has nothing to print: the abbreviation of {fact} has no wording for {tag}",
            slot=_written(slot),
            fact=slot.fact,
            tag=wording.tag,
        ),
        part=(slot.start, slot.end),
        hint=say(
            "add '{tag}' to the abbreviation, with the same letters if they are used there; or write the "
            "sentence without it",
            tag=wording.tag,
        ),
    )


def _precision(wording: SlottedWording, slot: Slot, start: Moment) -> Iterator[Diagnostic]:
    if slot.form in OF_TIME and not start.has_time:
        lacking = say(
            "{slot} has nothing to print: {fact} has no time of day", slot=_written(slot), fact=slot.fact
        )
    elif slot.form in OF_DAY and start.precision not in ("day", "minute"):
        lacking = say(
            "{slot} has nothing to print: the day of {fact} is not known", slot=_written(slot), fact=slot.fact
        )
    else:
        return
    yield RULE.at(
        wording.path,
        lacking,
        part=(slot.start, slot.end),
        hint=say("write 'start' of {fact} more precisely, such as 2022-11-15T09:30", fact=slot.fact),
    )


def _written(slot: Slot) -> str:
    return f"{{{slot.fact}{':' if slot.form else ''}{slot.form}}}"


RULE = Rule(
    "bad-slot", Severity.ERROR, "languages", say("Braces in prose are no slot, or an empty one."), check
)
