"""Whether a new calendar may follow the one before it: what its subscribers would be told wrongly."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from zoneinfo import ZoneInfo

from eventrecord.formats.format import Break
from eventrecord.message import Message, say

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["breaks", "group_breaks"]

_MOVES = {"start": say("start"), "end": say("end"), "status": say("status")}
"""What a new number goes with if it changes (RFC 5545, 3.8.7.4), and what people call it."""


class _Entry(NamedTuple):
    """Of an entry what its readers go by; instants in UTC, for of two zones hours may never be equal."""

    number: int
    stamp: str
    start: Any
    end: Any
    status: str


_Entries = dict[str, _Entry]


def breaks(old: bytes, new: bytes) -> list[Break]:
    """Where a new calendar breaks with the old one.

    An entry that was there must stay, if cancelled with that status; SEQUENCE never falls, and rises where an
    event was moved; DTSTAMP never goes back. An old calendar that cannot be read is none.
    """
    return _breaks(_entries, old, new)


def group_breaks(old: bytes, new: bytes) -> list[Break]:
    """The same of a Group of JSCalendar: of `sequence` and `updated` (RFC 8984, 4.1.6 and 4.1.7)."""
    return _breaks(_group_entries, old, new)


def _breaks(read: Callable[[bytes], _Entries], old: bytes, new: bytes) -> list[Break]:
    before, after = _readable(read, old), read(new)
    return [
        (rule, name, why) for name, entry in before.items() for rule, why in _compared(entry, after.get(name))
    ]


def _readable(read: Callable[[bytes], _Entries], calendar: bytes) -> _Entries:
    try:
        return read(calendar)
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
    ):  # somebody else's file, or half a file
        return {}


def _compared(old: _Entry, new: _Entry | None) -> Iterator[tuple[str, Message]]:
    if new is None:
        yield (
            "vanished-event",
            say("it was in the calendar published before and is gone: keep it, with the status cancelled"),
        )
        return
    moved = [word for key, word in _MOVES.items() if getattr(old, key) != getattr(new, key)]
    if new.number < old.number:
        yield (
            "unlisted-change",
            say(
                "it had {before} changes in the calendar published before and has {after}: calendars pass "
                "over what is older; keep `changes` as they were",
                before=old.number,
                after=new.number,
            ),
        )
    elif moved and new.number == old.number:
        yield (
            "unlisted-change",
            say(
                "its {what} is another than in the calendar published before: list that under `changes`, or "
                "calendars may pass over it",
                what=moved[0],
            ),
        )
    if old.stamp > new.stamp:
        yield (
            "older-revision",
            say("the calendar published before is of a later revision: raise revision.at"),
        )


def _entries(calendar: bytes) -> _Entries:
    from icalendar import Calendar

    return {
        str(entry.get("UID")): _Entry(
            number=int(entry.get("SEQUENCE", 0)),
            stamp=str(_time(entry, "DTSTAMP") or ""),
            start=_time(entry, "DTSTART"),
            end=_time(entry, "DTEND"),
            status=str(entry.get("STATUS")),
        )
        for entry in Calendar.from_ical(calendar).walk("VEVENT")
    }


def _time(entry: Component, key: str) -> Any:
    value: Any = getattr(entry.get(key), "dt", None)
    aware = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(UTC) if aware else value


def _group_entries(group: bytes) -> _Entries:
    return {
        event["uid"]: _Entry(
            number=int(event.get("sequence", 0)),
            stamp=str(event["updated"]),
            start=_start(event),
            end=event.get("duration"),
            status=str(event.get("status")),
        )
        for event in json.loads(group)["entries"]
    }


def _start(event: dict[str, Any]) -> datetime:
    start = datetime.fromisoformat(event["start"])
    return start.replace(tzinfo=ZoneInfo(event["timeZone"])).astimezone(UTC) if "timeZone" in event else start
