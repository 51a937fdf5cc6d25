"""Posts right beside a name that is known to be one, and what a post is whose words say another rank."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.localize.titles import Title

__all__ = ["posts_beside", "ranked"]

_LONGEST_BODY = 24
"""Characters that the name of a body may have between two posts of one person."""


def posts_beside(titles: Sequence[Title], text: str, start: int, end: int) -> tuple[Title, ...]:
    """Posts of the person whose name stands at a place of a Chinese text: 市委常委、副市长顾晓岚, 顾晓岚院士.

    The text need not go on as it does after names: that it is one is known from elsewhere.

    Args:
        titles: all posts of the text, in its order.
        text: the text.
        start: where the name begins.
        end: where it ends.
    """
    also = inherited("zh", "people")["people"]["also"]
    found: list[Title] = []
    place = bisect_right(titles, start, key=lambda title: title.end) - 1
    edge = start
    while place >= 0:
        title = titles[place]
        gap = text[title.end : edge]
        if found and not (len(gap) <= _LONGEST_BODY and gap[:1] in also and gap[1:].isalnum()):
            if gap:
                break
        elif not found and gap.strip():
            break
        found.insert(0, title)
        edge = title.start
        place -= 1
    after = bisect_left(titles, end, key=lambda title: title.start)
    if after < len(titles) and titles[after].start == end:
        found.append(titles[after]._replace(body="", body_start=-1))
    return tuple(found)


def ranked(title: Title, tag: str) -> Title:
    """A post with its heads and ranks, where its words seem to say others: 次长, vice-chancellor."""
    words = simplified(title.surface).lower()
    whole = simplified(title.body) + words if tag.startswith("zh") else words
    for name, (heads, ranks) in _compounds(tag).items():
        if words == name or whole.endswith(name):
            official = title.official or not heads.isdisjoint(inherited(tag, "people")["people"]["official"])
            return title._replace(heads=heads, ranks=ranks, official=official)
    return title


@cache
def _compounds(tag: str) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    people = inherited(tag, "people")
    return {
        words: (frozenset(keys) - people["ranks"].keys(), frozenset(keys) & people["ranks"].keys())
        for words, keys in people["compounds"].items()
    }
