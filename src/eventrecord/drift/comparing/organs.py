"""Organs in which officials hold posts: a party's committee in one edition, a congress in the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.localize.titles import Title

__all__ = ["organ_of", "without_organ"]

_LONGEST = 24
"""Characters before a post in which its body may be told."""
_SECRETARY = "secretary"
"""The post that a party alone makes what it is."""


def without_organ(first: Title, second: Title, a: NamedText, b: NamedText) -> bool:
    """Whether one text alone says that somebody is a party's secretary: secretary of Hailing, 市委书记."""
    told = {organ_of(first, a), organ_of(second, b)}
    return told == {"party", None} and _SECRETARY in first.heads & second.heads


def organ_of(title: Title, edition: NamedText) -> str | None:
    """The kind of organ that a post is held in, by the words beside it or its own; None if they tell none."""
    start = title.start - _LONGEST
    if title.body_start >= 0:
        start = min(start, title.body_start)
    before = re.split(_table(edition.tag)["part"], edition.text[max(start, 0) : title.start])[-1]
    after = title.body if title.body_start >= title.end else ""
    words = simplified(f"{before}{title.surface} {after}")
    return next((name for name, pattern in _patterns(edition.tag).items() if pattern.search(words)), None)


def _table(tag: str) -> Mapping[str, str]:
    table: Mapping[str, str] = inherited(tag, "people")["organs"]
    return table


@cache
def _patterns(tag: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words) for name, words in _table(tag).items() if name != "part"}
