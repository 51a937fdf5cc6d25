"""The days that a weekday beside a date may mean."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from eventrecord.localize.calendar.weekdays import StatedWeekday

__all__ = ["days_meant"]

_SURE = timedelta(days=120)
"""How near a date without a year must be to be of the nearest year for sure."""


def days_meant(stated: StatedWeekday, near: date | None) -> list[date]:
    """The days that may be meant, nearest first; none if neither the text nor `near` tells a year."""
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
