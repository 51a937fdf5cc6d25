"""What holds digits and states no fact, taken out of a text before it is read."""

from __future__ import annotations

import re
from functools import cache

from eventrecord.localize.calendar.plain import plain_text
from eventrecord.localize.data import inherited

__all__ = ["masked"]

_BEGINS = r"(?<![0-9A-Za-z_])"
_MASK = "\0"


def masked(text: str, tag: str, *, dates: bool = False) -> str:
    """The text, as long as it was, with addresses, telephone numbers, codes and the like blotted out.

    With `dates`, what only dates must not be read from as well. Time grows with the length of the text,
    whatever it holds.

    Raises:
        UnknownNameError: there is no such locale.
    """
    parts, position = [], 0
    for match in _pattern(tag, dates).finditer(plain_text(text)):
        parts += [text[position : match.start()], _MASK * len(match[0])]
        position = match.end()
    return "".join((*parts, text[position:])) if parts else text


@cache
def _pattern(tag: str, dates: bool) -> re.Pattern[str]:
    codes = inherited(tag, "codes")
    kinds = [*codes["kinds"].values(), *(codes["dates"].values() if dates else ())]
    return re.compile(f"{_BEGINS}(?:{'|'.join(kinds)})")
