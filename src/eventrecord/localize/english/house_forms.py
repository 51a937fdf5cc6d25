"""Dates, times and percentages that an English text writes otherwise than its house style does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from eventrecord.localize.alternatives import either
from eventrecord.localize.data import Table, inherited
from eventrecord.localize.typography import Change, Slip

__all__ = ["find_form_slips", "may_have_forms"]

_DIGITS = frozenset("0123456789")

_ENDS = r"(?m:[”\"’')]*(?:\s+[A-Z“\"]|\s*$))"
"""What follows the last word of a sentence."""


def find_form_slips(text: str, locale: str, house: Callable[[], Table]) -> Iterator[Slip]:
    """What the house style writes in another way: rules date-form, time-form, percent-form and range-mark.

    Args:
        text: a text, as `hide` gives it.
        locale: its locale.
        house: gives the house style, if there is anything to hold against it.
    """
    dated, timed, shared = _sorts(text, locale)
    style = house() if dated or timed or shared else None
    if not style:
        return
    if dated:
        for match in re.finditer(_dated(locale), text):
            yield from _date(text, match, locale, style)
    if timed:
        for match in re.finditer(_clock(locale), text):
            yield from _time(text, match, style)
    if shared:
        for match in re.finditer(_percent(locale), text):
            yield from _percentage(match, style)


def may_have_forms(text: str, locale: str) -> bool:
    """Whether a text has dates, times or shares to hold against a style."""
    return any(_sorts(text, locale))


def _sorts(text: str, locale: str) -> tuple[bool, bool, bool]:
    """Whether a text may have dates, times of day, shares."""
    if _DIGITS.isdisjoint(text):
        return False, False, False
    forms, small = inherited(locale, "typography")["forms"], text.lower()
    return (
        any(month in text for month in forms["short_months"]),
        any(part in small for part in forms["parts"]),
        any(sign in text for sign in forms["percent"]),
    )


@cache
def _dated(locale: str) -> str:
    forms = inherited(locale, "typography")["forms"]
    names = either((*forms["months"], *forms["short_months"]))
    ordinal = f"(?:{forms['ordinal']})"
    return (
        rf"\b(?P<month>{names})\b\.? (?P<day>[0-3]?[0-9])(?![0-9]){ordinal}?\b(?![:.,]?[0-9])"
        r"(?:(?P<joint> ?[-–—] ?)[0-3]?[0-9](?![0-9]))?"
        rf"|(?<![0-9.,/])\b(?:the )?(?P<day2>[0-3]?[0-9]){ordinal}? (?:of )?(?P<month2>{names})\b"
        r"(?P<stop>\.(?=,? ?[a-z0-9,]))?(?:,? (?P<year>[12][0-9]{3})(?![0-9]))?"
    )


@cache
def _clock(locale: str) -> str:
    part = either(inherited(locale, "typography")["forms"]["parts"])
    return rf"(?<![0-9:.,])([0-9]{{1,2}})(?:[:.]([0-5][0-9]))? ?((?i:{part}))(?![A-Za-z0-9])"


@cache
def _percent(locale: str) -> str:
    sign = either(inherited(locale, "typography")["forms"]["percent"])
    return rf"(?<![0-9.,])([0-9][0-9.,]{{0,20}})((?<=[0-9])(?:%| (?!%)(?:{sign})))(?![A-Za-z])"


def _date(text: str, match: re.Match[str], locale: str, style: Table) -> Iterator[Slip]:
    forms, dates = inherited(locale, "typography")["forms"], style["date"]
    month = (match["month"] or match["month2"])[:3]
    number = forms["short_months"].index(month)
    day = int(match["day"] or match["day2"])
    names = dates.get("month_names") or forms["months"]
    better = dates["day"].format(month=names[number], d=day)
    start = match.start()
    if match["month"]:
        end = match.start("joint") if match["joint"] else match.end()
        if text[start:end] != better:
            yield Slip("date-form", start, end, (Change(start, end, better),))
        if match["joint"]:
            joint = dates["span"].partition("{d}")[2].partition("{d2}")[0]
            if match["joint"] != joint:
                place = match.span("joint")
                yield Slip("range-mark", *place, (Change(*place, joint),))
        return
    end = match.end("stop") if match["stop"] else match.end("month2")
    if text[start:end] == better:
        return
    if match["year"]:
        better = dates["full"].format(month=names[number], d=day, y=match["year"])
    alone = text[max(start - 1, 0) : start] not in ("-", "–", "—")
    yield Slip("date-form", start, end, (Change(start, match.end(), better),) if alone else ())


def _time(text: str, match: re.Match[str], style: Table) -> Iterator[Slip]:
    hour, minute, part = match.groups()
    times, (start, end) = style["time"], match.span()
    words = times["parts"][0 if part[0] in "aA" else -1][1]
    form = times["minute" if minute else "hour"]
    better = form.format(h=int(hour), mm=minute, part=words)
    if match[0] == better or int(hour) > 12:
        return
    changes = (Change(start, end, better),)
    if better.endswith(".") and text[end : end + 1] == ".":
        changes = (Change(start, end + 1, better),)
    elif part.endswith(".") and not better.endswith(".") and re.match(_ENDS, text[end : end + 20]):
        changes = (Change(start, end, f"{better}."),)
    yield Slip("time-form", start, end, changes)


def _percentage(match: re.Match[str], style: Table) -> Iterator[Slip]:
    sign = style["percent"].format(n="")
    if match[2].lstrip() != sign.lstrip():
        better = style["percent"].format(n=match[1])
        yield Slip("percent-form", *match.span(), (Change(*match.span(), better),))
