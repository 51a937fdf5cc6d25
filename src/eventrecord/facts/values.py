"""What a stated fact says, in one form for all languages, and how two of them stand to each other."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from eventrecord.facts.measures import MEASURES
from eventrecord.facts.told import Told
from eventrecord.localize.stated import Stated

__all__ = [
    "Range",
    "Value",
    "days_of",
    "power_of_ten",
    "slip_between",
    "slips_of",
    "value_of",
    "value_of_days",
    "value_of_length",
]

Range = tuple[Fraction, Fraction]
"""The least and the most that a number can be; the same twice if it is one number."""

_FAMILIES = {
    "money": "money",
    "count": "count",
    "percent": "share",
    "fraction": "share",
    "ratio": "ratio",
    "ordinal": "ordinal",
    "date": "date",
    "date-range": "date",
    "year": "date",
    "year-range": "date",
    "time": "time",
    "duration": "duration",
}
_NO_SLIPS = frozenset({"ordinal", "date", "time", "duration"})
_DURATION = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SECONDS = (365 * 86400, 365 * 7200, 7 * 86400, 86400, 3600, 60, 1)
"""A year, a month, a week, a day, an hour, a minute, a second; twelve months are a year."""
_MOST_PARTS, _TINY = 100, Fraction(1, 10**12)
_LONGEST = 40
"""Digits that a number may have to be reckoned with."""


class Value(NamedTuple):
    """A fact in a form in which those of two languages can be held against each other."""

    family: str
    """Facts of different families are never the same."""
    unit: str
    """Currency, `pp`, what is measured; empty if there is none."""
    number: Range | None
    """In the first unit of what is measured, shares as parts of one; of days, the first and the last."""
    text: str = ""
    """What it says if that is no number: a time."""
    step: Fraction = Fraction(0)
    """What its last digit counts as it is written: 1/10 of 4.2, 1 of 1,200, 10,000 of 120万."""
    round_to: Fraction = Fraction(0)
    """What its last digit counts that is no nought: 100 of 1,200."""
    grain: str = ""
    """Of a date: day, month, year, span."""

    @property
    def key(self) -> tuple[object, ...]:
        """The same for what is equal but for the qualifier."""
        return self.family, self.unit, self.number, self.text

    @property
    def may_slip(self) -> bool:
        """Whether a decimal point or a scale word may slip in it: it is a number of some size."""
        return self.number is not None and self.family not in _NO_SLIPS


def value_of(told: Told) -> Value:
    """What a fact says."""
    fact = told.fact
    family = _FAMILIES[fact.kind]
    if family == "date":
        return _day(fact)
    if family == "time":
        return Value(family, "", None, _clock(str(fact.value)))
    if family == "duration":
        return _length(fact)
    number, round_to = _number(str(fact.value))
    unit = fact.unit or ""
    if number is None:
        return Value(family, unit, None, str(fact.value))
    step = min(_written_step(fact.surface, number[1]) or round_to, round_to)
    factor = Fraction(1, 100) if fact.kind == "percent" else Fraction(1)
    if told.measure in MEASURES:
        unit, factor = MEASURES[told.measure]
    number, step, round_to = _times(number, factor), step * factor, round_to * factor
    if fact.kind == "ratio" and number[1] < 1:
        family, number = "share", (_plain(number[0]), _plain(number[1]))
    return Value(family, unit, number, "", step, round_to, "")


def _plain(part: Fraction) -> Fraction:
    """One in seven as such, though it was told with decimals."""
    near = part.limit_denominator(_MOST_PARTS)
    return near if abs(near - part) < _TINY else part


def power_of_ten(first: Fraction, second: Fraction) -> int | None:
    """By how many times one number is the other, if by 10, 100, 1,000 ... up to a scale word's."""
    if first <= 0 or second <= 0:
        return None
    ratio = max(first, second) / min(first, second)
    times = int(ratio) if ratio.denominator == 1 else 0
    return times if times in _SLIPS else None


def slip_between(one: Value, other: Value) -> int | None:
    """By how many times one value is the other, if that is a slip of a decimal point or a scale word."""
    if one.family != other.family or not one.may_slip:
        return None
    return power_of_ten(one.number[0], other.number[0]) if one.number and other.number else None


def slips_of(number: Fraction) -> list[Fraction]:
    """All that a number may have been before a slip by a power of ten."""
    return [slip for times in sorted(_SLIPS) for slip in (number * times, number / times)]


_SLIPS = frozenset(10**power for power in range(1, 13))


def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of a date, a span, a year or years; None without a year."""
    first, _, last = value.partition("/")
    try:
        if len(first) == 4:
            return date(int(first), 1, 1), date(int(last or first), 12, 31)
        return date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        return None


def _day(fact: Stated) -> Value:
    days = days_of(str(fact.value))
    if days is None:
        return Value("date", "", None, str(fact.value), grain="day")
    return value_of_days(*days)


def value_of_days(first: date, last: date) -> Value:
    """What a span of days says, or a day."""
    days = Fraction(first.toordinal()), Fraction(last.toordinal())
    return Value("date", "", days, grain=_grain((first, last)))


def value_of_length(days: int) -> Value:
    """What so many days say."""
    length = Fraction(days * 86400)
    return Value("duration", "", (length, length))


def _grain(days: tuple[date, date]) -> str:
    first, last = days
    if first == last:
        return "day"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.month, last.month) == (1, 12):
            return "year" if first.year == last.year else "span"
        return "month"
    return "span"


def _clock(value: str) -> str:
    return "/".join(
        "24:00" if part == "00:00" and place else part for place, part in enumerate(value.split("/"))
    )


def _length(fact: Stated) -> Value:
    ends = [_seconds(part) for part in str(fact.value).split("/")]
    if None in ends:
        return Value("duration", "", None, str(fact.value))
    low, high = ends[0], ends[-1]
    assert low is not None
    assert high is not None
    return Value("duration", "", (low, high))


def _seconds(value: str) -> Fraction | None:
    found = _DURATION.fullmatch(value)
    if found is None:
        return None
    return Fraction(sum(int(n or 0) * seconds for n, seconds in zip(found.groups(), _SECONDS, strict=True)))


def _number(value: str) -> tuple[Range | None, Fraction]:
    """A number or a range of numbers, and the step of its last digit."""
    negative = value.startswith("-")
    if len(value) > _LONGEST:
        return None, Fraction(0)
    above, slash, below = value.partition("/")
    if slash:
        share = Fraction(int(above), int(below))
        return (share, share), Fraction(0)
    low, _, high = value.lstrip("-").partition("-")
    ends = [Decimal(end) for end in (low, high) if end]
    sign = -1 if negative else 1
    return (sign * Fraction(ends[0]), sign * Fraction(ends[-1])), min(map(_step, ends))


def _written_step(surface: str, number: Fraction) -> Fraction | None:
    """What the last digit of the last number in digits counts, by the scale word after it."""
    digits = _DIGITS.findall(surface)
    written = Fraction(digits[-1].replace(",", "")) if digits else Fraction(0)
    if not written or len(digits[-1]) > _LONGEST:
        return None
    scale = abs(number) / written
    power = Fraction(10) ** (len(str(scale.numerator)) - len(str(scale.denominator)))
    return scale / 10 ** len(digits[-1].partition(".")[2]) if scale == power else None


def _step(number: Decimal) -> Fraction:
    """What one more of its last digit would be, zeros at the end of a whole number being no digits."""
    if not number:
        return Fraction(1)
    exponent = int(number.normalize().as_tuple().exponent)
    return Fraction(10) ** exponent


def _times(number: Range, factor: Fraction) -> Range:
    return number[0] * factor, number[1] * factor
