"""What a file says of a time zone: from when on which offset holds (RFC 5545, 3.6.5)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from eventrecord.drafts.calendar.components import Component

__all__ = ["Observance", "observances", "offset_at"]

_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(?:\d\d)?", re.ASCII)
_START = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)", re.ASCII)
_DAY = re.compile(r"([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)")
_UNDERSTOOD = {"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "WKST"}
_MONTHS = {str(number) for number in range(1, 13)}
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Observance(NamedTuple):
    """Standard or daylight time: when it first begins, when it does in other years, and its offset."""

    start: datetime
    offset: str
    """As records have it: +08:00."""
    month: int = 0
    """The month in which it begins every year; 0 if it begins but once."""
    nth: int = 0
    """Which of these weekdays of that month; from the end if below 0."""
    weekday: int = 0

    def last_before(self, local: datetime) -> datetime | None:
        """When it last began before a local time; None if it had not begun."""
        if not self.month:
            return self.start if self.start <= local else None
        begun = [self._onset(year) for year in (local.year, local.year - 1) if year > 0]
        return next((onset for onset in begun if self.start <= onset <= local), None)

    def _onset(self, year: int) -> datetime:
        first, days = monthrange(year, self.month)
        day = 1 + (self.weekday - first) % 7 + 7 * (self.nth - 1)
        if self.nth < 0:
            last = (first + days - 1) % 7
            day = days - (last - self.weekday) % 7 + 7 * (self.nth + 1)
        return datetime(year, self.month, 1, self.start.hour, self.start.minute) + timedelta(days=day - 1)


def observances(zone: Component | None) -> tuple[Observance, ...]:
    """Those of a VTIMEZONE; none if one of them is told in a way that is not understood."""
    found = [_observance(part) for part in zone.parts] if zone else []
    return tuple(each for each in found if each) if all(found) else ()


def offset_at(local: datetime, known: Iterable[Observance]) -> str:
    """The offset of a local time: that of what began last; of the first where nothing had begun."""
    begun = [(onset, each.offset) for each in known if (onset := each.last_before(local))]
    if begun:
        return max(begun)[1]
    return next((each.offset for each in known), "")


def _observance(part: Component) -> Observance | None:
    start, offset = _START.fullmatch(part.value("DTSTART")), _OFFSET.fullmatch(part.value("TZOFFSETTO"))
    if start is None or offset is None or part.get("RDATE"):
        return None
    try:
        year, month, day, hour, minute = (int(digits) for digits in start.groups()[:5])
        begin = datetime(year, month, day, hour, minute)
    except ValueError:
        return None
    rule = dict(pair.partition("=")[::2] for pair in part.value("RRULE").upper().split(";"))
    plain = Observance(begin, f"{offset[1]}{offset[2]}:{offset[3]}")
    if not part.get("RRULE"):
        return plain
    weekday = _DAY.fullmatch(rule.get("BYDAY", ""))
    named = rule.get("BYMONTH", "").removeprefix("0")
    is_known = rule.keys() <= _UNDERSTOOD and rule.get("FREQ") == "YEARLY"
    if not is_known or rule.get("INTERVAL", "1") != "1" or weekday is None or named not in _MONTHS:
        return None
    return plain._replace(month=int(named), nth=int(weekday[1]), weekday=_WEEK.index(weekday[2]))
