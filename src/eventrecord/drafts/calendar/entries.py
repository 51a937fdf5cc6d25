"""An entry of a calendar as an event: what it says, where it is, who is in it; what is not kept is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from eventrecord.drafts.calendar.attendance import involved
from eventrecord.drafts.calendar.components import Component, texts, unescaped
from eventrecord.drafts.calendar.times import instant, times
from eventrecord.drafts.calendar.zones import Zones
from eventrecord.drafts.entry import Entry
from eventrecord.drafts.markup import without_markup
from eventrecord.drafts.sketch import Sketch, Words, merge
from eventrecord.message import say

__all__ = ["read_entry"]

_KEPT = {
    "ATTENDEE",
    "CATEGORIES",
    "CONCEPT",
    "CREATED",
    "DESCRIPTION",
    "DTEND",
    "DTSTAMP",
    "DTSTART",
    "DURATION",
    "GEO",
    "LAST-MODIFIED",
    "LOCATION",
    "ORGANIZER",
    "RECURRENCE-ID",
    "RELATED-TO",
    "STATUS",
    "SUMMARY",
    "TRANSP",
    "UID",
    "URL",
}
"""Properties that are used, or say nothing of the event."""
_SINGLE = ("DTSTART", "DTEND", "UID", "STATUS", "URL", "GEO")
_OWN = re.compile(r"([a-z0-9-]{1,80})\.([a-z0-9-]{1,80})@[^@]*")
_CONCEPT = re.compile(r"#(?:term-)?([a-z0-9]+(?:-[a-z0-9]+)*)$")
_GEO = re.compile(r"([+-]?\d{1,3}(?:\.\d{1,15})?);([+-]?\d{1,3}(?:\.\d{1,15})?)", re.ASCII)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def read_entry(part: Component, zones: Zones, home: str | None, sketch: Sketch, *, ours: bool) -> Entry:
    """Read a VEVENT.

    Args:
        part: the VEVENT.
        zones: the time zones of its calendar.
        home: the zone that the calendar calls its own.
        sketch: where texts and notes go.
        ours: whether the calendar was made by us, so that its UIDs say which event and record they are of.
    """
    for name in _SINGLE:
        if len(part.all(name)) > 1:
            sketch.tell(
                "lost",
                say("an event has several {name}: the first is kept", name=name),
                part.all(name)[1].line,
            )
    uid = part.value("UID")
    entry = Entry({"id": "", "name": _name(part, sketch)}, part.line, uid)
    if ours and (match := _OWN.fullmatch(uid)):
        entry.own, entry.record = match[1], match[2]
    elif uid:
        entry.event["note"] = sketch.clean(f"UID: {uid[:200]}", part.line)
    described = _text(part, "DESCRIPTION", sketch, partial(without_markup, sketch=sketch))
    merge(entry.event, {"description": sketch.prose(described)})
    entry.event |= times(part, zones, home, sketch)
    entry.at = instant(part, "LAST-MODIFIED", "DTSTAMP")
    _status(entry, part, sketch)
    _where(entry.event, part, sketch)
    if found := part.get("URL"):
        merge(entry.event, {"url": sketch.url(found.value, found.line)})
    merge(entry.event, involved(part, sketch))
    _keywords(entry.event, part, sketch)
    _relations(entry, part, sketch)
    _tell_rest(part, sketch)
    return entry


def _text(part: Component, name: str, sketch: Sketch, read: Callable[..., str]) -> Words:
    """The wordings of a text; a second one, which no calendar may have, is kept if of another language."""
    words: Words = {}
    for found in part.all(name):
        told = read(unescaped(found.value), line=found.line)
        for tag, text in sketch.text(told, found.parameters.get("LANGUAGE"), found.line).items():
            if tag in words:
                message = say("an event has several {name} in {tag}: the first is kept", name=name, tag=tag)
                sketch.tell("lost", message, found.line)
            elif words:
                message = say("an event has several {name}, which no calendar may have", name=name)
                sketch.tell("damaged", message, found.line)
            words.setdefault(tag, text)
    return words


def _name(part: Component, sketch: Sketch) -> Words:
    words = _text(part, "SUMMARY", sketch, partial(_one_line, sketch=sketch))
    if not words:
        sketch.tell("lost", say("an event has no name: it is called after its line"), part.line)
        words = sketch.text(f"VEVENT {part.line}", "en")
    return words


def _one_line(text: str, *, sketch: Sketch, line: int | None = None, joint: str = " ") -> str:
    text = without_markup(text, sketch, line)
    return joint.join(filter(None, (" ".join(part.split()) for part in text.splitlines())))


def _status(entry: Entry, part: Component, sketch: Sketch) -> None:
    found = part.get("STATUS")
    told = found.value.strip().upper() if found else ""
    if told == "CANCELLED":
        at = entry.at or entry.event.get("start", "2000-01-01")
        sketch.tell("guessed", say("an event was cancelled when its entry was last changed"), part.line)
        entry.event |= {"status": "cancelled", "changes": [{"at": at, "status": "cancelled"}]}
    elif found and told != "CONFIRMED":
        sketch.tell(
            "lost",
            say("STATUS {value} is not kept: the event is told as scheduled", value=told[:40]),
            found.line,
        )


def _where(event: dict[str, Any], part: Component, sketch: Sketch) -> None:
    found, position = part.get("LOCATION"), part.get("GEO")
    words = unescaped(found.value) if found else ""
    if found and _WEB.fullmatch(words.strip()):
        sketch.tell(
            "guessed",
            say("an event whose place is a web address is online; the address is in its note"),
            found.line,
        )
        event["attendance_mode"] = "online"
        event["note"] = "\n".join(filter(None, [event.get("note"), sketch.clean(words[:300])]))
        return
    name = _text(part, "LOCATION", sketch, partial(_one_line, sketch=sketch, joint=", "))
    if not name:
        if position:
            sketch.tell("lost", say("a position without the name of a place is not kept"), position.line)
        return
    match = _GEO.fullmatch(position.value.strip()) if position else None
    latitude, longitude = (float(match[1]), float(match[2])) if match else (91.0, 0.0)
    known = abs(latitude) <= 90 and abs(longitude) <= 180
    if position and not known:
        sketch.tell("lost", say("{value} is no position", value=position.value[:40]), position.line)
    place = {"name": name, "coordinates": {"latitude": latitude, "longitude": longitude} if known else None}
    event["place"] = sketch.add("places", name.values(), "place", tuple(name.items()), place)


def _keywords(event: dict[str, Any], part: Component, sketch: Sketch) -> None:
    """Its categories as terms; our own calendars tell their ids beside them."""
    words = [(word, found) for found in part.all("CATEGORIES") for word in texts(found.value)]
    concepts = [match[1] for found in part.all("CONCEPT") if (match := _CONCEPT.search(found.value))]
    ids = concepts if len(concepts) == len(words) else [""] * len(words)
    terms: dict[str, None] = {}
    for (word, found), own in zip(words, ids, strict=True):
        if name := sketch.text(word, found.parameters.get("LANGUAGE"), found.line):
            key = own or tuple(name.items())
            terms[sketch.add("terms", name.values(), "term", key, {"name": name}, own=own)] = None
    if terms:
        event["keywords"] = list(terms)


def _relations(entry: Entry, part: Component, sketch: Sketch) -> None:
    for found in part.all("RELATED-TO"):
        kind, uid = found.parameters.get("RELTYPE", "PARENT").upper(), unescaped(found.value).strip()
        if kind == "PARENT" and not entry.parent:
            entry.parent = uid
        elif kind == "CHILD":
            entry.children.append(uid)
        else:
            sketch.tell("lost", say("RELATED-TO of the type {kind} is not kept", kind=kind[:40]), found.line)


def _tell_rest(part: Component, sketch: Sketch) -> None:
    for found in part.properties:
        if found.name == "RRULE":
            sketch.tell(
                "lost",
                say("that an event recurs is not kept: write each one ({rule})", rule=found.value[:80]),
                found.line,
            )
        elif found.name not in _KEPT and found.value.strip():
            sketch.tell("lost", say("{name} is not kept", name=found.name), found.line)
    if again := part.get("RECURRENCE-ID"):
        sketch.tell(
            "guessed", say("one occurrence of an event that recurs is an event of its own"), again.line
        )
    for inner in part.parts:
        if inner.name != "PARTICIPANT":
            sketch.tell("lost", say("{name} is not kept", name=inner.name), inner.line)
