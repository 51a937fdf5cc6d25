"""Entries of a calendar, whatever its format: which events have one, their identity, order and revision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from eventrecord.diagnostic import path_text
from eventrecord.errors import RecordError
from eventrecord.message import say
from eventrecord.model.event import Event
from eventrecord.model.record import Record
from eventrecord.model.source import is_printed
from eventrecord.model.timetable import YEARS, Entry, home, moments, timetable

__all__ = ["calendar_uid", "dated_entries", "revised", "sequence", "uid"]


def dated_entries(record: Record) -> list[Entry]:
    """The events whose day is known, by their start, then by their id.

    Raises:
        RecordError: an event does not end after its start, or two events have one id.
    """
    entries = [entry for entry in timetable(record) if entry.start is not None]
    for entry in entries:
        _refuse_backwards(entry)
    _refuse_double(entries)
    return sorted(entries, key=lambda entry: (entry.start and entry.instant(entry.start), entry.event.id))


def uid(event: Event, record: Record, domain: str) -> str:
    """The name of an event's entry that no other has and that it keeps (RFC 5545, 3.8.4.7)."""
    if event.calendar_entry is not None:
        return event.calendar_entry.uid
    return f"{event.id}.{record.id}@{domain}"


def calendar_uid(record: Record, domain: str) -> str:
    """The name of the calendar as a whole, in every language and form the same (RFC 7986, 5.3)."""
    return f"{record.id}@{domain}"


def sequence(event: Event) -> int:
    """How often the event was changed (RFC 5545, 3.8.7.4)."""
    before = event.calendar_entry.sequence if event.calendar_entry is not None else 0
    return before + sum(is_printed(change, "status") for change in event.changes)


def revised(record: Record) -> datetime:
    """When this state of the record was made, in UTC; of a date its first moment where the record's event is.

    Raises:
        RecordError: the year is beyond those of calendars.
    """
    at = record.revision.at
    if at.day.year not in YEARS:
        raise RecordError(
            say(
                "revision.at: {at} is no time for calendars, which reach from {first} to {last}",
                at=at,
                first=min(YEARS),
                last=max(YEARS),
            )
        )
    return at.instant(home(record))


def _refuse_backwards(entry: Entry) -> None:
    if entry.start and entry.end and entry.instant(entry.end) <= entry.instant(entry.start):
        start, end = moments(entry)
        raise RecordError(
            say(
                "{event}: the event {id!r} ends at {end}, not after its start, {start}: "
                "put 'start' or 'end' right",
                event=path_text(entry.path),
                id=entry.event.id,
                end=end,
                start=start,
            )
        )


def _refuse_double(entries: list[Entry]) -> None:
    for name in _twice(entry.event.id for entry in entries):
        raise RecordError(say("several events have the id {id!r}: give each its own", id=name))
    for uid in _twice(entry.event.calendar_entry.uid for entry in entries if entry.event.calendar_entry):
        raise RecordError(
            say("several events have the UID {uid!r}: an entry of a calendar is one event's", uid=uid)
        )


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
