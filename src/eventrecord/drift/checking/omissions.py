"""What an edition of the record states and a text leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Set

from eventrecord.diagnostic import Path, Severity, path_text
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.editions import Edition
from eventrecord.drift.checking.names import Name
from eventrecord.message import say
from eventrecord.model.record import Record

__all__ = ["left_out"]

_OFFICIALS = ("lead", "attendance")
"""Blocks that name people of rank."""


def left_out(edition: Edition, stated: Set[str], record: Record) -> Iterator[Departure]:
    """Facts of the edition that the text does not state; an official left out is an error."""
    told: set[str] = set()
    for spots in edition.spots:
        for spot in spots:
            if isinstance(spot.what, Name):
                fact, path, owner = spot.what.fact, spot.what.path, spot.what.record
            elif spot.known:
                fact, path, owner = spot.known.fact, spot.known.path, spot.known.record
            else:
                continue
            if fact in edition.facts and fact not in stated and fact not in told:
                told.add(fact)
                yield _left_out(edition, fact, path, owner, edition.text[spot.start : spot.end], record)


def _left_out(
    edition: Edition, fact: str, path: Path, owner: str, surface: str, record: Record
) -> Departure:
    topic = edition.topics[fact]
    if fact.startswith("people.") and topic in _OFFICIALS and _holds_post(record, fact):
        said = say("the text leaves out {surface}, who is named with the others", surface=surface)
        return Departure("official-left-out", Severity.ERROR, said, path=path, record=owner)
    said = say(
        "the text does not state {fact}: {surface}", fact=path_text(path), surface=surface
    )
    return Departure("left-out", Severity.INFO, said, path=path, record=owner)


def _holds_post(record: Record, fact: str) -> bool:
    person = record.find("people", fact.partition(".")[2])
    return person is not None and bool(person.posts)
