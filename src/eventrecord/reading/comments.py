"""Comments in a record's YAML that speak to the tool, each with the lines of what it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from eventrecord.diagnostic import Span
from eventrecord.reading.node import Node, walk
from eventrecord.reading.source import Lines

__all__ = ["Comment", "comments"]

_WORD = "eventrecord:"
_ADDRESSED = re.compile(rf"#[ \t]*{_WORD}(.*)")


class Comment(NamedTuple):
    """A comment; `text` is what it says after the word."""

    text: str
    span: Span
    """The comment alone, from `#` to the end of the line."""
    first: int
    """The first line of what it is about; 0 if nothing follows it."""
    last: int
    at_top: bool
    """Whether it stands above everything else in the file."""
    at: int
    """The column at which `text` begins."""
    whole: Span
    """What goes with the comment: the line that it has to itself, or the space before it."""


def comments(text: str, root: Node) -> Iterator[Comment]:
    """The comments that speak to the tool, in the order of the file.

    One at the end of a line is about what begins there, a key with its whole value or an item of a list, or
    what ends there, if that is no block; one on a line of its own is about what begins next.
    """
    lines = Lines(text)
    begins, ends = _extents(root)
    heads = sorted(begins)
    is_text = _in_scalars(root, lines)
    for number, (start, end) in enumerate(pairwise([*lines.starts, len(text)]), start=1):
        line = text[start:end].rstrip("\r\n")
        if _WORD not in line:
            continue
        hashes = (at.start() for at in re.finditer("#", line))
        at = next((at for at in hashes if not is_text(start + at)), len(line))
        match = _ADDRESSED.fullmatch(line, at)
        if match is None:
            continue
        alone = not line[:at].strip()
        if alone:
            next_one = bisect_right(heads, number)
            first = heads[next_one] if next_one < len(heads) else 0
            last = begins.get(first, 0)
        else:
            first, last = min(number, ends.get(number, number)), begins.get(number, number)
        at_top = alone and not (heads and heads[0] < number)
        span = Span(number, at + 1, number, len(line) + 1)
        whole = lines.span(start, end) if alone else span._replace(column=len(line[:at].rstrip()) + 1)
        begin = match.end() - len(match[1].lstrip()) + 1
        yield Comment(match[1].strip(), span, first, last, at_top, begin, whole)


def _extents(root: Node) -> tuple[dict[int, int], dict[int, int]]:
    """Where what begins on a line ends, and where what ends on a line begins, but what is a block."""
    begins: dict[int, int] = {}
    ends: dict[int, int] = {}
    for path, node in walk(root):
        if not path:
            continue
        first, last = (node.key or node.span).line, node.span.end_line
        begins[first] = max(last, begins.get(first, 0))
        if node.style not in ("block", "|", ">"):
            ends[last] = min(first, ends.get(last, first))
    return begins, ends


def _in_scalars(root: Node, lines: Lines) -> Callable[[int], bool]:
    """Whether an offset is in a key or in a text."""
    places = sorted(_scalars(root, lines))
    firsts = [first for first, _ in places]

    def inside(offset: int) -> bool:
        at = bisect_right(firsts, offset) - 1
        return at >= 0 and offset < places[at][1]

    return inside


def _scalars(root: Node, lines: Lines) -> Iterator[tuple[int, int]]:
    """Offsets of all keys and texts; of one in block style, of the lines below its head."""
    for _, node in walk(root):
        if node.key:
            yield _offsets(node.key, lines)
        if isinstance(node.value, str):
            first, last = _offsets(node.span, lines)
            if node.style in ("|", ">"):
                first = lines.starts[min(node.span.line, len(lines.starts) - 1)]
            if first < last:
                yield first, last


def _offsets(span: Span, lines: Lines) -> tuple[int, int]:
    return lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
