"""Where the sentences of a text end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from eventrecord.localize.data import inherited

__all__ = ["sentence_around", "sentences", "stops"]


def sentences(text: str, tag: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence of a text goes, its stop included; none is left out.

    Raises:
        UnknownNameError: there is no such locale.
    """
    start = 0
    for stop in stops(tag).finditer(text):
        yield start, stop.end()
        start = stop.end()
    if start < len(text):
        yield start, len(text)


def sentence_around(text: str, start: int, end: int, tag: str, *, within: int) -> tuple[int, int]:
    """The sentence that a stretch of a text stands in, or what of it is near.

    Args:
        text: the text.
        start: where the stretch begins.
        end: where it ends.
        tag: locale of the text.
        within: how many characters before and after it are looked at.

    Raises:
        UnknownNameError: there is no such locale.
    """
    low, high = max(0, start - within), min(len(text), end + within)
    pattern = stops(tag)
    first = max(
        (end for stop in pattern.finditer(text, low, start + 1) if (end := stop.end()) <= start), default=low
    )
    last = pattern.search(text, end, high)
    return first, last.end() if last else high


@cache
def stops(tag: str) -> re.Pattern[str]:
    """What ends a sentence in the language of a locale."""
    return re.compile(inherited(tag, "counted")["sentence"])
