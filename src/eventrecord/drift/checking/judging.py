"""What a text states against what the record knows: the same, nearly the same, or something else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from eventrecord.drift.checking.known import Known
from eventrecord.facts.relations import Verdict, relation
from eventrecord.facts.told import Told
from eventrecord.facts.values import Value, slip_between, slips_of, value_of
from eventrecord.localize.stated import Stated
from eventrecord.model.figure import Qualifier
from eventrecord.model.source import Standing

__all__ = ["KnownFacts", "Verdict", "family", "slip", "verdict"]

_NEAR = 2
"""Within how many times a number another may be the same, rounded or qualified otherwise."""
_SEVERAL = 20
"""The same of hundreds, thousands."""
_DIGITS = frozenset({"count", "percent", "money"})
"""Kinds that are told by digits with a unit."""


def family(stated: Stated) -> str:
    """The sort of facts that a fact may be confused with: percents and fractions are one."""
    return _value(stated).family


def verdict(known: Stated, told: Stated) -> Verdict | None:
    """How a text tells what it should: None where it is no fact of the kind at all.

    A number with more digits than the record has is another one: nobody knows it.
    """
    return _verdict(known, told, _value(known), _value(told))


def _verdict(known: Stated, told: Stated, first: Value, second: Value) -> Verdict | None:
    if first.family != second.family:
        return "unit-differs" if _is_of_other_unit(known, told) else None
    if first.family == "time":
        known, told = _alike(known, told)
        first, second = _value(known), _value(told)
    found = relation(Told(known), Told(told), first, second)
    if found is None or (found.verdict == "rounded" and not _is_coarser(told, known)):
        return "value-differs"
    return found.verdict


def _is_of_other_unit(known: Stated, told: Stated) -> bool:
    """Whether the same digits are points and a share, or a sum and a number: 5.38分, 5.38%."""
    return (
        known.kind != told.kind
        and {known.kind, told.kind} <= _DIGITS
        and isinstance(known.value, Decimal)
        and known.value == told.value
    )


def slip(known: Stated, told: Stated) -> int | None:
    """By how many times one value is the other, if that is a slip of a decimal point or a scale word."""
    return slip_between(_value(known), _value(told))


class KnownFacts:
    """The facts of a record, found by their values."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.all = tuple(known)
        self._values = [_value(one.stated) for one in self.all]
        self._homes: dict[object, list[Known]] = defaultdict(list)
        self._families: dict[str, list[int]] = defaultdict(list)
        self._facts: dict[str, list[int]] = defaultdict(list)
        for number, (one, value) in enumerate(zip(self.all, self._values, strict=True)):
            self._homes[_key(value)].append(one)
            self._families[value.family].append(number)
            self._facts[one.fact].append(number)
        self._sizes = {kind: self._sorted(numbers) for kind, numbers in self._families.items()}

    def recognized(self, told: Stated) -> Known | None:
        """What a text tells rightly; of several the one that is firm, with the very qualifier."""
        return next(iter(self.equal(told)), None)

    def equal(self, told: Stated) -> list[Known]:
        """All that a text may tell rightly by a fact, the likeliest first."""
        near = list(self._homes.get(_key(_value(told)), ()))
        if told.kind == "date" and str(told.value).startswith("--"):
            near += self.of("date")
        right = [one for one in near if verdict(one.stated, told) == "equal"]
        right.sort(
            key=lambda one: (
                one.standing is Standing.INFERRED,
                one.stated.qualifier is not told.qualifier,
                one.stated.kind != told.kind,
                told.kind.startswith("date") and not one.fact.startswith("events."),
            )
        )
        return right

    def of(self, kind: str) -> Sequence[Known]:
        """All facts of a family."""
        return [self.all[number] for number in self._families.get(kind, ())]

    def like(self, told: Stated) -> list[tuple[Known, Verdict]]:
        """How a text tells facts whose value is not far from what it tells."""
        value = _value(told)
        found = ((n, self._verdict(n, told, value)) for n in sorted(self._near(told, value)))
        return [(self.all[n], how) for n, how in found if how]

    def slipped(self, told: Stated) -> list[Known]:
        """Facts whose number is what a text tells but for a decimal point or a scale word."""
        value = _value(told)
        if not value.number or not value.may_slip or value.family not in self._sizes:
            return []
        found: list[int] = []
        sizes, numbers, others = self._sizes[value.family]
        for size in slips_of(abs(value.number[0])):
            found += numbers[bisect_left(sizes, size) : bisect_right(sizes, size)]
        near = sorted({*found, *others})
        return [self.all[n] for n in near if slip(self.all[n].stated, told)]

    def told_of(self, told: Stated, facts: Iterable[str]) -> Iterator[tuple[Known, Verdict]]:
        """How a text tells some facts, whatever their values."""
        value = _value(told)
        for n in sorted(n for fact in facts for n in self._facts.get(fact, ())):
            if self._values[n].family == value.family and (how := self._verdict(n, told, value)):
                yield self.all[n], how

    def _verdict(self, number: int, told: Stated, value: Value) -> Verdict | None:
        return _verdict(self.all[number].stated, told, self._values[number], value)

    def _sorted(self, numbers: Sequence[int]) -> tuple[list[Fraction], list[int], list[int]]:
        """Facts of a family by the size of their numbers; and apart, those that may be of any size."""
        single, others = [], []
        for number in numbers:
            size = self._values[number].number
            if size is None or size[0] != size[1] or self.all[number].stated.qualifier is Qualifier.SEVERAL:
                others.append(number)
            else:
                single.append((abs(size[0]), number))
        single.sort()
        return [size for size, _ in single], [number for _, number in single], others

    def _near(self, told: Stated, value: Value) -> set[int]:
        if value.family not in self._sizes:
            return set()
        if value.number is None or value.family == "date":
            return set(self._families[value.family])
        sizes, numbers, others = self._sizes[value.family]
        times = _SEVERAL if told.qualifier is Qualifier.SEVERAL else _NEAR
        low, high = sorted(abs(size) for size in value.number)
        near = slice(bisect_left(sizes, low / times), bisect_right(sizes, high * times))
        return {*numbers[near], *others}


@lru_cache(maxsize=64)
def _value(stated: Stated) -> Value:
    return value_of(Told(stated))


def _key(value: Value) -> object:
    text = value.text[:5] if value.family == "time" and "/" not in value.text else value.text
    return value.family, value.number, text


def _is_coarser(told: Stated, known: Stated) -> bool:
    """Whether a text has fewer digits than the record; no day, month or year is another by rounding."""
    if not (isinstance(told.value, Decimal) and isinstance(known.value, Decimal)) or told.kind == "year":
        return False
    digits = [len(value.normalize().as_tuple().digits) for value in (told.value, known.value)]
    return digits[0] < digits[1]


def _alike(known: Stated, told: Stated) -> tuple[Stated, Stated]:
    """Both without the offset of a time that only one of them tells."""
    one, other = str(known.value), str(told.value)
    if known.kind == told.kind == "time" and ("+" in one) != ("+" in other):
        one, other = (value.partition("+")[0] for value in (one, other))
        return known._replace(value=one), told._replace(value=other)
    return known, told
