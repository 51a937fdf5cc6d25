"""Whether a new calendar may follow the one before it: what its subscribers would be told wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from eventrecord.formats.format import Break
from eventrecord.message import Message, say

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["breaks"]

_MOVES = {"DTSTART": say("start"), "DTEND": say("end"), "STATUS": say("status")}
"""Properties whose change is a new SEQUENCE (RFC 5545, 3.8.7.4), and what people call them."""


def breaks(old: bytes, new: bytes) -> list[Break]:
    """Where the new calendar breaks with the old one.

    An entry that was there must stay, if cancelled with that status; SEQUENCE never falls, and rises where an
    event was moved; DTSTAMP never goes back. An old calendar that cannot be read is none.
    """
    before, after = _entries(old), _entries(new)
    return [
        (rule, name, why) for name, entry in before.items() for rule, why in _compared(entry, after.get(name))
    ]


def _compared(old: Component, new: Component | None) -> Iterator[tuple[str, Message]]:
    if new is None:
        yield (
            "vanished-event",
            say("it was in the calendar published before and is gone: keep it, with the status cancelled"),
        )
        return
    first, second = _number(old), _number(new)
    moved = [word for key, word in _MOVES.items() if _value(old, key) != _value(new, key)]
    if second < first:
        yield (
            "unlisted-change",
            say(
                "it had {before} changes in the calendar published before and has {after}: calendars pass "
                "over what is older; keep `changes` as they were",
                before=first,
                after=second,
            ),
        )
    elif moved and second == first:
        yield (
            "unlisted-change",
            say(
                "its {what} is another than in the calendar published before: list that under `changes`, or "
                "calendars may pass over it",
                what=moved[0],
            ),
        )
    if _value(old, "DTSTAMP") > _value(new, "DTSTAMP"):
        yield (
            "older-revision",
            say("the calendar published before is of a later revision: raise revision.at"),
        )


def _entries(calendar: bytes) -> dict[str, Component]:
    from icalendar import Calendar

    try:
        read = Calendar.from_ical(calendar)
    except ValueError:
        return {}
    return {str(entry.get("UID")): entry for entry in read.walk("VEVENT")}


def _number(entry: Component) -> int:
    return int(entry.get("SEQUENCE", 0))


def _value(entry: Component, key: str) -> Any:
    value = entry.get(key)
    value = getattr(value, "dt", value)
    aware = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(UTC) if aware else value  # of two zones, hours that come twice are never equal
