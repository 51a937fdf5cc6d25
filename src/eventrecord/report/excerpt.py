"""Lines of a record with carets under the place: display columns counted, control characters made visible.

Width comes from the standard library (`unicodedata`): rich knows it too, but would triple the start-up of a
command whose records are sound.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from eventrecord.diagnostic import Span

__all__ = ["HIDDEN", "Quoted", "excerpt", "lines_of", "visible", "width"]

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of characters that a terminal may obey instead of showing."""
_BREAK = re.compile("\r\n|\r|\n")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#.*)?")
"""What stands on a line of its own before a text in block style."""
_DOTS = "..."
_LONGEST = 100
"""Display columns of an excerpt; the rest of a longer line is cut off around the place."""
_MOST = 3
"""Lines that are quoted of a longer stretch."""


class Quoted(NamedTuple):
    """A line of a file by its number, cut to fit, and the carets below it."""

    number: int
    line: str
    carets: str


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
        0
        if unicodedata.category(char) in ("Mn", "Me")
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def excerpt(text: str, span: Span) -> list[Quoted]:
    """The lines of `span` in `text`, at most three, with the place marked in each.

    Of a text in block style those are quoted that say something; a line that is not there gives nothing.
    """
    lines = lines_of(text)
    quoted = []
    for number in range(max(span.line, 1), min(span.end_line, len(lines)) + 1):
        line = lines[number - 1]
        start = span.column - 1 if number == span.line else len(line) - len(line.lstrip())
        stop = span.end_column - 1 if number == span.end_line else len(line.rstrip())
        if number > span.line and start >= stop:
            continue  # an empty line, or an end before anything is said
        if number == span.line < span.end_line and _BLOCK.fullmatch(line, start):
            continue
        quoted.append(Quoted(number, *_marked(line, start, stop)))
        if len(quoted) == _MOST:
            break
    return quoted


def _marked(line: str, start: int, stop: int) -> tuple[str, str]:
    rest = width(visible(line[start : start + _LONGEST]))
    before = _fitting(line[:start], max(_LONGEST // 2, _LONGEST - rest), from_end=True)
    marked = _fitting(line[start:stop], _LONGEST - width(before))
    room = _LONGEST - width(before + marked)
    after = _fitting(line[stop:], room) if room > len(_DOTS) else ""
    return before + marked + after, " " * width(before) + "^" * max(1, width(marked))


@lru_cache(maxsize=2)
def lines_of(text: str) -> list[str]:
    """The lines of a text; findings are told file by file, many of one text, some with places in another."""
    return _BREAK.split(text)


def _fitting(text: str, room: int, *, from_end: bool = False) -> str:
    """As much of `text` as fits into `room` columns, with dots for what is left out."""
    shown = visible(text[-room:] if from_end else text[:room])
    if len(text) <= room and width(shown) <= room:
        return shown
    while width(shown) > room - len(_DOTS):
        shown = shown[1:] if from_end else shown[:-1]
    return _DOTS + shown if from_end else shown + _DOTS
