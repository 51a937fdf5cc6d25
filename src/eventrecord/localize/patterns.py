"""Sentence patterns: `{slot}` is filled, `[...]` is left out where a slot in it cannot be filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eventrecord.message import say

__all__ = ["Passage", "SlotSource", "fill", "first_filled"]

_TOKEN = re.compile(r"\{([a-z_]+)\}|[\[\]]")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an edition, and the facts of the record that they state (paths such as `figures.deals`)."""

    text: str
    facts: frozenset[str] = frozenset()

    def __add__(self, other: Passage) -> Passage:
        return Passage(self.text + other.text, self.facts | other.facts)


_DEEPEST = 8
"""Brackets within brackets that a pattern may have."""

SlotSource = Callable[[str], Passage | None]
"""Words for a slot's name, or None where there are none."""


def fill(pattern: str, slots: SlotSource) -> Passage | None:
    """The pattern with its slots filled; None when a slot outside of brackets cannot be.

    Raises:
        ValueError: its brackets are not paired, or nested too deep.
    """
    passage, _ = _fill(pattern, 0, slots, depth=0)
    return passage


def first_filled(patterns: Iterable[str], slots: SlotSource) -> Passage | None:
    """The first pattern whose slots all fill."""
    return next((passage for pattern in patterns if (passage := fill(pattern, slots)) is not None), None)


def _fill(pattern: str, position: int, slots: SlotSource, depth: int) -> tuple[Passage | None, int]:
    text: list[str] = []
    facts: frozenset[str] = frozenset()
    whole = True
    while match := _TOKEN.search(pattern, position):
        text.append(pattern[position : match.start()])
        position = match.end()
        if match[0] == "[":
            if depth == _DEEPEST:
                raise ValueError(
                    say("brackets stand in more than {n} others: {pattern!r}", n=depth, pattern=pattern[:60])
                )
            inner, position = _fill(pattern, position, slots, depth + 1)
        elif match[0] == "]":
            if not depth:
                raise ValueError(say("a bracket closes that was not opened: {pattern!r}", pattern=pattern))
            return (Passage("".join(text), facts) if whole else None), position
        else:
            inner = slots(match[1])
            whole = whole and inner is not None
        if inner is not None:
            text.append(inner.text)
            facts |= inner.facts
    if depth:
        raise ValueError(say("a bracket is not closed: {pattern!r}", pattern=pattern))
    text.append(pattern[position:])
    return (Passage("".join(text), facts) if whole else None), len(pattern)
