"""Entries of a calendar as one event with its parts, by their relations."""

from __future__ import annotations

import re
from typing import Any

from eventrecord.drafts.entry import Entry
from eventrecord.drafts.markup import without_markup
from eventrecord.drafts.naming import is_id, own_id
from eventrecord.drafts.sketch import Sketch, Words, merge
from eventrecord.message import say

__all__ = ["Titles", "nested"]

Titles = list[tuple[str, str | None]]
"""What the whole is called, each with the language that is told of it."""
DEPTH = 8
"""Events in one another: deeper ones stand at the top."""


def nested(
    entries: list[Entry], names: Titles, record: str, sketch: Sketch, about: Titles | None = None
) -> dict[str, Any]:
    """The event of the record, with the others below it.

    Without one that all others belong to, they are parts of an event that is called as the calendar is.

    Args:
        entries: the events.
        names: what the whole is called.
        record: the id of the record.
        sketch: where texts and notes go.
        about: what is said of the whole.
    """
    said = [(words, tag) for words, tag in about or [] if words]
    parents = _parents(entries, sketch)
    _name_all(entries, record)
    roots = [entry for entry in entries if parents.get(id(entry)) is None]
    for entry in entries:
        above = parents.get(id(entry))
        if above is not None:
            above.event.setdefault("sub_events", []).append(entry.event)
    if len(roots) == 1:
        event = roots[0].event
        told = {line for text in event.get("description", {}).values() for line in text.splitlines()}
        lines = [line for text, _ in said for line in sketch.prose({"": sketch.clean(text)})[""].splitlines()]
        if lost := [line for line in lines if line not in told]:
            why = say("what the calendar says of itself is not kept: {text}", text=lost[0][:80])
            sketch.tell("lost", why)
    else:
        sketch.tell(
            "guessed",
            say("the events do not say what they are parts of: here, of one that is named after the whole"),
        )
        event = _whole(roots, entries, names, said, record, sketch)
    _inherit_zone(event, [entry.event for entry in entries])
    return event


def _whole(
    roots: list[Entry], entries: list[Entry], names: Titles, said: Titles, record: str, sketch: Sketch
) -> dict[str, Any]:
    """An event that others are parts of, called as the calendar is, or else as its file."""
    taken = {entry.event["id"] for entry in entries}
    words: Words = {}
    for name, told in names:
        merge(words, sketch.text(name, told))
    tag = next(iter(roots[0].event["name"]))
    words = words or sketch.text(sketch.name, tag) or sketch.text(record, tag)
    event: dict[str, Any] = {"id": own_id(next(iter(words.values())), "event", taken), "name": words}
    description: Words = {}
    for text, language in said:
        merge(description, sketch.text(without_markup(text, sketch), language))
    merge(event, {"description": sketch.prose(description)})
    event["sub_events"] = [entry.event for entry in roots]
    return event


def _parents(entries: list[Entry], sketch: Sketch) -> dict[int, Entry]:
    by_uid: dict[str, Entry] = {}
    for entry in entries:
        by_uid.setdefault(entry.uid, entry)
    wanted = {id(entry): (by_uid.get(entry.parent), entry) for entry in entries if entry.parent}
    for entry in entries:
        for child in entry.children:
            if child in by_uid:
                wanted.setdefault(id(by_uid[child]), (entry, by_uid[child]))
    found: dict[int, Entry] = {}
    for key, (above, entry) in wanted.items():
        if above is None:
            sketch.tell(
                "lost",
                say("an event is part of {uid}, which is not in the file", uid=entry.parent[:80]),
                entry.line,
            )
        else:
            found[key] = above
    for entry in entries:
        if _is_too_deep(entry, found):
            sketch.tell(
                "damaged", say("events are parts of one another in a circle, or too deeply"), entry.line
            )
            del found[id(entry)]
    return found


def _is_too_deep(entry: Entry, parents: dict[int, Entry]) -> bool:
    """Whether more events are above an entry than a record should have; in a circle they never end."""
    current: Entry | None = entry
    for _ in range(DEPTH):
        current = parents.get(id(current))
        if current is None:
            return False
    return True


def _name_all(entries: list[Entry], record: str) -> None:
    taken: set[str] = set()
    for entry in entries:
        name = entry.own if entry.record == record and is_id(entry.own) and entry.own not in taken else ""
        words = entry.event["name"]
        latin = words.get("en") or next(iter(words.values()))
        entry.event["id"] = name or own_id(latin, "event", taken)
        taken.add(entry.event["id"])


def _inherit_zone(event: dict[str, Any], events: list[dict[str, Any]]) -> None:
    """Where all events that have a zone have the same one, it stands at the top."""
    zones = {one["time_zone"] for one in events if "time_zone" in one}
    if len(zones) == 1 and not any(_floats(one) for one in events):
        for one in events:
            one.pop("time_zone", None)
        event["time_zone"] = zones.pop()


def _floats(event: dict[str, Any]) -> bool:
    """Whether an event has a time of day and nothing that says where."""
    start = event.get("start", "")
    return "T" in start and "time_zone" not in event and re.search(r"(Z|[+-]\d\d:\d\d)$", start) is None
