"""The part of schema.org that our linked data uses: types, enumerations, properties with domain and range."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache
from importlib import resources
from typing import NamedTuple

__all__ = ["Vocabulary", "vocabulary"]

_Names = Mapping[str, Set[str]]


class Vocabulary(NamedTuple):
    """What `vocabulary.txt` says."""

    types: _Names
    """Types with all types above them, themselves among these."""
    members: _Names
    """Enumerations with their members."""
    domains: _Names
    """Properties with the types that have them; types below those have them too."""
    ranges: _Names
    """Properties with the types of their values."""


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read when something is first looked up."""
    text = resources.files(__package__).joinpath("vocabulary.txt").read_text("utf-8")
    _, types, members, properties = (_rows(part) for part in text.split("\n# "))
    return Vocabulary(
        {name: frozenset({name, *above.split()}) for name, above in types.items()},
        {name: frozenset(known.split()) for name, known in members.items()},
        {name: frozenset(row.partition(">")[0].split()) for name, row in properties.items()},
        {name: frozenset(row.partition(">")[2].split()) for name, row in properties.items()},
    )


def _rows(part: str) -> dict[str, str]:
    """Lines `name: words` below the heading of a part."""
    lines = (line.partition(":") for line in part.splitlines()[1:])
    return {name: words for name, _, words in lines if words}
