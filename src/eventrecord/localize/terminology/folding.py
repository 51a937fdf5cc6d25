"""Text as it is searched in: width, quotes, spaces and case alike, with the place of each in the original."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from eventrecord.localize.data import read_table

__all__ = ["Folded", "fold", "folded", "folded_each"]

# Characters that fold into one character each, whatever stands beside them; nearly all text is of these.
# Such a large set takes a while to compile, and few records need it: `re` does it then, and keeps it.
_PLAIN = (
    "[\0-\xa7\xa9-\xac\xae\xb0-\xb3\xb5-\xb7\xb9-\xbb\xbf-\xde\xe0-\u012f\u0134-\u013e\u0141-\u0148\u014a-"
    "\u017e\u2000-\u200a\u200c-\u2016\u2018-\u2024\u2027-\u2032\u3000-\u3029\u3041-\u3096\u30a0-\u30fe\u3400-\u9fff\uff01-\uff5e]*"
)
_APART = "\x1e"
"""What stands between records, and in no text."""
_JAMO = range(0x1160, 0x1200)
"""Vowels and finals of Korean syllables, which join what stands before them without being marks."""


class Folded(NamedTuple):
    """A folded text, and of each of its characters, and its end, the place in the original.

    `starts` is None where all places are the same in both. Characters that came from one have its place.
    """

    text: str
    starts: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the original that became these characters; None where it would be cut through."""
        if self.starts is None:
            return start, end
        first, last = self.starts[start], self.starts[end]
        whole = (start == 0 or self.starts[start - 1] != first) and self.starts[end - 1] != last
        return (first, last) if whole else None


def fold(text: str) -> Folded:
    """A text as it is searched in: NFKC, small letters, one sort of quotation marks, hyphens and spaces."""
    if text.isascii() or _plain_end(text, 0) == len(text):
        return Folded(folded(text))
    parts: list[str] = []
    starts: list[int] = []
    position = 0
    while position < len(text):
        end = _plain_end(text, position)
        if end < len(text) and end > position and _joins(text[end]):
            end -= 1
        parts.append(folded(text[position:end]))
        starts += range(position, end)
        position = end + 1
        while position < len(text) and _joins(text[position]):
            position += 1
        parts.append(cluster := folded(text[end:position]))
        starts += [end] * len(cluster)
    return Folded("".join(parts), [*starts, len(text)])


def folded(text: str) -> str:
    """The same, where nobody asks for places."""
    if text.isascii():
        return _alike(text.lower())
    return _alike(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()))


def folded_each(texts: Sequence[str]) -> list[str]:
    """Each of many texts folded: they are folded as two, which takes a third of the time."""
    plain = iter(_folded_together([text for text in texts if text.isascii()]))
    others = iter(_folded_together([text for text in texts if not text.isascii()]))
    return [next(plain if text.isascii() else others) for text in texts]


def _folded_together(texts: Sequence[str]) -> list[str]:
    parts = folded(_APART.join(texts)).split(_APART)
    return parts if len(parts) == len(texts) else [folded(text) for text in texts]


def _plain_end(text: str, start: int) -> int:
    match = re.compile(_PLAIN).match(text, start)
    return match.end() if match else start


def _joins(character: str) -> bool:
    """Whether a character may become one with those before it, or leaves nothing."""
    return (
        _signs().get(ord(character)) == ""
        or unicodedata.category(character)[0] == "M"
        or ord(character) in _JAMO
        or character in "ﾞﾟ"
    )


def _alike(text: str) -> str:
    return text.translate(_signs()) if re.search(_sign_pattern(), text) else text


@cache
def _sign_pattern() -> str:
    return f"[{re.escape(''.join(map(chr, _signs())))}]"


@cache
def _signs() -> dict[int, str]:
    """Signs that differ in looks only, each with the one that it is searched as."""
    table: dict[str, str] = read_table("terms", "signs")
    return {ord(sign): plain for plain, signs in table.items() for sign in signs}
