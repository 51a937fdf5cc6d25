"""How two dates may be one: told without a year, without a month, by a weekday, or with fewer digits."""

from __future__ import annotations

from datetime import date

from eventrecord.facts.grades import Grade, Relation
from eventrecord.facts.told import Told
from eventrecord.facts.values import Range, Value

__all__ = ["days_related", "days_without_year_related"]

_WEEK = 7


def days_related(a: Told, b: Told, first: Value, second: Value) -> Relation | None:
    """How two dates or spans of days may be one; None if they cannot."""
    assert first.number is not None
    assert second.number is not None
    if first.number == second.number:
        return Relation("equal", Grade.SAME)
    if {a.base, b.base} == {"word", ""}:
        return None  # the year before, which is compared with, is not a year that is told
    if _is_by_word(a) != _is_by_word(b) and first.grain != second.grain:
        return None  # this year is not a day or a half-year told with fewer digits
    if (a.is_weekday or b.is_weekday) and abs(first.number[0] - second.number[0]) == _WEEK:
        return Relation("equal", Grade.PARTLY_TOLD)
    if (a.is_bare_day or b.is_bare_day) and _is_same_day_of_month(first.number, second.number):
        return Relation("equal", Grade.PARTLY_TOLD)
    if a.is_bare_date and b.is_bare_date and _is_same_day_of_year(first.number, second.number):
        return Relation("equal", Grade.PARTLY_TOLD)
    if (a.is_bare_month or b.is_bare_month) and first.grain == second.grain == "month":
        return _months(first.number, second.number)
    if first.grain == second.grain:
        return Relation("value-differs", Grade.OTHER)
    for whole, part in ((first, second), (second, first)):
        assert whole.number is not None
        assert part.number is not None
        within = whole.number[0] <= part.number[0] and part.number[1] <= whole.number[1]
        if within and whole.grain in ("month", "year") and part.grain in ("day", "month", "span"):
            return Relation("rounded", Grade.WHOLE_AND_PART)
    if {first.grain, second.grain} == {"span", "day"} and set(first.number) & set(second.number):
        return Relation("value-differs", Grade.OTHER_GRAIN)
    if {first.grain, second.grain} <= {"span", "month"}:
        return Relation("value-differs", Grade.OTHER_GRAIN)
    return None


def days_without_year_related(first: Value, second: Value) -> Relation | None:
    """Dates of which one has no year: 15 November, 2022-11-15."""
    bare, full = (first, second) if first.text else (second, first)
    if full.number is None:
        return Relation("value-differs", Grade.OTHER) if bool(first.text) and bool(second.text) else None
    days = [date.fromordinal(int(day)).isoformat()[4:] for day in full.number]
    told = [part.removeprefix("-") for part in bare.text.split("/")]
    if told == days or (len(told) == 1 and days[0] == days[1] and told[0] == days[0]):
        return Relation("equal", Grade.WITHOUT_YEAR)
    return Relation("value-differs", Grade.OTHER) if full.grain == "day" else None


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
    return Relation("equal", Grade.IN_OTHER_WORDS) if one == other else Relation("value-differs", Grade.ALIKE)
