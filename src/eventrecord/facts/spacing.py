"""Text read as if it lacked what only shapes it: marks nobody sees; in Chinese spaces as of 38.6 亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventrecord.localize.stated import Stated

__all__ = ["closed_up", "put_back"]

_GAP = re.compile(r"(?<=[0-9%％])[ \u00a0](?=[^\W\x00-\x7f])|(?<=[^\W\x00-\x7f])[ \u00a0](?=[0-9])")
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Format characters of prose: soft hyphen, zero-width space, word joiner, byte-order mark, marks of order."""


def closed_up(text: str, *, gaps_too: bool) -> tuple[str, Sequence[int] | None]:
    """The text without them, and of each of its characters the place in the original.

    None for the places where nothing was taken out.

    Args:
        text: the text.
        gaps_too: whether spaces between numbers and Chinese characters are taken out as well.
    """
    gaps = set() if text.isascii() else {match.start() for match in _UNSEEN.finditer(text)}
    if gaps_too:
        gaps.update(match.start() for match in _GAP.finditer(text))
    if not gaps:
        return text, None
    places = [place for place in range(len(text)) if place not in gaps]
    return "".join(text[place] for place in places), places


def put_back(fact: Stated, text: str, places: Sequence[int]) -> Stated:
    """A fact of the closed text at its place in the original, in the words that stand there."""
    start, end = places[fact.start], places[fact.end - 1] + 1
    return fact._replace(surface=text[start:end], start=start, end=end)
