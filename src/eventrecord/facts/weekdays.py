"""Weekdays beside dates: the days that may be meant, and whether they are such weekdays."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from eventrecord.localize.calendar.weekdays import StatedWeekday
from eventrecord.message import Message, say

__all__ = ["day_said", "other_days"]

_SURE = timedelta(days=120)
"""How near a date without a year must be to be of the nearest year for sure."""


def other_days(stated: StatedWeekday, near: date | None) -> list[date]:
    """The days that a date may mean, nearest first, if none of them is the weekday beside it; else none.

    Args:
        stated: the weekday and the date.
        near: a day that tells the year where the text does not; without one, nothing is known.
    """
    days = _meant(stated, near)
    return [] if any(day.weekday() == stated.weekday for day in days) else days


def day_said(stated: StatedWeekday, day: date) -> Message:
    """What is said of a weekday beside a date: which one the day is."""
    from eventrecord.localize.writing import written_day, written_weekday

    return say(
        "{surface}: {day} is a {weekday}",
        surface=stated.surface,
        day=written_day(day),
        weekday=written_weekday(day),
    )


def _meant(stated: StatedWeekday, near: date | None) -> list[date]:
    if stated.year:
        return _existing([stated.year], stated)
    if near is None:
        return []
    days = _existing([near.year - 1, near.year, near.year + 1], stated)
    days.sort(key=lambda day: abs(day - near))
    return days[:1] if days and abs(days[0] - near) <= _SURE else days


def _existing(years: list[int], stated: StatedWeekday) -> list[date]:
    days = []
    for year in years:
        with suppress(ValueError):
            days.append(date(year, stated.month, stated.day))
    return days
