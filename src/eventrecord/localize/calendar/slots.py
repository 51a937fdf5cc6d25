"""The slots of one form, read in the light of the day of the text."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from eventrecord.localize.calendar.clock import Slots, UnknownError

__all__ = ["SlotReader", "meant_year"]

_FAR = timedelta(days=300)
_WELL_AWAY = 3
"""Months ahead of which a sentence may tell that they are over."""
_MINGUO = 1911
"""The year before the first of the Republic, by which Taiwan counts."""


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


class SlotReader:
    """Reads the slots of one form in the light of the day of the text."""

    def __init__(self, slots: Slots, today: date | None, near: date | None) -> None:
        self.slots, self.today, self.near = slots, today, near

    def get(self, name: str, default: Any = None) -> Any:
        """What stands in a slot."""
        return self.slots.get(name, default)

    @property
    def now(self) -> date:
        """The day of the text."""
        if self.today is None:
            raise UnknownError
        return self.today

    def year(self, end: str = "") -> int | None:
        """The year that stands there, in whatever way; None if none does."""
        if (year := self.get(f"y{end}")) is not None:
            return int(year)
        if (year := self.get(f"e{end}")) is not None:
            return int(year) + int(self.get(f"era{end}", _MINGUO))
        if (away := self.get(f"ryear{end}")) is not None:
            return self.now.year + int(away)
        if (away := self.get(f"pyear{end}")) is not None:
            return int(self.get("sentence_year", self.now.year)) + int(away)
        return None

    def month(self, end: str = "") -> int | None:
        """The month that stands there, as a number or by its name."""
        value = self.get(f"m{end}", self.get(f"month{end}"))
        return None if value is None else int(value)

    def year_of(self, month: int, day: int = 1) -> int | None:
        """The year of a date without one; None where the day of the text is not known either."""
        if not 1 <= month <= 12:
            raise UnknownError
        if (told := self.get("told_year")) is not None:
            return int(told)
        return self.by_tense(meant_year(month, day, self.today), month) if self.today else None

    @property
    def tense(self) -> int | None:
        """Past (-1) or future (1), where the sentence tells."""
        tense = self.get("tense")
        return tense() if tense else None

    def by_tense(self, year: int, month: int) -> int:
        """The year before, where a month is well ahead and the sentence says that it is over."""
        away = (year - self.now.year) * 12 + month - self.now.month
        return year - (away >= _WELL_AWAY and self.tense == -1)

    def moved_month(self) -> tuple[int, int]:
        """Year and month of this month, last month."""
        index = self.now.year * 12 + self.now.month - 1 + int(self.slots["rmonth"])
        return index // 12, index % 12 + 1

    def nearest(self, day: int, to: date) -> date:
        """The day of that number nearest to a date."""
        found = []
        for month in range(to.month - 1, to.month + 2):
            first = date(to.year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
            if 1 <= day <= monthrange(first.year, first.month)[1]:
                found.append(first.replace(day=day))
        if not found:
            raise UnknownError
        return min(found, key=lambda one: abs(one - to))
