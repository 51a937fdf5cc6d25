"""JSCalendar (RFC 8984): one calendar for all languages, the others' texts as `localizations` of each entry.

No library writes it but under a licence that binds its users, and without languages: it is plain JSON.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from eventrecord.formats.calendar import wording
from eventrecord.formats.calendar.entries import calendar_uid, dated_entries, revised, sequence, uid
from eventrecord.formats.calendar.head import feed
from eventrecord.formats.calendar.ical import STATUS
from eventrecord.localize.localizer import Localizer
from eventrecord.model.event import Event
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.model.timetable import Entry
from eventrecord.model.tree import place_of
from eventrecord.story import beside

__all__ = ["SUFFIX", "render"]

SUFFIX = "jscalendar.json"

Texts = dict[str, Any]
"""Texts of an entry in one language, by their place in it: `title`, `locations/hall/name` (RFC 6901)."""
_PRODUCT = "-//eventrecord//Calendar//EN"


def render(record: Record, localizer: Localizer, release: Release | None = None) -> str:
    """The calendar of a record in all its languages: a Group with an Event for each event whose day is known.

    The texts of an Event are those of the record's first language; `localizations` has the others'.

    Returns:
        JSON; nothing at all where no event has a known day.

    Raises:
        RecordError: an event does not end after its start, or two events have one id.
        MissingWordingError: an event needs a wording that the record does not have.
    """
    entries = dated_entries(record)
    if not entries:
        return ""
    localizers = [beside(localizer, None, tag) for tag in record.locales]
    dated = {id(entry.event) for entry in entries}
    group = {
        "@type": "Group",
        "uid": calendar_uid(record, localizer.settings.uid_domain),
        "prodId": _PRODUCT,
        "updated": _instant(revised(record)),
        "title": wording.calendar_name(localizers[0]),
        "description": wording.calendar_description(localizers[0]),
        "links": _links(record.event, record),
        "locale": localizers[0].tag,
        "keywords": dict.fromkeys(wording.keywords(record.event, localizers[0]), True),
        "color": localizer.settings.color,
        "source": feed(localizer.settings, f"{record.id}.{SUFFIX}"),
        "entries": [_event(entry, dated, localizers) for entry in entries],
    }
    return json.dumps(_filled(group), ensure_ascii=False, indent=2) + "\n"


def _event(entry: Entry, dated: Collection[int], localizers: Sequence[Localizer]) -> dict[str, Any]:
    """An Event (section 5.1) with its properties in the standard's order; `dated` are all that there are."""
    event, first = entry.event, localizers[0]
    record, domain = first.record, first.settings.uid_domain
    texts = _texts(entry, first)
    return _filled(
        {
            "@type": "Event",
            "uid": uid(event, record, domain),
            "relatedTo": _related(entry, dated, record, domain),
            "prodId": _PRODUCT,
            "updated": _instant(revised(record)),
            "sequence": sequence(event),
            "title": texts["title"],
            "description": texts["description"],
            **_times(entry),
            "locations": _locations(entry, texts, record),
            "virtualLocations": _online(entry),
            "links": _links(event, record),
            "locale": first.tag,
            "keywords": texts["keywords"],
            "status": STATUS.get(entry.status, "CONFIRMED").lower(),
            "localizations": {
                localizer.tag: patch
                for localizer in localizers[1:]
                if (patch := _patch(texts, _texts(entry, localizer)))
            },
        }
    )


def _texts(entry: Entry, localizer: Localizer) -> Texts:
    view = wording.view(entry, localizer)
    place = _place_id(entry, localizer.record)
    return {
        "title": wording.summary(entry, view),
        "description": wording.description(entry, view),
        f"locations/{place}/name": wording.location(view),
        "keywords": dict.fromkeys(wording.keywords(entry.event, localizer), True),
    }


def _patch(base: Texts, texts: Texts) -> Texts:
    """What another language says otherwise: a PatchObject (section 1.4.9)."""
    return {key: text for key, text in texts.items() if text != base[key]}


def _times(entry: Entry) -> dict[str, Any]:
    """Start and length (section 5.1): in the event's zone, or of whole days, the same everywhere."""
    start, end = entry.start, entry.end
    if not isinstance(start, datetime):
        days = (end - start).days if start and end else 1
        return {"showWithoutTime": True, "start": f"{start}T00:00:00", "duration": f"P{days}D"}
    length = end.astimezone(UTC) - start.astimezone(UTC) if isinstance(end, datetime) else None
    return {
        "start": f"{start.replace(tzinfo=None, microsecond=0).isoformat()}",
        "timeZone": getattr(start.tzinfo, "key", "Etc/UTC"),
        "duration": _duration(length) if length else None,
    }


def _duration(length: timedelta) -> str:
    """In hours and minutes: a day may have 23 of them (section 1.4.6)."""
    hours, seconds = divmod(int(length.total_seconds()), 3600)
    parts = ((hours, "H"), (seconds // 60, "M"), (seconds % 60, "S"))
    return "PT" + "".join(f"{number}{unit}" for number, unit in parts if number)


def _locations(entry: Entry, texts: Texts, record: Record) -> dict[str, Any]:
    place = _place_id(entry, record)
    name, position = texts[f"locations/{place}/name"], wording.position(entry.event, record)
    if not name:
        return {}
    geo = f"geo:{position[0]},{position[1]}" if position else None
    return {place: _filled({"@type": "Location", "name": name, "coordinates": geo})}


def _place_id(entry: Entry, record: Record) -> str:
    """An Id (section 1.4.1): that of another record's place has a slash, which would be a way into it."""
    return (place_of(record, entry.event) or "place").replace("/", "_")


def _online(entry: Entry) -> dict[str, Any]:
    """The address to go to on the web (section 4.2.6)."""
    address = wording.conference(entry)
    return {"page": {"@type": "VirtualLocation", "uri": address}} if address else {}


def _links(event: Event, record: Record) -> dict[str, Any]:
    """The event's page and pictures (section 1.4.11)."""
    links: dict[str, Any] = {}
    if (page := wording.page(event)) is not None:
        links["page"] = {"@type": "Link", "href": page, "rel": "describedby"}
    for number, address in enumerate(wording.pictures(event, record), start=1):
        links[f"picture-{number}"] = {"@type": "Link", "href": address, "rel": "icon", "display": "fullsize"}
    return links


def _related(entry: Entry, dated: Collection[int], record: Record, domain: str) -> dict[str, Any]:
    """Of the other entries the one that it is part of, and its own parts (section 4.1.3)."""
    above = [(entry.parent, "parent")] if entry.parent else []
    return {
        uid(event, record, domain): {"@type": "Relation", "relation": {relation: True}}
        for event, relation in (*above, *((part, "child") for part in entry.event.sub_events))
        if id(event) in dated
    }


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _filled(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties that say something."""
    return {key: value for key, value in properties.items() if value not in ("", None, {})}
