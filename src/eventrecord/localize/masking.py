"""What holds digits and states no fact, taken out of a text before it is read."""

from __future__ import annotations

import re
from functools import cache

from eventrecord.localize.calendar.plain import plain_text
from eventrecord.localize.data import inherited

__all__ = ["masked"]

_BEGINS = r"(?<![0-9A-Za-z_])"
_MASK = "\0"


def masked(text: str, tag: str) -> str:
    """The text, as long as it was, with addresses, telephone numbers, codes and the like blotted out.

    Time grows with the length of the text, whatever it holds.

    Raises:
        UnknownNameError: there is no such locale.
    """
    parts, position = [], 0
    for match in _pattern(tag).finditer(plain_text(text)):
        parts += [text[position : match.start()], _MASK * len(match[0])]
        position = match.end()
    return "".join((*parts, text[position:])) if parts else text


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    return re.compile(f"{_BEGINS}(?:{'|'.join(inherited(tag, 'codes')['kinds'].values())})")
