"""Posts right beside a name that is known to be one, and what a post is whose words say another rank."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from eventrecord.localize.characters import simplified
from eventrecord.localize.chinese.people import find_titles as chinese_titles
from eventrecord.localize.chinese.syllables import is_pinyin_name
from eventrecord.localize.data import inherited
from eventrecord.localize.english.people import find_titles as english_titles
from eventrecord.localize.titles import FoundPerson, Title

__all__ = ["office_holders", "posts_beside", "posts_given", "ranked", "titles_of"]

_NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){2,9}")
_ROMANIZED = re.compile(r"[A-Z][a-z]{0,6} [A-Z][a-z]{0,5}-[a-z]{1,6}")
_LONGEST_BODY = 24
"""Characters that the name of a body may have between two posts of one person."""
_LONGEST_GIVING = 180
_MOST_BETWEEN = 3
"""Characters between a name and the post that somebody was given, and posts of which it may be one."""


@lru_cache(maxsize=4)
def titles_of(text: str, tag: str) -> tuple[Title, ...]:
    """All posts that a text of a locale names, in its order."""
    find = chinese_titles if tag.startswith("zh") else english_titles
    return tuple(ranked(title, tag) for title in find(text))


def posts_beside(titles: Sequence[Title], text: str, start: int, end: int, tag: str) -> tuple[Title, ...]:
    """Posts of whose name stands at a place of a text: 副市长顾晓岚, Minister of Health Kao Mei-yun.

    The text need not go on as it does after names: that it is one is known from elsewhere.

    Args:
        titles: all posts of the text, in its order.
        text: the text.
        start: where the name begins.
        end: where it ends.
        tag: the locale of the text.
    """
    beside = (_beside_chinese if tag.startswith("zh") else _beside_english)(titles, text, start, end)
    return beside or posts_given(titles, text, end, tag)


def office_holders(text: str, titles: Sequence[Title]) -> Iterator[FoundPerson]:
    """People whose names follow a post and its body, in English: Mayor of Shanghai Gong Zheng."""
    words = _english()
    for title in titles:
        lead = words.lead.match(text, title.end)
        run = _NAME.match(text, lead.end()) if lead else None
        if run is None:
            continue
        last = run[0].split(" ")[-2:]
        name = " ".join(last)
        if is_pinyin_name(tuple(last)) or _ROMANIZED.fullmatch(name):
            start = run.end() - len(name)
            yield FoundPerson(name, start, run.end(), _beside_english([title], text, start, run.end()))


def _beside_english(titles: Sequence[Title], text: str, start: int, end: int) -> tuple[Title, ...]:
    found = []
    place = bisect_right(titles, end + 2, key=lambda title: title.start)
    for title in titles[max(0, place - 2) : place]:
        gap = text[title.end : start]
        between_marks = gap == ", " and text[end : end + 1] in (",", ".")
        office = _english().office.fullmatch(gap)
        if title.end < start and (gap == " " or between_marks or office):
            body = office["body"].strip(" ,") if office else ""
            place = start - 1 - len(body) if body else -1
            found.append(title._replace(body=body, body_start=place))
        elif title.start == end + 2 and text[end : title.start] == ", ":
            found.append(title)
    return tuple(found)


class _English(NamedTuple):
    lead: re.Pattern[str]
    office: re.Pattern[str]


@cache
def _english() -> _English:
    people = inherited("en", "people")["people"]
    return _English(re.compile(people["lead"]), re.compile(rf"{people['lead']}(?P<body>{people['office']})"))


def _beside_chinese(titles: Sequence[Title], text: str, start: int, end: int) -> tuple[Title, ...]:
    also = inherited("zh", "people")["people"]["also"]
    found: list[Title] = []
    place = bisect_right(titles, start, key=lambda title: title.end) - 1
    edge = start
    while place >= 0:
        gap = text[titles[place].end : edge]
        goes_on = len(gap) <= _LONGEST_BODY and gap[:1] in also and gap[1:].isalnum()
        if gap.strip() and not (found and goes_on):
            break
        found.insert(0, titles[place])
        edge = titles[place].start
        place -= 1
    after = bisect_left(titles, end, key=lambda title: title.start)
    if after < len(titles) and titles[after].start == end:
        found.append(titles[after]._replace(body="", body_start=-1))
    return tuple(found)


def posts_given(titles: Sequence[Title], text: str, end: int, tag: str) -> tuple[Title, ...]:
    """The post that somebody was given whose name ends there: was appointed director, 出任水务局局长."""
    place = bisect_left(titles, end, key=lambda title: title.start)
    for title in titles[place : place + _MOST_BETWEEN]:
        if title.start - end > _LONGEST_GIVING:
            break
        if _appointed(tag).fullmatch(simplified(text[end : title.start])):
            return (title,)
    return ()


@cache
def _appointed(tag: str) -> re.Pattern[str]:
    return re.compile(inherited(tag, "people")["people"]["appointed"])


def ranked(title: Title, tag: str) -> Title:
    """A post with its heads and ranks, where its words seem to say others: 次长, vice-chancellor."""
    words = simplified(title.surface).lower()
    whole = simplified(title.body) + words if tag.startswith("zh") else words
    for name, (heads, ranks) in _compounds(tag).items():
        if words == name or whole.endswith(name):
            official = title.official or not heads.isdisjoint(inherited(tag, "people")["people"]["official"])
            return title._replace(heads=heads, ranks=ranks, official=official)
    return title


@cache
def _compounds(tag: str) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    people = inherited(tag, "people")
    return {
        words: (
            frozenset(key for key in keys if key not in people["ranks"]),
            frozenset(key for key in keys if key in people["ranks"]),
        )
        for words, keys in people["compounds"].items()
    }
