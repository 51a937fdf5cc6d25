"""News in JSON (IPTC ninjs 3.1): a release as a news item, with its event and its other languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from eventrecord.formats.addresses import article_address, entry_address, term_address
from eventrecord.formats.format import Loss
from eventrecord.localize.localizer import Localizer
from eventrecord.message import say
from eventrecord.model.event import Event, Status
from eventrecord.model.participation import Role
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.model.source import is_printed
from eventrecord.model.span import Moment
from eventrecord.model.timetable import Entry, timetable
from eventrecord.story import Story, compose

__all__ = ["losses", "render"]

_STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
}
_MENTIONED = ("people", "organizations", "places")


def render(record: Record, localizer: Localizer, release: Release | None) -> str:
    """The release as a news item: its text, whom and what it mentions, its event, its other languages.

    Returns:
        JSON; nothing at all where there is no release.

    Raises:
        MissingWordingError: the item needs a wording that the record does not have.
    """
    if release is None:
        return ""
    story = compose(localizer, release)
    entries = timetable(record)
    zone = ZoneInfo(release.time_zone) if release.time_zone else entries[0].zone
    issuer = release.issuer if is_printed(release, "issuer") else None
    issued = release.issued if is_printed(release, "issued") else None
    item = {
        "standard": _STANDARD,
        "uri": _item(localizer, release, localizer.tag),
        "type": "text",
        "representationType": "full",
        "version": str(record.revision.number),
        "contentCreated": _instant(issued, zone) if issued and issued.has_time else None,
        "versionCreated": _instant(record.revision.at, zone),
        "embargoedUntil": _instant(release.embargo if is_printed(release, "embargo") else None, zone),
        "pubStatus": "usable",
        "language": localizer.tag,
        "headlines": [
            {"role": role, "contentType": "text/plain", "value": words}
            for role, words in (("main", story.headline), ("subheadline", story.subheadline))
            if words
        ],
        "bodies": [{"role": "main", "contentType": "text/plain", "value": _body(story)}],
        "edNote": "\n\n".join(filter(None, ["\n".join(story.contacts), *story.notes])),
        "by": _name(localizer, "organizations", issuer) if issuer else None,
        "located": _name(localizer, "places", release.place)
        if release.place and is_printed(release, "place")
        else None,
        **_mentioned(localizer, story),
        **_subjects(localizer),
        "infoSources": [_source(localizer, issuer)] if issuer else [],
        "associations": [
            _event(entries[0], entries, localizer),
            *_pictures(localizer, story),
            *_others(localizer, release),
        ],
    }
    return json.dumps(_filled(item), ensure_ascii=False, indent=2) + "\n"


def losses(record: Record) -> list[Loss]:
    """What a news item has no property for, each sort once."""
    found: list[Loss] = []
    if not record.releases:
        found.append((("releases",), say("a news item is made of a release, and there is none")))
    for entry in timetable(record):
        if entry.status not in (Status.SCHEDULED, Status.CANCELLED):
            why = say("a news item says of an event that it is cancelled, and nothing else of its status")
            found.append(((*entry.path, "status"), why))
            break
    if record.figures:
        found.append((("figures",), say("a news item tells figures in its text alone")))
    return found


def _body(story: Story) -> str:
    first, *rest = story.paragraphs or (None,)
    parts = [f"{story.dateline}{first.text}" if first else "", *(first.items if first else ())]
    for paragraph in rest:
        parts += [paragraph.text, *paragraph.items] if paragraph else []
    return "\n\n".join(part for part in parts if part)


def _mentioned(localizer: Localizer, story: Story) -> dict[str, Any]:
    """People, organisations and places that the text states something of, in the order of the record."""
    names = {kind: list(_named(localizer.record, story, kind)) for kind in _MENTIONED}
    return {
        "people": [
            {
                "name": localizer.person(name, "name"),
                "rel": "mentions",
                "uri": _address(localizer, "people", name),
            }
            for name in names["people"]
        ],
        "organisations": [
            {
                "name": _name(localizer, "organizations", name),
                "rel": "mentions",
                "uri": _address(localizer, "organizations", name),
            }
            for name in names["organizations"]
        ],
        "places": [{**_place(localizer, name), "rel": "mentions"} for name in names["places"]],
    }


def _subjects(localizer: Localizer) -> dict[str, Any]:
    """What it is about: the keywords, and the event."""
    event = localizer.record.event
    return {
        "subjects": [
            {"name": localizer.term(name), "rel": "about", "uri": _address(localizer, "terms", name)}
            for name in (event.keywords if is_printed(event, "keywords") else [])
        ],
        "events": [
            {
                "id": event.id,
                "name": localizer.event(event.id),
                "rel": "about",
                "uri": _address(localizer, "events", event.id),
            }
        ],
    }


def _source(localizer: Localizer, name: str) -> dict[str, str]:
    return {
        "name": _name(localizer, "organizations", name),
        "uri": _address(localizer, "organizations", name),
    }


def _named(record: Record, story: Story, kind: str) -> Iterator[str]:
    stated = {fact.split(".")[1] for fact in story.facts if fact.partition(".")[0] == kind}
    yield from (name for name in getattr(record, kind) if name in stated)


def _place(localizer: Localizer, reference: str) -> dict[str, Any]:
    place = localizer.record.find("places", reference)
    found: dict[str, Any] = {
        "name": _name(localizer, "places", reference),
        "uri": _address(localizer, "places", reference),
    }
    if place is not None and place.coordinates and is_printed(place, "coordinates"):
        point = [place.coordinates.longitude, place.coordinates.latitude]
        found["geoJSON"] = {"type": "Point", "coordinates": point}
    return found


def _event(entry: Entry, entries: list[Entry], localizer: Localizer) -> dict[str, Any]:
    """The event as an item of its own, complete in itself, with its parts."""
    event = entry.event
    name = localizer.event(event.id)
    place = event.place if is_printed(event, "place") else None
    behind = list(_behind(event, localizer))
    parts = [other for other in entries if other.parent is event and is_printed(other.event, "name")]
    return {
        "name": name,
        "rel": "about" if entry.parent is None else "part",
        "uri": _address(localizer, "events", event.id),
        "type": "event",
        "pubStatus": "canceled" if entry.status is Status.CANCELLED else "usable",
        "language": localizer.tag,
        "title": name,
        "eventDetails": {
            "dates": _dates(entry),
            "organiser": _organiser(behind),
        },
        "organisations": behind,
        "places": [_place(localizer, place)] if place else [],
        "associations": [_event(part, entries, localizer) for part in parts],
    }


def _organiser(behind: list[dict[str, str]]) -> dict[str, str] | None:
    """The one that a news item has room for: the first host, else the first organizer."""
    for role in (Role.HOST, Role.ORGANIZER):
        for one in behind:
            if one["rel"] == role.value:
                return {"name": one["name"], "uri": one["uri"]}
    return None


def _name(localizer: Localizer, kind: str, reference: str) -> str:
    """What an entry is called, without article or place in a sentence."""
    return localizer.text(localizer.entry(kind, reference).name, f"{kind}.{reference}.name")


def _behind(event: Event, localizer: Localizer) -> Iterator[dict[str, str]]:
    for involved in event.organizations if is_printed(event, "organizations") else []:
        for name in involved.organizations if is_printed(involved, "role") else []:
            yield {
                "name": _name(localizer, "organizations", name),
                "rel": involved.role.value,
                "uri": _address(localizer, "organizations", name),
            }


def _dates(entry: Entry) -> dict[str, str]:
    """Instants as they are; days as expected ones, which may be truncated, the last one included."""
    found: dict[str, str] = {}
    for name, value, back in (("start", entry.start, 0), ("end", entry.end, 1)):
        if isinstance(value, datetime):
            found[f"{name}Date"] = value.isoformat(timespec="seconds")
        elif isinstance(value, date):
            found[f"expected{name.title()}Date"] = (value - timedelta(days=back)).isoformat()
    return found


def _pictures(localizer: Localizer, story: Story) -> Iterator[dict[str, Any]]:
    for name in _named(localizer.record, story, "images"):
        image = localizer.record.images[name]
        caption = localizer.optional(image.caption)
        if image.url and caption:
            yield {
                "name": name,
                "rel": "picture",
                "uri": _address(localizer, "images", name),
                "type": "picture",
                "language": localizer.tag,
                "descriptions": [{"role": "caption", "contentType": "text/plain", "value": caption}],
                "by": localizer.optional(image.credit),
                "renditions": [{"name": "main", "href": image.url}],
            }


def _others(localizer: Localizer, release: Release) -> Iterator[dict[str, Any]]:
    """The same release in its other languages, and the one that it corrects: by their addresses."""
    tags = release.locales or localizer.record.locales
    linked = [(tag, "translation", release, tag) for tag in tags if tag != localizer.tag]
    for earlier in localizer.record.releases:
        if earlier.id == release.corrects:
            linked.append((earlier.id, "corrects", earlier, localizer.tag))
    for name, rel, other, tag in linked:
        yield {
            "name": name,
            "rel": rel,
            "uri": _item(localizer, other, tag),
            "type": "text",
            "representationType": "partial",
            "language": tag,
        }


def _item(localizer: Localizer, release: Release, tag: str) -> str:
    """The address of a release in a language: that of its article in the linked data."""
    return article_address(localizer.settings.base, tag, localizer.record, release)


def _address(localizer: Localizer, kind: str, reference: str) -> str:
    base, record = localizer.settings.base, localizer.record
    if kind == "terms":
        return term_address(base, record, reference)
    return entry_address(base, record, kind, reference)


def _instant(moment: Moment | None, zone: ZoneInfo | None) -> str | None:
    """A moment as ninjs wants it, with time and offset; of a day its first moment."""
    if moment is None:
        return None
    return moment.instant(zone).isoformat(timespec="seconds").replace("+00:00", "Z")


def _filled(value: Any) -> Any:
    """A value without what is empty in it."""
    if isinstance(value, dict):
        found = {key: _filled(inner) for key, inner in value.items()}
        return {key: inner for key, inner in found.items() if inner not in (None, "", [], {})}
    if isinstance(value, list):
        return [_filled(inner) for inner in value]
    return value
