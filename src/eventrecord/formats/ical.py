"""iCalendar (RFC 5545, 7986): a calendar per locale, with the same entries and the same UIDs in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from eventrecord.diagnostic import path_text
from eventrecord.errors import RecordError
from eventrecord.formats.format import Loss
from eventrecord.localize.localizer import Localizer, Texts
from eventrecord.localize.patterns import Passage, fill, first_filled
from eventrecord.message import say
from eventrecord.model.event import Event, Status
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.model.source import is_printed
from eventrecord.model.timetable import YEARS, Entry, moments, timetable
from eventrecord.model.tree import place_of
from eventrecord.story.view import EventView

if TYPE_CHECKING:
    from icalendar import Calendar, Component

__all__ = ["losses", "render"]

_STATUS = {Status.POSTPONED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_YEAR = timedelta(days=365)
_REFRESH = timedelta(hours=12)
_NO_ROOM = {
    "aims": say("a calendar does not say what an event is for"),
    "organizations": say("a calendar does not name the organizations behind an event"),
    "participants": say("a calendar does not name those who take part"),
    "programme": say("a calendar lists dated events, not a programme told in sum"),
    "registration": say("a calendar does not say how to register"),
    "awards": say("a calendar holds no awards"),
    "figures": say("a calendar holds no figures"),
    "quotations": say("a calendar holds no quotations"),
    "images": say("a calendar holds no images"),
}


def render(record: Record, localizer: Localizer, release: Release | None = None) -> bytes:
    """The calendar of a record in one locale: one VEVENT for every event whose day is known.

    Returns:
        The bytes of the file; none at all where no event has a known day, for a calendar is never empty.

    Raises:
        RecordError: an event does not end after its start, or two events have one id.
        MissingWordingError: an event needs a wording that the record does not have in this locale.
    """
    from icalendar import Calendar

    entries = timetable(record)
    uids = {id(entry.event): _uid(entry.event, localizer) for entry in entries if entry.start is not None}
    if not uids:
        return b""
    revised = _revised(record, entries[0].zone)
    rows = []
    for entry in entries:
        if entry.start is not None:
            _refuse_backwards(entry)
            component = _component(entry, localizer, uids, revised)
            rows.append((entry.instant(entry.start), uids[id(entry.event)], component))
    rows.sort(key=lambda row: row[:2])
    _refuse_double([uid for _, uid, _ in rows])
    calendar = Calendar()
    _head(calendar, record, localizer)
    for part in [*_zones(entries), *(component for _, _, component in rows)]:
        calendar.add_component(part)
    return bytes(calendar.to_ical())


def losses(record: Record) -> list[Loss]:
    """Events that are not in the calendar or less exact there; what it has no room for, each sort once."""
    found: list[Loss] = []
    no_room: dict[str, Loss] = {}
    for entry in timetable(record):
        if entry.start is None:
            found.append(
                (entry.path, say("{id!r} is not in the calendar: {note}", id=entry.event.id, note=entry.note))
            )
            continue
        if entry.note:
            found.append(
                (
                    entry.path,
                    say("{id!r} is less exact in the calendar: {note}", id=entry.event.id, note=entry.note),
                )
            )
        for field, why in _NO_ROOM.items():
            if getattr(entry.event, field):
                no_room.setdefault(field, ((*entry.path, field), why))
    return found + list(no_room.values())


def _head(calendar: Calendar, record: Record, localizer: Localizer) -> None:
    from icalendar import vText

    calendar.add("version", "2.0")
    calendar.add("prodid", "-//eventrecord//Calendar//EN")
    calendar.add("calscale", "GREGORIAN")
    if is_printed(record.event, "name"):
        name = _sentence(localizer.text(record.event.name, f"events.{record.event.id}.name"), localizer)
        calendar.add("name", vText(name, params={"LANGUAGE": _tag(record.event.name, localizer)}))
        calendar.add("x-wr-calname", vText(name))  # beside NAME, which Google does not read
    calendar.add("refresh-interval", _REFRESH, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")  # beside REFRESH-INTERVAL, which Outlook does not read


def _zones(entries: list[Entry]) -> list[Component]:
    """A VTIMEZONE for every zone in use, from a year before its first entry to a year after its last."""
    days: dict[str, list[date]] = {}
    for entry in entries:
        for value in (entry.start, entry.end):
            if isinstance(value, datetime) and isinstance(value.tzinfo, ZoneInfo):
                days.setdefault(value.tzinfo.key, []).append(value.date())
    return [_zone(key, min(used) - _YEAR, max(used) + _YEAR) for key, used in sorted(days.items())]


@lru_cache(maxsize=64)
def _zone(key: str, first: date, last: date) -> Component:
    """The VTIMEZONE of a zone for some years: the calendars of all locales share it."""
    from icalendar import Timezone

    zone = Timezone.from_tzinfo(ZoneInfo(key), first_date=first, last_date=last)
    zone.pop("COMMENT", None)  # libical refuses it there
    return zone


def _component(entry: Entry, localizer: Localizer, uids: dict[int, str], revised: datetime) -> Component:
    """One VEVENT; `uids` are those of the events that have one."""
    import icalendar

    event, record, view = entry.event, localizer.record, EventView(entry.event, localizer, set(), marks=False)
    component = icalendar.Event()
    component.add("uid", uids[id(event)])
    component.add("dtstamp", revised)
    component.add("last-modified", revised)
    component.add("sequence", sum(is_printed(change, "status") for change in event.changes))
    if is_printed(event, "status"):
        component.add("status", _STATUS.get(event.status, "CONFIRMED"))
    component.add("dtstart", entry.start)
    if entry.end is not None:
        component.add("dtend", entry.end)
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
    _refuse_unsound(component)
    return component


def _revised(record: Record, zone: ZoneInfo | None) -> datetime:
    """When this state of the record was made; of a date its first moment where the event is."""
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
    return at.instant(zone)


def _uid(event: Event, localizer: Localizer) -> str:
    return f"{event.id}.{localizer.record.id}@{localizer.settings.uid_domain}"


def _summary(entry: Entry, view: EventView) -> str:
    patterns = view.localizer.language.patterns["calendar"]
    own = patterns.get(entry.event.kind.value, patterns["summary"])
    passage = view("event") if entry.parent is None else first_filled(own, view)
    return _sentence(passage.text, view.localizer) if passage else ""


def _location(view: EventView) -> str:
    passage = first_filled(view.localizer.language.patterns["calendar"]["location"], view)
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
    hall = place_of(record, event)
    place = record.find("places", hall) if hall else None
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


def _refuse_double(uids: list[str]) -> None:
    twice = [uid for uid, count in Counter(uids).items() if count > 1]
    if twice:
        raise RecordError(
            say(
                "several events have the id {id!r}: give each its own",
                id=twice[0].partition(".")[0],
            )
        )


def _refuse_unsound(component: Component) -> None:
    """Our own mistakes, which the library would write without a word."""
    required: Iterable[str] = component.required
    singletons: Iterable[str] = component.singletons
    lacking = [key for key in required if key not in component]
    doubled = [key for key in singletons if isinstance(component.get(key), list)]
    if lacking or doubled:
        raise AssertionError(f"{component.get('UID')} lacks {lacking}, has several of {doubled}")
