"""What an edition of the record states and a text leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from eventrecord.diagnostic import Path, Severity, path_text
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.editions import Edition, Spot
from eventrecord.drift.checking.names import Name
from eventrecord.drift.checking.officials import is_official
from eventrecord.drift.checking.people import ranked_people
from eventrecord.message import say
from eventrecord.model.record import Record

__all__ = ["left_out"]


def left_out(
    edition: Edition, stated: Set[str], record: Record, known: Iterable[Name]
) -> Iterator[Departure]:
    """Facts of the edition that the text does not state.

    Somebody of a list is an error to leave out where the text names another of it who ranks below.

    Args:
        edition: the edition.
        stated: facts that the text states.
        record: the record.
        known: all its names.
    """
    told: dict[str, tuple[Path, str, str]] = {}
    for spots in edition.spots:
        for spot in sorted(spots, key=_names_first):
            if isinstance(spot.what, Name):
                fact, path, owner = spot.what.fact, spot.what.path, spot.what.record
            elif spot.known:
                fact, path, owner = spot.known.fact, spot.known.path, spot.known.record
            else:
                continue
            if fact in edition.facts and fact not in stated:
                told.setdefault(fact, (path, owner, edition.text[spot.start : spot.end]))
    posts = (name for name in known if name.kind == "post" and is_official(name))
    lists = list(ranked_people(record, {name.fact.removeprefix("people.") for name in posts}))
    for fact, (path, owner, surface) in told.items():
        below = next((name for people in lists for name in _below(people, fact, stated)), None)
        if below is not None:
            said = say(
                "the text leaves out {surface}, who ranks before others that it names", surface=surface
            )
            yield Departure("official-left-out", Severity.ERROR, said, path=path, record=owner)
        else:
            said = say(
                "the text does not state {fact}: {surface}", fact=path_text(path, owner), surface=surface
            )
            yield Departure("left-out", Severity.INFO, said, path=path, record=owner)


def _names_first(spot: Spot) -> bool:
    return isinstance(spot.what, Name) and spot.what.kind in ("posts", "post")


def _below(people: Sequence[str], fact: str, stated: Set[str]) -> list[str]:
    """Those of a list who rank below somebody and are named."""
    name = fact.removeprefix("people.")
    if name == fact or name not in people:
        return []
    return [other for other in people[people.index(name) + 1 :] if f"people.{other}" in stated]
