"""Events: what, when, where and who; how they hang together is in their entries."""

from __future__ import annotations

from typing import Any

from eventrecord.drafts.entry import Entry
from eventrecord.drafts.linked.agents import organization_in
from eventrecord.drafts.linked.graph import Graph, own_address
from eventrecord.drafts.linked.moments import duration_of, moment_of
from eventrecord.drafts.linked.nodes import Node, Value
from eventrecord.drafts.linked.offers import registration_of
from eventrecord.drafts.linked.participants import participants_of
from eventrecord.drafts.linked.places import venue
from eventrecord.drafts.linked.sources import sources_of
from eventrecord.drafts.linked.works import image_in, quotation_in, term_in
from eventrecord.drafts.sketch import Words, merge
from eventrecord.localize.data import inherited, locale_tags
from eventrecord.message import say

__all__ = ["is_event", "is_fictional", "read_event"]

_KINDS = {
    "eventseries": "series",
    "conferenceevent": "conference",
    "exhibitionevent": "exhibition",
    "festival": "festival",
    "educationevent": "training",
    "courseinstance": "training",
    "hackathon": "competition",
    "sportsevent": "competition",
}
_STATUSES = {
    "eventscheduled": "scheduled",
    "eventpostponed": "postponed",
    "eventrescheduled": "rescheduled",
    "eventcancelled": "cancelled",
    "eventmovedonline": "moved-online",
}
_ROLES = {"organizer": "organizer", "contributor": "supporter", "funder": "sponsor", "sponsor": "sponsor"}
_UNEXACT = {"organizer", "contributor"}


def is_event(node: Node) -> bool:
    """Whether a thing is an event, by any of its types."""
    return any(kind.lower().endswith("event") or kind.lower() in _KINDS for kind in node.types)


def is_fictional(node: Node, graph: Graph) -> bool:
    """Whether an event is marked as made up, in the words of our own editions."""
    marks = {inherited(tag, "words")["labels"]["fictional"] for tag in locale_tags()}
    return any(text.words in marks for text in node.texts("disambiguatingDescription"))


def read_event(node: Node, graph: Graph, record: str, at: str | None) -> Entry:
    """The entry of an event; the notes tell what is guessed or lost.

    Args:
        node: the event.
        graph: the document.
        record: the id of the record that is being made.
        at: when the document was changed, if that is known.
    """
    sketch, own = graph.sketch, own_address(node.id)
    entry = Entry({"id": "", "kind": _kind(node, graph)}, node.line or 1, node.id or f"#{id(node)}")
    if own and own.kind == "event":
        entry.own, entry.record = own.id, own.record
    name = graph.text(node, "name", "headline", "alternateName")
    if not name:
        sketch.tell("lost", say("an event has no name"), node.line)
        name = sketch.text(sketch.name) or {"en": "Event"}
        sketch.tags.setdefault(next(iter(name)))
    entry.event["name"] = {tag: " ".join(words.split()) for tag, words in name.items()}
    entry.event["description"] = _description(node, graph)
    merge(entry.event, _times(node, graph))
    merge(entry.event, {"url": sketch.url(node.word("url"), node.line)})
    merge(entry.event, venue(node, graph, record))
    merge(entry.event, {"registration": registration_of(node, graph)})
    merge(entry.event, {"organizations": _organizations(node, graph, record)})
    merge(entry.event, {"participants": participants_of(node, graph, record)})
    _about(entry.event, node, graph, record)
    _shown(entry, node, graph, record)
    _status(entry, node, graph, at)
    entry.event = {key: value for key, value in entry.event.items() if value not in (None, {}, [], "")}
    return entry


def _kind(node: Node, graph: Graph) -> str | None:
    kinds = [_KINDS[kind.lower()] for kind in node.types if kind.lower() in _KINDS]
    if not kinds and not any(kind.lower() == "event" for kind in node.types):
        name = "/".join(node.types)[:60]
        graph.sketch.tell(
            "lost", say("the type {name} says not which kind of event it is", name=name), node.line
        )
    return kinds[0] if kinds else None


def _description(node: Node, graph: Graph) -> Words:
    words = graph.text(node, "description") or graph.text(node, "disambiguatingDescription")
    node.all("disambiguatingDescription")
    return graph.sketch.prose(words)


def _times(node: Node, graph: Graph) -> dict[str, Any]:
    sketch = graph.sketch
    start = moment_of(node.word("startDate"), sketch, node.line, of_event=True)
    end = moment_of(node.word("endDate"), sketch, node.line, of_event=True)
    length = duration_of(node.word("duration"), sketch, node.line)
    if start is None:
        sketch.tell("lost", say("an event has no start that can be read"), node.line)
    return {"start": start, "end": None if end == start else end, "duration": length}


def _organizations(node: Node, graph: Graph, record: str) -> list[dict[str, Any]]:
    found = []
    for name, role in _ROLES.items():
        made = [
            organization
            for value in graph.things(node.all(name))
            if (organization := organization_in(value, graph, record))
        ]
        if made:
            found.append({"role": role, "organizations": list(dict.fromkeys(made))})
            if name in _UNEXACT:
                graph.sketch.tell(
                    "guessed",
                    say("{name} is taken for the role {role}: hosts are told alike", name=name, role=role),
                    node.line,
                )
    return found


def _about(event: dict[str, Any], node: Node, graph: Graph, record: str) -> None:
    """Theme and keywords; words in one text have commas between them."""
    terms: dict[str, None] = {}
    for value in node.all("keywords") + node.all("about"):
        own = own_address(value.id) if isinstance(value, Node) else None
        if isinstance(value, Node) and own and own.kind == "theme":
            theme = graph.whole(value)
            event["theme"] = graph.text(theme, "name")
            continue
        values: list[Any] = [value]
        if isinstance(value, Value):
            parts = value.words.replace("，", ",").replace("、", ",").split(",")
            values = [Value(part, value.language) for part in parts if part.strip()]
        for one in values:
            if term := term_in(one, graph, record):
                terms[term] = None
    event["keywords"] = list(terms)


def _shown(entry: Entry, node: Node, graph: Graph, record: str) -> None:
    event = entry.event
    images = [image for value in node.all("image") if (image := image_in(value, graph, event["name"]))]
    for recording in graph.nodes(node, "recordedIn"):
        if "Quotation" in recording.types:
            if entry.own:
                quotation_in(recording, graph, entry.own, record)
        elif image := image_in(recording, graph, event["name"]):
            images.append(image)
    event["images"] = list(dict.fromkeys(images))
    event["cite"] = sources_of(node, graph, "subjectOf")


def _status(entry: Entry, node: Node, graph: Graph, at: str | None) -> None:
    """What became of the event; when that was made known is not told, so it is guessed."""
    sketch, event = graph.sketch, entry.event
    told = node.word("eventStatus")
    word = told.rpartition("/")[2].rpartition(":")[2].lower().replace("canceled", "cancelled")
    status = _STATUSES.get(f"event{word.removeprefix('event')}")
    if told and status is None:
        sketch.tell("lost", say("{value} is no status of an event", value=told[:60]), node.line)
    before = [
        moment
        for value in node.texts("previousStartDate")
        if (moment := moment_of(value.words, sketch, node.line))
    ]
    if status in (None, "scheduled"):
        return
    event["status"] = status
    when = at or min(before, default=event.get("start", "2000-01-01"))[:10]
    changes: list[dict[str, Any]] = [{"at": when, "status": status, "previous_start": old} for old in before]
    if status == "postponed" and event.get("start"):
        sketch.tell("guessed", say("the date of a postponed event is the one it had before"), node.line)
        changes = [{"previous_start": event.pop("start")}]
        if end := event.pop("end", None):
            changes[0]["previous_end"] = end
        changes[0] = {"at": when, "status": status, **changes[0]}
    event["changes"] = changes or [{"at": when, "status": status}]
    sketch.tell("guessed", say("an event was changed when the document was, as far as it tells"), node.line)
