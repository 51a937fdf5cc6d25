"""When every event of a record takes place, as calendars have it: whole days, instants, or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from eventrecord.diagnostic import Path
from eventrecord.message import Named, say
from eventrecord.model.event import Event, Status
from eventrecord.model.record import Record
from eventrecord.model.source import is_printed
from eventrecord.model.span import Duration, Moment
from eventrecord.model.tree import ancestors

__all__ = ["YEARS", "Entry", "home", "moments", "timetable", "zoned"]

YEARS = frozenset(range(1900, 2200))
"""Years that calendars, and their time zones, can be trusted with."""
_WITHOUT_TIMES = frozenset({Status.POSTPONED, Status.CANCELLED})
_DAY = timedelta(days=1)


class Entry(NamedTuple):
    """An event, its place in the tree and its times; without a start it belongs in no calendar."""

    event: Event
    path: Path
    parent: Event | None
    """The event of the same record that it is part of."""
    zone: ZoneInfo | None
    """Its own time zone, or the nearest above it."""
    start: date | None = None
    """Its first day, or the instant of its beginning."""
    end: date | None = None
    """The day after its last one, or the instant of its end; None where that is not known."""
    note: str = ""
    """Why there is no start, or what start and end leave out."""

    @property
    def status(self) -> Status:
        """What became of the event, where that may be said."""
        return self.event.status if is_printed(self.event, "status") else Status.SCHEDULED

    def instant(self, value: date) -> datetime:
        """A start or end in UTC; of a day its first moment."""
        if not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day, tzinfo=self.zone or UTC)
        return value.astimezone(UTC)


def timetable(record: Record) -> list[Entry]:
    """Every event of the record, parents first, in the order of the record."""
    return [_timed(entry) for entry in zoned(record)]


def home(record: Record) -> ZoneInfo | None:
    """The time zone of the record's event, its own or the nearest above it."""
    return next(zoned(record)).zone


def zoned(record: Record) -> Iterator[Entry]:
    """Every event of the record with its time zone and not yet its times, in the same order."""
    return _tree(Entry(record.event, ("event",), None, _zone_above(record)))


def moments(entry: Entry) -> tuple[Moment | None, Moment | None]:
    """First and last moment; of what was put off or cancelled those it had before, where it has no others."""
    event = entry.event
    if entry.status in _WITHOUT_TIMES:
        change = next((change for change in reversed(event.changes) if change.previous_start), None)
        put_off = entry.status is Status.POSTPONED and change is event.changes[-1]
        if change is not None and change.previous_start != event.start and (put_off or event.start is None):
            return (
                change.previous_start if is_printed(change, "previous_start") else None,
                change.previous_end if is_printed(change, "previous_end") else None,
            )
    return (
        event.start if is_printed(event, "start") else None,
        event.end if is_printed(event, "end") else None,
    )


def _tree(entry: Entry) -> Iterator[Entry]:
    event = entry.event
    if event.time_zone is not None and is_printed(event, "time_zone"):
        entry = entry._replace(zone=ZoneInfo(event.time_zone))
    yield entry
    for number, child in enumerate(event.sub_events):
        yield from _tree(Entry(child, (*entry.path, "sub_events", number), event, entry.zone))


def _zone_above(record: Record) -> ZoneInfo | None:
    parent = record.event.part_of and record.find("events", record.event.part_of)
    above = [parent, *ancestors(record, parent)] if parent else []
    zones = [event.time_zone for event in above if event.time_zone and is_printed(event, "time_zone")]
    return ZoneInfo(zones[0]) if zones else None


def _timed(entry: Entry) -> Entry:
    """The entry with its times, or with the reason why it has none."""
    if not is_printed(entry.event, "name"):
        return entry._replace(note=say("the event, or its name, is only inferred"))
    first, last = moments(entry)
    if first is None:
        return entry._replace(
            note=say("its start is only inferred") if entry.event.start else say("its start is not known"),
        )
    if not _is_day(first):
        return entry._replace(
            note=say(
                "of its start only the {unit} is known, {start}", unit=Named(first.precision), start=first
            ),
        )
    if last is not None and not _is_day(last):
        note = say("its end is left out: {end} is only a {unit}", end=last, unit=Named(last.precision))
        entry, last = entry._replace(note=note), None
    try:
        timed = _instants(first, last, entry) or _whole_days(first, last, entry)
    except OverflowError:
        timed = None
    if timed is None or {value.year for value in (timed.start, timed.end) if value} - YEARS:
        return entry._replace(
            note=say("calendars reach from {first} to {last}", first=min(YEARS), last=max(YEARS))
        )
    return timed


def _is_day(moment: Moment) -> bool:
    return moment.precision in ("day", "minute")


def _day(moment: Moment, entry: Entry) -> date:
    return moment.local(entry.zone).date() if moment.has_time else moment.day


def _length(entry: Entry) -> Duration:
    event = entry.event
    return event.duration if event.duration and is_printed(event, "duration") else Duration()


def _instants(first: Moment, last: Moment | None, entry: Entry) -> Entry | None:
    """From one time of day to another; None if one is not known, or which of several days it is on."""
    length = _length(entry)
    in_days = length.weeks or length.days
    if not first.has_time or (last is None and in_days):
        return None
    if last is not None and not last.has_time and last.day != _day(first, entry):
        return None
    for moment in (first, last):
        if moment is not None and moment.has_time and moment.local(entry.zone).tzinfo is None:
            note = say("{moment} has no time zone: give a time_zone such as Asia/Shanghai", moment=moment)
            return entry._replace(note=note)
    start, end = first.local(entry.zone), None
    if last is not None and last.has_time:
        end = _written(last.local(entry.zone))
    elif length.delta and not in_days:
        end = _written((start.astimezone(UTC) + length.delta).astimezone(entry.zone or UTC))
    return entry._replace(start=_written(start), end=end)


def _whole_days(first: Moment, last: Moment | None, entry: Entry) -> Entry:
    """From the first day to the last, without times of day."""
    begin, days = _day(first, entry), -(-_length(entry).delta // _DAY)
    end = _day(last, entry) + _DAY if last else begin + max(days, 1) * _DAY
    timed = next((moment for moment in (first, last) if moment and moment.has_time), None)
    note = say("it is of whole days, without the time of {timed}", timed=timed) if timed else entry.note
    return entry._replace(start=begin, end=end, note=note)


def _written(moment: datetime) -> datetime:
    """The instant in its zone; in UTC where the zone has no name, or has this hour twice, or not at all.

    What such an hour means is laid down (RFC 5545, 3.3.5), and yet readers disagree.
    """
    zone = moment.tzinfo
    named = isinstance(zone, ZoneInfo) and zone.key != "UTC"
    plain = moment.utcoffset() == moment.replace(fold=1 - moment.fold).utcoffset()
    return moment if named and plain else moment.astimezone(UTC)
