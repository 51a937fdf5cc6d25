"""Weekdays that a text writes beside dates, found by the forms in `weekdays.toml` of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from eventrecord.localize.data import read_table

__all__ = ["StatedWeekday", "stated_weekdays", "weekday_name"]


class StatedWeekday(NamedTuple):
    """A weekday (Monday is 0) and the date beside it, as a text states them."""

    surface: str
    start: int
    """Offset of the surface in the text."""
    weekday: int
    year: int | None
    month: int
    day: int


def stated_weekdays(text: str, tag: str) -> Iterator[StatedWeekday]:
    """Weekdays beside dates in a text of language `tag`; none where there is no data for it."""
    home = _home(tag)
    if home is None or _near(home).search(text) is None:
        return
    weekdays, months, patterns = _forms(home)
    for pattern in patterns:
        for match in pattern.finditer(text):
            month = match["month"]
            yield StatedWeekday(
                match[0],
                match.start(),
                weekdays[match["weekday"].casefold()],
                int(match["year"]) if match["year"] else None,
                months[month.casefold()] if months else int(month),
                int(match["day"]),
            )


def weekday_name(day: date, tag: str) -> str:
    """What language `tag` calls the weekday of a date (CLDR, wide form)."""
    from babel.dates import get_day_names

    return str(get_day_names("wide", locale=_home(tag) or "en")[day.weekday()])


@cache
def _near(home: str) -> re.Pattern[str]:
    return re.compile(read_table(home, "weekdays")["near"])


@cache
def _forms(home: str) -> tuple[dict[str, int], dict[str, int], list[re.Pattern[str]]]:
    """Weekdays and months by name (no months where they are digits), and what dates look like."""
    from babel.dates import get_day_names, get_month_names

    table = read_table(home, "weekdays")
    weekdays = {
        name.casefold().rstrip("."): number
        for width in table["widths"]
        for number, name in get_day_names(width, locale=home).items()
    } | table.get("weekdays", {})
    months = {
        name.casefold().rstrip("."): number
        for width in table["widths"]
        for number, name in get_month_names(width, locale=home).items()
        if table["month_names"]
    } | table.get("months", {})
    tokens = {
        "{weekday}": table["weekday"].replace("{name}", _group("weekday", weekdays)),
        "{month}": table["month"].replace("{name}", _group("month", months)),
        "{day}": r"(?P<day>0?[1-9]|[12][0-9]|3[01])",
        "{year}": r"(?P<year>[0-9]{4})",
    }
    patterns = []
    for form in table["dates"]:
        for token, pattern in tokens.items():
            form = form.replace(token, pattern)  # noqa: PLW2901
        patterns.append(re.compile(form, re.IGNORECASE))
    return weekdays, months, patterns


def _group(name: str, words: dict[str, int]) -> str:
    return f"(?P<{name}>{'|'.join(sorted(map(re.escape, words), key=len, reverse=True)) or '(?!)'})"


@cache
def _home(tag: str) -> str | None:
    """The tag, shortened until there is data for it: en of en-HK, zh of zh-Hant-TW."""
    while tag and not read_table(tag, "weekdays"):
        tag = tag.rpartition("-")[0]
    return tag or None
