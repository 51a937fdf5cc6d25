"""Stretches of a text, and what lies within them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

__all__ = ["Covered"]


class Covered:
    """Stretches to be asked what they hold or touch; fast however many there are, and if they overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def covers(self, start: int, end: int) -> bool:
        """Whether one of them holds all of a stretch."""
        before = bisect_right(self._starts, start)
        return before > 0 and self._ends[before - 1] >= end

    def touches(self, start: int, end: int) -> bool:
        """Whether one of them has a part of a stretch."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start
