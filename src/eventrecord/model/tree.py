"""Where an event stands: what it is part of, in its own record and those that this one builds on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from eventrecord.model.event import Event
from eventrecord.model.record import Record
from eventrecord.model.source import is_printed

__all__ = ["ancestors", "place_of"]


def ancestors(record: Record, event: Event) -> list[Event]:
    """Events above one, nearest first, into the records that this one builds on."""
    chain: list[Event] = []
    current: Event | None = event
    while current is not None:
        above = _within(record, current)
        chain += above
        top = (above or [current])[-1].part_of
        current = record.find("events", top) if top is not None else None
        if current is None or current is event or current in chain:
            break
        chain.append(current)
    return chain


def _within(record: Record, event: Event) -> list[Event]:
    """Events above one in its own record."""
    for owner in (record, *record.related.values()):
        parents = _parents(_Tree(owner.event))
        if id(event) in parents:
            return list(_upwards(event, parents))
    return []


def _upwards(event: Event, parents: Mapping[int, Event | None]) -> Iterator[Event]:
    above = parents[id(event)]
    while above is not None:
        yield above
        above = parents[id(above)]


class _Tree:
    """An event with all below it, the same one and not one that says the same."""

    __slots__ = ("top",)

    def __init__(self, top: Event) -> None:
        self.top = top

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tree) and other.top is self.top

    def __hash__(self) -> int:
        return id(self.top)


@lru_cache(maxsize=8)
def _parents(tree: _Tree) -> Mapping[int, Event | None]:
    """The event right above each, by its identity, which is good while the tree is kept here."""
    return {id(tree.top): None} | {
        id(child): event for event in tree.top.walk() for child in event.sub_events
    }


def place_of(record: Record, event: Event) -> str | None:
    """Id of the place of an event: its own; of a room alone, that of the nearest event above it."""
    if event.place is not None or event.room is None:
        return event.place if is_printed(event, "place") else None
    own = _parents(_Tree(record.event))
    above = (e for e in ancestors(record, event) if id(e) in own)
    return next((e.place for e in above if e.place and is_printed(e, "place")), None)
