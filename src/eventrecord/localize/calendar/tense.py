"""Whether a sentence tells of what was or of what will be, beside a weekday that may be either."""

from __future__ import annotations

import re
from functools import cache

from eventrecord.localize.data import inherited

__all__ = ["tense"]

_FAR = 80


def tense(text: str, start: int, end: int, tag: str) -> int | None:
    """Past (-1) or future (1) by the words around a place in the text; None where they do not tell."""
    stop, mark, after_first = _pattern(tag)
    before = stop.split(text[max(0, start - _FAR) : start])[-1]
    after = stop.split(text[end : end + _FAR])
    last = next((_tense(found) for found in reversed([*mark.finditer(before)])), None)
    own, then = (next((_tense(found) for found in mark.finditer(part)), None) for part in [*after, ""][:2])
    order = (own, last) if after_first else (last, own)
    return next((told for told in order if told), 1 if then == 1 else None)


def _tense(found: re.Match[str]) -> int:
    return 1 if found["future"] else -1


@cache
def _pattern(tag: str) -> tuple[re.Pattern[str], re.Pattern[str], bool]:
    told = inherited(tag, "calendar")["tense"]
    mark = re.compile(f"(?P<future>{told['future']})|(?:{told['past']})", re.IGNORECASE)
    return re.compile(told["stop"]), mark, told["after_first"]
