"""Weekdays that a text writes beside dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.facts.weekdays import day_said, other_days
from eventrecord.localize.calendar.weekdays import StatedWeekday, stated_weekdays

__all__ = ["wrong_weekdays"]


def wrong_weekdays(text: str, tag: str, today: date | None, known: KnownFacts) -> Iterator[Departure]:
    """Weekdays that are not those of the dates beside them, in any year that these may be of."""
    for stated in stated_weekdays(text, tag):
        own = _own(stated, known)
        if days := other_days(stated, today or next(iter(own), None)):
            day = next((day for day in days if day in own), days[0])
            (start, end), said = stated.word, day_said(stated, day)
            where = own.get(day, ((), ""))
            yield Departure("weekday-differs", Severity.ERROR, said, start, end, text[start:end], *where)


def _own(stated: StatedWeekday, known: KnownFacts) -> dict[date, tuple[Path, str]]:
    """Days of the record that have the month and the day of a date, and where it has them."""
    ends = f"-{stated.month:02}-{stated.day:02}"
    found: dict[date, tuple[Path, str]] = {}
    for one in known.of("date"):
        if one.stated.kind == "date" and str(one.stated.value).endswith(ends):
            found.setdefault(date.fromisoformat(str(one.stated.value)), (one.path, one.record))
    return found
