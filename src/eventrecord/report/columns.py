"""Two texts beside each other in columns, as wide as a terminal shows them, a stretch of each marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from eventrecord.report.excerpt import visible, width

__all__ = ["Marked", "beside", "has_room", "wrapped"]

_NARROWEST = 28
"""Columns that a text needs to be read beside another; with less room both stand below each other."""
_RULE = " │ "
_NOT_FIRST = frozenset("，。、；：！？）」』”’》〉…,.;:!?)]")
"""What begins no line."""
_NOT_LAST = frozenset("（「『“‘《〈([")
"""What ends no line."""


class Marked(NamedTuple):
    """A text on one line, and the stretch of it that is marked."""

    text: str
    start: int
    end: int


def beside(left: Marked, right: Marked, room: int, style: str = "") -> list[str]:
    """Lines of two texts in two columns, or of one above the other where there is little room.

    Args:
        left: the first text.
        right: the second text.
        room: columns of the terminal.
        style: how to mark on a terminal that shows colours; with none, brackets mark.
    """
    each = _column(room)
    if not has_room(room):
        return wrapped(left, room, style) + wrapped(right, room, style)
    columns = zip_longest(_lines(left, each, style), _lines(right, each, style), fillvalue=("", 0))
    return [f"{one}{' ' * (each - wide)}{_RULE}{other}".rstrip() for (one, wide), (other, _) in columns]


def has_room(room: int) -> bool:
    """Whether two texts can be read beside each other in so many columns."""
    return _column(room) >= _NARROWEST


def _column(room: int) -> int:
    return (room - width(_RULE)) // 2


def wrapped(text: Marked, room: int, style: str = "") -> list[str]:
    """Lines of a text that fit into so many columns, with its stretch marked."""
    return [line for line, _ in _lines(text, room, style)]


def _lines(marked: Marked, room: int, style: str) -> list[tuple[str, int]]:
    """Lines and how many columns each takes."""
    before, within, after = (
        visible(part)
        for part in (
            marked.text[: marked.start],
            marked.text[marked.start : marked.end],
            marked.text[marked.end :],
        )
    )
    if not style and within:
        within = f"[{within}]"
    shown = before + within + after
    start, end = len(before), len(before) + len(within)
    lines = []
    for first, stop in _breaks(shown, room):
        last = first + len(shown[first:stop].rstrip(" "))
        cut = [min(max(at, first), last) for at in (start, end)]
        inner = shown[cut[0] : cut[1]]
        painted = f"\x1b[{style}m{inner}\x1b[0m" if style and inner else inner
        lines.append((shown[first : cut[0]] + painted + shown[cut[1] : last], width(shown[first:last])))
    return lines


def _breaks(text: str, room: int) -> Iterator[tuple[int, int]]:
    """Where lines begin and end: at a space, or beside a character that takes two columns."""
    first, may, used, at = 0, 0, 0, 0
    while at < len(text):
        wide = width(text[at])
        if used + wide > room and at > first:
            last = may if may > first else at
            yield first, last
            first = at = may = _next_word(text, last)
            used = 0
            continue
        used += wide
        at += 1
        if _may_break(text, at):
            may = at
    if first < len(text):
        yield first, len(text)


def _next_word(text: str, at: int) -> int:
    return at + 1 if text[at : at + 1] == " " else at


def _may_break(text: str, at: int) -> bool:
    """Whether a line may end before this character."""
    before, after = text[at - 1], text[at : at + 1]
    if not after or after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before == " " or after == " " or width(before) == 2 or width(after) == 2
