"""Terms in running text: leftmost, then longest; Latin words whole, Chinese without word edges."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from eventrecord.localize.terminology.folding import Folded, fold, folded

__all__ = ["Hit", "Matcher"]

T = TypeVar("T")

_LATIN = "0-9a-zß-öø-ÿ"
"""Letters and digits that a word may go on with; longer ranges would take `re` long to compile."""
_IS_LATIN = re.compile(f"[{_LATIN}]")
_FEW = 8
"""Branches that are tried one by one; more are found by ranges of their first characters."""
_LONGEST = 200
"""Characters of a term; longer ones are no terms, and many of them would nest the pattern too deep."""
_SPACES = re.compile(" +")


class Hit(NamedTuple, Generic[T]):
    """A term in a text, with what was said of it; offsets are code points of the text as it was given."""

    start: int
    end: int
    surface: str
    values: tuple[T, ...]


class Matcher(Generic[T]):
    """Finds terms in texts, whatever their width, case, quotation marks and spaces.

    Args:
        terms: terms, each with a value that comes back with its hits. A term may stand there several times.

    Where terms overlap, the one that begins first counts, and of those the longest: add names that must not
    be searched inside as terms of their own. Terms of more than 200 characters are not looked for.
    """

    def __init__(self, terms: Iterable[tuple[str, T]]) -> None:
        values: dict[str, list[T]] = {}
        for term, value in terms:
            if (key := _key(term)) and len(key) <= _LONGEST:
                values.setdefault(key, []).append(value)
        self._values = {key: tuple(found) for key, found in values.items()}
        self._pattern = re.compile(_source(self._values)) if self._values else None

    def find(self, text: str) -> Iterator[Hit[T]]:
        """The terms in a text, from its beginning to its end; they do not overlap."""
        if self._pattern is None:
            return
        search, starts = fold(text)
        values = self._values
        if starts is None:
            plain = search.isascii()
            for match in self._pattern.finditer(search):
                start, end = match.span()
                if not plain and _cuts_word(search, start, end):
                    continue
                found = values.get(match[0]) or values[_SPACES.sub(" ", match[0])]
                yield Hit(start, end, text[start:end], found)
        else:
            yield from self._find_in(Folded(search, starts), text)

    def _find_in(self, search: Folded, text: str) -> Iterator[Hit[T]]:
        position = 0
        while self._pattern and (match := self._pattern.search(search.text, position)):
            span = search.span(*match.span())
            if span is None or _cuts_word(search.text, *match.span()):
                position = match.start() + 1
                continue
            position = match.end()
            yield Hit(*span, text[slice(*span)], self._values[_SPACES.sub(" ", match[0])])


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Whether a word goes on beyond a match with a letter that the pattern does not know: š, ж, a mark."""
    return (_goes_on(text[end : end + 1]) and _IS_LATIN.match(text[end - 1]) is not None) or (
        _goes_on(text[start - 1 : start] if start else "") and _IS_LATIN.match(text[start]) is not None
    )


def _goes_on(character: str) -> bool:
    return "ÿ" < character < "\u2000" and (character.isalnum() or unicodedata.combining(character) > 0)


def _key(term: str) -> str:
    return _SPACES.sub(" ", folded(term)).strip()


def _source(keys: Iterable[str]) -> str:
    """The pattern of a trie: what terms begin with is compared once."""
    trie: dict[str, Any] = {}
    for key in keys:
        node = trie
        for character in key:
            node = node.setdefault(character, {})
        node[""] = {}
    latin = {first: node for first, node in trie.items() if _IS_LATIN.match(first)}
    other = {first: node for first, node in trie.items() if first not in latin}
    sources = [f"(?<![{_LATIN}]){_branches(latin)}"] if latin else []
    sources += [_branches(other)] if other else []
    return "|".join(sources)


def _branches(node: Mapping[str, Any]) -> str:
    """What may follow at a place of the trie, longer terms before the one that ends here."""
    branches = []
    for first in sorted(node):
        if first:
            text, last, below = _escaped(first), first, node[first]
            while len(below) == 1 and "" not in below:
                ((last, below),) = below.items()
                text += _escaped(last)
            branches.append((first, first, text + _rest(last, below)))
    alternatives = [source for _, _, source in _grouped(branches)]
    return alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})"


def _rest(last: str, below: Mapping[str, Any]) -> str:
    edge = f"(?![{_LATIN}])" if _IS_LATIN.match(last) else ""
    if len(below) == 1 and "" in below:
        return edge
    return f"(?:{_branches(below)}|{edge})" if "" in below else _branches(below)


def _grouped(branches: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The same branches behind ranges of first characters, so that few are tried at any place."""
    while len(branches) > _FEW:
        branches = [
            (
                first := branches[place][0],
                last := branches[min(place + _FEW, len(branches)) - 1][1],
                f"(?=[{re.escape(first)}-{re.escape(last)}])"
                f"(?:{'|'.join(source for _, _, source in branches[place : place + _FEW])})",
            )
            for place in range(0, len(branches), _FEW)
        ]
    return branches


def _escaped(character: str) -> str:
    return " +" if character == " " else re.escape(character)
