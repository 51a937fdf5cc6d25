"""Weekdays that a text writes beside dates, found by the forms that dates are read by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from eventrecord.localize.data import inherited, read_table

__all__ = ["StatedWeekday", "stated_weekdays", "weekday_like", "weekday_name"]


class StatedWeekday(NamedTuple):
    """A weekday (Monday is 0) and the date beside it, as a text states them."""

    surface: str
    start: int
    """Offset of the surface in the text."""
    weekday: int
    year: int | None
    month: int
    day: int
    word: tuple[int, int]
    """Offsets in the text of what names the weekday."""


def stated_weekdays(text: str, tag: str) -> Iterator[StatedWeekday]:
    """Weekdays beside dates in a text of language `tag`; none where there is no data for it."""
    home = _home(tag)
    if home is None or _pattern(home, "locale", "weekday").search(text) is None:
        return
    from eventrecord.localize.calendar.plain import plain_text
    from eventrecord.localize.calendar.scanner import forms_of

    plain, edge = plain_text(text), _pattern(home, "calendar", "edge")
    for form in forms_of(home, "date", "{weekday}"):
        for match in form.pattern.finditer(plain):
            slots = form.read(match) if match["weekday"] and edge.match(plain, match.start()) else None
            if slots is None or "ryear" in slots:
                continue
            before = match["before"] if "before" in form.tokens else None
            start = match.start() + (len(before) + 1 if before else 0)
            yield StatedWeekday(
                text[start : match.end()],
                start,
                slots["weekday"],
                int(slots["y"]) if "y" in slots else slots["era"] + int(slots["e"]) if "e" in slots else None,
                int(slots["m"] if "m" in slots else slots["month"]),
                int(slots["d"]),
                match.span("weekday"),
            )


def weekday_name(day: date, tag: str) -> str:
    """What language `tag` calls the weekday of a date (CLDR, wide form)."""
    return _names(tag, "wide")[day.weekday()]


def weekday_like(word: str, day: date, tag: str) -> str:
    """The weekday of a date as `word` names another one: Tue for Wed, TUESDAY for WEDNESDAY, 二 for 三."""
    for width in ("wide", "abbreviated", "narrow"):
        names = _names(tag, width)
        if word.lower() in [name.lower() for name in names.values()]:
            name = names[day.weekday()]
            return name.upper() if len(word) > 1 and word.isupper() else name
    return weekday_name(day, tag)


def _names(tag: str, width: Literal["wide", "abbreviated", "narrow"]) -> Mapping[int, str]:
    from babel.dates import get_day_names

    home = _home(tag)
    locale = inherited(home, "calendar")["cldr"]["locale"] if home else "en"
    return get_day_names(width, locale=locale)


@cache
def _pattern(home: str, table: str, name: str) -> re.Pattern[str]:
    return re.compile(inherited(home, table)[name])


@cache
def _home(tag: str) -> str | None:
    """The tag, shortened until it is a locale of ours that knows dates: en of en-GB."""
    while tag and not (read_table(tag, "locale") and "weekday" in inherited(tag, "locale")):
        tag = tag.rpartition("-")[0]
    return tag or None
