"""Numbers that are part of a name: Seven Bridges Hotel, Boeing 737."""

from __future__ import annotations

import re

__all__ = ["is_in_name"]

_STOPS = frozenset(".!?:;\n“”\"'(—")
"""What stands before the first word of a sentence."""
_AFTER_NAME = re.compile(r"[\w,’'] [A-Z][A-Za-z]{1,24} $")
_BRIDGES = re.compile(r" [A-Z][a-z]+s [A-Z]")
_COUNTED = re.compile(r" [a-z]{2,}(?:s|men|people|ren)\b|[-+%]")
_WORD = re.compile(r"[A-Za-z]{4,}")
_HEADLINE = 160
"""Characters of a line that may be a headline."""
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_QUOTES = frozenset('“"‘')
_NEAR = 30


def is_in_name(text: str, start: int, end: int, headed: re.Pattern[str]) -> bool:
    """Whether the number that stands there, with neither unit nor qualifier, is part of a name.

    In words it is where capitals surround it; in digits where a name within the sentence is right before it,
    and nothing that could be counted follows. A sentence that begins "First," only counts itself.

    Args:
        text: the text.
        start: where the number begins.
        end: where it ends.
        headed: what a number in a headline may count.
    """
    before = text[max(0, start - _NEAR) : start]
    if _YEAR.match(text, start) and end - start == 4:
        return bool(_AFTER_NAME.search(before))
    if headed.match(text, end) and _is_headline(text, start):
        return False
    if text[start].isdigit():
        return bool(_AFTER_NAME.search(before)) and not _COUNTED.match(text, end)
    if not text[start].isupper() or not text[end - 1].isalpha():
        return False
    before = before.rstrip()
    after = text[end : end + 2]
    if before and before[-1] in _QUOTES and len(after) == 2 and after[0] == " " and after[1].isupper():
        return True  # “One Bay, One Tide”
    if not before or before[-1] in _STOPS:
        return bool(_BRIDGES.match(text, end)) or text.startswith(",", end)
    return len(after) == 2 and after[0] == " " and after[1].isupper()


def _is_headline(text: str, at: int) -> bool:
    """Whether the words of a line begin with capitals, and no stop ends it."""
    begin, end = text.rfind("\n", max(0, at - _HEADLINE), at) + 1, text.find("\n", at, at + _HEADLINE)
    line = text[begin : end if end >= 0 else begin + _HEADLINE + 1].rstrip()
    if len(line) > _HEADLINE or line.endswith((".", "!", ";", ",")):
        return False
    words = _WORD.findall(line)
    return len(words) >= 3 and all(word[0].isupper() for word in words)
