"""Of what a text tells a number that the record has: of the same things, the same whole, up or down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from eventrecord.drift.checking.editions import Edition
from eventrecord.drift.checking.known import Known
from eventrecord.facts.surroundings import surrounded
from eventrecord.facts.told import Told
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.stated import Stated
from eventrecord.message import Message, say
from eventrecord.model.figure import FIGURE_KINDS, Figure, Qualifier

__all__ = ["Subjects"]

_SHARES = frozenset({"percent", "fraction"})
_TURNED = {"up": "down", "down": "up"}


class _Subject(NamedTuple):
    """What a figure of the record is of."""

    kinds: frozenset[str]
    """What is counted, in general: `person`; none if nobody can tell."""
    scopes: frozenset[str]
    """Wholes that it may be told of: `nation`."""
    has_whole: bool
    direction: str
    """up, down; empty if it is no change, or none of these."""


class Subjects:
    """What all figures of a record are of, as its wordings and its editions have it."""

    def __init__(self, localizer: Localizer, editions: Sequence[Edition]) -> None:
        self._localizer, self._editions = localizer, editions

    def turned(self, one: Told, known: Known) -> Message | None:
        """That a text says a change to go the other way."""
        subject = self._of(known)
        if subject is None or one.changes.keys != {_TURNED.get(subject.direction)}:
            return None
        if subject.direction == "up":
            return say("{surface}: the text tells of a fall, the record of a rise", surface=one.fact.surface)
        return say("{surface}: the text tells of a rise, the record of a fall", surface=one.fact.surface)

    def differ(self, one: Told, known: Known, *, is_near: bool) -> Message | None:
        """That a text tells a number of other things or of another whole.

        Args:
            one: the number.
            known: the fact of the record that has the same value.
            is_near: whether words beside the number are those of the fact.
        """
        subject, fact = self._of(known), one.fact
        if subject is None:
            return None
        is_other = one.measure or (one.kinds and not one.kinds & subject.kinds)
        if fact.kind == "count" and subject.kinds and is_other:
            return say("{surface}: the record counts other things so", surface=fact.surface)
        if fact.kind in _SHARES and subject.has_whole:
            if one.scope.is_told and one.scope.keys and not one.scope.keys & subject.scopes:
                return say("{surface}: the record tells it of another whole", surface=fact.surface)
            if one.changes.keys and not subject.direction and not is_near:
                return say("{surface}: to the record it is a share, and no change", surface=fact.surface)
        return None

    def _of(self, known: Known) -> _Subject | None:
        if known.path[0] != "figures" or known.path[2] not in FIGURE_KINDS:
            return None
        return self._all.get((known.record, str(known.path[1])))

    @cached_property
    def _all(self) -> dict[tuple[str, str], _Subject]:
        record = self._localizer.record
        printed = self._printed
        found = {}
        for owner_id, owner in {"": record, **record.related}.items():
            for name, figure in owner.figures.items():
                facts = [fact for fact in printed.get(f"figures.{name}", ()) if fact.fact.kind != "money"]
                found[owner_id, name] = self._subject(figure, facts)
        return found

    @cached_property
    def _printed(self) -> dict[str, list[Told]]:
        """Figures as editions print them, by what these call them."""
        found: dict[str, list[Told]] = {}
        for edition in self._editions:
            spots = [spot for spots in edition.spots for spot in spots if isinstance(spot.what, Stated)]
            facts = [spot.what for spot in spots if isinstance(spot.what, Stated)]
            for spot, one in zip(spots, surrounded(edition.text, facts, self._localizer.tag), strict=True):
                if spot.known:
                    found.setdefault(spot.known.fact, []).append(one)
        return found

    def _subject(self, figure: Figure, printed: Sequence[Told]) -> _Subject:
        noun, whole = self._localizer.optional(figure.noun), self._localizer.optional(figure.whole)
        every = [*printed, *self._alone(noun, whole)]
        direction = figure.comparison.direction if figure.comparison else ""
        return _Subject(
            frozenset().union(*(one.kinds for one in every)),
            frozenset().union(*(one.around | one.scope.keys for one in every)),
            bool(whole),
            direction if direction in _TURNED else "",
        )

    def _alone(self, noun: str | None, whole: str | None) -> Iterator[Told]:
        """A number with the noun that it counts and its whole, and nothing else."""
        tag = self._localizer.tag
        joint = " " if self._localizer.language.family == "en" else ""
        number = Stated("count", Decimal(2), None, Qualifier.EXACTLY, "2", 0, 1)
        for one, words in ((number, noun), (number._replace(kind="percent"), whole)):
            if words:
                yield from surrounded(f"2{joint}{words}", [one], tag)
