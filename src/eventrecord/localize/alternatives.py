"""Words of which one stands at a place, as a pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["either", "longest_first"]


def either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; of no words, one that nothing matches."""
    return "|".join(map(re.escape, longest_first(words))) or "(?!)"


def longest_first(words: Iterable[str]) -> list[str]:
    """The words, each once, so that none is found in the place of a longer one that begins with it."""
    return sorted(set(words), key=lambda word: (-len(word), word))
