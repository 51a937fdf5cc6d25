"""Where an event stands: what it is part of, in its own record and those that this one builds on."""

from __future__ import annotations

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
        chain = _above(event, owner.event)
        if chain is not None:
            return chain
    return []


def _above(event: Event, top: Event) -> list[Event] | None:
    """Events from the one above `event` up to `top`; None if it is not there."""
    if event is top:
        return []
    for child in top.sub_events:
        chain = _above(event, child)
        if chain is not None:
            return [*chain, top]
    return None


def place_of(record: Record, event: Event) -> str | None:
    """Id of the place of an event: its own; of a room alone, that of the nearest event above it."""
    if event.place is not None or event.room is None:
        return event.place if is_printed(event, "place") else None
    above = ancestors(record, event)
    return next(
        (e.place for e in above if e.place and e in record.events().values() and is_printed(e, "place")), None
    )
