"""Halls and hotels at which a text has something held, and which the record does not know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.known import walked
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import Piece, letters
from eventrecord.facts.venues import venue_pattern
from eventrecord.localize.localizer import Localizer
from eventrecord.message import say
from eventrecord.model.record import Record

__all__ = ["other_venues"]

_AT = frozenset({"places", "organizations", "events"})
_LEAST = 2
"""Words, or characters, that two names share at an end to be taken for one another."""


class _Venue(NamedTuple):
    """Where the record has an event, in one of its names."""

    event: str
    form: str
    path: Path
    record: str = ""


def other_venues(
    text: str, localizer: Localizer, known: Iterable[Name], names: Sequence[Spotted], edited: Iterable[Piece]
) -> Iterator[Departure]:
    """Venues of events, or names nearly theirs, that are another one; a name in short is none."""
    at, head, held = (venue_pattern(localizer.tag, "venues", name) for name in ("at", "part", "held"))
    venues = list(_venues(localizer.record, localizer, known))
    if not venues or at is None or head is None or held is None:
        return
    named = Covered((one.start, one.end) for one in names if one.name.kind in _AT)
    ends = {one.end for one in names if one.name.kind in _AT}
    named_events = [one for one in names if one.name.kind == "events"]
    for piece in edited:
        events = {one.name.fact.rpartition(".")[0] for one in named_events if _is_in(one, piece)}
        is_held = held.search(text, piece.start, piece.end) is not None
        near = [venue for venue in venues if venue.event in events]
        for found in at.finditer(text, piece.start, piece.end):
            for part in head.finditer(text, *found.span("venue")):
                start, end = _without_town(text, part.span(), names)
                if end in ends or named.covers(start, end) or any(_is_short(part[0], v.form) for v in venues):
                    continue
                surface = text[start:end]
                meant = _meant(surface, near, venues) if is_held or near else None
                if meant is not None:
                    said = say("the text says {surface}, the record {said}", surface=surface, said=meant.form)
                    where = meant.path, meant.record
                    yield Departure("venue-differs", Severity.ERROR, said, start, end, surface, *where)


def _venues(record: Record, localizer: Localizer, known: Iterable[Name]) -> Iterator[_Venue]:
    """Of each event the names of the place it is at, and of the room; towns are none."""
    places = [name for name in known if name.kind == "places" and name.fact.startswith("places.")]
    for owner_id, owner in {"": record, **record.related}.items():
        for path, event in walked(owner.event):
            place = record.find("places", event.place) if event.place else None
            if place is None or place.within is None:
                continue
            fact = f"places.{event.place}"
            key = f"events.{event.id}"
            for name in places:
                if name.fact == fact:
                    yield _Venue(key, name.form, name.path, name.record)
            if room := localizer.optional(event.room):
                yield _Venue(key, room, (*path, "room"), owner_id)


def _is_in(one: Spotted, piece: Piece) -> bool:
    return piece.start <= one.start and one.end <= piece.end


def _without_town(text: str, place: tuple[int, int], names: Sequence[Spotted]) -> tuple[int, int]:
    """A venue without the name of a place in front of it."""
    start, end = place
    if text[start:end].isascii():
        return place  # there, it is a part of the name
    ends = (one.end for one in names if one.name.kind == "places" and one.start == start)
    return max((one for one in ends if one < end - _LEAST), default=start), end


def _meant(words: str, near: Sequence[_Venue], venues: Sequence[_Venue]) -> _Venue | None:
    """The venue in whose stead another is told: one that is alike, else that of an event beside it."""
    for some in (near, venues):
        alike = next((venue for venue in some if _are_alike(words, venue.form)), None)
        if alike is not None:
            return alike
    last = letters(words)[-1:]
    return next((venue for venue in near if letters(venue.form)[-1:] == last), next(iter(near), None))


def _is_short(words: str, whole: str) -> bool:
    """Whether words are a venue's own in their order, up to its last: the Science Hall."""
    told, known = letters(words), iter(letters(whole))
    return letters(whole)[-1:] == told[-1:] and all(any(_alike(w, k) for k in known) for w in told)


def _alike(one: str, other: str) -> bool:
    """Whether two words are one: center, centre."""
    return one == other or (len(one) > _LEAST and sorted(one) == sorted(other) and one[:2] == other[:2])


def _are_alike(words: str, whole: str) -> bool:
    """Whether names begin or end alike."""
    told, known = letters(words), letters(whole)
    least = 1 if words.isascii() else _LEAST
    small = min(len(told), len(known))
    return small > least - 1 and (told[:least] == known[:least] or told[-_LEAST:] == known[-_LEAST:])
