"""What dates, times and durations mean, once their slots are read, in ISO 8601."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from eventrecord.localize.calendar.clock import (
    Meaning,
    Slots,
    UnknownError,
    duration_meant,
    durations_meant,
    time_meant,
    times_meant,
)
from eventrecord.localize.calendar.slots import SlotReader

__all__ = ["MEANINGS", "Meaning", "Slots", "meaning"]


def _iso(year: int | None, month: int, day: int) -> str:
    """ISO 8601; with the year left open --11-15."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]):
        raise UnknownError
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _range(year: int | None, month: int, last_month: int, last_year: int | None = None) -> Meaning:
    """Whole months."""
    last_year = last_year or year
    if not 1 <= last_month <= 12:
        raise UnknownError
    start = _iso(year, month, 1)
    end = _iso(last_year, last_month, monthrange(last_year or 2001, last_month)[1])
    if end <= start:
        raise UnknownError
    return Meaning("date-range", f"{start}/{end}")


def _date(read: SlotReader) -> Meaning:
    year: int | None
    month, day = read.month(), int(read.slots["d"])
    if "rmonth" in read.slots:
        year, month = read.moved_month()
    else:
        year = read.year() or (read.year_of(month, day) if month else None)
    if month is None:
        return Meaning("date", read.nearest(day, read.near or read.now).isoformat())
    return Meaning("date", _iso(year, month, day))


def _last_day(read: SlotReader) -> Meaning:
    """The end of a month or year."""
    year: int | None
    if "rmonth" in read.slots:
        year, month = read.moved_month()
    else:
        month = read.month() or 12
        year = read.year() or (read.year_of(month) if read.month() else _year_or_now(read))
    if not 1 <= month <= 12:
        raise UnknownError
    return Meaning("date", _iso(year, month, monthrange(year or 2001, month)[1]))


def _span(read: SlotReader) -> Meaning:
    first, last = read.month(), read.month("2")
    day, last_day = int(read.slots["d"]), int(read.slots["d2"])
    year, last_year = read.year(), read.year("2")
    if "rmonth" in read.slots:
        year, first = read.moved_month()
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
    if over and first == last and not (year and last_year):
        raise UnknownError
    if year is None:
        year = last_year - over if last_year else read.year_of(first, day)
    if last_year is None and year is not None:
        last_year = year + over
    return _days(year, first, day, last_year, last, last_day)


def _pair(read: SlotReader) -> Meaning:
    """Two or three days that follow each other: Nov. 14 and 15; 11月14、15、16日."""
    found = _span(read)
    days = [int(read.slots[slot]) for slot in ("d", "d3", "d2") if slot in read.slots]
    if days != list(range(days[0], days[0] + len(days))):
        raise UnknownError
    return found


def _days(year: int | None, month: int, day: int, year2: int | None, month2: int, day2: int) -> Meaning:
    start, end = _iso(year, month, day), _iso(year2, month2, day2)
    if year is not None and end <= start:
        raise UnknownError
    return Meaning("date-range", f"{start}/{end}")


def _next_month(day: date) -> tuple[int, int]:
    return day.year + day.month // 12, day.month % 12 + 1


def _month(read: SlotReader) -> Meaning:
    if "rmonth" in read.slots:
        year, month = read.moved_month()
        return _range(year, month, month)
    month = read.month() or 0
    if "turn" in read.slots:
        turn = int(read.slots["turn"])
        over = (month >= read.now.month) if turn < 0 else (month <= read.now.month)
        return _range(read.now.year + turn * over, month, month)
    return _range(read.year() or read.year_of(month), month, month)


def _past_month(read: SlotReader) -> Meaning:
    """The last month of that name: since January, 较十一月."""
    month = read.month() or 0
    return _range(read.now.year - (month > read.now.month), month, month)


def _months(read: SlotReader) -> Meaning:
    first, last = read.month() or 1, read.month("2") or 0
    year, last_year = read.year(), read.year("2")
    if last_year is None:
        last_year = year + (last < first) if year else read.year_of(last, 31)  # of what is over, mostly
    if year is None and last_year is not None:
        year = last_year - (last < first)
    return _range(year, first, last, last_year)


def _month_pair(read: SlotReader) -> Meaning:
    """Two months that follow each other: January and February."""
    if (read.month() or 0) + 1 != read.month("2"):
        raise UnknownError
    return _months(read)


def _part(read: SlotReader) -> Meaning:
    """The first, second or last ten days of a month."""
    start, end = str(_month(read).value).split("/")
    part = int(read.slots["part"])
    head = start[:-2]
    last = end[-2:] if part == 3 else f"{part * 10}"
    return Meaning("date-range", f"{head}{part * 10 - 9:02}/{head}{last}")


def _parts(read: SlotReader) -> Meaning:
    """From a part of a month to another: late September to early October."""
    first, last = read.month(), read.month("2")
    year, last_year = read.year(), read.year("2")
    later = {"m": last or first, "y": last_year or year, "part": read.slots["part2"]}
    if later["y"] is None and year is None and last is not None and first is not None:
        year = read.year_of(first)
        later["y"] = None if year is None else year + (last < first)
    elif year is None and last_year is not None:
        year = last_year - ((last or 0) < (first or 0))
    begin = _part(read if year is None else SlotReader({**read.slots, "y": year}, read.today, read.near))
    end = _part(SlotReader({name: value for name, value in later.items() if value}, read.today, read.near))
    start, finish = str(begin.value).split("/")[0], str(end.value).split("/")[1]
    if finish <= start:
        raise UnknownError
    return Meaning("date-range", f"{start}/{finish}")


def _half(read: SlotReader) -> Meaning:
    half = int(read.slots["half"])
    return _range(_year_or_now(read, half * 6 - 5), half * 6 - 5, half * 6)


def _quarter(read: SlotReader) -> Meaning:
    if "rquarter" in read.slots:
        index = read.now.year * 4 + (read.now.month - 1) // 3 + int(read.slots["rquarter"])
        return _range(index // 4, index % 4 * 3 + 1, index % 4 * 3 + 3)
    quarter = int(read.slots["quarter"])
    return _range(_year_or_now(read, quarter * 3 - 2), quarter * 3 - 2, quarter * 3)


def _quarter_end(read: SlotReader) -> Meaning:
    return Meaning("date", str(_quarter(read).value).split("/")[1])


def _first_months(read: SlotReader) -> Meaning:
    return _range(_year_or_now(read), 1, int(read.slots["first_months"]))


def _year_or_now(read: SlotReader, month: int = 1) -> int | None:
    """The year told, else this one; the one before for months to come that the sentence says are over."""
    if (year := read.year()) or read.today is None:
        return year
    over = month > read.today.month and read.tense == -1
    return read.today.year - over


def _year(read: SlotReader) -> Meaning:
    year = read.year()
    if not year:
        raise UnknownError
    return Meaning("year", Decimal(year))


def _years(read: SlotReader) -> Meaning:
    start, end = read.year() or 0, read.year("2")
    if (short := read.get("yy")) is not None:
        if short <= 12:  # 2009-12 may be a month
            raise UnknownError
        end = start // 100 * 100 + int(short)
    if not end or end <= start:
        raise UnknownError
    return Meaning("year-range", f"{start}/{end}")


def _relative_day(read: SlotReader) -> Meaning:
    day = read.now + timedelta(days=int(read.slots["rday"]))
    return Meaning(
        "date", (read.nearest(int(read.slots["d"]), day) if "d" in read.slots else day).isoformat()
    )


def _weekday(read: SlotReader) -> Meaning:
    """A weekday alone is the last or the next by the tense of its sentence, else the nearest of that name.

    With next, last or this, it is the one of that week.
    """
    away = (int(read.slots["weekday"]) - read.now.weekday()) % 7
    if "rweek" in read.slots:
        day = read.now + timedelta(
            days=int(read.slots["weekday"]) - read.now.weekday() + 7 * int(read.slots["rweek"])
        )
    elif read.get("turn") == 1 or (read.get("turn") == 2 and read.tense != -1):
        day = read.now + timedelta(days=away or 7)
    elif read.get("turn") == -1:
        day = read.now - timedelta(days=(7 - away) % 7 or 7)
    else:
        is_ahead = away <= 3 if read.tense is None else read.tense > 0 or not away
        day = read.now + timedelta(days=away if is_ahead else away - 7)
    return Meaning("date", day.isoformat())


def _nth_weekday(read: SlotReader) -> Meaning:
    """The first, second or last Monday of a month."""
    start = date.fromisoformat(str(_month(read).value).split("/")[0])
    nth, weekday = int(read.slots["nth"]), int(read.slots["weekday"])
    days = [
        day
        for day in range(1, monthrange(start.year, start.month)[1] + 1)
        if start.replace(day=day).weekday() == weekday
    ]
    return Meaning("date", start.replace(day=days[nth - (nth > 0)]).isoformat())


def _weekdays(read: SlotReader) -> Meaning:
    """From the last Monday, or that of the week told, to the Friday after it."""
    if "rweek" in read.slots:
        away = int(read.slots["weekday"]) - read.now.weekday() + 7 * int(read.slots["rweek"])
        start = read.now + timedelta(days=away)
    else:
        start = read.now - timedelta(days=(read.now.weekday() - int(read.slots["weekday"])) % 7)
    end = start + timedelta(days=(int(read.slots["weekday2"]) - start.weekday()) % 7)
    if end == start:
        raise UnknownError
    return Meaning("date-range", f"{start.isoformat()}/{end.isoformat()}")


def _weekend(read: SlotReader) -> Meaning:
    saturday = read.now + timedelta(days=7 * int(read.slots["rweek"]) + 5 - read.now.weekday())
    return Meaning("date-range", f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}")


def _week(read: SlotReader) -> Meaning:
    monday = read.now + timedelta(days=7 * int(read.slots["rweek"]) - read.now.weekday())
    return Meaning("date-range", f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")


MEANINGS: dict[str, Callable[[SlotReader], Meaning]] = {
    "date": _date,
    "day": _date,
    "duration": lambda read: duration_meant(read.slots),
    "durations": lambda read: durations_meant(read.slots),
    "first-months": _first_months,
    "half": _half,
    "last-day": _last_day,
    "month": _month,
    "months": _months,
    "month-pair": _month_pair,
    "pair": _pair,
    "past-month": _past_month,
    "nth-weekday": _nth_weekday,
    "part": _part,
    "parts": _parts,
    "plan": lambda read: Meaning("year-range", read.slots["plan"]),
    "quarter": _quarter,
    "quarter-end": _quarter_end,
    "relative-day": _relative_day,
    "span": _span,
    "time": lambda read: time_meant(read.slots),
    "times": lambda read: times_meant(read.slots),
    "week": _week,
    "weekend": _weekend,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "year": _year,
    "years": _years,
}


def meaning(name: str, slots: Slots, today: date | None, near: date | None = None) -> Meaning | None:
    """What a form says with these slots; None where it says nothing that can be.

    A day alone is the one nearest to `near`, a date that the sentence has named before, else to `today`.
    """
    try:
        return MEANINGS[name](SlotReader(slots, today, near))
    except (
        UnknownError,
        ValueError,
        OverflowError,
    ):  # the calendar has no such day
        return None
