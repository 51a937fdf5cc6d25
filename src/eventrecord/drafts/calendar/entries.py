"""An entry of a calendar as an event: what it says, where it is, who is in it; what is not kept is told."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from eventrecord.drafts.calendar.attendance import involved
from eventrecord.drafts.calendar.components import Component, texts, unescaped
from eventrecord.drafts.calendar.leftovers import tell_leftovers
from eventrecord.drafts.calendar.times import instant, times
from eventrecord.drafts.calendar.whereabouts import meeting, where
from eventrecord.drafts.calendar.wordings import one_line, wordings
from eventrecord.drafts.calendar.zones import Zones
from eventrecord.drafts.entry import Entry
from eventrecord.drafts.markup import without_markup
from eventrecord.drafts.sketch import Sketch, Words, merge
from eventrecord.message import say

__all__ = ["read_entry"]

_LONGEST_UID = 255
_SINGLE = ("DTSTART", "DTEND", "UID", "STATUS", "URL", "GEO")
_OWN = re.compile(r"([a-z0-9-]{1,80})\.([a-z0-9-]{1,80})@[^@]*")
_CONCEPT = re.compile(r"#(?:term-)?([a-z0-9]+(?:-[a-z0-9]+)*)$")


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
    described = wordings(part, "DESCRIPTION", sketch, partial(without_markup, sketch=sketch))
    merge(entry.event, {"description": sketch.prose(described)})
    entry.event |= times(part, zones, home, sketch)
    entry.at = instant(part, "LAST-MODIFIED", "DTSTAMP")
    _status(entry, part, sketch)
    where(entry.event, part, sketch)
    if found := part.get("URL"):
        merge(entry.event, {"url": sketch.url(found.value, found.line)})
    merge(entry.event, involved(part, sketch))
    _keywords(entry.event, part, sketch)
    _relations(entry, part, sketch)
    _known_as(entry, part, sketch)
    meeting(entry.event, part, sketch)
    tell_leftovers(part, sketch)
    return entry


def _known_as(entry: Entry, part: Component, sketch: Sketch) -> None:
    """UID and SEQUENCE, so that calendars take what is published of the record for the same entry.

    The UID of an event that recurs means all of its occurrences, which a record tells one by one. That of our
    own entries is made of ids again; but what changed before is not in the calendar.
    """
    told = part.value("SEQUENCE")
    changes = len(entry.event.get("changes", ()))
    sequence = max(0, int(told) - changes) if re.fullmatch(r"\d{1,6}", told, re.ASCII) else 0
    recurs = part.get("RRULE") or part.get("RECURRENCE-ID")
    if recurs or not entry.uid or (entry.own and not sequence):
        return
    if len(entry.uid) > _LONGEST_UID or sketch.clean(entry.uid) != entry.uid or "\n" in entry.uid:
        sketch.tell("lost", say("{uid} is no UID that a record can hold", uid=entry.uid[:80]), part.line)
        return
    entry.event["calendar_entry"] = {"uid": entry.uid} | ({"sequence": sequence} if sequence else {})
    if not entry.own:
        message = say(
            "calendars take what you publish for a new state of these entries, by their UID: to publish "
            "entries of your own beside them, take out calendar_entry"
        )
        sketch.tell("guessed", message, part.line)


def _name(part: Component, sketch: Sketch) -> Words:
    words = wordings(part, "SUMMARY", sketch, partial(one_line, sketch=sketch))
    if not words:
        sketch.tell("lost", say("an event has no name: it is called after its line"), part.line)
        words = sketch.text(f"VEVENT {part.line}", "en")
    return words


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
