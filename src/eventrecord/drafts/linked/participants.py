"""Who took part: who performs, speaks; who attends, comes; order is rank."""

from __future__ import annotations

from typing import Any

from eventrecord.drafts.linked.agents import person_in
from eventrecord.drafts.linked.graph import Graph, own_address
from eventrecord.drafts.linked.nodes import Node, Value
from eventrecord.drafts.sketch import Words
from eventrecord.message import say

__all__ = ["participants_of"]


def participants_of(event: Node, graph: Graph, record: str) -> list[dict[str, Any]]:
    """`participants` of an event, each person on their own."""
    talks = _talks(event, graph, record)
    performers = _people(event.all("performer"), graph, record)
    attendees = _people(event.all("attendee"), graph, record)
    own = own_address(event.id)
    found = []
    if not (own and own.kind == "event"):
        named = list(dict.fromkeys(performers + list(talks) + attendees))
        if named:
            message = say("who performs or attends is expected: whether they came is not told")
            graph.sketch.tell("guessed", message, event.line)
        for person in named:
            topic = talks.get(person)
            found.append({"person": person, "did": ["expected"], **({"topic": topic} if topic else {})})
        return found
    for person in _woven(attendees, performers + [name for name in talks if name not in performers]):
        did = ["attended"] if person in attendees else []
        if person in performers or person in talks:
            did.append("spoke")
        topic = talks.get(person)
        found.append({"person": person, "did": did, **({"topic": topic} if topic else {})})
    return found


def _people(values: list[Any], graph: Graph, record: str) -> list[str]:
    people = []
    for value in values:
        parts = [value]
        if isinstance(value, Value) and "、" in value.words:
            parts = [Value(part, value.language) for part in value.words.split("、")]
        people += [person for part in parts if (person := person_in(part, graph, record))]
    return list(dict.fromkeys(people))


def _talks(event: Node, graph: Graph, record: str) -> dict[str, Words]:
    """The topic of each speaker."""
    found: dict[str, Words] = {}
    for work in graph.nodes(event, "workPerformed"):
        topic = graph.text(work, "name")
        for value in work.all("creator"):
            if (person := person_in(value, graph, record)) and topic:
                found.setdefault(person, topic)
    return found


def _woven(first: list[str], second: list[str]) -> list[str]:
    """Both lists as one that keeps the order of each, as far as they agree."""
    found: list[str] = []
    rest = list(first)
    for name in second:
        if name in rest:
            place = rest.index(name)
            found += [other for other in rest[: place + 1] if other not in found]
            rest = rest[place + 1 :]
        elif name not in found:
            found.append(name)
    return found + [name for name in rest if name not in found]
