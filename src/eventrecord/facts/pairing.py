"""Facts of two texts, laid beside each other: which are the same, and how those differ that are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import inf
from typing import NamedTuple

from eventrecord.facts.grades import Grade, Weight
from eventrecord.facts.reckoning import days_between
from eventrecord.facts.relations import Verdict
from eventrecord.facts.sides import Fact, Side, Table, nearest, side_of
from eventrecord.facts.told import Told
from eventrecord.facts.values import Value, slip_between, value_of, value_of_days, value_of_length
from eventrecord.facts.wholes import pair_ends, pair_sums
from eventrecord.localize.stated import Stated

__all__ = ["Match", "Pair", "Verdict", "aligned"]


class Pair(NamedTuple):
    """A fact of each text that are taken for the same, and the verdict on them."""

    a: Stated
    b: Stated
    verdict: Verdict
    times: int | None = None
    """By how many times one value is the other, if that is a slip of a decimal point or a scale word."""


class Match(NamedTuple):
    """A pair with what stands around its facts."""

    a: Told
    b: Told
    verdict: Verdict

    @property
    def pair(self) -> Pair:
        """The facts alone."""
        is_other = self.verdict == "value-differs"
        times = slip_between(value_of(self.a), value_of(self.b)) if is_other else None
        return Pair(self.a.fact, self.b.fact, self.verdict, times)


def aligned(a: Sequence[Told], b: Sequence[Told]) -> tuple[list[Match], list[Told], list[Told]]:
    """Pairs of facts in the order of the first text, and what only one text states.

    Each fact is in one pair at most. Those that say the same are paired first; where several do, those that
    count the same things, at the same place in their texts, beside facts that are paired. What is then left
    is paired with what may be meant by it, by a slip, in another unit, or with another value at the same
    place. What a text states twice and the other once is left out, as nothing is missing; so is a sum that
    stands again, whatever it was paired with.
    """
    table = Table(side_of(a), side_of(b))
    table.pair(_same_values(table), Weight.EQUAL_ENOUGH)
    table.anchor()
    table.pair(_same_values(table), Weight.EQUAL_ENOUGH)
    pair_ends(table)
    pair_sums(table)
    table.pair(_neighbours(table, least=Grade.DOUBTFUL), Weight.ENOUGH)
    table.pair(_neighbours(table), Weight.ENOUGH)
    found = [Match(a[i], b[j], verdict) for i, (j, verdict) in sorted(table.pairs.items())]
    return found, _untold(table.left, table.right), _untold(table.right, table.left)


def _same_values(table: Table) -> Iterator[tuple[float, int, int, Verdict]]:
    """Facts of both texts that say the same, but for the qualifier."""
    left, right = table.left, table.right
    for key, ours in left.keys.items():
        theirs = right.keys.get(key)
        if theirs is None:
            continue
        ranks = [{number: rank for rank, number in enumerate(side)} for side in (ours, theirs)]
        for i, j in _near(ours, theirs, table):
            found = table.relation(i, j)
            if found and found.verdict in ("equal", "qualifier-differs"):
                in_step = len(ours) == len(theirs) and ranks[0][i] == ranks[1][j]
                yield table.score(i, j, found) + Weight.IN_STEP * in_step, i, j, found.verdict


def _neighbours(table: Table, least: int = 0) -> Iterator[tuple[float, int, int, Verdict]]:
    """Facts left in both texts, near each other, that may be the same."""
    left = [i for i in range(len(table.left.facts)) if i not in table.left.taken]
    right = [j for j in range(len(table.right.facts)) if j not in table.right.taken]
    gaps = _gaps(len(table.left.facts), {i: j for i, (j, _) in table.pairs.items()})
    back = _gaps(len(table.right.facts), {j: i for i, (j, _) in table.pairs.items()})
    for i, j in _near(left, right, table):
        found = table.relation(i, j)
        if found and found.strength > least:
            within = gaps[i][0] < j < gaps[i][1] and back[j][0] < i < back[j][1]
            sole = table.is_only(i, j) or (
                within and _is_sole(i, left, table.left, back[j]) and _is_sole(j, right, table.right, gaps[i])
            )
            doubtful = found.strength <= Grade.DOUBTFUL and not (
                table.is_linked(i, j) or sole or (table.is_alone(i, j) and within)
            )
            yield table.score(i, j, found) - Weight.DOUBTFUL_APART * doubtful, i, j, found.verdict


def _is_sole(number: int, free: list[int], side: Side, gap: tuple[float, float]) -> bool:
    """Whether a fact is the only one of its family between two paired ones."""
    family = side.facts[number].value.family
    return all(
        other == number or side.facts[other].value.family != family
        for other in free
        if gap[0] < other < gap[1]
    )


def _gaps(number: int, partners: dict[int, int]) -> list[tuple[float, float]]:
    """Of each fact, the partners of the paired ones before and after it in its text."""
    before, after = [-inf] * number, [inf] * number
    last: float = -inf
    for place in range(number):
        before[place] = last
        last = partners.get(place, last)
    last = inf
    for place in reversed(range(number)):
        after[place] = last
        last = partners.get(place, last)
    return list(zip(before, after, strict=True))


def _near(ours: list[int], theirs: list[int], table: Table) -> set[tuple[int, int]]:
    """Of facts of both texts, those that are nearest to each other."""
    left, right = table.left, table.right
    near = {(i, j) for i in ours for j in nearest(left.places[i], theirs, right)}
    return near | {(i, j) for j in theirs for i in nearest(right.places[j], ours, left)}


def _untold(side: Side, other: Side) -> list[Told]:
    """What one text states and the other does not, neither there nor in other words."""
    implied = {key for fact in other.facts for key in _implied(fact.value)}
    told = {side.facts[number].value.key for number in side.taken if _is_telling(side.facts[number])}
    known = implied | told | other.keys.keys()
    return [
        fact.told
        for number, fact in enumerate(side.facts)
        if number not in side.taken and fact.value.key not in known
    ]


def _is_telling(fact: Fact) -> bool:
    """Whether its value is hardly another fact's by chance, so that it is the same where it stands again."""
    return fact.value.family == "money" or bool(fact.value.unit)


def _implied(value: Value) -> Iterator[tuple[object, ...]]:
    """What a date tells besides: its year; of a span, also its ends and how many days it has."""
    if value.family != "date" or value.number is None:
        return
    first, last = (date.fromordinal(int(day)) for day in value.number)
    for day in {first, last}:
        yield value_of_days(day, day).key
        yield value_of_days(day.replace(month=1, day=1), day.replace(month=12, day=31)).key
    if value.grain == "span":
        yield value_of_length(days_between(first, last)).key
