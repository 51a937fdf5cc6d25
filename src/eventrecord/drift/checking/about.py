"""What a figure is about, as words that can be found again around a number in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eventrecord.localize.data import inherited
from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.model.term import Term
from eventrecord.model.text import Text

__all__ = ["figure_words", "words_in"]

_STEM = 5
"""Letters of a word that are compared."""


def words_in(text: str, tag: str) -> frozenset[str]:
    """Words that say what a text is about: the beginnings of Latin ones, pairs of Chinese characters."""
    table = inherited(tag, "telling").get("figures")
    if not table:
        return frozenset()
    found: Iterable[str] = re.findall(table["word"], text)
    if not tag.startswith("en"):
        found = [run[place : place + 2] for run in found for place in range(len(run) - 1)]
    common = set(table["common"])
    return frozenset(word.casefold()[:_STEM] for word in found if word.casefold() not in common)


def figure_words(record: Record, localizer: Localizer) -> dict[str, frozenset[str]]:
    """Of each figure of the record, by what editions call it, the words for what it counts or measures."""
    return {
        f"figures.{name}": words_in(
            " | ".join(
                words
                for text in (figure.name, figure.noun, figure.whole, _term(record, figure.of))
                if (words := localizer.optional(text))
            ),
            localizer.tag,
        )
        for name, figure in record.figures.items()
    }


def _term(record: Record, name: str | None) -> Text | None:
    term = record.find("terms", name) if name else None
    return term.name if isinstance(term, Term) else None
