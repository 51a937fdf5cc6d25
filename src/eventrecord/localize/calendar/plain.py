"""Text made uniform for reading, character by character, so that every offset stays what it was."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["NARROW_SPACES", "SPACES", "plain_text", "with_commas"]

NARROW_SPACES = "\u00a0\u2009\u202f"
"""Spaces that hold together what stands on both sides."""
SPACES = f" {NARROW_SPACES}"

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff5e\u301c~\u2053"
_QUOTES = "\u201c\u201d\u300c\u300d\u201e\u201f\uff02"
_COLONS = "\ufe30\u2236"


class _Fold(dict[int, str]):
    """Each character's plain form, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _DASHES:
            plain = "-"
        elif char in _QUOTES:
            plain = '"'
        elif char in _COLONS:
            plain = ":"
        elif char.isspace() and char != "\n":
            plain = " "
        else:
            plain = unicodedata.normalize("NFKC", char)
        self[code] = plain if len(plain) == 1 else char
        return self[code]


_FOLD = _Fold()


def plain_text(text: str) -> str:
    """The text with width, spaces, dashes and quotation marks made plain; as long as it was.

    A character whose compatibility form (NFKC) is longer stays as it is.
    """
    return text.translate(_FOLD)


def with_commas(text: str, spaces: str, least: int = 1) -> str:
    """Groups of digits that one of the spaces divides (2 100, as ISO 80000 has it) with commas instead.

    Fewer than four digits before the first of them: what follows a year is a number of its own.

    Args:
        text: the text.
        spaces: the characters that may divide groups.
        least: how many groups of three digits there are at least.
    """
    if not any(space in text for space in spaces):
        return text
    begins = rf"(?<![0-9.,+])(?<![0-9][{spaces}])[0-9]{{1,3}}"
    groups = rf"{begins}(?:[{spaces}][0-9]{{3}}(?![0-9])){{{least},}}+(?![{spaces}][0-9])"
    return re.sub(groups, lambda found: found[0].translate(dict.fromkeys(map(ord, spaces), ",")), text)
