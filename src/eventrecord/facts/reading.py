"""From a text to the facts it states."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.facts.spacing import closed_up, put_back
from eventrecord.localize.calendar.scanner import find_dates
from eventrecord.localize.data import inherited
from eventrecord.localize.finding import find_figures
from eventrecord.localize.language import language
from eventrecord.localize.nearest import text_locale
from eventrecord.localize.stated import Stated

if TYPE_CHECKING:
    from eventrecord.facts.named import Named
    from eventrecord.model.record import Record

__all__ = ["Facts", "read_facts", "stated_facts", "undated"]

_ANY = date(2000, 1, 15)
"""Some day, to see which words are read with one."""
_FEW = 3
_ZONE = re.compile(r"[+-][0-9]{2}:[0-9]{2}")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"), "\0")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text states: its figures, dates and times, and whom and what it names."""

    facts: tuple[Stated, ...]
    names: tuple[Named, ...]


def read_facts(
    text: str, tag: str, date: date | None = None, terms: Path | None = None, record: Record | None = None
) -> Facts:
    """The facts and names of a text of locale `tag`, each in its order.

    Args:
        text: the text.
        tag: its locale.
        date: its day of publication, which tells what today and a bare 15th are.
        terms: a folder of terms, or a CSV file of terms or names; the terminology base is known without.
        record: a record that tells who and what the text may name.

    Raises:
        UnknownNameError: there is no such locale.
        TermsError: the terms cannot be used.
    """
    from eventrecord.facts.name_table import name_table
    from eventrecord.facts.named import named_things

    tag = text_locale(tag)
    names = named_things(text, tag, name_table(terms, record), date)
    return Facts(tuple(stated_facts(text, tag, date)), tuple(_with_whole_posts(names)))


def _with_whole_posts(names: Sequence[Named]) -> Iterator[Named]:
    """The names; a post within that of a person is that as a whole: 副市长, and no 市长 in it."""
    titles = [title for name in names for title in name.titles]
    for name in names:
        whole = next((one for one in titles if one.start <= name.start and name.end <= one.end), None)
        if name.kind != "post" or whole is None or whole.surface == name.surface:
            yield name
        else:
            yield name._replace(
                id=None, surface=whole.surface, start=whole.start, end=whole.end, state=None, form="pattern"
            )


def stated_facts(text: str, tag: str, today: date | None = None) -> list[Stated]:
    """Figures, dates, times and durations in a text of the locale `tag`, in their order; none overlap.

    Where a number may be a figure or part of a date (15 to 18 November), it is of the date.

    Args:
        text: the text.
        tag: its locale.
        today: the day of the text, which tells the year of dates without one.

    Raises:
        UnknownNameError: there is no such locale.
    """
    closed, places = closed_up(text, gaps_too=language(tag).family == "zh")
    facts = _stated_facts(closed, tag, today)
    return facts if places is None else [put_back(fact, text, places) for fact in facts]


def undated(text: str, tag: str) -> list[str]:
    """The first few words of a text that name a day only to those who know the day of the text: yesterday.

    Raises:
        UnknownNameError: there is no such locale.
    """
    known = {(one.start, one.end) for one in find_dates(text, language(tag), None)}
    found = (
        one.surface for one in find_dates(text, language(tag), _ANY) if (one.start, one.end) not in known
    )
    return list(islice(dict.fromkeys(found), _FEW))


def _stated_facts(text: str, tag: str, today: date | None) -> list[Stated]:
    dates = [_bare(_unzoned(found, tag), tag) for found in find_dates(text, language(tag), today)]
    ends = [found.end for found in dates]

    def is_in_date(figure: Stated) -> bool:
        near = bisect_left(ends, figure.start + 1)
        return near < len(dates) and dates[near].start < figure.end

    figures = [
        figure._replace(surface=text[figure.start : figure.end])
        for figure in find_figures(_without(dates, text), tag)
        if not is_in_date(figure)
    ]
    if "bare_money" in inherited(tag, "lexicon"):
        figures = _of_one_currency(figures, text, inherited(tag, "lexicon")["bare_money"])
    return sorted([*dates, *figures], key=lambda stated: stated.start)


def _of_one_currency(figures: list[Stated], text: str, told: Mapping[str, str]) -> list[Stated]:
    """Bare sums in the currency that their sentence has named before: 人民幣461億元, 引進授權178億元."""
    named: Stated | None = None
    found = []
    for figure in figures:
        between = text[named.end : figure.start] if named else ""
        if re.search(told["stop"], between):
            named = None
        if figure.kind != "money":
            found.append(figure)
        elif not re.search(told["bare"], figure.surface):
            named = figure if re.search(told["named"], figure.surface) else None
            found.append(figure)
        elif named and not re.search(told["converted"], between):
            found.append(figure._replace(unit=named.unit))
        else:
            found.append(figure)
    return found


def _unzoned(found: Stated, tag: str) -> Stated:
    """A time without the words for its zone: 7 p.m. of 7 p.m. Hong Kong time, 上午9时 of 北京时间上午9时."""
    value = str(found.value)
    if found.kind != "time" or value == (local := _ZONE.sub("", value)):
        return found
    size, trails = len(found.surface), language(tag).family == "en"
    for cut in range(1, size):
        start, end = (0, size - cut) if trails else (cut, size)
        words = found.surface[start:end]
        alone = next(find_dates(words, language(tag), None), None)
        if alone and (alone.start, alone.end, alone.value) == (0, len(words), local):
            return found._replace(
                value=local, surface=words, start=found.start + start, end=found.start + end
            )
    return found._replace(value=local)


def _without(dates: list[Stated], text: str) -> str:
    """The text without the digits of its dates, as long as it was: no range goes from 2013 to $2 billion."""
    parts, position = [], 0
    for found in dates:
        parts += [text[position : found.start], text[found.start : found.end].translate(_NO_DIGITS)]
        position = found.end
    return "".join((*parts, text[position:]))


def _bare(found: Stated, tag: str) -> Stated:
    """The date without the words that lead to it: Tuesday of on Tuesday, 三年 of 历时三年."""
    leading, qualifiers = _leading(tag)
    while not (said := found.surface.lower()).startswith(qualifiers):  # in excess of five days
        word = next((word for word in leading if said.startswith(word)), None)
        if word is None:
            break
        surface = found.surface[len(word) :].lstrip()
        found = found._replace(surface=surface, start=found.end - len(surface))
    return found


@cache
def _leading(tag: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What leads to a date and is no part of it; and qualifiers, which are, though they may begin so."""
    before = inherited(tag, "lexicon")["before"].values()
    return tuple(inherited(tag, "calendar")["leading"]), tuple(word for row in before for word in row)
