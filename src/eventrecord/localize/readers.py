"""What the readers of a place call places: 内地 beside Hong Kong, 大陆 beside Taiwan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from eventrecord.localize.data import Table, read_table
from eventrecord.localize.wording import tag_parents

__all__ = ["PlaceWord", "may_have_place_words", "place_words"]

_STOPS = "。！？；\n"
_FAR = 200
"""Characters beyond which nothing is of the same sentence."""


class PlaceWord(NamedTuple):
    """A word for a place that readers would take for another, or do not use."""

    start: int
    end: int
    word: str
    write: str
    """What they use."""
    beside: str
    """The word in the sentence that asks for it, if it is one."""


def place_words(text: str, tag: str, territory: str | None = None) -> Iterator[PlaceWord]:
    """Words for places in a text of language `tag` that its readers would not write.

    Args:
        text: the text.
        tag: its language.
        territory: where the event is (ISO 3166); words that mean the readers' own place are right there.
    """
    for table in _tables(tag):
        words, but, without = table["words"], table.get("but", []), table.get("without", [])
        if territory is not None and table.get("home") == territory:
            continue
        for match in re.finditer("|".join(map(re.escape, (*but, *words))), text):
            sentence = _sentence(text, match.start(), match.end())
            beside = next((word for word in table.get("beside", ()) if word in sentence), "")
            asked = bool(beside) or "beside" not in table
            if match[0] in words and asked and not any(word in sentence for word in without):
                yield PlaceWord(match.start(), match.end(), match[0], table["write"], beside)


def may_have_place_words(text: str, tag: str) -> bool:
    """Whether there is anything to look at, told fast."""
    return any(word in text for table in _tables(tag) for word in table["words"])


def _sentence(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    first = max(before.rfind(stop) for stop in _STOPS) + 1
    last = min((place for stop in _STOPS if (place := after.find(stop)) >= 0), default=len(after))
    return before[first:] + text[start:end] + after[:last]


def _tables(tag: str) -> list[Table]:
    return [table for link in tag_parents(tag) for table in read_table(link, "readers").get("place", ())]
