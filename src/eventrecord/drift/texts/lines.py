"""The lines of a source, in which parts of it that a parser cut out are found again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Lines", "Piece", "along"]

_BREAK = re.compile(r"\r\n?|\n")


class Piece(NamedTuple):
    """Characters, and where in the source each of them stands."""

    words: str
    places: Sequence[int]

    def part(self, start: int, words: str) -> Piece:
        """Words that are in it, or that something there stands for."""
        if self.words.startswith(words, start):
            return Piece(words, self.places[start : start + len(words)])
        return Piece(words, [self.places[start]] * len(words))


class Lines:
    """Lines by number, the first is 0; a source may be read from a place on."""

    def __init__(self, source: str, start: int = 0) -> None:
        breaks = list(_BREAK.finditer(source, start))
        self._source = source
        self._starts = [start, *(match.end() for match in breaks)]
        self._ends = [*(match.start() for match in breaks), len(source)]

    def block(self, content: str, number: int, after: int) -> Piece:
        """The lines of a block, between a number and another: each is the end of its line, or near it.

        There may be less of them, where the first hold nothing but spaces of some kind.
        """
        places: list[int] = []
        for words in content.split("\n"):
            bare, place = words.strip(), -1
            while place < 0 and number < after:
                start, end = self._edges(number)
                place = self._source.rfind(bare, start, end)
                number += place < 0
            start, end = self._edges(number)
            places += self._found(words, place, start, end)
            places.append(end)
            number += 1
        return Piece(content, places[: len(content)])

    def cell(self, content: str, number: int, after: int) -> Piece:
        """A part of a line behind a place."""
        start, end = self._edges(number)
        start = max(start, min(after, end))
        return Piece(content, self._found(content, self._source.find(content, start, end), start, end))

    def _edges(self, number: int) -> tuple[int, int]:
        if number < len(self._starts):
            return self._starts[number], self._ends[number]
        return len(self._source), len(self._source)

    def _found(self, words: str, place: int, start: int, end: int) -> list[int]:
        if place < 0:
            return along(words, self._source, start, end)
        indent = len(words) - len(words.lstrip())
        first = [max(start, place - indent + at) for at in range(indent)]
        return [*first, *range(place, place + len(words) - indent)]


def along(words: str, source: str, place: int, end: int) -> list[int]:
    """Where characters stand that are in a stretch of the source in their order, with others between them."""
    found = []
    for sign in words:
        at = source.find(sign, place, end)
        found.append(place if at < 0 else at)
        place = place if at < 0 else at + 1
    return found
