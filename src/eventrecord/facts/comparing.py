"""Facts of two texts, laid beside each other: which are the same, and how those differ that are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from eventrecord.localize.stated import Stated

__all__ = ["Pair", "Verdict", "aligned", "slip"]

Verdict = Literal["equal", "rounded", "qualifier-differs", "unit-differs", "value-differs"]


class Pair(NamedTuple):
    """A fact of each text that are taken for the same, and the verdict on them."""

    a: Stated
    b: Stated
    verdict: Verdict


_FAMILIES = {
    "money": "money",
    "count": "count",
    "percent": "share",
    "fraction": "share",
    "ratio": "ratio",
    "ordinal": "ordinal",
    "date": "date",
    "date-range": "date",
    "year": "year",
    "year-range": "year",
    "time": "time",
    "duration": "duration",
}
"""Kinds of facts that may be the same fact."""
_SLIPS = (10, 100, 1000, 10_000)
_NEAR = Fraction(3, 100)
"""How far a rounded value may be from the other, as a part of it."""
_FEW = 10
"""Up to this, numbers of things stand in idioms of each language, too: one of the, 一批."""


def aligned(a: Sequence[Stated], b: Sequence[Stated]) -> tuple[list[Pair], list[Stated], list[Stated]]:
    """Pairs of facts in the order of the first text, and what only one text states.

    Each fact is in one pair at most. Equal ones are paired first, then those that differ in the qualifier, in
    the unit, by rounding, by a power of ten; values that differ altogether are taken for one fact only where
    each text has one fact of that family left.
    """
    left, right = list(range(len(a))), list(range(len(b)))
    pairs: dict[int, tuple[int, Verdict]] = {}
    for step in _STEPS:
        for i in list(left):
            for j in right:
                verdict = step(a[i], b[j])
                if verdict:
                    pairs[i] = j, verdict
                    left.remove(i)
                    right.remove(j)
                    break
    for i, j in list(_lone(a, b, left, right)):
        pairs[i] = j, "value-differs"
        left.remove(i)
        right.remove(j)
    found = [Pair(a[i], b[j], verdict) for i, (j, verdict) in sorted(pairs.items())]
    return found, [a[i] for i in left], [b[j] for j in right]


def slip(a: Stated, b: Stated) -> int | None:
    """By how many times one value is the other, if that is a slip of a decimal point or a scale word."""
    if _FAMILIES[a.kind] != _FAMILIES[b.kind] or a.kind in ("ordinal", "year", "time", "duration"):
        return None
    first, second = _number(a), _number(b)
    if not first or not second:
        return None
    ratio = max(first, second) / min(first, second)
    return int(ratio) if ratio in _SLIPS else None


def _equal(a: Stated, b: Stated) -> Verdict | None:
    same = _same_value(a, b) and a.unit == b.unit
    return "equal" if same and a.qualifier.direction == b.qualifier.direction else None


def _other_qualifier(a: Stated, b: Stated) -> Verdict | None:
    return "qualifier-differs" if _same_value(a, b) and a.unit == b.unit else None


def _other_unit(a: Stated, b: Stated) -> Verdict | None:
    told = (a.unit is not None and b.unit is not None) or "pp" in (a.unit, b.unit)
    return "unit-differs" if told and _same_value(a, b) and a.unit != b.unit else None


def _rounded(a: Stated, b: Stated) -> Verdict | None:
    if _FAMILIES[a.kind] != _FAMILIES[b.kind] or a.unit != b.unit:
        return None
    first, second = _number(a), _number(b)
    if first is None or second is None or first == second:
        return None
    return "rounded" if _rounds_to(first, second) or _rounds_to(second, first) else None


def _scale_slip(a: Stated, b: Stated) -> Verdict | None:
    small = a.kind == "count" and min(_number(a) or 0, _number(b) or 0) < _FEW
    return "value-differs" if a.unit == b.unit and not small and slip(a, b) else None


_STEPS = (_equal, _other_qualifier, _other_unit, _rounded, _scale_slip)


def _lone(
    a: Sequence[Stated], b: Sequence[Stated], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Of each family the one fact that is left on either side; small counts are too common to be sure."""
    for family in dict.fromkeys(_FAMILIES[a[i].kind] for i in left):
        ours = [i for i in left if _FAMILIES[a[i].kind] == family]
        theirs = [j for j in right if _FAMILIES[b[j].kind] == family]
        if len(ours) == len(theirs) == 1 and _is_telling(a[ours[0]]) and _is_telling(b[theirs[0]]):
            yield ours[0], theirs[0]


def _is_telling(stated: Stated) -> bool:
    if stated.kind != "count":
        return True
    value = _number(stated)
    return value is None or value > _FEW


def _same_value(a: Stated, b: Stated) -> bool:
    if _FAMILIES[a.kind] != _FAMILIES[b.kind]:
        return False
    first, second = _number(a), _number(b)
    return a.value == b.value if first is None or second is None else first == second


def _number(stated: Stated) -> Fraction | None:
    """The value as one number, shares as parts of one; None for ranges, dates and times."""
    value = stated.value
    if isinstance(value, Decimal):
        return Fraction(value) / (100 if stated.kind == "percent" else 1)
    if stated.kind == "fraction" and "-" not in value:
        return Fraction(value)
    return None


def _rounds_to(exact: Fraction, told: Fraction) -> bool:
    """Whether `told` is `exact` with fewer digits, and still near it."""
    if abs(exact - told) > abs(exact) * _NEAR:
        return False
    if told.denominator == 1:
        zeros = len(str(told.numerator)) - len(str(told.numerator).rstrip("0"))
        return abs(exact - told) <= Fraction(10) ** zeros / 2
    digits = str(Decimal(told.numerator) / Decimal(told.denominator)).partition(".")[2]
    return abs(exact - told) <= Fraction(1, 10 ** len(digits)) / 2
