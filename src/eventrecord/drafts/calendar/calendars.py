"""A draft from calendars (RFC 5545): every VEVENT an event; a file per language, if there are several."""

from __future__ import annotations

from collections.abc import Mapping

from eventrecord.drafts.calendar.components import Component, components
from eventrecord.drafts.calendar.entries import read_entry
from eventrecord.drafts.calendar.leftovers import tell_names
from eventrecord.drafts.calendar.zones import Zones
from eventrecord.drafts.characters import unfolded
from eventrecord.drafts.draft import Draft
from eventrecord.drafts.entry import Entry
from eventrecord.drafts.naming import is_id, own_id, tag_of
from eventrecord.drafts.nesting import Titles, nested
from eventrecord.drafts.sketch import Sketch
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["draft_from_calendars"]

EVENTS = 2_000
"""Events that a draft may have: nobody looks through more."""


def draft_from_calendars(files: Mapping[str, bytes], encoding: str | None, locale: str | None) -> Draft:
    """The draft of one or more calendars, by the stems of their files; the first decides what they all tell.

    Raises:
        EventRecordError: the bytes are of another encoding, or there is no event in them.
    """
    first = next(iter(files))
    sketch = Sketch(first.partition(".")[0], locale)
    entries: dict[str, Entry] = {}
    names: Titles = []
    about: Titles = []
    for stem, data in files.items():
        sketch.locale = locale or _language_in(stem)
        sketch.file = f"{stem}.ics" if len(files) > 1 else None
        for calendar in _calendars(data, encoding, sketch):
            names.append(_told(calendar, "NAME", "X-WR-CALNAME"))
            about.append(_told(calendar, "DESCRIPTION", "X-WR-CALDESC"))
            _read(calendar, entries, sketch)
            if len(entries) > EVENTS:
                raise EventRecordError(say("there are more than {n} events in this calendar", n=EVENTS))
        sketch.settle()
    sketch.file = None
    if not entries:
        raise EventRecordError(say("there is no event in this calendar"))
    for entry in entries.values():
        entry.settle(sketch)
    record = _record_of(entries, sketch)
    event = nested(list(entries.values()), names, record, sketch, about)
    stamps = [entry.at for entry in entries.values() if entry.at]
    return sketch.draft(record, event, max(stamps, default=None))


def _calendars(data: bytes, encoding: str | None, sketch: Sketch) -> list[Component]:
    try:
        lines, notes = unfolded(data, encoding)
    except EventRecordError as error:
        if sketch.file is None:
            raise
        raise EventRecordError(say("{file}: {reason}", file=sketch.file, reason=error.args[0])) from None
    for note in notes:
        sketch.tell(note.kind, note.message, note.line)
    root, odd, without_end = components(lines)
    for line in odd:
        sketch.tell("damaged", say("a line is no property: {line}", line=line.text[:60]), line.number)
    for part in without_end:
        sketch.tell("damaged", say("{name} has no end: the file may be cut off", name=part.name), part.line)
    if root.properties and not root.parts:
        raise EventRecordError(say("this is no calendar: it has no BEGIN:VCALENDAR"))
    found = [part for part in root.parts if part.name == "VCALENDAR"]
    return found or [root]


def _read(calendar: Component, entries: dict[str, Entry], sketch: Sketch) -> None:
    """Read the entries of a calendar; those that another file told of before gain its wordings."""
    zones, seen = Zones(calendar, sketch), set()
    home = _home(calendar, zones)
    ours = calendar.value("PRODID").startswith("-//eventrecord//")
    for part in calendar.parts:
        if part.name == "VEVENT":
            entry = read_entry(part, zones, home, sketch, ours=ours)
            key = f"{entry.uid}\n{part.value('RECURRENCE-ID')}" if entry.uid else f"\n{len(entries)}"
            if key in seen:
                sketch.tell("damaged", say("two events have the UID {uid}", uid=entry.uid[:80]), part.line)
                key = f"{key}\n{len(entries)}"
            seen.add(key)
            _keep_uid_once(entry, entries)
            if key in entries:
                entries[key].join(entry, sketch)
            else:
                entries[key] = entry
        elif part.name not in ("VTIMEZONE", ""):
            sketch.tell("lost", say("{name} is not kept", name=part.name), part.line)
    again = {(found.name, found.value) for part in calendar.parts for found in part.properties}
    rest = [
        (found.name, found.line)
        for found in calendar.properties
        if found.name not in _TOLD and found.value.strip() and (found.name, found.value) not in again
    ]
    tell_names(rest, sketch)


def _keep_uid_once(entry: Entry, entries: Mapping[str, Entry]) -> None:
    """Let the first of several occurrences, or of several entries, be the one that calendars know."""
    if any(other.uid == entry.uid for other in entries.values()):
        entry.event.pop("calendar_entry", None)


_TOLD = {
    "CALSCALE",
    "CLASS",
    "DESCRIPTION",
    "SOURCE",
    "TIMEZONE-ID",
    "URL",
    "X-ORIGINAL-URL",
    "X-ROBOTS-TAG",
    "LAST-MODIFIED",
    "METHOD",
    "NAME",
    "PRODID",
    "REFRESH-INTERVAL",
    "UID",
    "VERSION",
    "X-PUBLISHED-TTL",
    "X-WR-CALDESC",
    "X-WR-CALNAME",
    "X-WR-TIMEZONE",
}
"""Properties of a calendar that are used, or say nothing of its events."""


def _told(calendar: Component, *names: str) -> tuple[str, str | None]:
    """The first of these texts of a calendar, and its language."""
    for name in names:
        if found := calendar.get(name):
            return calendar.value(name), found.parameters.get("LANGUAGE")
    return "", None


def _home(calendar: Component, zones: Zones) -> str | None:
    """The zone that Google's and Apple's calendars call their own."""
    found = calendar.get("X-WR-TIMEZONE")
    return zones.own(found.value.strip(), found.line) if found else None


def _language_in(stem: str) -> str | None:
    """The language in the name of a file: opening.zh-Hans."""
    return tag_of(stem.rpartition(".")[2]) if "." in stem else None


def _record_of(entries: Mapping[str, Entry], sketch: Sketch) -> str:
    """The id of the record: that of our own entries, where all have one, else the name of the file."""
    records = {entry.record for entry in entries.values() if entry.record}
    only = records.pop() if len(records) == 1 else ""
    return only if is_id(only) else own_id(sketch.name, "draft")
