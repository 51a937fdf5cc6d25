"""Plain text; lines that were broken to fit a mail are joined to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from eventrecord.drift.texts.read import ReadText, joined

__all__ = ["gap_between", "read_plain"]

_LEAST, _MOST, _RAGGED = 50, 100, 25
"""Columns of a broken line, and by how many its neighbours may differ."""
_MARKED = re.compile(r"[\s>*•·-]|\d{1,2}[.)、．]")
"""What begins an item, or a line that stands for itself."""
_BREAK = re.compile(r"\r\n?|\n")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def read_plain(source: str) -> ReadText:
    """The text, a line per paragraph."""
    return joined(_parts(source), source)


def gap_between(before: str, after: str) -> str:
    """What stands between two lines of a paragraph: nothing between Chinese characters."""
    return "" if _WIDE.match(before[-1:]) and _WIDE.match(after[:1]) else " "


def _parts(source: str) -> Iterator[tuple[str, int]]:
    starts = [0, *(match.end() for match in _BREAK.finditer(source)), len(source)]
    lines = [source[start:end].rstrip("\r\n") for start, end in pairwise(starts)]
    broken = _broken(lines)
    for number, line in enumerate(lines):
        end = starts[number] + len(line)
        yield line, starts[number]
        if number in broken:
            yield gap_between(line.rstrip(), lines[number + 1]), end
        elif end < len(source):
            yield "\n", end


def _broken(lines: list[str]) -> set[int]:
    """Lines that go on in the next one: all of a paragraph but its last are about as long."""
    found: set[int] = set()
    first = 0
    for last in range(len(lines)):
        if not lines[last].strip():
            first = last + 1
        elif last + 1 == len(lines) or not lines[last + 1].strip():
            widths = [_width(line) for line in lines[first:last]]
            even = widths and min(widths) >= _LEAST and max(widths) <= min(_MOST, min(widths) + _RAGGED)
            if even and not any(map(_MARKED.match, lines[first + 1 : last + 1])):
                found.update(range(first, last))
    return found


def _width(line: str) -> int:
    return sum(2 if _WIDE.match(sign) else 1 for sign in line)
