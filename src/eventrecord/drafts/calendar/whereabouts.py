"""Where an entry of a calendar is: a name, an address after it, a position, a meeting on the web."""

from __future__ import annotations

import re
from typing import Any

from eventrecord.drafts.calendar.components import Component, Property, unescaped
from eventrecord.drafts.calendar.wordings import one_line, wordings
from eventrecord.drafts.sketch import Sketch
from eventrecord.message import say

__all__ = ["MEETINGS", "meeting", "where"]

MEETINGS = {"CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"}
"""Properties that tell the address of a meeting."""
_GEO = re.compile(r"([+-]?\d{1,3}(?:\.\d{1,15})?);([+-]?\d{1,3}(?:\.\d{1,15})?)", re.ASCII)
_MAPPED = re.compile(r"geo:([+-]?\d{1,3}(?:\.\d{1,15})?),([+-]?\d{1,3}(?:\.\d{1,15})?)", re.ASCII)
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def where(event: dict[str, Any], part: Component, sketch: Sketch) -> None:
    """Add where an event is: a place, or that it is on the web."""
    found, position = part.get("LOCATION"), part.get("GEO")
    words = unescaped(found.value).strip() if found else ""
    if found and _WEB.fullmatch(words):
        message = say("an event whose place is a web address is online; the address is in its note")
        sketch.tell("guessed", message, found.line)
        event["attendance_mode"] = "online"
        _note(event, words, sketch)
        return
    mapped = part.get("X-APPLE-STRUCTURED-LOCATION")
    title = unescaped(mapped.parameters.get("X-TITLE", "")).strip() if mapped else ""
    addresses: list[str] = []

    def name_of(text: str, *, line: int) -> str:
        name, address = _name_and_address(text, title)
        addresses.append(one_line(address, sketch=sketch, line=line, joint=", "))
        return one_line(name, sketch=sketch, line=line)

    name = sketch.place_name(wordings(part, "LOCATION", sketch, name_of), found.line if found else None)
    if not name:
        if position and not found:
            sketch.tell("lost", say("a position without the name of a place is not kept"), position.line)
        return
    address = next(filter(None, addresses), "")
    if address and found:
        sketch.tell(
            "guessed", say("what follows the name of a place is in the note of the place"), found.line
        )
    place = {
        "name": name,
        "coordinates": _coordinates(position, mapped, sketch),
        "note": sketch.clean(address[:500]),
    }
    event["place"] = sketch.add("places", name.values(), "place", tuple(name.items()), place)


def meeting(event: dict[str, Any], part: Component, sketch: Sketch) -> None:
    """Note the addresses of meetings on the web, for colleagues."""
    for found in part.properties:
        if found.name in MEETINGS and _WEB.fullmatch(words := unescaped(found.value).strip()):
            message = say("the address of a meeting on the web is in the note of its event")
            sketch.tell("guessed", message, found.line)
            _note(event, words, sketch)


def _note(event: dict[str, Any], words: str, sketch: Sketch) -> None:
    told = [*event.get("note", "").splitlines(), sketch.clean(words[:300])]
    event["note"] = "\n".join(dict.fromkeys(told))


def _coordinates(
    position: Property | None, mapped: Property | None, sketch: Sketch
) -> dict[str, float] | None:
    match = _GEO.fullmatch(position.value.strip()) if position else None
    match = match or (_MAPPED.fullmatch(mapped.value.strip()) if mapped else None)
    latitude, longitude = (float(match[1]), float(match[2])) if match else (91.0, 0.0)
    if abs(latitude) <= 90 and abs(longitude) <= 180:
        return {"latitude": latitude, "longitude": longitude}
    if position:
        sketch.tell("lost", say("{value} is no position", value=position.value[:40]), position.line)
    return None


def _name_and_address(words: str, title: str) -> tuple[str, str]:
    """A place in two parts, where a line end or what Apple's maps call it tells them apart."""
    name, _, rest = words.strip().partition("\n")
    if not rest.strip() and title and title not in name:
        name, rest = title, name
    return name.strip(), rest.strip()
