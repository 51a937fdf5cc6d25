"""iCalendar (RFC 5545, 7986): a calendar per locale, with the same entries and the same UIDs in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from eventrecord.diagnostic import Path, path_text
from eventrecord.errors import RecordError
from eventrecord.formats.format import Loss
from eventrecord.localize.localizer import Localizer, Texts
from eventrecord.localize.patterns import Passage, fill, first_filled
from eventrecord.model.event import Event, Status
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.model.span import Duration, Moment
from eventrecord.story.view import EventView, ancestors, is_printed

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Component

__all__ = ["losses", "render"]

_STATUS = {Status.POSTPONED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_YEARS = range(1900, 2200)
_DAY, _YEAR = timedelta(days=1), timedelta(days=365)
_REFRESH = timedelta(hours=12)
_NO_ROOM = {
    "sources": "a calendar does not say where facts come from",
    "people": "a calendar does not name the people who take part",
    "organizations": "a calendar does not name the organizations behind an event",
    "figures": "a calendar holds no figures",
    "awards": "a calendar holds no awards",
    "quotations": "a calendar holds no quotations",
    "images": "a calendar holds no images",
}
_NO_ROOM_IN_ENTRY = {
    "aims": "a calendar does not say what an event is for",
    "programme": "a calendar lists dated events only, not a programme told in sum",
    "registration": "a calendar does not say how to register",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of a record, and what its entry in a calendar takes from the events above it."""

    event: Event
    path: Path
    parent: Event | None
    """The event of the same record that it is part of."""
    zone: ZoneInfo | None
    """Its own time zone, or the nearest above it."""

    @property
    def status(self) -> Status:
        """What became of the event, where that may be said."""
        return self.event.status if is_printed(self.event, "status") else Status.SCHEDULED


@dataclass(frozen=True, slots=True)
class Times:
    """Beginning and end as iCalendar has them: two dates, the second excluded, or two instants."""

    start: date
    end: date | None


def render(record: Record, localizer: Localizer, release: Release | None = None) -> bytes:
    """The calendar of a record in one locale: every event whose day is known, as one VEVENT each.

    Returns:
        The bytes of the file; none at all where no event has a known day, for a calendar is never empty.

    Raises:
        RecordError: an event does not end after its beginning, or two events have one id.
        MissingWordingError: an event needs a wording that the record does not have in this locale.
    """
    from icalendar import Calendar, Timezone

    timetable = list(_timetable(record))
    placed = [(entry, times) for entry, times, _ in timetable if isinstance(times, Times)]
    if not placed:
        return b""
    calendar = Calendar()
    _head(calendar, record, localizer)
    revised = record.revision.at.instant(timetable[0][0].zone)
    uids = {id(entry.event): _uid(entry.event, localizer) for entry, _ in placed}
    spans: dict[str, tuple[date, date]] = {}
    components = []
    for entry, times in placed:
        _refuse_backwards(entry, times)
        components.append(
            (_instant(times.start, entry.zone), _component(entry, times, localizer, uids, revised))
        )
        for value in (times.start, times.end):
            if isinstance(value, datetime) and isinstance(value.tzinfo, ZoneInfo):
                low, high = spans.get(value.tzinfo.key, (value.date(), value.date()))
                spans[value.tzinfo.key] = min(low, value.date()), max(high, value.date())
    for key, (low, high) in sorted(spans.items()):
        zone = Timezone.from_tzinfo(ZoneInfo(key), first_date=low - _YEAR, last_date=high + _YEAR)
        zone.pop("COMMENT", None)
        calendar.add_component(zone)
    components.sort(key=lambda row: (row[0], row[1]["UID"]))
    _refuse_unsound([component for _, component in components])
    for _, component in components:
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def losses(record: Record) -> list[Loss]:
    """Events that are not in the calendar or less exact there, and what a calendar has no room for."""
    found: list[Loss] = []
    for entry, times, note in _timetable(record):
        if not isinstance(times, Times):
            found.append((entry.path, f"the event is not in the calendar: {times}"))
            continue
        if note:
            found.append((entry.path, note))
        for field, why in _NO_ROOM_IN_ENTRY.items():
            if getattr(entry.event, field):
                found.append(((*entry.path, field), why))
    return found + [((name,), why) for name, why in _NO_ROOM.items() if getattr(record, name)]


# When


def _timetable(record: Record) -> Iterator[tuple[Entry, Times | str, str]]:
    """Every event in record order, its times or why it has none, and what they leave out of the record's."""
    for entry in _entries(Entry(record.event, ("event",), None, _zone_above(record))):
        event = entry.event
        if not is_printed(event, "name"):
            yield entry, "it, or its name, is only inferred", ""
            continue
        start, end = _moments(entry)
        if start is None:
            inferred = event.start is not None
            yield entry, f"its start is {'only inferred' if inferred else 'not known'}", ""
        else:
            yield entry, *_times(start, end, event.duration if is_printed(event, "duration") else None, entry)


def _entries(entry: Entry) -> Iterator[Entry]:
    event = entry.event
    if event.time_zone is not None and is_printed(event, "time_zone"):
        entry = replace(entry, zone=ZoneInfo(event.time_zone))
    yield entry
    for number, child in enumerate(event.sub_events):
        yield from _entries(Entry(child, (*entry.path, "sub_events", number), event, entry.zone))


def _zone_above(record: Record) -> ZoneInfo | None:
    parent = record.event.part_of and record.find("events", record.event.part_of)
    above = [parent, *ancestors(record, parent)] if parent else []
    zones = [event.time_zone for event in above if event.time_zone and is_printed(event, "time_zone")]
    return ZoneInfo(zones[0]) if zones else None


def _moments(entry: Entry) -> tuple[Moment | None, Moment | None]:
    """First and last moment; of what was put off or cancelled those it had before, where it has no others."""
    event = entry.event
    if entry.status in _STATUS:
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


def _times(
    start: Moment, end: Moment | None, duration: Duration | None, entry: Entry
) -> tuple[Times | str, str]:
    """The times of an entry, or why there are none; and what was left out of them."""
    for moment in (start, end):
        if moment is not None and moment.day.year not in _YEARS:
            return f"no calendar reaches to {moment}", ""
    if start.precision in ("year", "month"):
        return f"only the {start.precision} of its start is known, {start}", ""
    first, note = _day(start, entry), ""
    if end is not None and end.precision in ("year", "month"):
        end, note = None, f"the entry has no end: {end} is no day"
    last = _day(end, entry) if end else None
    if last is None and duration is not None and (duration.days or duration.weeks):
        last = first + duration.delta - _DAY
    exact = start.has_time and (last in (None, first) or (end is not None and end.has_time))
    if not exact:
        loose = next((moment for moment in (start, end) if moment is not None and moment.has_time), None)
        note = f"the entry is of whole days, without the time of {loose}" if loose else note
        return Times(first, (first if last is None else last) + _DAY), note
    for moment in (start, end):
        if moment is not None and moment.has_time and moment.local(entry.zone).tzinfo is None:
            return f"{moment} has no time zone: give its event a time_zone such as Asia/Shanghai", ""
    begin = _local(start, entry)
    if end is not None and end.has_time:
        return Times(begin, _local(end, entry)), note
    if duration is not None and not (duration.days or duration.weeks):
        after = begin.astimezone(UTC) + duration.delta
        return Times(begin, after if entry.zone is None else _written(after.astimezone(entry.zone))), note
    return Times(begin, None), note


def _day(moment: Moment, entry: Entry) -> date:
    return moment.local(entry.zone).date() if moment.has_time else moment.day


def _local(moment: Moment, entry: Entry) -> datetime:
    return _written(moment.local(entry.zone))


def _written(moment: datetime) -> datetime:
    """The instant in its zone; in UTC where the zone has no name, or has this hour twice."""
    named = isinstance(moment.tzinfo, ZoneInfo) and moment.tzinfo.key != "UTC"
    return moment if named and not moment.fold else moment.astimezone(UTC)


# What


def _head(calendar: Calendar, record: Record, localizer: Localizer) -> None:
    from icalendar import vText

    calendar.add("version", "2.0")
    calendar.add("prodid", "-//eventrecord//Calendar//EN")
    calendar.add("calscale", "GREGORIAN")
    if is_printed(record.event, "name"):
        name = _sentence(localizer.text(record.event.name, f"events.{record.event.id}.name"), localizer)
        calendar.add("name", name, {"LANGUAGE": _tag(record.event.name, localizer)})
        calendar.add("x-wr-calname", vText(name))  # beside NAME, which Google does not read
    calendar.add("refresh-interval", _REFRESH, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")  # beside REFRESH-INTERVAL, which Outlook does not read


def _component(
    entry: Entry, times: Times, localizer: Localizer, uids: dict[int, str], revised: datetime
) -> Component:
    """One VEVENT."""
    from icalendar import Event as Component

    event, record, view = entry.event, localizer.record, EventView(entry.event, localizer, set())
    component = Component()
    component.add("uid", uids[id(event)])
    component.add("dtstamp", revised)
    component.add("last-modified", revised)
    component.add("sequence", sum(is_printed(change, "status") for change in event.changes))
    if is_printed(event, "status"):
        component.add("status", _STATUS.get(event.status, "CONFIRMED"))
    component.add("dtstart", times.start)
    if times.end is not None:
        component.add("dtend", times.end)
    texts = {
        "summary": (_summary(entry, view), _tag(event.name, localizer)),
        "location": (_location(view), localizer.tag),
        "description": (_description(entry, view), localizer.tag),
    }
    for key, (text, tag) in texts.items():
        if text:
            component.add(key, text, {"LANGUAGE": tag})
    if (position := _position(event, record)) is not None:
        component.add("geo", position)
    if event.url is not None and is_printed(event, "url"):
        component.add("url", event.url)
    if keywords := _keywords(event, localizer):
        component.add("categories", keywords, {"LANGUAGE": localizer.tag})
    if id(entry.parent) in uids:
        component.add("related-to", uids[id(entry.parent)], {"RELTYPE": "PARENT"})
    return component


def _uid(event: Event, localizer: Localizer) -> str:
    return f"{event.id}.{localizer.record.id}@{localizer.settings.uid_domain}"


def _summary(entry: Entry, view: EventView) -> str:
    patterns = view.localizer.language.patterns["calendar"]
    own = patterns.get(entry.event.kind.value, patterns["summary"])
    passage = view("event") if entry.parent is None else first_filled(own, view)
    return _sentence(passage.text, view.localizer) if passage else ""


def _location(view: EventView) -> str:
    venue = view("venue")

    def slots(name: str) -> Passage | None:
        """A city that the name of the place holds is not said again."""
        passage = view(name)
        return None if name == "city" and passage and venue and passage.text in venue.text else passage

    passage = first_filled(view.localizer.language.patterns["calendar"]["location"], slots)
    return _plain(passage.text) if passage else ""


def _description(entry: Entry, view: EventView) -> str:
    """What became of the event, what it is, its theme and series: a line each."""
    localizer, event = view.localizer, entry.event
    patterns = localizer.language.patterns
    changed = patterns["lead"].get(entry.status.value, {}).get("sentences", [])
    lines = [first_filled(alternatives, view) for alternatives in changed]
    if event.description and is_printed(event, "description"):
        lines.append(localizer.prose(event.description, f"events.{event.id}.description"))
    lines += [fill(pattern, view) for pattern in patterns["calendar"]["description"]]
    if localizer.record.fictional:
        lines.append(Passage(localizer.words["labels"]["fictional"]))
    return "\n".join(_sentence(line.text, localizer) for line in lines if line)


def _sentence(text: str, localizer: Localizer) -> str:
    return _plain(localizer.grammar.sentence(text))


def _plain(text: str) -> str:
    """Text without control characters; every sort of line end is one line feed."""
    return _CONTROL.sub("", "\n".join(text.splitlines()))


def _tag(text: Texts, localizer: Localizer) -> str:
    """The language of a text as printed: that of a wording that stands in, else the edition's."""
    worded = localizer.wording(text)
    return worded.tag if worded and worded.stand_in else localizer.tag


def _position(event: Event, record: Record) -> tuple[float, float] | None:
    place = record.find("places", event.place) if event.place and is_printed(event, "place") else None
    if place is None or place.coordinates is None or not is_printed(place, "coordinates"):
        return None
    return _degrees(place.coordinates.latitude), _degrees(place.coordinates.longitude)


def _degrees(value: float) -> float:
    return round(value, 6) if abs(value) >= 0.0001 else 0.0  # smaller ones would be written 5e-05


def _keywords(event: Event, localizer: Localizer) -> list[str]:
    if not is_printed(event, "keywords"):
        return []
    terms = [(word, localizer.record.find("terms", word)) for word in event.keywords]
    return [_plain(localizer.term(word)) for word, own in terms if own is None or is_printed(own, "name")]


# Rather nothing than something doubtful


def _refuse_backwards(entry: Entry, times: Times) -> None:
    if times.end is not None and _instant(times.end, entry.zone) <= _instant(times.start, entry.zone):
        event = entry.event
        raise RecordError(
            f"{path_text(entry.path)}: the event {event.id!r} ends at {times.end}, "
            f"which is not after its start, {times.start}: put 'start' or 'end' right"
        )


def _refuse_unsound(components: list[Component]) -> None:
    """Our own mistakes, which the library would write without a word."""
    seen: set[str] = set()
    for component in components:
        uid = str(component.get("UID"))
        lacking = [key for key in component.required if key not in component]
        doubled = [key for key in component.singletons if isinstance(component.get(key), list)]
        if lacking or doubled or uid in seen:
            raise RecordError(
                f"the calendar entry {uid} is not sound: lacks {lacking}, has several of {doubled}"
                if lacking or doubled
                else f"two events have one id: {uid.partition('.')[0]!r}: give each its own"
            )
        seen.add(uid)


def _instant(value: date, zone: ZoneInfo | None) -> datetime:
    """The instant in UTC; of a date its first moment."""
    if not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=zone or UTC)
    return value.astimezone(UTC)
