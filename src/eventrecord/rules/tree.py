"""The events of a record as a tree that reaches into the records it builds on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from eventrecord.diagnostic import Path
from eventrecord.model.event import Event
from eventrecord.model.record import Record

__all__ = ["EventNode", "event_nodes"]


class EventNode(NamedTuple):
    """An event, where it stands, the event above it, and the time zone it has or inherits."""

    event: Event
    path: Path
    parent: EventNode | None
    zone: str | None
    record: Record


def event_nodes(record: Record) -> list[EventNode]:
    """All events of a record, parents first."""
    return _nodes(record, record.related, frozenset())


def _nodes(record: Record, related: Mapping[str, Record], seen: frozenset[str]) -> list[EventNode]:
    return list(_below(record, record.event, ("event",), _outer(record, related, seen | {record.id})))


def _below(record: Record, event: Event, path: Path, parent: EventNode | None) -> Iterator[EventNode]:
    node = EventNode(event, path, parent, event.time_zone or (parent.zone if parent else None), record)
    yield node
    for index, child in enumerate(event.sub_events):
        yield from _below(record, child, (*path, "sub_events", index), node)


def _outer(record: Record, related: Mapping[str, Record], seen: frozenset[str]) -> EventNode | None:
    """The event of another record that this record's event is part of, if that record is at hand."""
    owner, slash, name = (record.event.part_of or "").rpartition("/")
    other = related.get(owner if slash else name)
    if other is None or other.id in seen:
        return None
    nodes = _nodes(other, {**related, **other.related}, seen)
    return next((node for node in nodes if node.event.id == name), None) if slash else nodes[0]
