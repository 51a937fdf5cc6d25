"""Sentences of a text beside the sentences of an edition that they come from, word by word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from eventrecord.drift.checking.pieces import Piece

__all__ = ["Aligner", "Alignment"]

_LEAST = 0.5
"""Share of the neighbouring pairs of words, of both sentences, from which on one is taken for the other."""


class Step(NamedTuple):
    """Tokens of the edition's sentence, and those of the text's that stand in their place."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


class Alignment(NamedTuple):
    """A sentence of an edition (by its number) and how that of a text differs from it."""

    number: int
    likeness: float
    steps: tuple[Step, ...]

    @property
    def is_same(self) -> bool:
        """Whether the sentences are the same, word for word."""
        return all(step.same for step in self.steps)

    def place(self, first: int, last: int) -> tuple[int, int]:
        """The tokens of the text that stand for some of the edition."""
        low, high = None, 0
        for step in self.steps:
            (old, end), (new, stop) = step.old, step.new
            if old == end or end <= first or old >= last:
                continue
            if step.same:
                new, stop = new + max(first - old, 0), stop - max(end - last, 0)
            low = new if low is None else low
            high = max(high, stop)
        return (0, 0) if low is None else (low, high)

    def is_changed(self, first: int, last: int) -> bool:
        """Whether the text has some tokens of the edition otherwise, or not, or something between them."""
        for step in self.steps:
            old, end = step.old
            if not step.same and old < last and (end > first or (old == end and old > first)):
                return True
        return False


class Aligner:
    """Finds for a sentence the one of the editions that it comes from.

    Args:
        known: the sentences of the editions; of those that are as like, the first counts.
    """

    def __init__(self, known: Sequence[Piece]) -> None:
        self._known = known
        self._same: dict[tuple[str, ...], int] = {}
        self._pairs: list[Counter[tuple[str, str]]] = []
        self._homes: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for number, piece in enumerate(known):
            self._same.setdefault(piece.words, number)
            pairs = _pairs(piece.words)
            self._pairs.append(pairs)
            for pair, times in pairs.items():
                self._homes[pair].append((number, times))

    def find(self, piece: Piece) -> Alignment | None:
        """The sentence that is most like a piece; None where none is half like it."""
        if (same := self._same.get(piece.words)) is not None:
            whole = (0, len(piece.words))
            return Alignment(same, 1.0, (Step(True, whole, whole),))
        shared: Counter[int] = Counter()
        pairs = _pairs(piece.words)
        for pair, times in pairs.items():
            for number, others in self._homes.get(pair, ()):
                shared[number] += min(times, others)
        if not shared:
            return None
        total = pairs.total()
        likeness, number = max((2 * n / (total + self._pairs[i].total()), -i) for i, n in shared.items())
        if likeness < _LEAST:
            return None
        old = self._known[-number].words
        matcher = SequenceMatcher(None, old, piece.words, autojunk=False)
        steps = tuple(Step(tag == "equal", (a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes())
        return Alignment(-number, likeness, steps)


def _pairs(words: Sequence[str]) -> Counter[tuple[str, str]]:
    return Counter(zip(("", *words), (*words, ""), strict=True))
