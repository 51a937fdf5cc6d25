"""Names that a text has nearly, but not quite: one word or character is another, missing or too many."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from eventrecord.localize.terminology.folding import Folded, folded

__all__ = ["NameShape", "NearMiss", "Tokens", "edges_of", "near_misses", "parts_of", "shape_of", "tokens_of"]

_WORD = "[0-9a-zß-öø-ÿ]+"
_TOKEN = _WORD + "|\0+|[^\\W_]|[.。!！?？;；:：,，、]"
_LEAST = {"chinese": 6, "latin": 3}
"""Tokens of a name below which a likeness says nothing."""
_SURE = {"chinese": 8, "latin": 4}
"""Tokens from which on any one word, or two characters, may differ."""
_ALIKE = 0.6
"""Share of the longer of two words with which both begin when one is a form of the other."""


class Tokens(NamedTuple):
    """Words and characters of a text, with where they stand in it."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


class NameShape(NamedTuple):
    """A name as it is compared."""

    words: tuple[str, ...]
    whole: str
    """As folded text has it."""
    head: str
    """Its first half: with one slip, one half is right."""
    tail: str
    chinese: bool

    def is_near(self, text: str) -> bool:
        """Whether a half of it stands in a folded text without the other; fast."""
        if self.head not in text and self.tail not in text:
            return False
        times = text.count(self.whole)
        return text.count(self.head) > times or text.count(self.tail) > times


class NearMiss(NamedTuple):
    """Which tokens of a text are nearly a name, and which of them differ (maybe none)."""

    start: int
    end: int
    differs: tuple[int, int]


def tokens_of(search: Folded) -> Tokens:
    """The tokens of a folded text: words of Latin letters and digits, single Chinese characters, stops."""
    words, spans = [], []
    for match in re.finditer(_TOKEN, search.text):
        span = search.span(*match.span())
        if span is not None:
            words.append(match[0])
            spans.append(span)
    return Tokens(tuple(words), tuple(spans))


def parts_of(text: str) -> set[str]:
    """What the tokens of a folded text are, and more: fast, to see what is not among them."""
    return {*re.findall(_WORD, text), *text}


def edges_of(name: str) -> tuple[str, ...]:
    """The first and last token of a folded name, numbers aside: a near miss has both as they are."""
    tokens = [token for token in re.findall(_TOKEN, name) if not token.isdigit()]
    return (tokens[0], tokens[-1]) if tokens else ()


@lru_cache(maxsize=10_000)
def shape_of(name: str) -> NameShape | None:
    """A name as it is compared, without years and numbers around it; None if it is too short for that."""
    text = folded(name)
    matches = list(re.finditer(_TOKEN, text))
    while matches and matches[0][0].isdigit():
        matches.pop(0)
    while matches and matches[-1][0].isdigit():
        matches.pop()
    words = tuple(match[0] for match in matches)
    chinese = sum(not word.isascii() for word in words) * 2 > len(words)
    if len(words) < _LEAST["chinese" if chinese else "latin"]:
        return None
    pairs = chinese and len(words) >= _SURE["chinese"]
    half = (len(words) - pairs) // 2  # two characters may differ: one more in the middle is of neither half
    head = text[matches[0].start() : matches[half - 1].end()]
    tail = text[matches[half + pairs].start() : matches[-1].end()]
    return NameShape(words, text[matches[0].start() : matches[-1].end()], head, tail, chinese)


def near_misses(tokens: Tokens, name: NameShape, *, loose: bool) -> Iterator[NearMiss]:
    """Where a text has a name with one slip; `loose` lets any word differ, not only forms of one.

    The slip stands within the name: what begins or ends otherwise is another name. Numbers never count.
    """
    words, wanted = tokens.words, name.words
    sure = loose and len(wanted) >= _SURE["chinese" if name.chinese else "latin"]
    if name.chinese and not loose and len(wanted) < _SURE["chinese"]:
        return
    edits = ((1, 1), (0, 1), (1, 0), *(((2, 2),) if name.chinese and sure else ()))
    least = 2 if name.chinese else 1
    for start, word in enumerate(words):
        if word != wanted[0]:
            continue
        same = _common(words, start, wanted)
        if same == len(wanted) or same < least:
            continue
        for gone, come in edits:
            rest = wanted[same + gone :]
            after = start + same + come
            if len(rest) < least or words[after : after + len(rest)] != rest:
                continue
            old, new = wanted[same : same + gone], words[start + same : after]
            if _is_slip(old, new, chinese=name.chinese, sure=sure):
                yield NearMiss(start, after + len(rest), (start + same, after))
                break


def _common(words: tuple[str, ...], start: int, wanted: tuple[str, ...]) -> int:
    same = 0
    while same < len(wanted) and start + same < len(words) and words[start + same] == wanted[same]:
        same += 1
    return same


def _is_slip(old: tuple[str, ...], new: tuple[str, ...], *, chinese: bool, sure: bool) -> bool:
    """Whether what differs is a slip, and no number, stop or slot, which make another name or sentence."""
    differing = (*old, *new)
    if any(not word.isalnum() or any(map(_is_number, word)) for word in differing):
        return False
    if sure or chinese:
        return True
    if old and new:
        return _are_forms(old[0], new[0])
    return len(differing[0]) <= 3  # of, the, and


def _are_forms(one: str, other: str) -> bool:
    """Science and Sciences, Economy and Economics, of and for; not Commerce and Communications."""
    longest = max(len(one), len(other))
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return longest <= 3 or alike >= _ALIKE * longest


def _is_number(character: str) -> bool:
    return unicodedata.numeric(character, None) is not None
