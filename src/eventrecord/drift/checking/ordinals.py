"""Which of its kind an event is told to be: the third Week, where the record says nothing of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.localize.stated import Stated
from eventrecord.message import say
from eventrecord.model.source import Standing

__all__ = ["unknown_ordinals"]


def unknown_ordinals(
    text: str, facts: Sequence[Stated], names: Sequence[Spotted], known: KnownFacts, edited: Sequence[Piece]
) -> Iterator[Departure]:
    """Ordinals right before the name of an event that the record has none of, or another."""
    places = Covered((piece.start, piece.end) for piece in edited)
    events = {one.start: one for one in names if one.name.kind == "events"}
    for fact in facts:
        if fact.kind != "ordinal" or not places.covers(fact.start, fact.end):
            continue
        gap = len(text[fact.end :]) - len(text[fact.end :].lstrip())
        event = events.get(fact.end + gap)
        if event is None or gap > 1:
            continue
        own = [one for one in known.of("ordinal") if one.fact.startswith(_event(event))]
        right = next((one for one in own if one.stated.value == fact.value), None)
        if right is not None and right.standing is not Standing.INFERRED:
            continue
        surface = text[fact.start : event.end]
        place = fact.start, fact.end, text[fact.start : fact.end]
        if right is not None:
            said = say("{surface}: the record has only inferred this", surface=surface)
            yield Departure("inferred-fact-printed", Severity.ERROR, said, *place, right.path, right.record)
        else:
            said = say("{surface}: the record does not count it so", surface=surface)
            path, owner = (own[0].path, own[0].record) if own else (event.name.path, event.name.record)
            yield Departure("unknown-fact", Severity.WARNING, said, *place, path, owner)


def _event(one: Spotted) -> str:
    """What editions call the event, without the field: events.summit."""
    return one.name.fact.rpartition(".")[0]
