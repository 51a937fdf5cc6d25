"""When an entry of a calendar is, as records say it: days include the last one, local times have a zone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from eventrecord.drafts.calendar.components import Component, Property
from eventrecord.drafts.calendar.zones import Zones
from eventrecord.drafts.sketch import Sketch
from eventrecord.message import say
from eventrecord.model.span import Duration

__all__ = ["instant", "times"]

_VALUE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?", re.ASCII)
_DURATION = re.compile(r"\+?(P[0-9WDTHMS]+)", re.ASCII)
_ONE_DAY = Duration(days=1)


class Told:
    """A date or time as it was read: `text` as records have it, `zone` the name that goes with it."""

    def __init__(self, value: datetime, whole_day: bool, zone: str | None, offset: str) -> None:
        self.value, self.whole_day, self.zone = value, whole_day, zone
        self.text = value.date().isoformat()
        if not whole_day:
            clock = value.isoformat(timespec="seconds" if value.second else "minutes")
            self.text = f"{clock}{offset}"


def times(entry: Component, zones: Zones, home: str | None, sketch: Sketch) -> dict[str, Any]:
    """`start`, `end`, `duration` and `time_zone` of an entry, as far as they are told.

    Args:
        entry: the VEVENT.
        zones: the time zones of its calendar.
        home: the zone that the calendar calls its own: times in UTC are told in it.
        sketch: where notes go.
    """
    start = _told(entry.get("DTSTART"), zones, home, sketch)
    end = _told(entry.get("DTEND"), zones, home, sketch)
    found: dict[str, Any] = {}
    if start is None:
        sketch.tell("lost", say("an event has no start that can be read"), entry.line)
        return found
    found["start"] = start.text
    if end is not None:
        _end(found, start, end, entry, sketch)
    elif length := entry.get("DURATION"):
        _length(found, start, length, sketch)
    zone = start.zone or (end.zone if end else None)
    if zone:
        found["time_zone"] = zone
    return found


def instant(entry: Component, *names: str) -> str | None:
    """The first of these properties that is an instant in UTC: 2026-05-01T08:00Z."""
    for name in names:
        match = _VALUE.fullmatch(entry.value(name))
        if match and match[7]:
            try:
                value = _datetime(match)
            except ValueError:
                continue
            return f"{value.isoformat(timespec='seconds' if value.second else 'minutes')}Z"
    return None


def _end(found: dict[str, Any], start: Told, end: Told, entry: Component, sketch: Sketch) -> None:
    line = entry.all("DTEND")[0].line
    if start.whole_day != end.whole_day:
        sketch.tell("damaged", say("start and end are not of one form: day, or day and time"), line)
        found["end"] = end.text
        return
    if end.whole_day:
        last = end.value - timedelta(days=1) if end.value.date() > date.min else end.value
        if last.date() < start.value.date():
            sketch.tell("damaged", say("an event ends before its first day: the end is left out"), line)
        elif last.date() != start.value.date():
            found["end"] = last.date().isoformat()
        return
    found["end"] = end.text
    if end.zone and start.zone and end.zone != start.zone:
        offset = end.value.replace(tzinfo=ZoneInfo(end.zone)).isoformat()[-6:]
        found["end"] = f"{end.text}{offset}"
    elif end.value <= start.value and end.zone == start.zone:
        sketch.tell("damaged", say("an event does not end after its start"), line)


def _length(found: dict[str, Any], start: Told, told: Property, sketch: Sketch) -> None:
    match = _DURATION.fullmatch(told.value.strip())
    text = re.sub(r"(?<=[TDHM])0+S$", "", match[1]) if match else ""
    try:
        length = Duration.parse(text.rstrip("T"))
    except ValueError:
        sketch.tell(
            "lost", say("{value} is no duration that records can hold", value=told.value[:40]), told.line
        )
        return
    if length.delta and not (start.whole_day and length == _ONE_DAY):
        found["duration"] = str(length)


def _told(entry: Property | None, zones: Zones, home: str | None, sketch: Sketch) -> Told | None:
    if entry is None:
        return None
    match = _VALUE.fullmatch(entry.value.strip())
    try:
        value = _datetime(match) if match else None
    except ValueError:
        value = None
    if match is None or value is None:
        sketch.tell("lost", say("{value} is no date that can be read", value=entry.value[:40]), entry.line)
        return None
    if match[4] is None:
        return Told(value, True, None, "")
    if match[7]:
        return _in_utc(value, home)
    if "TZID" not in entry.parameters:
        if home is not None:
            message = say("times without a time zone are in that of the calendar, {zone}", zone=home)
            sketch.tell("guessed", message, entry.line)
        else:
            sketch.tell("lost", say("a time has no time zone: it is local, wherever that is"), entry.line)
        return Told(value, False, home, "")
    zone = zones.find(entry.parameters["TZID"], entry.line)
    return Told(value, False, zone.name, zone.offset(value))


def _in_utc(value: datetime, home: str | None) -> Told:
    if home is None:
        return Told(value, False, None, "Z")
    try:
        local = value.replace(tzinfo=UTC).astimezone(ZoneInfo(home))
    except OverflowError:
        return Told(value, False, None, "Z")
    return Told(local.replace(tzinfo=None), False, home, "")


def _datetime(match: re.Match[str]) -> datetime:
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    return datetime(year, month, day, hour, minute, second)
