"""Facts that were read, written for whoever reads about them: nearly RMB 3.86 billion; 近38.6亿元."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from eventrecord.localize import numbers
from eventrecord.localize.calendar import dates
from eventrecord.localize.language import Language, language
from eventrecord.localize.stated import Stated
from eventrecord.message import Written
from eventrecord.model.amount import Amount, Area, Fraction, Money
from eventrecord.model.figure import Figure
from eventrecord.model.span import Duration, Moment

__all__ = ["written", "written_currency", "written_day", "written_number", "written_weekday"]

_LONG = re.compile(r"P([\d.]+)([YMWD])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_NO_BREAK = "\N{NO-BREAK SPACE}"
"""What editions set between RMB and its number; in a report it is in the way of whoever searches."""
_LEAP = 2000
"""A year that has every day, for days of which none is known."""


def written(fact: Stated) -> Written:
    """A value with its unit and qualifier, as each language of the tool writes it.

    What no form fits, such as years without a number, stays as the text has it.
    """

    def write(tag: str) -> str:
        try:
            return _WRITERS[fact.kind](fact, language(tag)).replace(_NO_BREAK, " ")
        except (ValueError, ArithmeticError, KeyError):
            return fact.surface or f"{fact.value} {fact.unit or ''}".rstrip()

    return Written.of(write)


def written_day(day: date) -> Written:
    """A day with its year: Nov. 14, 2022; 2022年11月14日."""
    return Written.of(lambda tag: dates.day(day, language(tag), year=True))


def written_number(number: int) -> Written:
    """A number: 1,000; 10 million; 1000万."""
    return Written.of(lambda tag: numbers.amount(Amount(Decimal(number)), language(tag)))


def written_weekday(day: date) -> Written:
    """The weekday of a day: Monday; 星期一."""
    return Written.of(lambda tag: dates.weekday(day, language(tag)))


def written_currency(code: str, number: int) -> Written:
    """A currency by its name, as it stands after a number: Chinese yuan, US dollars; 人民币."""
    from eventrecord.localize.currencies import currency_name

    return Written.of(lambda tag: currency_name(code, language(tag).words["babel"], number))


def _figure(fact: Stated, tongue: Language) -> str:
    value: dict[str, Any]
    match fact.kind, fact.unit:
        case "money", str(currency):
            value = {"money": Money(_amount(fact), currency)}
        case "count", str(unit):
            value = {"area": Area(_amount(fact), unit)}
        case "percent", "pp":
            value = {"points": _amount(fact)}
        case "fraction", _:
            numerator, _, denominator = str(fact.value).partition("/")
            value = {"fraction": Fraction(int(numerator), int(denominator))}
        case "ordinal", _:
            value = {"ordinal": int(fact.value)}
        case _:
            value = {_FIELDS[fact.kind]: _amount(fact)}
    return numbers.qualified(Figure.model_construct(**value, qualifier=fact.qualifier), None, tongue)


_FIELDS = {"money": "count", "count": "count", "percent": "percent", "ratio": "multiple"}


def _amount(fact: Stated) -> Amount:
    if isinstance(fact.value, Decimal):
        return Amount(fact.value)
    low, _, high = fact.value.partition("-")
    try:
        return Amount(Decimal(low), Decimal(high) if high else None)
    except InvalidOperation:
        raise ValueError(fact.value) from None


def _days(fact: Stated, tongue: Language) -> str:
    """A day or several; without a year where none is told."""
    first, _, last = str(fact.value).partition("/")
    year = not first.startswith("--")
    days = [date.fromisoformat(text if year else f"{_LEAP}-{text[2:]}") for text in (first, last or first)]
    if year and last and days[0].day == 1 and (days[1] + timedelta(days=1)).day == 1:
        first_month, last_month = (Moment.parse(day.isoformat()[:7]) for day in days)
        return dates.coarse_span(first_month, last_month, tongue)
    return dates.span(days[0], days[1], tongue, year=year)


def _years(fact: Stated, tongue: Language) -> str:
    years = (date(int(year), 1, 1) for year in str(fact.value).split("/"))
    form = tongue.style["date"]["year"]
    told = [str(form.format(y=year.year)) for year in years]
    return told[0] if len(told) == 1 else str(tongue.words["span"].format(a=told[0], b=told[1]))


def _times(fact: Stated, tongue: Language) -> str:
    moments = [datetime.combine(date.min, time.fromisoformat(text)) for text in str(fact.value).split("/")]
    if len(moments) == 1:
        return dates.clock(moments[0], tongue)
    return dates.clock_span(moments[0], moments[1], tongue)


def _length(fact: Stated, tongue: Language) -> str:
    long = _LONG.fullmatch(str(fact.value))
    if long and (long[2] in "YM" or "." in long[1]):
        from babel.units import format_unit

        number, unit = Decimal(long[1]), _UNITS[long[2]]
        text = format_unit(number, f"duration-{unit}", "long", locale=tongue.words["babel"])
    else:
        text = dates.duration(Duration.parse(str(fact.value)), tongue)
    return str(tongue.words["qualifiers"][fact.qualifier.value].format(x=text))


_WRITERS: dict[str, Callable[[Stated, Language], str]] = {
    "money": _figure,
    "count": _figure,
    "percent": _figure,
    "fraction": _figure,
    "ordinal": _figure,
    "ratio": _figure,
    "date": _days,
    "date-range": _days,
    "year": _years,
    "year-range": _years,
    "time": _times,
    "duration": _length,
}
