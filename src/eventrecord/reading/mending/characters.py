"""Invisible characters taken out of a file, as far as nothing is lost with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventrecord.diagnostic import Edit, Fix, Path, Splice
from eventrecord.message import say
from eventrecord.reading.source import Lines

__all__ = ["escape_taken_out", "taken_out"]

_BROKEN = re.compile("[\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]|[^\0-\uffff]")
"""What remains of a character of another encoding, perhaps of a quotation mark: nobody knows of which."""
_TURNED = re.compile("[\u202d\u202e]")
"""Between these the letters and digits are shown in another order than they are written in."""
_PARTING = re.compile("[\x0b\x0c\x1c-\x1e\u2028\u2029]")
_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def taken_out(text: str, places: Sequence[tuple[int, int]], lines: Lines) -> Fix | None:
    """A fix that deletes what stands at these places, or puts a space there if it parts two words."""
    splices: list[Splice] = []
    for start, end in places:
        new = _instead(text, start, end)
        if new is None:
            return None
        splices.append(Splice(lines.span(start, end), new))
    safe = not any(_TURNED.search(text[start:end]) for start, end in places)
    return Fix(_message(splices[0].text), (), safe, tuple(splices))


def escape_taken_out(path: Path, value: str, start: int, end: int) -> Fix | None:
    """The same of an odd character for which the text at `path` has an escape."""
    new = _instead(value, start, end)
    if new is None:
        return None
    lead = len(value) - len(value.lstrip())
    edit = Edit(path, new, (start - lead, end - lead))
    return Fix(_message(new), (edit,), not _TURNED.search(value[start:end]))


def _message(new: str) -> str:
    return say("put a space in its place") if new else say("delete it")


def _instead(text: str, start: int, end: int) -> str | None:
    """What to write for an odd character; None if something may be lost."""
    odd, before, after = text[start:end], text[:start][-1:], text[end : end + 1]
    if _BROKEN.search(odd):
        return None
    parts = before.strip() and after.strip() and not _HAN.match(before) and not _HAN.match(after)
    return " " if parts and _PARTING.search(odd) else ""
