"""Posts as texts state them beside people: what they are, of which rank, and where they are held."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from eventrecord.localize.data import inherited

__all__ = ["FoundPerson", "Title", "are_same", "title_words"]


class Title(NamedTuple):
    """A post in a text. Two are the same where they share one of `heads`, and have the same `ranks`."""

    heads: frozenset[str]
    """What it may be, in words that are the same in every language: mayor; director or chair."""
    ranks: frozenset[str]
    """vice, executive, acting, former ..."""
    surface: str
    """Title and rank, without the body."""
    start: int
    end: int
    body: str = ""
    """The words of the body that it is held at, as far as they stand beside it."""
    body_start: int = -1
    official: bool = False
    """Whether it is held for a state, a party or a town."""
    organization: str | None = None
    """Id of the body, where it is known."""
    shared: bool = False
    """Whether it stands beside another person of the list, and may be of that one alone."""


class FoundPerson(NamedTuple):
    """Somebody whom a text names beside a post, or as names are written in its language."""

    surface: str
    start: int
    end: int
    titles: tuple[Title, ...] = ()


def are_same(one: Title, other: Title) -> bool:
    """Whether two posts, of different languages maybe, are of one kind and rank; bodies aside."""
    return one.ranks == other.ranks and not one.heads.isdisjoint(other.heads)


@cache
def title_words(tag: str, group: str) -> dict[str, frozenset[str]]:
    """Words of a locale for titles or ranks, in small letters, each with the keys that it stands under."""
    found: dict[str, set[str]] = {}
    for key, words in inherited(tag, "people")[group].items():
        for word in words:
            found.setdefault(word.lower(), set()).add(key)
    return {word: frozenset(keys) for word, keys in found.items()}
