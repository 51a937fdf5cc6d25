"""Names in the short forms that texts make of them: UK, 市经信委, 中科院院士."""

from __future__ import annotations

from eventrecord.facts.alike import is_within
from eventrecord.localize.chinese.people import find_titles
from eventrecord.localize.titles import are_same

__all__ = ["is_shortened"]

_SHORT = 0.6
"""Part of a Chinese name's characters that a short form has at most; one with more may be a slip."""
_LEAST = 3


def is_shortened(words: str, whole: str, *, post: bool) -> bool:
    """Whether words say a name in short: by initials, or in Chinese by some of its characters in order."""
    if words.isascii():
        initials = "".join(word[0] for word in whole.split() if word[0].isupper())
        return len(initials) > 1 and initials in words.replace(".", "").split()
    if post:
        told, held = list(find_titles(words)), list(find_titles(whole))
        return (
            len(told) == len(held) > 0
            and all(are_same(one, other) for one, other in zip(told, held, strict=True))
            and is_within(words, whole)
        )
    while words and words[-1] not in whole:
        words = words[:-1]
    return _LEAST <= len(words) <= len(whole) * _SHORT and is_within(words, whole)
