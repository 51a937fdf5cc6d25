"""A record from which no calendar can be made."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, where
from eventrecord.message import say
from eventrecord.model.event import Status
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """The event, or one of its parts, has a day that calendars can hold; what is put off need not."""
    event = context.record.event
    if event.status is Status.POSTPONED or (event.start and event.start.precision in ("day", "minute")):
        return
    from eventrecord.model.timetable import timetable

    entries = timetable(context.record)
    if all(entry.start is None for entry in entries):
        yield RULE.at(
            ("event", "start" if event.start else "id"),
            say(
                "no calendar can hold {event}: {note}",
                event=where(("event",), event.id),
                note=entries[0].note,
            ),
            hint=say("write the day of the 'start' of the event or of its parts, as soon as it is known"),
        )


RULE = Rule(
    "event-without-start",
    Severity.WARNING,
    "export",
    say("No day is known that a calendar could hold."),
    check,
    rests_on="record",
)
