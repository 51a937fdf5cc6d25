"""Time zones of a calendar (RFC 5545, 3.6.5), for the years around its entries.

The library makes them too, and lets summer time begin an hour late: it writes the onset in the new time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["time_zones"]

_YEAR, _DAY, _SECOND = timedelta(days=365), timedelta(days=1), timedelta(seconds=1)


def time_zones(times: Iterable[date | None]) -> list[Component]:
    """A VTIMEZONE for every zone in use, by name: a year before its first time to a year after its last."""
    days: dict[str, list[date]] = {}
    for value in times:
        if isinstance(value, datetime) and isinstance(value.tzinfo, ZoneInfo):
            days.setdefault(value.tzinfo.key, []).append(value.date())
    return [_zone(key, min(used) - _YEAR, max(used) + _YEAR) for key, used in sorted(days.items())]


class _Clock(NamedTuple):
    """What clocks show: offset, summer time, and what that is called."""

    offset: timedelta
    summer: bool
    name: str


@lru_cache(maxsize=64)
def _zone(key: str, first: date, last: date) -> Component:
    """The VTIMEZONE of a zone for some days: the calendars of all locales share it."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone, made = ZoneInfo(key), Timezone()
    made.add("tzid", key)
    begin = datetime(first.year, first.month, first.day, tzinfo=UTC)
    clock = _clock(zone, begin)
    onsets = {(clock.offset, clock): [begin.replace(tzinfo=None)]}
    for instant in _changes(zone, begin, begin + (last - first)):
        before, clock = clock, _clock(zone, instant)
        local = (instant + before.offset).replace(tzinfo=None)
        onsets.setdefault((before.offset, clock), []).append(local)
    for (before_offset, clock), (onset, *more) in onsets.items():
        part = TimezoneDaylight() if clock.summer else TimezoneStandard()
        part.add("dtstart", onset)
        if more:
            part.add("rdate", more)
        part.add("tzoffsetfrom", before_offset)
        part.add("tzoffsetto", clock.offset)
        part.add("tzname", clock.name)
        made.add_component(part)
    return made


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[datetime]:
    """The instants in UTC from which on clocks show something else, to the second."""
    while begin < end:
        after = begin + _DAY
        if _clock(zone, begin) != _clock(zone, after):
            low, high = begin, after
            while high - low > _SECOND:
                middle = low + (high - low) // (2 * _SECOND) * _SECOND
                same = _clock(zone, middle) == _clock(zone, begin)
                low, high = (middle, high) if same else (low, middle)
            yield high
        begin = after


def _clock(zone: ZoneInfo, instant: datetime) -> _Clock:
    local = instant.astimezone(zone)
    return _Clock(local.utcoffset() or timedelta(), bool(local.dst()), local.tzname() or zone.key)
