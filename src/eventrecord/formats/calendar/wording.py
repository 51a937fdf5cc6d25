"""What an entry of a calendar says: title, place, description, in one language, as plain text."""

from __future__ import annotations

import re

from eventrecord.formats.addresses import as_uri
from eventrecord.localize.localizer import Localizer, Texts
from eventrecord.localize.patterns import Passage, fill, first_filled
from eventrecord.model.event import AttendanceMode, Event, Status
from eventrecord.model.media import Image
from eventrecord.model.record import Record
from eventrecord.model.source import is_printed
from eventrecord.model.timetable import Entry
from eventrecord.model.tree import place_of
from eventrecord.story.view import EventView

__all__ = [
    "calendar_description",
    "calendar_name",
    "conference",
    "description",
    "images",
    "keywords",
    "location",
    "page",
    "pictures",
    "position",
    "printed_keywords",
    "summary",
    "text_tag",
    "view",
]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def calendar_name(localizer: Localizer) -> str:
    """What the whole calendar is called: the record's event; empty if its name is not printed."""
    event = localizer.record.event
    if not is_printed(event, "name"):
        return ""
    return _sentence(localizer.text(event.name, f"events.{event.id}.name"), localizer)


def calendar_description(localizer: Localizer) -> str:
    """What the whole calendar is about, as the record's event says it; empty if that is not told."""
    event = localizer.record.event
    lines = [*_about(event, localizer), *_fictional(localizer)]
    return "\n".join(_sentence(line.text, localizer) for line in lines)


def view(entry: Entry, localizer: Localizer) -> EventView:
    """The event as sentence patterns see it, without marks for what stands in: calendars tag the language."""
    return EventView(entry.event, localizer, set(), marks=False)


def summary(entry: Entry, view: EventView) -> str:
    """The title of an entry; of a part with as much of the whole's as it needs."""
    patterns = view.localizer.language.patterns["calendar"]
    own = patterns.get(entry.event.kind.value, patterns["summary"])
    passage = view("event") if entry.parent is None else first_filled(own, view)
    return _sentence(passage.text, view.localizer) if passage else ""


def location(view: EventView) -> str:
    """City and venue; empty if they are not known."""
    passage = first_filled(view.localizer.language.patterns["calendar"]["location"], view)
    return _plain(passage.text) if passage else ""


def description(entry: Entry, view: EventView) -> str:
    """What became of the event, what it is, its theme and series: a line each."""
    localizer, event = view.localizer, entry.event
    patterns = localizer.language.patterns
    changed = patterns["lead"].get(entry.status.value, {}).get("sentences", [])
    lines = [first_filled(alternatives, view) for alternatives in changed]
    lines += _about(event, localizer)
    lines += [fill(pattern, view) for pattern in patterns["calendar"]["description"]]
    lines += _fictional(localizer)
    return "\n".join(_sentence(line.text, localizer) for line in lines if line)


def text_tag(text: Texts, localizer: Localizer) -> str:
    """The language of a text as printed: that of a wording that stands in, else the edition's."""
    worded = localizer.wording(text)
    return worded.tag if worded and worded.stand_in else localizer.tag


def position(event: Event, record: Record) -> tuple[float, float] | None:
    """Latitude and longitude of the event's place, in degrees (WGS 84), to a tenth of a metre."""
    hall = place_of(record, event)
    place = record.find("places", hall) if hall else None
    if place is None or place.coordinates is None or not is_printed(place, "coordinates"):
        return None
    return _degrees(place.coordinates.latitude), _degrees(place.coordinates.longitude)


def images(event: Event, record: Record) -> list[Image]:
    """Pictures of an event: those that it names, then those that say so themselves."""
    names = [*event.images] if is_printed(event, "images") else []
    names += [name for name, image in record.images.items() if image.event == event.id]
    found = [record.find("images", name) for name in dict.fromkeys(names)]
    return [image for image in found if image and is_printed(image, "caption")]


def pictures(event: Event, record: Record) -> list[str]:
    """Where on the web the pictures of an event are."""
    shown = (image.url for image in images(event, record) if is_printed(image, "url"))
    return [as_uri(address) for address in shown if address and address.startswith("http")]


def page(event: Event) -> str | None:
    """Where on the web the event is told of."""
    return as_uri(event.url) if event.url and is_printed(event, "url") else None


def conference(entry: Entry) -> str | None:
    """Where to go on the web to take part; None of an event that is not there, or without an address."""
    event = entry.event
    mode = event.attendance_mode if is_printed(event, "attendance_mode") else None
    online = mode in (AttendanceMode.ONLINE, AttendanceMode.MIXED) or entry.status is Status.MOVED_ONLINE
    return page(event) if online else None


def keywords(event: Event, localizer: Localizer) -> list[str]:
    """The terms that the event is about, in words."""
    return [_plain(localizer.term(word)) for word in printed_keywords(event, localizer.record)]


def printed_keywords(event: Event, record: Record) -> list[str]:
    """The terms that the event is about, by their ids."""
    if not is_printed(event, "keywords"):
        return []
    terms = [(word, record.find("terms", word)) for word in event.keywords]
    return [word for word, own in terms if own is None or is_printed(own, "name")]


def _about(event: Event, localizer: Localizer) -> list[Passage]:
    if event.description is None or not is_printed(event, "description"):
        return []
    return [localizer.prose(event.description, f"events.{event.id}.description")]


def _fictional(localizer: Localizer) -> list[Passage]:
    return [Passage(localizer.words["labels"]["fictional"])] if localizer.record.fictional else []


def _sentence(text: str, localizer: Localizer) -> str:
    return _plain(localizer.grammar.sentence(text))


def _plain(text: str) -> str:
    """Text without control characters; every sort of line end is one line feed."""
    return _CONTROL.sub("", "\n".join(text.splitlines()))


def _degrees(value: float) -> float:
    return round(value, 6) if abs(value) >= 0.0001 else 0.0  # smaller ones would be written 5e-05
