"""Words that many offices do not print: those of the locale's `diction.toml`, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from eventrecord.localize.data import inherited

__all__ = ["Avoided", "find_avoided"]


class Avoided(NamedTuple):
    """A stretch of a text that a rule would rather not see."""

    rule: str
    start: int
    end: int
    why: str
    """The sort of reason: advertising-law, source, praise, rank, literal."""
    better: str | None
    """What to write instead; empty if nothing, None if that depends."""


class _Words(NamedTuple):
    rule: str
    why: str
    better: str | None


def find_avoided(text: str, locale: str) -> Iterator[Avoided]:
    """The words in a text that are better avoided, in its order; the longest where several begin together."""
    pattern, words = _patterns(locale)
    for match in pattern.finditer(text):
        if match.lastindex:
            of = words[match.lastindex - 1]
            yield Avoided(of.rule, *match.span(), of.why, of.better)


@lru_cache(maxsize=16)
def _patterns(locale: str) -> tuple[re.Pattern[str], tuple[_Words, ...]]:
    entries: list[tuple[str, int]] = []
    groups: list[_Words] = []
    latin = locale.startswith("en")
    for rule, group in inherited(locale, "diction").items():
        for entry in group:
            groups.append(_Words(rule, entry["why"], entry.get("better")))
            entries += ((word, len(groups)) for word in entry["words"])
            entries += ((word, 0) for word in entry.get("but", ()))
    entries.sort(key=lambda entry: -len(entry[0]))
    parts = []
    numbers = []
    for word, number in entries:
        spelled = word.replace("…", r"[^.,;:!?\n\0]{1,40}?")
        parts.append(f"({spelled})" if number else spelled)
        numbers += [groups[number - 1]] if number else []
    edges = r"\b(?:{})\b" if latin else "{}"
    return re.compile(edges.format("|".join(parts) or r"(?!)"), re.IGNORECASE), tuple(numbers)
