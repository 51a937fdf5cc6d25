"""Who is behind an entry of a calendar, and who is asked to it: names only, never mail addresses."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from eventrecord.drafts.calendar.components import Component, Property
from eventrecord.drafts.sketch import Sketch
from eventrecord.message import say

__all__ = ["involved"]

_DID = {
    "ACCEPTED": "confirmed",
    "COMPLETED": "attended",
    "DECLINED": "withdrew",
}
"""What an answer to an invitation says; any other, and none, is that of somebody invited."""
_ENCODED = re.compile(r"%[0-9A-F]{2}")
_THINGS = ("ROOM", "RESOURCE", "GROUP")


def involved(part: Component, sketch: Sketch) -> dict[str, Any]:
    """`organizations` and `participants` of a VEVENT."""
    event: dict[str, Any] = {}
    for found in part.all("ORGANIZER")[:1]:
        _tell_mail(found.line, sketch)
        if name := sketch.text(_called(found, sketch), found.parameters.get("LANGUAGE"), found.line):
            sketch.tell(
                "guessed", say("who organizes is an organization, in the role of organizer"), found.line
            )
            key = sketch.add(
                "organizations", name.values(), "organization", tuple(name.items()), {"name": name}
            )
            event["organizations"] = [{"role": "organizer", "organizations": [key]}]
    people = []
    for found in part.all("ATTENDEE"):
        _tell_mail(found.line, sketch)
        told, kind = _called(found, sketch), found.parameters.get("CUTYPE", "").upper()
        name = (
            {}
            if "@" in told or kind in _THINGS
            else sketch.text(told, found.parameters.get("LANGUAGE"), found.line)
        )
        if not name:
            sketch.tell("lost", say("a participant without a personal name is not kept"), found.line)
            continue
        answer = _DID.get(found.parameters.get("PARTSTAT", "").upper(), "invited")
        people.append({"person": _person(name, sketch), "did": [answer]})
    for inner in part.parts:
        if inner.name == "PARTICIPANT":
            people += _participant(inner, sketch)
    if people:
        event["participants"] = people
    return event


def _participant(part: Component, sketch: Sketch) -> list[dict[str, Any]]:
    """A PARTICIPANT (RFC 9073): speakers are people; of others nobody knows whether they are."""
    found = part.get("SUMMARY")
    kind = part.value("PARTICIPANT-TYPE").upper()
    name = sketch.text(part.value("SUMMARY"), found.parameters.get("LANGUAGE"), part.line) if found else {}
    if not name or kind != "SPEAKER":
        sketch.tell("lost", say("a PARTICIPANT that is no SPEAKER is not kept"), part.line)
        return []
    return [{"person": _person(name, sketch), "did": ["spoke"]}]


def _called(found: Property, sketch: Sketch) -> str:
    """The CN; The Events Calendar writes Harbour%20Park."""
    told = found.parameters.get("CN", "")
    if _ENCODED.search(told):
        sketch.tell("damaged", say("a name is percent-encoded: it is taken for what that means"), found.line)
        return unquote(told)
    return told


def _person(name: dict[str, str], sketch: Sketch) -> str:
    return sketch.add("people", name.values(), "person", tuple(name.items()), {"name": name})


def _tell_mail(line: int, sketch: Sketch) -> None:
    sketch.tell("lost", say("mail addresses of people are not kept"), line)
