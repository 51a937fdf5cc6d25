"""What dates, times and durations mean, once their slots are read, in ISO 8601."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from eventrecord.localize.stated import StatedKind

__all__ = ["READINGS", "Meaning", "Slots", "meaning", "meant_year"]

Slots = Mapping[str, Any]
"""Meanings by slot: y, month, d ... as the grammar of a language reads them."""

_FAR = timedelta(days=300)
_UNITS = "YMWDhm"
_FINER: dict[str, tuple[int, str]] = {
    "Y": (12, "M"),
    "M": (30, "D"),
    "W": (7, "D"),
    "D": (24, "h"),
    "h": (60, "m"),
}


class Meaning(NamedTuple):
    """Kind and value of a fact."""

    kind: StatedKind
    value: str | Decimal


class _UnknownError(Exception):
    """The words have no meaning here: no such day, or one that only the day of the text could tell."""


def meant_year(month: int, day: int, today: date) -> int:
    """The year of a date that is written without one.

    It is the year of the text, unless the date is then ten months away or more: in January, Dec. 30 is that
    of the year before. Who writes a date may leave out the year where this gives it back.
    """
    year = today.year
    there = date(year, month, min(day, monthrange(year, month)[1]))
    if abs(there - today) <= _FAR:
        return year
    return year + (1 if there < today else -1)


class _Reader:
    """Reads the slots of one form in the light of the day of the text."""

    def __init__(self, slots: Slots, today: date | None, near: date | None) -> None:
        self.slots, self.today, self.near = slots, today, near

    def get(self, name: str, default: Any = None) -> Any:
        return self.slots.get(name, default)

    @property
    def now(self) -> date:
        """The day of the text."""
        if self.today is None:
            raise _UnknownError
        return self.today

    def year(self, end: str = "") -> int | None:
        """The year that stands there, in whatever way; None if none does."""
        if (year := self.get(f"y{end}")) is not None:
            return int(year)
        if (year := self.get(f"e{end}")) is not None:
            return int(year) + int(self.slots[f"era{end}"])
        if (away := self.get(f"ryear{end}")) is not None:
            return self.now.year + int(away)
        return None

    def month(self, end: str = "") -> int | None:
        value = self.get(f"m{end}", self.get(f"month{end}"))
        return None if value is None else int(value)

    def year_of(self, month: int, day: int = 1) -> int | None:
        """The year of a date without one; None where the day of the text is not known either."""
        if not 1 <= month <= 12:
            raise _UnknownError
        return meant_year(month, day, self.today) if self.today else None

    def moved_month(self) -> tuple[int, int]:
        """Year and month of this month, last month."""
        index = self.now.year * 12 + self.now.month - 1 + int(self.slots["rmonth"])
        return index // 12, index % 12 + 1

    def nearest(self, day: int, to: date) -> date:
        """The day of that number nearest to a date."""
        found = []
        for month in range(to.month - 1, to.month + 2):
            year, month = to.year + (month - 1) // 12, (month - 1) % 12 + 1  # noqa: PLW2901
            if 1 <= day <= monthrange(year, month)[1]:
                found.append(date(year, month, day))
        if not found:
            raise _UnknownError
        return min(found, key=lambda one: abs(one - to))


def _iso(year: int | None, month: int, day: int) -> str:
    """ISO 8601; with the year left open --11-15."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]):
        raise _UnknownError
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _range(year: int | None, month: int, last_month: int, last_year: int | None = None) -> Meaning:
    """Whole months."""
    last_year = last_year or year
    if not 1 <= last_month <= 12:
        raise _UnknownError
    start = _iso(year, month, 1)
    end = _iso(last_year, last_month, monthrange(last_year or 2001, last_month)[1])
    if end <= start:
        raise _UnknownError
    return Meaning("date-range", f"{start}/{end}")


def _date(read: _Reader) -> Meaning:
    year: int | None
    month, day = read.month(), int(read.slots["d"])
    if "rmonth" in read.slots:
        year, month = read.moved_month()
    else:
        year = read.year() or (read.year_of(month, day) if month else None)
    if month is None:
        return Meaning("date", read.nearest(day, read.near or read.now).isoformat())
    return Meaning("date", _iso(year, month, day))


def _last_day(read: _Reader) -> Meaning:
    """The end of a month or year."""
    year: int | None
    if "rmonth" in read.slots:
        year, month = read.moved_month()
    else:
        month = read.month() or 12
        year = read.year() or (read.year_of(month) if read.month() else _year_or_now(read))
    if not 1 <= month <= 12:
        raise _UnknownError
    return Meaning("date", _iso(year, month, monthrange(year or 2001, month)[1]))


def _span(read: _Reader) -> Meaning:
    first, last = read.month(), read.month("2")
    day, last_day = int(read.slots["d"]), int(read.slots["d2"])
    year, last_year = read.year(), read.year("2")
    if first is None and last is None:
        start = read.nearest(day, read.near or read.now)
        return _days(
            start.year,
            start.month,
            day,
            *(_next_month(start) if last_day < day else (start.year, start.month)),
            last_day,
        )
    first, last = first or last or 0, last or first or 0
    over = (last, last_day) < (first, day)
    if year is None:
        year = last_year - over if last_year else read.year_of(first, day)
    if last_year is None and year is not None:
        last_year = year + over
    return _days(year, first, day, last_year, last, last_day)


def _days(year: int | None, month: int, day: int, year2: int | None, month2: int, day2: int) -> Meaning:
    start, end = _iso(year, month, day), _iso(year2, month2, day2)
    if year is not None and end <= start:
        raise _UnknownError
    return Meaning("date-range", f"{start}/{end}")


def _next_month(day: date) -> tuple[int, int]:
    return day.year + day.month // 12, day.month % 12 + 1


def _month(read: _Reader) -> Meaning:
    if "rmonth" in read.slots:
        year, month = read.moved_month()
        return _range(year, month, month)
    month = read.month() or 0
    return _range(read.year() or read.year_of(month), month, month)


def _months(read: _Reader) -> Meaning:
    first, last = read.month() or 1, read.month("2") or 0
    year, last_year = read.year(), read.year("2")
    if year is None:
        year = last_year - (last < first) if last_year else read.year_of(first)
    if last_year is None and year is not None:
        last_year = year + (last < first)
    return _range(year, first, last, last_year)


def _part(read: _Reader) -> Meaning:
    """The first, second or last ten days of a month."""
    start, end = str(_month(read).value).split("/")
    part = int(read.slots["part"])
    head = start[:-2]
    last = end[-2:] if part == 3 else f"{part * 10}"
    return Meaning("date-range", f"{head}{part * 10 - 9:02}/{head}{last}")


def _half(read: _Reader) -> Meaning:
    half = int(read.slots["half"])
    return _range(_year_or_now(read), half * 6 - 5, half * 6)


def _quarter(read: _Reader) -> Meaning:
    quarter = int(read.slots["quarter"])
    return _range(_year_or_now(read), quarter * 3 - 2, quarter * 3)


def _first_months(read: _Reader) -> Meaning:
    return _range(_year_or_now(read), 1, int(read.slots["first_months"]))


def _year_or_now(read: _Reader) -> int | None:
    return read.year() or (read.today.year if read.today else None)


def _year(read: _Reader) -> Meaning:
    year = read.year()
    if not year:
        raise _UnknownError
    return Meaning("year", Decimal(year))


def _years(read: _Reader) -> Meaning:
    start, end = read.year() or 0, read.year("2")
    if (short := read.get("yy")) is not None:
        if short <= 12:  # 2009-12 may be a month
            raise _UnknownError
        end = start // 100 * 100 + int(short)
    if not end or end <= start:
        raise _UnknownError
    return Meaning("year-range", f"{start}/{end}")


def _plan(read: _Reader) -> Meaning:
    """A five-year plan of China: the first from 1953, the third from 1966, then one after the other."""
    number = int(read.slots["plan"])
    start = 1966 + 5 * (number - 3) if number >= 3 else 1948 + 5 * number
    return Meaning("year-range", f"{start}/{start + 4}")


def _relative_day(read: _Reader) -> Meaning:
    day = read.now + timedelta(days=int(read.slots["rday"]))
    return Meaning(
        "date", (read.nearest(int(read.slots["d"]), day) if "d" in read.slots else day).isoformat()
    )


def _weekday(read: _Reader) -> Meaning:
    """A weekday alone is the last one of that name; with next, last or this, the one of that week."""
    away = (int(read.slots["weekday"]) - read.now.weekday()) % 7
    if "rweek" in read.slots:
        day = read.now + timedelta(
            days=int(read.slots["weekday"]) - read.now.weekday() + 7 * int(read.slots["rweek"])
        )
    elif read.get("turn") == 1:
        day = read.now + timedelta(days=away or 7)
    else:
        day = read.now - timedelta(days=(7 - away) % 7 or (7 if "turn" in read.slots else 0))
    return Meaning("date", day.isoformat())


def _weekdays(read: _Reader) -> Meaning:
    """From the last Monday to the Friday after it."""
    start = read.now - timedelta(days=(read.now.weekday() - int(read.slots["weekday"])) % 7)
    end = start + timedelta(days=(int(read.slots["weekday2"]) - start.weekday()) % 7)
    if end == start:
        raise _UnknownError
    return Meaning("date-range", f"{start.isoformat()}/{end.isoformat()}")


def _week(read: _Reader) -> Meaning:
    monday = read.now + timedelta(days=7 * int(read.slots["rweek"]) - read.now.weekday())
    return Meaning("date-range", f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")


def _hour(hour: int, part: str | None, *, told: bool = True) -> int:
    """The hour of twenty-four; `told` tells whether the part of the day stands beside it."""
    if part == "am" and hour == 12:
        return 0
    if part == "dawn":
        return hour % 12 if hour == 12 else hour
    if (part in ("pm", "afternoon") and hour < 12) or (part == "noon" and hour < 10):
        return hour + 12
    if part == "night" and 5 <= hour <= 12:
        return (hour + 12) % 24
    return hour


def _clock(read: _Reader, end: str = "", part: str | None = None) -> tuple[int, int] | None:
    named = read.get(f"named{end}")
    if named is not None:
        hour, _, minute = named.partition(":")
        return int(hour), int(minute)
    if f"h{end}" not in read.slots:
        return None
    own = read.get(f"daypart{end}", part)
    hour = int(read.slots[f"h{end}"])
    minute = int(read.get(f"mm{end}", 0))
    if own in ("am", "pm") and not 1 <= hour <= 12:
        raise _UnknownError
    hour = _hour(hour, own)
    if hour == 24 and not minute:
        hour = 0
    if hour > 23 or minute > 59:
        raise _UnknownError
    return hour, minute


def _zone(read: _Reader) -> str:
    return str(read.get("zone", read.get("zone2", "")))


def _time(read: _Reader) -> Meaning:
    clock = _clock(read)
    if clock is None:
        raise _UnknownError
    return Meaning("time", f"{clock[0]:02}:{clock[1]:02}{_zone(read)}")


def _times(read: _Reader) -> Meaning:
    part, part2 = read.get("daypart"), read.get("daypart2")
    start = _clock(read, "", part or part2)
    end = _clock(read, "2", part2 or part)
    if start is None or end is None:
        raise _UnknownError
    if part is None and part2 is not None and start > end:
        start = _clock(read, "", "am" if part2 == "pm" else "pm") or start
    zone = _zone(read)
    return Meaning("time", f"{start[0]:02}:{start[1]:02}{zone}/{end[0]:02}:{end[1]:02}{zone}")


def _duration(read: _Reader) -> Meaning:
    amounts: dict[str, Decimal] = {}
    for end in ("", "2", "3", "4"):
        unit = read.get(f"unit{end}")
        if unit is None:
            continue
        number = Decimal(read.get(f"n{end}", read.get("vague", 1)))
        if not end and "plus_half" in read.slots:
            number += Decimal("0.5")
        if unit in amounts:
            raise _UnknownError
        amounts[unit] = number
    return Meaning("duration", _period(amounts))


def _durations(read: _Reader) -> Meaning:
    unit = read.slots["unit"]
    ends = [Decimal(read.slots[name]) for name in ("n", "n2")]
    if ends[0] >= ends[1]:
        raise _UnknownError
    return Meaning("duration", "/".join(_period({unit: end}) for end in ends))


def _period(amounts: dict[str, Decimal]) -> str:
    """ISO 8601: P5D, PT2H30M; a part of a unit in the next smaller one."""
    whole: dict[str, int] = {}
    for unit in _UNITS:
        number = amounts.get(unit, Decimal(0)) + whole.get(unit, 0)
        whole[unit] = int(number)
        if number != int(number):
            if unit not in _FINER:
                raise _UnknownError
            times, finer = _FINER[unit]
            amounts[finer] = amounts.get(finer, Decimal(0)) + (number - int(number)) * times
    day = "".join(f"{whole[unit]}{unit}" for unit in "YMWD" if whole[unit])
    time = "".join(f"{whole[unit]}{unit.upper()}" for unit in "hm" if whole[unit])
    if not day and not time:
        raise _UnknownError
    return f"P{day}{'T' if time else ''}{time}"


_MEANINGS: dict[str, Callable[[_Reader], Meaning]] = {
    "date": _date,
    "day": _date,
    "duration": _duration,
    "durations": _durations,
    "first-months": _first_months,
    "half": _half,
    "last-day": _last_day,
    "month": _month,
    "months": _months,
    "part": _part,
    "plan": _plan,
    "quarter": _quarter,
    "relative-day": _relative_day,
    "span": _span,
    "time": _time,
    "times": _times,
    "week": _week,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "year": _year,
    "years": _years,
}

READINGS = frozenset(_MEANINGS)
"""What forms may be forms of."""


def meaning(name: str, slots: Slots, today: date | None, near: date | None = None) -> Meaning | None:
    """What a form says with these slots; None where it says nothing that can be.

    A day alone is the one nearest to `near`, a date that the sentence has named before, else to `today`.
    """
    try:
        return _MEANINGS[name](_Reader(slots, today, near))
    except _UnknownError:
        return None
