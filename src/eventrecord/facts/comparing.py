"""Facts of two texts, laid beside each other: which are the same, and how those differ that are not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import inf
from typing import NamedTuple

from eventrecord.facts.reckoning import days_between
from eventrecord.facts.relations import Relation, Verdict, relation
from eventrecord.facts.told import Told
from eventrecord.facts.values import Value, power_of_ten, value_of, value_of_days, value_of_length
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
        times = _slip(self.a, self.b) if self.verdict == "value-differs" else None
        return Pair(self.a.fact, self.b.fact, self.verdict, times)


_NEAREST = 6
"""How many facts of the other text are looked at for one, nearest first."""
_SENTENCE = 160
"""Characters within which order says nothing: languages build sentences the other way round."""
_OUTLIER = 0.25
"""How far apart, as a part of the texts, facts of one value are taken for two facts by chance."""
_FAR = 60
"""What it costs to be a whole text apart."""
_LINKED, _SAME_NOUN, _SAME_KIND, _OTHER_KIND, _OTHER_WORD = 12, 14, 8, -28, -8
"""What it is worth that sentences share other facts, that the same is counted, and that something else is."""
_PLAIN = frozenset({"person", "visit", "body", "place", "gathering"})
"""Kinds of things that no language counts by the words of another kind, as entries may be projects."""
_IN_STEP = 3
"""What it is worth to be the same one, in order, of those that say the same."""
_DOUBTFUL, _APART = 34, 16
"""The strength of facts whose values have nothing in common, and what it costs them to stand apart."""
_PARTS = 5
"""Into how many parts a number may be told."""
_EQUAL_ENOUGH, _ENOUGH = 60, 24
"""Scores from which facts are one: of the same value, of another value."""


def aligned(a: Sequence[Told], b: Sequence[Told]) -> tuple[list[Match], list[Told], list[Told]]:
    """Pairs of facts in the order of the first text, and what only one text states.

    Each fact is in one pair at most. Those that say the same are paired first; where several do, those that
    count the same things, at the same place in their texts, beside facts that are paired. What is then left
    is paired with what may be meant by it, by a slip, in another unit, or with another value at the same
    place. What a text states twice and the other once is left out, as nothing is missing; so is a sum that
    stands again, whatever it was paired with.
    """
    table = _Table(_side(a), _side(b))
    table.pair(_same_values(table), _EQUAL_ENOUGH)
    table.anchor()
    table.pair(_same_values(table), _EQUAL_ENOUGH)
    _pair_ends(table)
    _pair_sums(table)
    table.pair(_neighbours(table, least=_DOUBTFUL), _ENOUGH)
    table.pair(_neighbours(table), _ENOUGH)
    found = [Match(a[i], b[j], verdict) for i, (j, verdict) in sorted(table.pairs.items())]
    return found, _untold(table.left, table.right), _untold(table.right, table.left)


def _slip(a: Told, b: Told) -> int | None:
    first, second = value_of(a), value_of(b)
    if first.family != second.family or first.family in ("ordinal", "date", "time", "duration"):
        return None
    if first.number is None or second.number is None:
        return None
    return power_of_ten(first.number[0], second.number[0])


class _Fact(NamedTuple):
    told: Told
    value: Value


@dataclass(slots=True)
class _Side:
    facts: list[_Fact]
    length: int
    places: list[float]
    """Where each fact stands, in the middle between both texts once there are anchors."""
    families: dict[str, list[int]]
    keys: dict[object, list[int]]
    sorts: Counter[tuple[str, str]]
    """How many facts there are of each family and grain."""
    taken: set[int] = field(default_factory=set)

    def sort(self, number: int) -> tuple[str, str]:
        """Family and grain of a fact."""
        value = self.facts[number].value
        return value.family, value.grain


def _side(told: Sequence[Told]) -> _Side:
    facts = [_Fact(one, value_of(one)) for one in told]
    families: dict[str, list[int]] = {}
    keys: dict[object, list[int]] = {}
    for number, fact in enumerate(facts):
        families.setdefault(fact.value.family, []).append(number)
        keys.setdefault(fact.value.key, []).append(number)
    length = max((one.fact.end for one in told), default=1)
    sorts = Counter((fact.value.family, fact.value.grain) for fact in facts)
    return _Side(facts, length, [one.place for one in told], families, keys, sorts)


class _Table:
    """Both sides, and what is paired so far."""

    def __init__(self, left: _Side, right: _Side) -> None:
        self.left, self.right = left, right
        self.pairs: dict[int, tuple[int, Verdict]] = {}
        self.links: set[tuple[int, int]] = set()
        """Sentences of both texts that share a fact."""
        self.linked: tuple[set[int], set[int]] = (set(), set())
        """Sentences of each text that share one with the other."""
        self.slack = _SENTENCE / max(left.length, right.length, _SENTENCE)

    def relation(self, i: int, j: int) -> Relation | None:
        one, other = self.left.facts[i], self.right.facts[j]
        return relation(one.told, other.told, one.value, other.value)

    def pair(self, candidates: Iterable[tuple[float, int, int, Verdict]], least: float) -> None:
        """Take candidates for pairs, the best first; which side is which makes no difference."""
        ranked = sorted(candidates, key=lambda found: (-found[0], found[1] + found[2], found[1]))
        for score, i, j, verdict in ranked:
            if score >= least and i not in self.left.taken and j not in self.right.taken:
                self.left.taken.add(i)
                self.right.taken.add(j)
                self.pairs[i] = j, verdict
                link = self.left.facts[i].told.sentence, self.right.facts[j].told.sentence
                self.links.add(link)
                for side, sentence in zip(self.linked, link, strict=True):
                    side.add(sentence)

    def score(self, i: int, j: int, found: Relation) -> float:
        """How likely two facts are one, by values, places, and what is counted."""
        one, other = self.left.facts[i].told, self.right.facts[j].told
        apart = abs(self.left.places[i] - self.right.places[j])
        score = found.strength - _FAR * max(0.0, apart - self.slack) - 3 * apart
        if (one.sentence, other.sentence) in self.links:
            score += _LINKED
        if one.nouns and other.nouns:
            if one.nouns & other.nouns:
                score += _SAME_NOUN
            elif one.kinds & other.kinds:
                score += _SAME_KIND
            else:
                score += _OTHER_KIND if one.kinds | other.kinds <= _PLAIN else _OTHER_WORD
        return round(score, 6)

    def is_linked(self, i: int, j: int) -> bool:
        """Whether the sentences of two facts share others."""
        return (self.left.facts[i].told.sentence, self.right.facts[j].told.sentence) in self.links

    def is_alone(self, i: int, j: int) -> bool:
        """Whether one of two facts stands in a sentence that shares none with the other text."""
        one, other = self.left.facts[i].told.sentence, self.right.facts[j].told.sentence
        return one not in self.linked[0] or other not in self.linked[1]

    def is_only(self, i: int, j: int) -> bool:
        """Whether neither text has another fact of that sort."""
        sorts = [side.sorts[side.sort(number)] for side, number in ((self.left, i), (self.right, j))]
        return sorts == [1, 1]

    def anchor(self) -> None:
        """Measure places from the pairs found so far, and forget the pairs."""
        spots = sorted(
            (x + y, x, y)
            for i, (j, _) in self.pairs.items()
            for x, y in [(self.left.places[i], self.right.places[j])]
            if abs(x - y) <= _OUTLIER
        )
        anchors = [(0.0, 0.0)]
        for _, x, y in spots:
            if x > anchors[-1][0] and y > anchors[-1][1]:
                anchors.append((x, y))
        anchors.append((1.0, 1.0))
        middles = [(x + y) / 2 for x, y in anchors]
        for side, axis in ((self.left, 0), (self.right, 1)):
            marks = [anchor[axis] for anchor in anchors]
            side.places = [_between(place, marks, middles) for place in side.places]
            side.taken.clear()
        self.pairs.clear()


def _between(place: float, marks: list[float], middles: list[float]) -> float:
    """A place of one text on the line in the middle of both."""
    after = min(max(bisect_left(marks, place), 1), len(marks) - 1)
    low, high = marks[after - 1], marks[after]
    share = (place - low) / (high - low) if high > low else 0.0
    return middles[after - 1] + share * (middles[after] - middles[after - 1])


def _same_values(table: _Table) -> Iterator[tuple[float, int, int, Verdict]]:
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
                yield table.score(i, j, found) + _IN_STEP * in_step, i, j, found.verdict


def _neighbours(table: _Table, least: int = 0) -> Iterator[tuple[float, int, int, Verdict]]:
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
            doubtful = found.strength <= _DOUBTFUL and not (
                table.is_linked(i, j) or sole or (table.is_alone(i, j) and within)
            )
            yield table.score(i, j, found) - _APART * doubtful, i, j, found.verdict


def _is_sole(number: int, free: list[int], side: _Side, gap: tuple[float, float]) -> bool:
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


def _pair_ends(table: _Table) -> None:
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


def _pair_sums(table: _Table) -> None:
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


def _parts_of(fact: _Fact, side: _Side, place: float) -> range | None:
    """Facts in a row of one sentence near a place, in no pair yet, that make a number together."""
    at = bisect_left(side.places, place)
    for first in range(max(0, at - 2 * _NEAREST), min(at + _NEAREST, len(side.facts))):
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


def _free(side: _Side, value: Value, place: float) -> int | None:
    """The nearest fact of a value that is in no pair."""
    near = _nearest(place, side.keys.get(value.key, []), side)
    free = [number for number in near if number not in side.taken]
    return min(free, key=lambda number: abs(side.places[number] - place), default=None)


def _near(ours: list[int], theirs: list[int], table: _Table) -> set[tuple[int, int]]:
    """Of facts of both texts, those that are nearest to each other."""
    left, right = table.left, table.right
    near = {(i, j) for i in ours for j in _nearest(left.places[i], theirs, right)}
    return near | {(i, j) for j in theirs for i in _nearest(right.places[j], ours, left)}


def _nearest(place: float, numbers: list[int], side: _Side) -> list[int]:
    """Of facts in their order, the nearest to a place."""
    at = bisect_left(numbers, place, key=lambda number: side.places[number])
    return numbers[max(0, at - _NEAREST) : at + _NEAREST]


def _untold(side: _Side, other: _Side) -> list[Told]:
    """What one text states and the other does not, neither there nor in other words."""
    implied = {key for fact in other.facts for key in _implied(fact.value)}
    told = {side.facts[number].value.key for number in side.taken if _is_telling(side.facts[number])}
    known = implied | told | other.keys.keys()
    return [
        fact.told
        for number, fact in enumerate(side.facts)
        if number not in side.taken and fact.value.key not in known
    ]


def _is_telling(fact: _Fact) -> bool:
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
