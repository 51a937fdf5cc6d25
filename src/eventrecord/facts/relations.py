"""How a fact of one text stands to a fact of another: equal, rounded, of another qualifier, unit or value."""

from __future__ import annotations

from fractions import Fraction

from eventrecord.facts.dates import days_related, days_without_year_related
from eventrecord.facts.grades import Grade, Relation, Verdict
from eventrecord.facts.kinds import kinds
from eventrecord.facts.told import Told
from eventrecord.facts.values import Range, Value, power_of_ten, value_of
from eventrecord.model.figure import Qualifier

__all__ = ["Relation", "Verdict", "relation"]

_NEAR = Fraction(1, 20)
"""How far a rounded number may be from the other, as a part of it."""
_WIDE = Fraction(1, 4)
"""How far beyond a number with a qualifier the truth may be, as a part of it."""
_ABOUT = Fraction(1, 10)
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


_EQUAL = Relation("equal", Grade.SAME)
_ROUNDED = Relation("rounded", Grade.ROUNDED)


def relation(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    """How two facts may be one; None if they cannot."""
    if first.family != second.family:
        return _of_other_kind(a, b, first, second)
    if second.unit in a.dollars or first.unit in b.dollars:
        second = second._replace(unit=first.unit)
    if first.family == "count" and a.fact.value == b.fact.value and _is_of_other(a, b, first, second):
        return Relation("unit-differs", Grade.OTHER_UNIT)
    if first.unit != second.unit:
        return _in_other_unit(a, b, first, second)
    if first.number is None or second.number is None:
        return _as_text(a, b, first, second)
    if first.family == "date":
        return days_related(a, b, first, second)
    if first.family == "share" and _is_left(a, b):
        return (
            Relation("equal", Grade.IN_OTHER_WORDS)
            if _make_all(first.number, second.number)
            else Relation("value-differs", Grade.ALIKE)
        )
    if first.number == second.number or _signed(a, b, first.number, second.number):
        return _EQUAL if _compatible(a, b) else Relation("qualifier-differs", Grade.OTHER_QUALIFIER)
    if first.family == "ordinal":
        return Relation("value-differs", Grade.OTHER)
    return _numbers(a, b, first, second)


def _compatible(a: Told, b: Told) -> bool:
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
    return kinds().are_others(a.nouns, b.nouns)


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
        return Relation("unit-differs", Grade.OTHER_UNIT)
    if first.family == "share" and first.number and second.number:
        if power_of_ten(first.number[0], second.number[0]):
            return Relation("unit-differs", Grade.WHOLE_AND_PART)
        return None
    if first.family == "count" and a.fact.value == b.fact.value:
        if first.unit and second.unit:
            return Relation("unit-differs", Grade.OTHER_UNIT)
        return (
            Relation("equal", Grade.IN_OTHER_WORDS)
            if _compatible(a, b)
            else Relation("qualifier-differs", Grade.OTHER_UNIT)
        )
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
            return Relation("equal", Grade.ROUNDED)
        return None
    short = a if first.family == "count" else b if second.family == "count" else None
    other = b if short is a else a
    if short is None or short.measure or short.nouns or families & {"date", "time", "ordinal"}:
        return None
    digits = str(other.fact.value)
    if other.fact.kind == "duration":
        digits = "".join(char for char in digits if char.isdigit())
    same = str(short.fact.value) == digits
    return Relation("equal", Grade.SAME_DIGITS) if same and _compatible(a, b) else None


def _times(share: Range) -> Range:
    """A rise by a share as how many times it makes: by 100 percent is twice."""
    return share[0] + 1, share[1] + 1


def _as_text(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    if first.text and first.text == second.text:
        return _EQUAL
    if (a.is_half_day or b.is_half_day) and _hours_apart(first.text, second.text) == _HALF_DAY:
        return Relation("equal", Grade.PARTLY_TOLD)
    if "date" == first.family == second.family:
        return days_without_year_related(first, second)
    if first.family == "time" and first.text.count("/") == second.text.count("/"):
        return Relation("value-differs", Grade.OTHER)
    if first.family == "time" and set(first.text.split("/")) & set(second.text.split("/")):
        return Relation("rounded", Grade.NEAR)
    return None


def _hours_apart(first: str, second: str) -> int | None:
    """How many whole hours lie between two times."""
    if len(first) != len(second) or first[2:] != second[2:] or "/" in first:
        return None
    return abs(int(first[:2]) - int(second[:2]))


def _numbers(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    assert first.number is not None
    assert second.number is not None
    if _rounds(first, second) or _rounds(second, first):
        if _compatible(a, b) or "exactly" in (_GROUPS[a.fact.qualifier], _GROUPS[b.fact.qualifier]):
            return _ROUNDED
        return Relation("qualifier-differs", Grade.ROUNDED_OTHERWISE)
    one, other = _truth(a, first), _truth(b, second)
    meet = one[0] <= other[1] and other[0] <= one[1] and not _compatible(a, b)
    if meet and first.family in ("money", "count", "share", "ratio"):
        exact = "exactly" in (_GROUPS[a.fact.qualifier], _GROUPS[b.fact.qualifier])
        return Relation("rounded", Grade.NEAR) if exact else Relation("qualifier-differs", Grade.NEAR)
    slips = power_of_ten(first.number[0], second.number[0])
    if slips and first.family != "duration" and (first.family != "count" or _is_large(first, second)):
        surely = first.family != "count" or first.unit or a.nouns & b.nouns
        return Relation("value-differs", Grade.NEAR if surely else Grade.DOUBTFUL)
    low, high = sorted((abs(first.number[0]), abs(second.number[0])))
    return Relation("value-differs", Grade.OTHER) if high <= low * _OTHER else None


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
