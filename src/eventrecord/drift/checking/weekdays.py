"""Weekdays that a text writes beside dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.localize.calendar.weekdays import stated_weekdays
from eventrecord.localize.writing import written_day, written_weekday
from eventrecord.message import say

__all__ = ["wrong_weekdays"]


def wrong_weekdays(text: str, tag: str, today: date | None, known: KnownFacts) -> Iterator[Departure]:
    """Weekdays that are not those of the dates beside them."""
    for stated in stated_weekdays(text, tag):
        day = _day(stated.year, stated.month, stated.day, today, known)
        if day is not None and day.weekday() != stated.weekday:
            said = say(
                "{surface}: {day} is a {weekday}",
                surface=stated.surface,
                day=written_day(day),
                weekday=written_weekday(day),
            )
            path, record = next(
                ((one.path, one.record) for one in known.of("date") if one.stated.value == str(day)), ((), "")
            )
            start, end = stated.word
            yield Departure(
                "weekday-differs", Severity.ERROR, said, start, end, text[start:end], path, record
            )


def _day(year: int | None, month: int, number: int, today: date | None, known: KnownFacts) -> date | None:
    """The day meant: of the year told, else one that the record knows, else of the year of the text."""
    ends = f"-{month:02}-{number:02}"
    if year is None:
        own = [one.stated.value for one in known.of("date") if str(one.stated.value).endswith(ends)]
        year = int(str(own[0])[:4]) if own else today.year if today else None
    try:
        return date(year, month, number) if year is not None else None
    except ValueError:
        return None
