"""Both texts of a comparison by their facts, and which of these are paired so far."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from eventrecord.facts.grades import Weight
from eventrecord.facts.kinds import kinds
from eventrecord.facts.relations import Relation, Verdict, relation
from eventrecord.facts.told import Told
from eventrecord.facts.values import Value, value_of

__all__ = ["NEAREST", "Fact", "Side", "Table", "nearest", "side_of"]

NEAREST = 6
"""How many facts of the other text are looked at for one, nearest first."""
_SENTENCE = 160
"""Characters within which order says nothing: languages build sentences the other way round."""
_OUTLIER = 0.25
"""How far apart, as a part of the texts, facts of one value are taken for two facts by chance."""


class Fact(NamedTuple):
    """A fact with its value."""

    told: Told
    value: Value


@dataclass(slots=True)
class Side:
    """The facts of one text."""

    facts: list[Fact]
    length: int
    places: list[float]
    """Where each fact stands, in the middle between both texts once there are anchors."""
    families: dict[str, list[int]]
    keys: dict[object, list[int]]
    sorts: Counter[tuple[str, str]]
    """How many facts there are of each family and grain."""
    taken: set[int] = field(default_factory=set)
    """Facts that are in a pair, or in the place of one."""

    def sort(self, number: int) -> tuple[str, str]:
        """Family and grain of a fact."""
        value = self.facts[number].value
        return value.family, value.grain


def side_of(told: Sequence[Told]) -> Side:
    """The facts of a text, in its order."""
    facts = [Fact(one, value_of(one)) for one in told]
    families: dict[str, list[int]] = {}
    keys: dict[object, list[int]] = {}
    for number, fact in enumerate(facts):
        families.setdefault(fact.value.family, []).append(number)
        keys.setdefault(fact.value.key, []).append(number)
    length = max((one.fact.end for one in told), default=1)
    sorts = Counter((fact.value.family, fact.value.grain) for fact in facts)
    return Side(facts, length, [one.place for one in told], families, keys, sorts)


class Table:
    """Both sides, and what is paired so far."""

    def __init__(self, left: Side, right: Side) -> None:
        self.left, self.right = left, right
        self.pairs: dict[int, tuple[int, Verdict]] = {}
        self.links: set[tuple[int, int]] = set()
        """Sentences of both texts that share a fact."""
        self.linked: tuple[set[int], set[int]] = (set(), set())
        """Sentences of each text that share one with the other."""
        self.slack = _SENTENCE / max(left.length, right.length, _SENTENCE)

    def relation(self, i: int, j: int) -> Relation | None:
        """How a fact of each text may be one."""
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
        score = found.strength - Weight.FAR * max(0.0, apart - self.slack) - Weight.APART * apart
        if (one.sentence, other.sentence) in self.links:
            score += Weight.LINKED
        if one.nouns and other.nouns:
            if one.nouns & other.nouns:
                score += Weight.SAME_NOUN
            elif one.kinds & other.kinds:
                score += Weight.SAME_KIND
            else:
                score += (
                    Weight.OTHER_KIND if kinds().are_plain(one.kinds | other.kinds) else Weight.OTHER_WORD
                )
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


def nearest(place: float, numbers: list[int], side: Side) -> list[int]:
    """Of facts in their order, the nearest to a place."""
    at = bisect_left(numbers, place, key=lambda number: side.places[number])
    return numbers[max(0, at - NEAREST) : at + NEAREST]
