"""What the readers of a place call places: 内地 beside Hong Kong, 大陆 beside Taiwan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from eventrecord.localize.data import read_table
from eventrecord.localize.wording import tag_parents

__all__ = ["PlaceWord", "may_have_place_words", "place_words"]

_STOPS = "。！？；\n"


class PlaceWord(NamedTuple):
    """A word for a place that readers would take for another, or do not use."""

    start: int
    end: int
    word: str
    write: str
    """What they use."""
    beside: str
    """The word in the sentence that asks for it, if it is one."""


class _Rule(NamedTuple):
    words: tuple[str, ...]
    but: tuple[str, ...]
    write: str
    beside: tuple[str, ...]
    without: tuple[str, ...]
    home: str


def place_words(text: str, tag: str, territory: str | None = None) -> Iterator[PlaceWord]:
    """Words for places in a text of language `tag` that its readers would not write.

    Args:
        text: the text.
        tag: its language.
        territory: where the event is (ISO 3166); words that mean the readers' own place are right there.
    """
    for rule in _rules(tag):
        if (rule.home and rule.home == territory) or not any(word in text for word in rule.words):
            continue
        for match in re.finditer("|".join(map(re.escape, (*rule.but, *rule.words))), text):
            if match[0] not in rule.words:
                continue
            sentence = _sentence(text, match.start(), match.end())
            beside = next((word for word in rule.beside if word in sentence), "")
            if (beside or not rule.beside) and not any(word in sentence for word in rule.without):
                yield PlaceWord(match.start(), match.end(), match[0], rule.write, beside)


def may_have_place_words(text: str, tag: str) -> bool:
    """Whether there is anything to look at, told fast."""
    return any(word in text for rule in _rules(tag) for word in rule.words)


def _sentence(text: str, start: int, end: int) -> str:
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    last = min((place for stop in _STOPS if (place := text.find(stop, end)) >= 0), default=len(text))
    return text[first:last]


@cache
def _rules(tag: str) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            tuple(table["words"]),
            tuple(table.get("but", ())),
            table["write"],
            tuple(table.get("beside", ())),
            tuple(table.get("without", ())),
            table.get("home", ""),
        )
        for link in tag_parents(tag)
        for table in read_table(link, "readers").get("place", ())
    )
