"""Towns and countries in which a text has an event, and the record another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.known import above, parents, walked
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.facts.localities import level_of, localities
from eventrecord.localize.data import inherited, read_table
from eventrecord.localize.localizer import Localizer
from eventrecord.message import listed, say
from eventrecord.model.event import Event
from eventrecord.model.place import Place

__all__ = ["other_towns"]

_BESIDE = 8
"""Characters between the names of an event and of one that it is a part of: of the."""
_CITIES = frozenset({"HK", "MO", "SG", "MC", "VA"})
"""Territories that are a single town."""


def other_towns(
    text: str, localizer: Localizer, names: Sequence[Spotted], edited: Iterable[Piece]
) -> Iterator[Departure]:
    """Towns, provinces and countries that events of the record are held in by a text, and not by the record.

    An event is where its parts are; one without a place of its own may be wherever the record has any.
    """
    tag = localizer.tag
    table = inherited(tag, "telling").get("venues")
    homes = _Homes(localizer) if table else None
    if homes is None or table is None or not homes.all:
        return
    before, after = re.compile(table["town_before"]), re.compile(table["town_after"])
    bodies = re.compile(read_table(tag.partition("-")[0], "places")["bodies"]["after"])
    wholes = parents(localizer.record)
    events = [one for one in names if one.name.kind == "events"]
    for piece in edited:
        named = [one for one in events if piece.start <= one.start and one.end <= piece.end]
        if not named:
            continue
        own = homes.of({_event(one) for one in named if not _is_whole(one, named, wholes)})
        for name, town in localities(text[piece.start : piece.end], tag).named.items():
            start, end = piece.start + town.start, piece.start + town.end
            held = before.search(text, piece.start, start) and after.match(text, end, piece.end)
            if not held or bodies.match(text, end) or any(o.start <= start and end <= o.end for o in named):
                continue
            right = {one: where for one, where in own.items() if _levels(one) & _levels(name)}
            if right and name not in right:
                said = say(
                    "the text says {surface}, the record {said}",
                    surface=town.surface,
                    said=listed(list(dict.fromkeys(form for form, _, _ in right.values()))),
                )
                _, path, record = next(iter(right.values()))
                yield Departure("venue-differs", Severity.ERROR, said, start, end, town.surface, path, record)


def _event(one: Spotted) -> str:
    return one.name.fact.split(".")[1]


def _is_whole(one: Spotted, named: Sequence[Spotted], wholes: Mapping[str, str]) -> bool:
    """Whether an event is named to say of which another is a part: the ceremony of the forum, 论坛开幕式."""
    return any(
        _event(one) in above(_event(part), wholes)
        and max(part.start - one.end, one.start - part.end) <= _BESIDE
        for part in named
    )


def _levels(name: str) -> set[str]:
    """Of what sort a place is; some are towns and territories both."""
    return {level_of(name)} | ({"cities"} if name in _CITIES else set())


_Where = dict[str, tuple[str, Path, str]]
"""Of towns by their ids, what the record calls them and where."""


class _Homes:
    """Towns, provinces and countries of events."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer
        self._own: dict[str, _Where] = {}
        self.all: _Where = {}
        record = localizer.record
        for owner in (record, *record.related.values()):
            for _, event in walked(owner.event):
                own: _Where = {}
                for each in event.walk():
                    own |= self._of(each)
                self._own[event.id] = own
                self.all = own | self.all

    def of(self, events: Iterable[str]) -> _Where:
        """Where some events are."""
        found: _Where = {}
        for event in events:
            found |= self._own.get(event) or self.all
        return found

    def _of(self, event: Event) -> _Where:
        found: _Where = {}
        reference = event.place
        while reference and (place := self._localizer.record.find("places", reference)) is not None:
            owner, _, name = reference.rpartition("/")
            path: Path = ("places", name, "name")
            for words in self._words(place):
                named = localities(words, self._localizer.tag).named
                found |= {town: (one.surface, path, owner) for town, one in named.items()}
            if place.address is not None:
                country = place.address.country
                called = self._localizer.territory(country)
                found.setdefault(country, (called, ("places", name, "address", "country"), owner))
            reference = place.within
        return found

    def _words(self, place: Place) -> Iterator[str]:
        texts = [place.name, place.short_name]
        if place.address is not None:
            texts += [place.address.locality, place.address.region]
        yield from (words for text in texts if (words := self._localizer.optional(text)))
