"""What an entry of a calendar has besides what is read of it."""

from __future__ import annotations

from collections.abc import Iterable

from eventrecord.drafts.calendar.components import Component
from eventrecord.drafts.calendar.whereabouts import MEETINGS
from eventrecord.drafts.sketch import Sketch
from eventrecord.message import say

__all__ = ["tell_leftovers", "tell_names"]

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
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TRANSP",
    "UID",
    "URL",
}
"""Properties that are used, or say nothing of the event."""
_TECHNICAL = (
    "CLASS",
    "COLOR",
    "PRIORITY",
    "TZID",
    "VALARM",
    "X-ALT-DESC",
    "X-APPLE-",
    "X-LIC-",
    "X-MICROSOFT-",
    "X-MS-",
    "X-NC-",
)
"""What begins so is for programs, or says what other properties say."""


def tell_names(names: Iterable[tuple[str, int]], sketch: Sketch) -> None:
    """Tell what is not kept, by name and line; what only programs use, in one note."""
    for name, line in names:
        if name.startswith(_TECHNICAL):
            sketch.tell_technical(name, line)
        else:
            sketch.tell("lost", say("{name} is not kept", name=name), line)


def tell_leftovers(part: Component, sketch: Sketch) -> None:
    """Tell what an entry has that is not kept."""
    rest = [
        (found.name, found.line)
        for found in part.properties
        if found.name != "RRULE" and found.name not in _KEPT | MEETINGS and found.value.strip()
    ]
    tell_names(
        [*rest, *((inner.name, inner.line) for inner in part.parts if inner.name != "PARTICIPANT")], sketch
    )
    for found in part.properties:
        if found.name == "RRULE":
            sketch.tell(
                "lost",
                say(
                    "that an event recurs is not kept, nor its UID: write each one ({rule})",
                    rule=found.value[:80],
                ),
                found.line,
            )
    if again := part.get("RECURRENCE-ID"):
        sketch.tell(
            "guessed", say("one occurrence of an event that recurs is an event of its own"), again.line
        )
