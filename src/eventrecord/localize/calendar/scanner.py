"""Dates, spans, years, times and durations found in running text, or read from their words alone."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache, partial
from itertools import accumulate
from typing import NamedTuple
from zoneinfo import ZoneInfo

from eventrecord.localize.calendar.forms import (
    COUNTED,
    Form,
    Token,
    compiled,
    number_token,
    opening,
    word_token,
)
from eventrecord.localize.calendar.meaning import meaning
from eventrecord.localize.calendar.plain import plain_text
from eventrecord.localize.calendar.tense import tense
from eventrecord.localize.chinese import dates as chinese
from eventrecord.localize.data import Table, inherited
from eventrecord.localize.english import dates as english
from eventrecord.localize.language import Language
from eventrecord.localize.masking import masked
from eventrecord.localize.stated import Stated
from eventrecord.model.figure import Qualifier

__all__ = ["find_dates", "forms_of"]

_YEAR_STOP = re.compile(r"[。!?\n,;、(]|.{17}")
"""What parts a day from the year that was told before it."""
_STOP = re.compile(r"[。!?\n]")
_TOKENS = {"en": english.tokens, "zh": chinese.tokens}
_STYLE_FORMS = {
    "day": "date",
    "full": "date",
    "today": "date",
    "span": "span",
    "span_full": "span",
    "span_months": "span",
    "span_months_full": "span",
    "span_years": "span",
    "month": "month",
    "months": "months",
}
"""What the forms of a house style are forms of."""
_LEAD = 12
"""Characters that are looked at for the beginning of a form."""
_NAME = 40
"""Characters in which the last words of a name are."""
_MONTH_END = "month_end"
"""The guard that no day follows a month, where a language has one."""


class _Grammar(NamedTuple):
    forms: Mapping[str, list[Form]]
    """Forms by the few characters that they may begin with, each in the order of the table.

    Who looks up the longest beginning that is there finds those of its own beginnings as well.
    """
    space: str
    """What spaces between words are in a beginning."""
    longest: int
    """Characters of the longest beginning."""
    opening: re.Pattern[str]
    tag: str
    year_of_name: re.Pattern[str] | None
    """What stands before a year that is part of a name."""


def find_dates(text: str, language: Language, today: date | None) -> Iterator[Stated]:
    """Every date, span, year, time and duration that a text states, in its order.

    The longest reading wins, and no two overlap. Time grows with the length of the text, whatever it holds.

    Args:
        text: the text.
        language: its language, with its house style.
        today: the day of the text, which resolves what has no year or month. Without it `November 15` is
            `--11-15`, and what only that day could tell (Tuesday, this year) is left out.
    """
    grammar = _grammar(language.tag, *_written_forms(language))
    plain = plain_text(masked(text, language.tag, dates=True))
    position, near = 0, None
    year: Stated | None = None
    sentence_year: int | None = None
    while found := grammar.opening.search(plain, position):
        if (near or sentence_year) and _STOP.search(plain, position, found.start()):
            near, sentence_year = None, None
        told = year if year and not _YEAR_STOP.search(plain, year.end, found.start()) else None
        stated = _longest(plain, found.start(), grammar, today, near, told, sentence_year)
        if stated is None:
            position = found.start() + 1
            continue
        position = stated.end
        near = _last_day(stated) or near
        year = stated if stated.kind == "year" else None
        sentence_year = _year_told(stated) or sentence_year
        yield stated._replace(surface=text[stated.start : stated.end])


def _last_day(stated: Stated) -> date | None:
    """The day that a day alone after it is near to; none after months, which are what a figure covers."""
    if stated.kind not in ("date", "date-range") or str(stated.value).startswith("-"):
        return None
    first, last = (date.fromisoformat(str(stated.value).split("/")[end]) for end in (0, -1))
    months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return None if months and first != last else last


def _year_told(stated: Stated) -> int | None:
    """The year that is named, before which another is the previous one."""
    if opening(stated.surface) == stated.surface.lower():  # in words: the previous year, 上年
        return None
    if stated.kind == "year":
        return int(stated.value)
    year = str(stated.value)[:4]
    return int(year) if stated.kind == "date-range" and year in stated.surface else None


def _longest(
    text: str,
    start: int,
    grammar: _Grammar,
    today: date | None,
    near: date | None,
    year: Stated | None,
    sentence_year: int | None,
) -> Stated | None:
    best: Stated | None = None
    begin = opening(grammar.space.join(text[start : start + _LEAD].split()))[: grammar.longest]
    while begin and begin not in grammar.forms:
        begin = begin[:-1]
    forms = grammar.forms[begin] if begin else ()
    for form in forms:
        match = form.pattern.match(text, start)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        slots = form.read(match)
        if slots is not None and year is not None and today is not None and year.value != today.year:
            slots["told_year"] = year.value  # 明年将于6月2日举行
        if slots is not None:
            if sentence_year is not None:
                slots["sentence_year"] = sentence_year
            slots["tense"] = partial(tense, text, start, match.end(), grammar.tag)
        if form.name == "year" and _is_in_name(match, grammar):
            continue
        found = meaning(form.name, slots, today, near) if slots is not None else None
        if slots is not None and found is not None:
            told = [slots[name] for name in ("q", "q2", "q3", "q4") if name in slots]
            qualifier = Qualifier("several" if "vague" in slots else told[0] if told else "exactly")
            best = Stated(found.kind, found.value, None, qualifier, match[0], start, match.end())
    return best


def _is_in_name(match: re.Match[str], grammar: _Grammar) -> bool:
    """Whether a year with no word of its own is part of a name: Forum 2027."""
    pattern, before = grammar.year_of_name, match.string[max(0, match.start() - _NAME) : match.start()]
    return bool(pattern and match[0].isdigit() and pattern.search(before))


def _written_forms(language: Language) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """A house style's own forms and names of months, so that whatever it writes can be read."""
    style = language.style["date"]
    guard = f"{{{_MONTH_END}}}" if _MONTH_END in inherited(language.tag, "calendar")["guards"] else ""
    forms = tuple(
        (name, style[key] + (guard if name.startswith("month") else ""))
        for key, name in _STYLE_FORMS.items()
        if key in style
    )
    return forms, tuple(style.get("month_names", ()))


@cache
def _grammar(tag: str, written: tuple[tuple[str, str], ...], month_names: tuple[str, ...]) -> _Grammar:
    calendar = inherited(tag, "calendar")
    forms = [form for name in calendar["forms"] for form in forms_of(tag, name)]
    forms += [_compiled(name, form, _tokens(tag, month_names), calendar) for name, form in written]
    begins = {begin[:length] for form in forms for begin in form.opens for length in range(1, len(begin) + 1)}
    own: dict[str, list[int]] = {}
    for number, form in enumerate(forms):
        for begin in form.opens:
            own.setdefault(begin, []).append(number)
    by_opening = {
        begin: [forms[n] for n in sorted({n for head in accumulate(begin) for n in own.get(head, ())})]
        for begin in sorted(begins)
    }
    firsts = {begin[0] for begin in begins}
    opens = "".join(sorted(firsts | {char for char in COUNTED if opening(char) in firsts}))
    return _Grammar(
        by_opening,
        "" if calendar["spaced"] else " ",
        max(map(len, by_opening)),
        re.compile(rf"{calendar['edge']}[{re.escape(opens + opens.upper())}]"),
        tag,
        re.compile(calendar["year_of_name"]) if "year_of_name" in calendar else None,
    )


@cache
def forms_of(tag: str, name: str, slot: str = "") -> tuple[Form, ...]:
    """The forms of one kind in a locale, those with a slot named alone if one is."""
    calendar = inherited(tag, "calendar")
    tokens = _tokens(tag)
    return tuple(
        _compiled(calendar["reads"].get(name, name), form, tokens, calendar)
        for form in calendar["forms"].get(name, ())
        if slot in form
    )


def _compiled(name: str, form: str, tokens: Mapping[str, Token], calendar: Table) -> Form:
    return compiled(
        name, form, tokens, calendar["parts"], calendar["guards"], calendar["same"], spaced=calendar["spaced"]
    )


@cache
def _tokens(tag: str, month_names: tuple[str, ...] = ()) -> dict[str, Token]:
    calendar = inherited(tag, "calendar")
    family = inherited(tag, "locale")["family"]
    names = {kind: _names(kind, calendar) for kind in ("month", "weekday")}
    names["number"] = calendar.get("numbers", {})
    names["month"] |= {name.casefold(): number for number, name in enumerate(month_names, start=1)}
    words = inherited(tag, "words")
    zones = _zones(words) | calendar["words"]["zone"]
    tables = calendar["words"] | _qualifiers(tag, calendar) | {"zone": zones}
    return {
        "gmt": number_token("(?:GMT|UTC) ?[+-][0-9]{1,2}(?::[0-9]{2})?", "GU", _offset),
        **{slot: word_token(table) for slot, table in tables.items()},
        **_TOKENS[family](words, names),
    }


def _names(kind: str, calendar: Table) -> dict[str, int]:
    """Months or weekdays (Monday is 0) by name: those of CLDR, and our own where it has not all.

    What is abbreviated may end in a stop.
    """
    from babel.dates import get_day_names, get_month_names

    named = {"month": get_month_names, "weekday": get_day_names}[kind]
    locale, own = calendar["cldr"]["locale"], dict(calendar["names"].get(kind, {}))
    whole: dict[str, int] = {}
    for width in calendar["cldr"].get(kind, ()):
        found = {name.casefold().rstrip("."): number for number, name in named(width, locale=locale).items()}
        if width == "wide":
            whole = found
        else:
            own |= found
    return whole | own | {f"{name}.": number for name, number in own.items() if name not in whole}


def _qualifiers(tag: str, calendar: Table) -> dict[str, dict[str, str]]:
    """What the words before a number say of it, for each slot that some of them may stand in."""
    before = inherited(tag, "lexicon")["before"]
    return {
        slot: {word: name for name in said["rows"] for word in before[name] if word not in said["but"]}
        for slot, said in calendar["qualifiers"].items()
    }


def _zones(words: Table) -> dict[str, str]:
    """The offset of each time zone that the locale has a name for, if it is the same all year."""
    zones = {}
    for key, name in words.get("zones", {}).items():
        winter, summer = (datetime(2022, month, 1, tzinfo=ZoneInfo(key)) for month in (1, 7))
        if winter.utcoffset() == summer.utcoffset():
            zones[name] = winter.isoformat()[19:]
    return zones


def _offset(text: str) -> str | None:
    """GMT+8 is +08:00."""
    sign = "-" if "-" in text else "+"
    hours, _, minutes = text.rpartition(sign)[2].partition(":")
    return f"{sign}{int(hours):02}:{minutes or '00'}" if int(hours) <= 14 else None
