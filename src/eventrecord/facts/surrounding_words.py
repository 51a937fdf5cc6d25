"""Words of one language around numbers, and what they say of these."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from eventrecord.localize.alternatives import either
from eventrecord.localize.data import inherited

__all__ = ["Lexicon", "Words", "surrounding_words"]


class Lexicon(NamedTuple):
    """A pattern of words, and the keys of each."""

    pattern: re.Pattern[str]
    keys: dict[str, frozenset[str]]

    def all(self, text: str) -> frozenset[str]:
        """The keys of all words in a text."""
        return frozenset().union(*(self.keys[found[0]] for found in self.pattern.finditer(text)))

    def here(self, text: str) -> frozenset[str]:
        """The keys of the word that a text begins with."""
        found = self.pattern.match(text)
        return self.keys[found[0]] if found else frozenset()

    def last(self, text: str) -> frozenset[str]:
        """The keys of the last word in a text."""
        found = [match[0] for match in self.pattern.finditer(text)]
        return self.keys[found[-1]] if found else frozenset()


class Words(NamedTuple):
    """What `counted.toml` has of a language, where its entries are explained: each by its own name there."""

    patterns: Mapping[str, re.Pattern[str]]
    """Its strings."""
    lexicons: Mapping[str, Lexicon]
    """Its tables: words by what they mean."""
    apart: bool
    """Whether words are apart from each other, as they are in English."""
    before: int
    after: int
    """How many characters before and after a number may tell what it counts."""
    through: tuple[str, ...]
    of: tuple[str, ...]
    steps: tuple[str, ...]
    turned: tuple[tuple[str, re.Pattern[str], str], ...]
    """Measures that are others after some words: kilometres, after 时速, are such an hour."""
    conversion: re.Pattern[str]
    weekday: re.Pattern[str]
    numerals: frozenset[str]
    """Characters that numbers are written in."""

    def has(self, name: str, text: str) -> bool:
        """Whether a text has what one of the patterns is of."""
        return self.patterns[name].search(text) is not None


@cache
def surrounding_words(tag: str) -> Words:
    """The words of a locale.

    Raises:
        UnknownNameError: there is no such locale.
    """
    table = inherited(tag, "counted")
    numbers = inherited(tag, "telling")["numbers"].get("characters", "")
    return Words(
        {key: re.compile(told) for key, told in table.items() if isinstance(told, str)},
        {
            key: _lexicon(told, apart=table["whole_words"])
            for key, told in table.items()
            if isinstance(told, dict) and key != "reckoning"
        },
        apart=table["whole_words"],
        before=table["before"],
        after=table["after"],
        through=tuple(table["through"]),
        of=tuple(table["of"]),
        steps=tuple(table["steps"]),
        turned=tuple((old, re.compile(lead), new) for old, lead, new in table["turned"]),
        conversion=re.compile(table["reckoning"]["conversion"]),
        weekday=re.compile(inherited(tag, "locale")["weekday"]),
        numerals=frozenset(numbers + "".join(table["numerals"])),
    )


def _lexicon(entries: Mapping[str, list[str]], *, apart: bool) -> Lexicon:
    keys: dict[str, frozenset[str]] = {}
    for key, words in entries.items():
        for word in words:
            keys[word] = keys.get(word, frozenset()) | {key}
    pattern = f"(?:{either(keys)})"
    return Lexicon(re.compile(rf"(?<![a-z]){pattern}(?![a-z])" if apart else pattern), keys)
