"""Names in the short forms that texts make of them: UK, 市经信委, 中科院院士."""

from __future__ import annotations

from collections import Counter
from string import digits

from eventrecord.drift.checking.posts import titles_in
from eventrecord.facts.alike import is_within
from eventrecord.localize.characters import simplified
from eventrecord.localize.titles import are_same

__all__ = ["is_shortened"]

_SHORT = 2 / 3
"""Part of a Chinese name's characters that a short form has at most; one with more may be a slip."""
_LEAST = 3
_LOST = 2
"""Characters that it lacks at least: one may be a slip."""
_WORD = 2
"""Characters of the last word of a term: 引进 of 许可引进."""


def is_shortened(words: str, whole: str, *, post: bool, term: bool = False, spare: str = "") -> bool:
    """Whether words say a name in short: by initials, or in Chinese by some of its characters in order.

    Args:
        words: what a text has.
        whole: the name.
        post: whether it is that of a post.
        term: whether it is a term, which may do without its year, or without what goes before its last word.
        spare: characters that any name in Chinese may do without.
    """
    if term and words == whole.strip(digits).strip():
        return True
    if term and not words.isascii() and len(words) < len(whole) and whole.endswith(words):
        return len(words) >= _WORD
    if words.isascii() and post and _is_bare(words, whole):
        return True
    if words.isascii():
        initials = "".join(word[0] for word in whole.split() if word[0].isupper())
        return len(initials) > 1 and initials in words.replace(".", "").split()
    if post:
        told, held = titles_in(words), titles_in(whole)
        return (
            len(told) == len(held) > 0
            and all(are_same(one, other) for one, other in zip(told, held, strict=True))
            and is_within(words, whole)
        )
    short = words.strip("".join(set(words) - set(whole)))  # 记者从市经信委获悉
    if len(short) < _LEAST or not is_within(short, whole):
        return False
    lost = Counter(simplified(whole)) - Counter(simplified(short))
    if lost.total() < _LOST:
        return False
    return len(short) <= len(whole) * _SHORT or lost.keys() <= set(spare)


def _is_bare(words: str, whole: str) -> bool:
    """Whether words are a post without its body: vice mayor."""
    told, held = titles_in(words), titles_in(whole)
    if len(told) != 1 or len(held) != 1 or told[0].body:
        return False
    return are_same(told[0], held[0]) and words.strip() == told[0].surface
