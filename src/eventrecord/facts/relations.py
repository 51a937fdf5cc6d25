"""How a fact of one text stands to a fact of another: equal, rounded, of another qualifier, unit or value."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from eventrecord.facts.told import Told
from eventrecord.facts.values import Range, Value, power_of_ten, value_of
from eventrecord.model.figure import Qualifier

__all__ = ["Relation", "Verdict", "compatible", "relation"]

Verdict = Literal["equal", "rounded", "qualifier-differs", "unit-differs", "value-differs"]

_NEAR = Fraction(1, 20)
"""How far a rounded number may be from the other, as a part of it."""
_WIDE = Fraction(1, 4)
"""How far beyond a number with a qualifier the truth may be, as a part of it."""
_ABOUT = Fraction(1, 10)
_WEEK = 7
_HALF_DAY = 12
_OTHER = 100
"""How many times a number may be another, unless a zero or a scale word slipped, to be meant for it."""
_GROUPS = {
    Qualifier.EXACTLY: "exactly",
    Qualifier.NEARLY: "nearly",
    Qualifier.ABOUT: "about",
    Qualifier.MORE_THAN: "above",
    Qualifier.AT_LEAST: "above",
    Qualifier.LESS_THAN: "below",
    Qualifier.AT_MOST: "below",
    Qualifier.UP_TO: "below",
    Qualifier.SEVERAL: "several",
}
"""Qualifiers that editors take for the same."""

_CONFUSED = (
    {frozenset({"person"}), frozenset({"visit"})},
    {frozenset({"body"}), frozenset({"place"})},
    {frozenset({"person"}), frozenset({"body"})},
)
"""Things that one number cannot count both, and that are taken for each other."""


class Relation(NamedTuple):
    """A verdict on two facts, if they are the same fact, and how likely that is by their values alone."""

    verdict: Verdict
    strength: int


_EQUAL = Relation("equal", 100)
_ROUNDED = Relation("rounded", 70)
_LEFT = Relation("equal", 80)


def relation(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    """How two facts may be one; None if they cannot."""
    if first.family != second.family:
        return _of_other_kind(a, b, first, second)
    if second.unit in a.dollars or first.unit in b.dollars:
        second = second._replace(unit=first.unit)
    if first.family == "count" and a.fact.value == b.fact.value and _is_of_other(a, b, first, second):
        return Relation("unit-differs", 75)
    if first.unit != second.unit:
        return _in_other_unit(a, b, first, second)
    if first.number is None or second.number is None:
        return _as_text(a, b, first, second)
    if first.family == "date":
        return _days(a, b, first, second)
    if first.family == "share" and _is_left(a, b):
        return (
            Relation("equal", 80) if _make_all(first.number, second.number) else Relation("value-differs", 45)
        )
    if first.number == second.number or _signed(a, b, first.number, second.number):
        return _EQUAL if compatible(a, b) else Relation("qualifier-differs", 90)
    if first.family == "ordinal":
        return Relation("value-differs", 30)
    return _numbers(a, b, first, second)


def compatible(a: Told, b: Told) -> bool:
    """Whether two facts of one value are qualified alike."""
    if a.fact.kind == b.fact.kind and (a.is_through or b.is_through):
        return True
    first, second = _GROUPS[a.fact.qualifier], _GROUPS[b.fact.qualifier]
    if first == second or {first, second} == {"several", "above"}:
        return True
    if {first, second} == {"nearly", "below"} and (a.is_just_below or b.is_just_below):
        return True
    return (first == "exactly" and second in a.hints.keys) or (second == "exactly" and first in b.hints.keys)


def _is_of_other(a: Told, b: Told, first: Value, second: Value) -> bool:
    """Whether the same digits count other things: kilometres and metres, visits and people."""
    if a.measure and b.measure:
        return a.measure != b.measure and first.key != second.key
    return not a.nouns & b.nouns and {a.kinds, b.kinds} in _CONFUSED


def _is_left(a: Told, b: Told) -> bool:
    """Whether one share is what is left, and the other what is gone."""
    return a.is_rest != b.is_rest and "down" in (b if a.is_rest else a).changes.keys


def _make_all(first: Range, second: Range) -> bool:
    """Whether two shares make the whole: by two-thirds, to one-third."""
    return all(one + other == 1 for one, other in zip(first, second, strict=True))


def _signed(a: Told, b: Told, first: Range, second: Range) -> bool:
    """Whether a fall is told with a sign on one side and with a word on the other."""
    falls = ("down" in a.changes.keys and second[0] < 0) or ("down" in b.changes.keys and first[0] < 0)
    return falls and abs(first[0]) == abs(second[0])


def _in_other_unit(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    same = first.number == second.number and first.number is not None
    if same and first.family in ("money", "share"):
        return Relation("unit-differs", 75)
    if first.family == "share" and first.number and second.number:
        if power_of_ten(first.number[0], second.number[0]):
            return Relation("unit-differs", 40)
        return None
    if first.family == "count" and a.fact.value == b.fact.value:
        if first.unit and second.unit:
            return Relation("unit-differs", 75)
        return _EQUAL._replace(strength=80) if compatible(a, b) else Relation("qualifier-differs", 75)
    if first.family == "count" and not (first.unit and second.unit):
        plain, other = (value_of(told._replace(measure=None)) for told in (a, b))
        return _numbers(a, b, plain, other) if plain.number and other.number else None
    return None


def _of_other_kind(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    """Facts whose kinds differ by how a language puts them: a half more, 50 percent; 21 fewer, 21天."""
    if first.number is None or second.number is None:
        return None
    families = {first.family, second.family}
    if families == {"ratio", "share"}:
        ratio, share = (first, second) if first.family == "ratio" else (second, first)
        assert ratio.number is not None
        assert share.number is not None
        if not share.unit and ratio.number in (share.number, _times(share.number)):
            return Relation("equal", 70)
        return None
    short = a if first.family == "count" else b if second.family == "count" else None
    other = b if short is a else a
    if short is None or short.measure or short.nouns or families & {"date", "time", "ordinal"}:
        return None
    digits = str(other.fact.value)
    if other.fact.kind == "duration":
        digits = "".join(char for char in digits if char.isdigit())
    same = str(short.fact.value) == digits
    return Relation("equal", 65) if same and compatible(a, b) else None


def _times(share: Range) -> Range:
    """A rise by a share as how many times it makes: by 100 percent is twice."""
    return share[0] + 1, share[1] + 1


def _as_text(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    if first.text and first.text == second.text:
        return _EQUAL
    if (a.is_half_day or b.is_half_day) and _hours_apart(first.text, second.text) == _HALF_DAY:
        return Relation("equal", 85)
    if "date" == first.family == second.family:
        return _without_year(first, second)
    if first.family == "time" and first.text.count("/") == second.text.count("/"):
        return Relation("value-differs", 30)
    if first.family == "time" and set(first.text.split("/")) & set(second.text.split("/")):
        return Relation("rounded", 50)
    return None


def _hours_apart(first: str, second: str) -> int | None:
    """How many whole hours lie between two times."""
    if len(first) != len(second) or first[2:] != second[2:] or "/" in first:
        return None
    return abs(int(first[:2]) - int(second[:2]))


def _without_year(first: Value, second: Value) -> Relation | None:
    """Dates of which one has no year: 15 November, 2022-11-15."""
    bare, full = (first, second) if first.text else (second, first)
    if full.number is None:
        return Relation("value-differs", 30) if bool(first.text) and bool(second.text) else None
    days = [date.fromordinal(int(day)).isoformat()[4:] for day in full.number]
    told = [part.removeprefix("-") for part in bare.text.split("/")]
    if told == days or (len(told) == 1 and days[0] == days[1] and told[0] == days[0]):
        return Relation("equal", 95)
    return Relation("value-differs", 30) if full.grain == "day" else None


def _days(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    assert first.number is not None
    assert second.number is not None
    if first.number == second.number:
        return _EQUAL
    if {a.base, b.base} == {"word", ""}:
        return None  # the year before, which is compared with, is not a year that is told
    if _is_by_word(a) != _is_by_word(b) and first.grain != second.grain:
        return None  # this year is not a day or a half-year told with fewer digits
    if (a.is_weekday or b.is_weekday) and abs(first.number[0] - second.number[0]) == _WEEK:
        return Relation("equal", 85)
    if (a.is_bare_day or b.is_bare_day) and _is_same_day_of_month(first.number, second.number):
        return Relation("equal", 85)
    if a.is_bare_date and b.is_bare_date and _is_same_day_of_year(first.number, second.number):
        return Relation("equal", 85)
    if (a.is_bare_month or b.is_bare_month) and first.grain == second.grain == "month":
        return _months(first.number, second.number)
    if first.grain == second.grain:
        return Relation("value-differs", 30)
    for whole, part in ((first, second), (second, first)):
        assert whole.number is not None
        assert part.number is not None
        within = whole.number[0] <= part.number[0] and part.number[1] <= whole.number[1]
        if within and whole.grain in ("month", "year") and part.grain in ("day", "month", "span"):
            return Relation("rounded", 40)
    if {first.grain, second.grain} == {"span", "day"} and set(first.number) & set(second.number):
        return Relation("value-differs", 25)
    if {first.grain, second.grain} <= {"span", "month"}:
        return Relation("value-differs", 25)
    return None


def _is_by_word(told: Told) -> bool:
    """Whether a year has no number: this year, 去年."""
    return told.fact.kind == "year" and not any(map(str.isnumeric, told.fact.surface))


def _is_same_day_of_month(first: Range, second: Range) -> bool:
    """Whether two days are the same but for their months."""
    one, other = (date.fromordinal(int(days[0])).day for days in (first, second))
    return first[0] == first[1] and second[0] == second[1] and one == other


def _is_same_day_of_year(first: Range, second: Range) -> bool:
    """Whether two days are the same but for their years."""
    one, other = (date.fromordinal(int(days[0])) for days in (first, second))
    return (one.month, one.day) == (other.month, other.day)


def _months(first: Range, second: Range) -> Relation:
    """Months of which one may be of another year than it was taken for."""
    one, other = (tuple(date.fromordinal(int(day)).month for day in days) for days in (first, second))
    return Relation("equal", 80) if one == other else Relation("value-differs", 45)


def _numbers(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    assert first.number is not None
    assert second.number is not None
    if _rounds(first, second) or _rounds(second, first):
        if compatible(a, b) or "exactly" in (_GROUPS[a.fact.qualifier], _GROUPS[b.fact.qualifier]):
            return _ROUNDED
        return Relation("qualifier-differs", 55)
    one, other = _truth(a, first), _truth(b, second)
    meet = one[0] <= other[1] and other[0] <= one[1] and not compatible(a, b)
    if meet and first.family in ("money", "count", "share", "ratio"):
        exact = "exactly" in (_GROUPS[a.fact.qualifier], _GROUPS[b.fact.qualifier])
        return Relation("rounded", 50) if exact else Relation("qualifier-differs", 50)
    slips = power_of_ten(first.number[0], second.number[0])
    if slips and first.family != "duration" and (first.family != "count" or _is_large(first, second)):
        surely = first.family != "count" or first.unit or a.nouns & b.nouns
        return Relation("value-differs", 50 if surely else 34)
    low, high = sorted((abs(first.number[0]), abs(second.number[0])))
    return Relation("value-differs", 30) if high <= low * _OTHER else None


def _is_large(first: Value, second: Value) -> bool:
    """Whether a slip of numbers of things is none by chance, as 1 and 10 may be."""
    assert first.number is not None
    assert second.number is not None
    return bool(first.unit) or min(first.number[0], second.number[0]) >= 10


def _rounds(exact: Value, told: Value) -> bool:
    """Whether a number is another with fewer digits, and still near it."""
    assert exact.number is not None
    assert told.number is not None
    if exact.family in ("duration", "ordinal") or told.step <= exact.step:
        return False
    return all(
        abs(one - other) <= min(told.step / 2, abs(one) * _NEAR)
        for one, other in zip(exact.number, told.number, strict=True)
    )


def _truth(told: Told, value: Value) -> Range:
    """Between which numbers the truth lies, as an editor reads it."""
    assert value.number is not None
    low, high = value.number
    group = _GROUPS[told.fact.qualifier]
    if group == "exactly" or low <= 0:
        return low, high
    beyond = min(max(value.round_to, low * _ABOUT), low * _WIDE)
    if group == "about":
        return low - low * _ABOUT, high + high * _ABOUT
    if group in ("nearly", "below"):
        return low - beyond, high
    if group == "above":
        return low, high + beyond
    return low, low * 10
