"""What one text tells as a whole, and the other in parts: a span by its ends, a sum by what makes it."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction

from eventrecord.facts.sides import NEAREST, Fact, Side, Table, nearest
from eventrecord.facts.values import Value

__all__ = ["pair_ends", "pair_sums"]

_PARTS = 5
"""Into how many parts a number may be told."""


def pair_ends(table: Table) -> None:
    """Spans and ranges of one text whose first and last the other tells apart: 14 to 18 November."""
    for side, other, is_left in ((table.left, table.right, True), (table.right, table.left, False)):
        for number, fact in enumerate(side.facts):
            value = fact.value
            if number in side.taken or value.number is None or value.number[0] == value.number[1]:
                continue
            ends = [
                _free(other, value._replace(number=(end, end)), side.places[number]) for end in value.number
            ]
            if None not in ends and ends[0] != ends[1]:
                first, last = ends
                assert first is not None
                assert last is not None
                side.taken.add(number)
                other.taken |= {first, last}
                i, j = (number, first) if is_left else (first, number)
                table.pairs[i] = j, "equal"


def pair_sums(table: Table) -> None:
    """Numbers of one text that the other tells in parts, one after the other: 5 academicians, 2 and 3."""
    for side, other, is_left in ((table.left, table.right, True), (table.right, table.left, False)):
        for number, fact in enumerate(side.facts):
            if number in side.taken or fact.value.family not in ("count", "money"):
                continue
            parts = _parts_of(fact, other, side.places[number])
            if parts:
                side.taken.add(number)
                other.taken.update(parts)
                i, j = (number, parts[0]) if is_left else (parts[0], number)
                table.pairs[i] = j, "equal"


def _parts_of(fact: Fact, side: Side, place: float) -> range | None:
    """Facts in a row of one sentence near a place, in no pair yet, that make a number together."""
    at = bisect_left(side.places, place)
    for first in range(max(0, at - 2 * NEAREST), min(at + NEAREST, len(side.facts))):
        start = side.facts[first]
        total = Fraction(0)
        for last in range(first, min(first + _PARTS, len(side.facts))):
            part = side.facts[last]
            alike = (part.value.family, part.value.unit) == (fact.value.family, fact.value.unit)
            if last in side.taken or not alike or part.told.sentence != start.told.sentence:
                break
            if part.value.number is None or fact.value.number is None:
                break
            total += part.value.number[0]
            if last > first and (total, total) == fact.value.number:
                return range(first, last + 1)
    return None


def _free(side: Side, value: Value, place: float) -> int | None:
    """The nearest fact of a value that is in no pair."""
    near = nearest(place, side.keys.get(value.key, []), side)
    free = [number for number in near if number not in side.taken]
    return min(free, key=lambda number: abs(side.places[number] - place), default=None)
