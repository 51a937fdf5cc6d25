"""Sentences of a text, as words and characters that can be laid beside those of another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from eventrecord.localize.sentences import sentences

__all__ = ["Piece", "letters", "pieces"]

_PARTS = re.compile(r"[；\t\r\f\v\u3000]+")
"""What parts a sentence into what may stand alone."""
_TOKEN = re.compile(r"[0-9]+|[^\W\d_\u2e80-\U0003ffff]+|\S")
_MOST = 400
"""Tokens of a piece; a longer sentence, or what has no stops, is cut."""


class Piece(NamedTuple):
    """A sentence: its place in the text, its tokens as they compare, and where each stands in the text."""

    start: int
    end: int
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that a stretch of the text touches, the second exclusive."""
        first = next((i for i, span in enumerate(self.spans) if span[1] > start), len(self.spans))
        last = next((i for i in range(first, len(self.spans)) if self.spans[i][0] >= end), len(self.spans))
        return first, last

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Where in the text some tokens stand; of none, the place between their neighbours."""
        if first < last:
            return self.spans[first][0], self.spans[last - 1][1]
        place = self.spans[first - 1][1] if first else self.start
        return place, place


def pieces(text: str, tag: str) -> Iterator[Piece]:
    """The sentences of a text in a locale, and their parts between semicolons; empty ones are left out."""
    for start, end in sentences(text, tag):
        cuts = [start, *(match.end() for match in _PARTS.finditer(text, start, end)), end]
        for low, high in pairwise(cuts):
            matches = list(_TOKEN.finditer(text, low, high))
            for first in range(0, len(matches), _MOST):
                part = matches[first : first + _MOST]
                words = tuple(_word(match[0]) for match in part)
                yield Piece(part[0].start(), part[-1].end(), words, tuple(match.span() for match in part))


def letters(text: str) -> tuple[str, ...]:
    """The tokens of a text that say something, as they compare: no marks."""
    return tuple(word for token in _TOKEN.findall(text) if (word := _word(token)).isalnum())


def _word(token: str) -> str:
    """A token as it compares: whatever its width and case; marks of one sort are alike."""
    if token.isascii():
        return _MARKS.get(token, token.lower())
    folded = unicodedata.normalize("NFKC", token).casefold()
    return _MARKS.get(folded, folded)


_MARKS = dict.fromkeys("“”„\"「」『』‘’'", '"') | dict.fromkeys("–—−-~～", "-") | {"。": ".", "、": ","}
