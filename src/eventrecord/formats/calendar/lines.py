"""The lines of a calendar as bytes: ended, folded and encoded as RFC 5545, 3.1 wants them.

The library can do it too, character by character: that takes most of its time, and tears a backslash from the
one before it. It also takes a backslash before N for a line end, wherever the text has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["encoded", "folded"]

_ROOM = 74
"""Octets of text in a line: 75, of which one is for the space before all but the first."""
_RELATION = re.compile(rb'LINKREL="([a-z-]+)"')
"""A registered relation, which the library quotes as if it were an address (RFC 9253, 6.1)."""
_ESCAPES = (b"\\", b"^")
"""What an escape begins with: of a value, and of a parameter (RFC 6868)."""


def encoded(component: Component) -> bytes:
    """A component with all its parts."""
    heads: dict[object, bytes] = {}
    return b"".join(
        folded(_head(name, value, heads) + _value(value)) + b"\r\n"
        for name, value in component.property_items()
    )


def folded(line: bytes) -> bytes:
    """A line in pieces of 75 octets at most; neither a character nor an escape is torn."""
    if len(line) <= _ROOM:
        return line
    pieces, start = [], 0
    while len(line) - start > _ROOM:
        end = _end(line, start)
        pieces.append(line[start:end])
        start = end
    return b"\r\n ".join((*pieces, line[start:]))


def _end(line: bytes, start: int) -> int:
    """Where the piece that begins at `start` ends."""
    end = start + _ROOM
    while line[end] & 0xC0 == 0x80:  # inside a character
        end -= 1
    last = line[end - 1 : end]
    signs = end - start - len(line[start:end].rstrip(last))
    return end - 1 if last in _ESCAPES and signs % 2 else end


def _head(name: str, value: Any, heads: dict[object, bytes]) -> bytes:
    """Name and parameters of a property, up to the colon; few are different in a calendar."""
    params: Any = getattr(value, "params", None)
    key = (name, *params.items()) if params else name
    if key not in heads:
        written = _RELATION.sub(rb"LINKREL=\1", b";" + params.to_ical()) if params else b""
        heads[key] = name.encode() + written.rstrip(b";") + b":"  # UTC as a zone is not written
    return heads[key]


def _value(value: Any) -> bytes:
    from icalendar import vCategory, vText

    if isinstance(value, vText):
        return _escaped(value)
    if isinstance(value, vCategory):
        return b",".join(map(_escaped, value.cats))
    written = value if isinstance(value, bytes) else value.to_ical()
    return written if isinstance(written, bytes) else str(written).encode()


def _escaped(text: str) -> bytes:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").encode()
