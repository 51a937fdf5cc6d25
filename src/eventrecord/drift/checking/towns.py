"""Towns and countries in which a text has an event, and the record another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.known import walked
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.facts.localities import level_of, localities
from eventrecord.localize.data import inherited, read_table
from eventrecord.localize.localizer import Localizer
from eventrecord.message import listed, say
from eventrecord.model.event import Event
from eventrecord.model.place import Place
from eventrecord.model.record import Record

__all__ = ["other_towns"]


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
    events = [one for one in names if one.name.kind == "events"]
    for piece in edited:
        named = [one for one in events if piece.start <= one.start and one.end <= piece.end]
        if not named:
            continue
        own = homes.of({one.name.fact.split(".")[1] for one in named})
        for name, town in localities(text[piece.start : piece.end], tag).named.items():
            start, end = piece.start + town.start, piece.start + town.end
            held = before.search(text, piece.start, start) and after.match(text, end, piece.end)
            if not held or bodies.match(text, end) or any(o.start <= start and end <= o.end for o in named):
                continue
            right = {one: where for one, where in own.items() if level_of(one) == level_of(name)}
            if right and name not in right:
                said = say(
                    "the text says {surface}, the record {said}",
                    surface=town.surface,
                    said=listed(list(dict.fromkeys(form for form, _, _ in right.values()))),
                )
                _, path, record = next(iter(right.values()))
                yield Departure("venue-differs", Severity.ERROR, said, start, end, town.surface, path, record)


_Where = dict[str, tuple[str, Path, str]]
"""Of towns by their ids, what the record calls them and where."""


class _Homes:
    """Towns, provinces and countries of events."""

    def __init__(self, localizer: Localizer) -> None:
        self._localizer = localizer
        self._own: dict[str, _Where] = {}
        self.all: _Where = {}
        record = localizer.record
        for owner_id, owner in {"": record, **record.related}.items():
            for path, event in walked(owner.event):
                own: _Where = {}
                for each in event.walk():
                    own |= self._of(owner, owner_id, each, path)
                self._own[event.id] = own
                self.all = own | self.all

    def of(self, events: Iterable[str]) -> _Where:
        """Where some events are."""
        found: _Where = {}
        for event in events:
            found |= self._own.get(event) or self.all
        return found

    def _of(self, owner: Record, owner_id: str, event: Event, path: Path) -> _Where:
        found: _Where = {}
        name = event.place
        while name and (place := owner.places.get(name)) is not None:
            where: Path = ("places", name, "name")
            for words in self._words(place):
                named = localities(words, self._localizer.tag).named
                found |= {town: (one.surface, where, owner_id) for town, one in named.items()}
            if place.address is not None:
                country = place.address.country
                called = self._localizer.territory(country)
                found.setdefault(country, (called, ("places", name, "address", "country"), owner_id))
            name = place.within
        return found

    def _words(self, place: Place) -> Iterator[str]:
        texts = [place.name, place.short_name]
        if place.address is not None:
            texts += [place.address.locality, place.address.region]
        yield from (words for text in texts if (words := self._localizer.optional(text)))
