"""Cities, provinces and countries that a text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from eventrecord.facts.named import Named
from eventrecord.localize.alternatives import either
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import Table, read_table
from eventrecord.localize.terminology.matching import Matcher
from eventrecord.localize.territories import territory_names

__all__ = ["Localities", "Locality", "level_of", "localities"]


class Localities(NamedTuple):
    """Places of a text by what they are, each where it first stands."""

    named: dict[str, Named]
    """By id: that of the tables, or the ISO 3166 code of a country."""
    meant: frozenset[str]
    """Ids of those that the text may mean by other words: 沪, American."""


class Locality(NamedTuple):
    """A wording for a place."""

    id: str
    level: str
    """cities, provinces or countries; also for what may mean one, words for what means none."""


def localities(text: str, tag: str) -> Localities:
    """The cities, provinces and countries in a text of a locale, Traditional or Simplified.

    Names in capitals alone, as datelines have them, are not among them, but may be meant.
    """
    family = tag.partition("-")[0]
    plain = simplified(text) if family == "zh" else text
    named: dict[str, Named] = {}
    meant: set[str] = set()
    for hit in _matcher(family).find(plain):
        surface = text[hit.start : hit.end]
        for one in hit.values:
            if one.level == "also" or (surface.isascii() and surface.isupper()):
                meant.add(one.id)
            elif one.level != "words" and (family == "zh" or surface[0].isupper()):
                named.setdefault(one.id, Named("place", one.id, surface, hit.start, hit.end, form="pattern"))
    meant.update(name for name, pattern in _short(family).items() if pattern.search(plain))
    return Localities(named, frozenset(meant))


@cache
def level_of(name: str) -> str:
    """Whether an id is one of cities, provinces or countries."""
    table = read_table("en", "places")
    return next((level for level in ("cities", "provinces") if name in table[level]), "countries")


@cache
def _matcher(family: str) -> Matcher[Locality]:
    return Matcher(_wordings(family, read_table(family, "places")))


def _wordings(family: str, table: Table) -> Iterator[tuple[str, Locality]]:
    for level in ("cities", "provinces", "also"):
        for name, words in table[level].items():
            for word in words:
                if family != "zh" or len(word) > 1:
                    yield word, Locality(name, level)
    countries = table["countries"]
    for code, names in territory_names(family).items():
        if code not in countries["never"]:
            for name in {*map(simplified, names), *countries["also"].get(code, ())}:
                yield name, Locality(code, "countries")
    for word in countries["words"]:
        yield word, Locality("", "words")


@cache
def _short(family: str) -> dict[str, re.Pattern[str]]:
    """How a text may say with a single character what place it means: 在京, 京沪, 日方."""
    if family != "zh":
        return {}
    table = read_table("zh", "places")
    single = {name: [word for word in words if len(word) == 1] for name, words in table["also"].items()}
    every = "".join(sorted({word for words in single.values() for word in words}))
    before, after = table["short"]["before"] + every, table["short"]["after"] + every
    return {
        name: re.compile(f"(?<=[{before}])(?:{either(words)})|(?:{either(words)})(?=[{after}])")
        for name, words in single.items()
        if words
    }
