"""Paragraphs of texts, and which of two texts belong beside each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

__all__ = ["Row", "beside", "number_at", "passages", "trimmed"]

_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_SPACE = " \t\n\u3000"
_LINE = re.compile(r"\n\s*")


def passages(text: str) -> list[tuple[int, int]]:
    """The paragraphs of a text, without a gap: at blank lines, or at each line where there are none."""
    body = len(text) - len(text.lstrip("\n")), len(text.rstrip(_SPACE))
    ends = [match.end() for match in _BLANK.finditer(text, *body)]
    ends = ends or [match.end() for match in _LINE.finditer(text, *body)]
    return list(pairwise([0, *ends, len(text)]))


def number_at(places: Sequence[tuple[int, int]], offset: int) -> int:
    """Which paragraph stands at an offset."""
    return max(0, bisect_right(places, offset, key=lambda place: place[0]) - 1)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A paragraph without the line ends around it."""
    body = text[start:end].rstrip(_SPACE)
    return end - len(text[start:end].lstrip("\n")), start + len(body)


class Row(NamedTuple):
    """Paragraphs of both texts that stand beside each other, by their numbers."""

    a: range
    b: range


def beside(links: Iterable[tuple[int, int]], number_a: int, number_b: int) -> list[Row]:
    """All paragraphs of both texts, in their orders, row by row.

    Those are put beside each other that most links hold together while neither text changes its order. What
    stands between them goes in step, if there is as much of it on both sides, and else into one row; alone on
    its side, it goes into the row above if it is linked with that.

    Args:
        links: pairs of paragraphs that state the same fact, one pair for each fact.
        number_a: how many paragraphs the first text has.
        number_b: how many the second has.
    """
    weights = Counter(links)
    rows: list[Row] = []
    a = b = 0
    for i, j in [*_chain(weights, number_b), (number_a, number_b)]:
        rows += _between(range(a, i), range(b, j))
        if i < number_a:
            rows.append(Row(range(i, i + 1), range(j, j + 1)))
        a, b = i + 1, j + 1
    return _joined(rows, weights)


def _chain(weights: Counter[tuple[int, int]], number_b: int) -> list[tuple[int, int]]:
    """The heaviest chain of links in which both numbers rise; of equals, the first."""
    best: list[tuple[int, int]] = [(0, -1)] * (number_b + 1)
    """Up to each number of the second text (a Fenwick tree): weight, and the link that ends the chain."""
    ordered = sorted(weights)
    before: list[int] = []
    for _, same in groupby(enumerate(ordered), key=lambda one: one[1][0]):
        found = []
        for number, (_, j) in same:
            weight, last = _heaviest(best, j)
            before.append(last)
            found.append((j + 1, (weight + weights[ordered[number]], number)))
        for place, heavy in found:
            _raise(best, place, heavy)
    _, last = _heaviest(best, number_b)
    chain = []
    while last >= 0:
        chain.append(ordered[last])
        last = before[last]
    return chain[::-1]


def _raise(best: list[tuple[int, int]], place: int, heavy: tuple[int, int]) -> None:
    while place < len(best):
        if heavy[0] > best[place][0]:
            best[place] = heavy
        place += place & -place


def _heaviest(best: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    found = (0, -1)
    while place:
        if best[place][0] > found[0]:
            found = best[place]
        place &= place - 1
    return found


def _between(a: range, b: range) -> Iterator[Row]:
    if len(a) == len(b):
        yield from (Row(range(i, i + 1), range(j, j + 1)) for i, j in zip(a, b, strict=True))
    elif a or b:
        yield Row(a, b)


def _joined(rows: list[Row], weights: Counter[tuple[int, int]]) -> list[Row]:
    """The rows, with paragraphs that are alone on their side put to the row above that they belong to."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        if above and above.a and above.b and not (row.a and row.b):
            whole = Row(
                range(above.a.start, row.a.stop) if row.a else above.a,
                range(above.b.start, row.b.stop) if row.b else above.b,
            )
            linked = sum(weights[i, j] for i in row.a or above.a for j in row.b or above.b)
            if linked:
                joined[-1] = whole
                continue
        joined.append(row)
    return joined
