"""The lines of a calendar as bytes: ended, folded and encoded as RFC 5545, 3.1 wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["encoded", "folded"]

_ROOM = 74
"""Octets of text in a line: 75, of which one is for the space before all but the first."""
_ESCAPES = (b"\\", b"^")
"""What an escape begins with: of a value, and of a parameter (RFC 6868)."""


def encoded(component: Component) -> bytes:
    """A component with all its parts."""
    lines = [folded(line) for line in component.content_lines()]
    return b"\r\n".join(lines)


def folded(line: str) -> bytes:
    """A line in UTF-8, in pieces of 75 octets at most; neither a character nor an escape is torn.

    The library's own folding encodes every character by itself, and tears a backslash from the one before.
    """
    octets = line.encode()
    if len(octets) <= _ROOM:
        return octets
    pieces, start = [], 0
    while len(octets) - start > _ROOM:
        end = _end(octets, start)
        pieces.append(octets[start:end])
        start = end
    return b"\r\n ".join((*pieces, octets[start:]))


def _end(octets: bytes, start: int) -> int:
    """Where a piece that begins at `start` ends."""
    end = start + _ROOM
    while octets[end] & 0xC0 == 0x80:  # inside a character
        end -= 1
    last = octets[end - 1 : end]
    signs = end - start - len(octets[start:end].rstrip(last))
    return end - 1 if last in _ESCAPES and signs % 2 else end
