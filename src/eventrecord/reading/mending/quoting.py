"""A text of the file in quotation marks, where YAML takes it for something else without them."""

from __future__ import annotations

import re

from eventrecord.diagnostic import Fix, Splice
from eventrecord.message import say
from eventrecord.reading.mending.written import quoted
from eventrecord.reading.source import Lines

__all__ = ["in_quotes"]


def in_quotes(text: str, lines: Lines, start: int, end: int, *, with_hash: bool = False) -> Fix | None:
    """A fix that quotes what stands there on one line; None where it is not clear what the text is.

    Args:
        text: the file.
        lines: its lines.
        start: where the text begins.
        end: where it ends at the latest, spaces included.
        with_hash: whether what looks like a comment is part of it, which may not be what was meant.
    """
    raw = text[start:end].rstrip()
    if not raw or re.search(r"[\r\n\ufffd]", raw) or (re.search(r"\s#", raw) and not with_hash):
        return None
    splice = Splice(lines.span(start, start + len(raw)), quoted(raw))
    return Fix(say("put it in quotation marks"), (), not with_hash, (splice,))
