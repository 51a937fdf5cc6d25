"""A line of a record with a caret under the place: display columns counted, control characters made visible.

Width comes from the standard library (`unicodedata`): rich knows it too, but would triple the start-up of a
command whose records are sound.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from eventrecord.diagnostic import Span

__all__ = ["HIDDEN", "excerpt", "lines_of", "visible", "width"]

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that a terminal may obey instead of showing."""
_BREAK = re.compile("\r\n|\r|\n")
_DOTS = "..."
_LONGEST = 100
"""Display columns of an excerpt; the rest of a longer line is cut off around the place."""


def visible(text: str) -> str:
    """`text` on one line, with nothing that a terminal would obey: ESC is shown as `<U+001B>`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if char == "\t" else f"<U+{ord(char):04X}>" if unicodedata.category(char) in HIDDEN else char
        for char in text
    )


def width(text: str) -> int:
    """Columns that a terminal gives to `text`: two to a Chinese character, none to a combining mark."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def excerpt(text: str, span: Span) -> tuple[str, str]:
    """The first line of `span` in `text`, and the carets below it; both empty if there is no such line."""
    lines = lines_of(text)
    if not 0 < span.line <= len(lines):
        return "", ""
    line = lines[span.line - 1]
    start = span.column - 1
    stop = span.end_column - 1 if span.end_line == span.line else len(line)
    before = _fitting(line[:start], _LONGEST // 2, from_end=True)
    marked = _fitting(line[start:stop], _LONGEST - width(before))
    room = _LONGEST - width(before + marked)
    after = _fitting(line[stop:], room) if room > len(_DOTS) else ""
    return before + marked + after, " " * width(before) + "^" * max(1, width(marked))


@lru_cache(maxsize=1)
def lines_of(text: str) -> list[str]:
    """The lines of a text; findings are told file by file, many of one text."""
    return _BREAK.split(text)


def _fitting(text: str, room: int, *, from_end: bool = False) -> str:
    """As much of `text` as fits into `room` columns, with dots for what is left out."""
    shown = visible(text[-room:] if from_end else text[:room])
    if len(text) <= room and width(shown) <= room:
        return shown
    while width(shown) > room - len(_DOTS):
        shown = shown[1:] if from_end else shown[:-1]
    return _DOTS + shown if from_end else shown + _DOTS
