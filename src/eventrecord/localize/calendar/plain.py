"""Text made uniform for reading, character by character, so that every offset stays what it was."""

from __future__ import annotations

import unicodedata

__all__ = ["plain_text"]

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
