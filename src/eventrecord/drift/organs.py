"""Organs in which officials hold posts: a party's committee in one edition, a congress in the other."""

from __future__ import annotations

import re
from functools import cache

from eventrecord.drift.people import Edition
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.localize.titles import Title

__all__ = ["other_organ", "without_organ"]

_LONGEST = 24
"""Characters before a post in which its body may be told."""
_SECRETARY = "secretary"
"""The post that a party alone makes what it is."""


def other_organ(first: Title, second: Title, a: Edition, b: Edition) -> bool:
    """Whether two posts of one kind are held in organs of two kinds: 市人大常委会, 市委常委会."""
    mine, theirs = _organ(first, a), _organ(second, b)
    return (first.official or second.official) and None not in (mine, theirs) and mine != theirs


def without_organ(first: Title, second: Title, a: Edition, b: Edition) -> bool:
    """Whether one text alone says that somebody is the secretary of a party: secretary of Hailing, 市委书记."""
    told = {_organ(first, a), _organ(second, b)}
    return told == {"party", None} and _SECRETARY in first.heads & second.heads


def _organ(title: Title, edition: Edition) -> str | None:
    """The kind of organ that stands beside a post, or in its words; None where nothing says."""
    start = title.start - _LONGEST
    if title.body_start >= 0:
        start = min(start, title.body_start)
    before = re.split(_table(edition.tag)["part"], edition.text[max(start, 0) : title.start])[-1]
    after = title.body if title.body_start >= title.end else ""
    words = simplified(f"{before}{title.surface} {after}")
    return next((name for name, pattern in _patterns(edition.tag).items() if pattern.search(words)), None)


def _table(tag: str) -> dict[str, str]:
    return inherited(tag, "people")["organs"]


@cache
def _patterns(tag: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words) for name, words in _table(tag).items() if name != "part"}
