"""The order in which a text names people: in the record it is their rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Spotted
from eventrecord.localize.sentences import stops
from eventrecord.message import say
from eventrecord.model.event import Event
from eventrecord.model.participation import Modality
from eventrecord.model.record import Record

__all__ = ["out_of_rank", "ranked_people"]

_NEAR = 80
"""Characters between two names of one list."""


def out_of_rank(record: Record, names: Sequence[Spotted], text: str, tag: str) -> Iterator[Departure]:
    """People of one list of the record whom a sentence names in another order."""
    ranks = list(_ranks(record.event, ("event",)))
    if not ranks:
        return
    named = [one for one in names if one.name.kind == "people"]
    for first, second in pairwise(named):
        between = text[first.end : second.start]
        if not 0 < len(between) <= _NEAR or stops(tag).search(text, first.end, second.start + 1):
            continue
        for people, path in ranks:
            one, other = first.name.fact.partition(".")[2], second.name.fact.partition(".")[2]
            if one in people and other in people and people.index(one) > people.index(other):
                said = say(
                    "the text names {first} before {second}; the record has them in the other order",
                    first=text[first.start : first.end],
                    second=text[second.start : second.end],
                )
                surface = text[first.start : second.end]
                yield Departure("order-differs", Severity.ERROR, said, first.start, second.end, surface, path)
                break


def ranked_people(record: Record, officials: Set[str]) -> Iterator[list[str]]:
    """People who did the same in an event, in the order of the record, where that is their rank.

    So it is where one entry of the record lists them, and of officials; speakers of a session have no rank.

    Args:
        record: the record.
        officials: ids of people who hold posts for a state, a party or a town.
    """
    for event in record.event.walk():
        found: dict[tuple[Modality, ...], list[str]] = {}
        for part in event.participants:
            people = [part.person] if part.person else part.people
            if len(people) > 1:
                yield people
            found.setdefault(tuple(sorted(part.did)), []).extend(people)
        yield from (people for people in found.values() if len(people) > 1 and officials & set(people))


def _ranks(event: Event, path: Path) -> Iterator[tuple[list[str], Path]]:
    for number, part in enumerate(event.participants):
        if len(part.people) > 1:
            yield part.people, (*path, "participants", number, "people")
    for number, child in enumerate(event.sub_events):
        yield from _ranks(child, (*path, "sub_events", number))
