"""People in a row: where a list of them begins and ends, and whether it says that there are more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.facts.named import Named
from eventrecord.localize.data import inherited

__all__ = ["extent", "goes_on", "list_pattern", "runs"]

_LONGEST_GAP = 24
"""Characters between two people of a list, or after the last of it, in which it may go on."""


def runs(edition: NamedText) -> Iterator[tuple[Named, ...]]:
    """People who stand one after the other, with posts, and nothing but marks and joining words between."""
    join, post = (list_pattern(edition.tag, "lists", name) for name in ("join", "post"))
    people = [one for one in edition.named if one.kind == "person"]
    run: list[Named] = []
    for one in people:
        if run:
            gap = edition.text[extent(run[-1])[1] : extent(one)[0]]
            listed = join and (join.fullmatch(gap) or (one.titles and post and post.fullmatch(gap)))
            if not listed or len(gap) > _LONGEST_GAP * 2:
                yield tuple(run)
                run = []
        run.append(one)
    if run:
        yield tuple(run)


def extent(one: Named) -> tuple[int, int]:
    """Where a person stands together with the posts beside the name."""
    starts, ends = [one.start], [one.end]
    for title in one.titles:
        inside = title.body_start >= 0
        starts += [title.start, *([title.body_start] if inside and title.end <= one.start else [])]
        ends += [
            title.end,
            *([title.body_start + len(title.body)] if inside and title.start >= one.end else []),
        ]
    return min(starts), max(ends)


def goes_on(edition: NamedText, ends: Iterable[int]) -> bool:
    """Whether a text says of a list, at one of its ends, that there are more: and others, 等."""
    more = list_pattern(edition.tag, "lists", "more")
    return more is not None and any(more.match(edition.text[end : end + _LONGEST_GAP]) for end in ends)


@cache
def list_pattern(tag: str, group: str, name: str) -> re.Pattern[str] | None:
    """A pattern of how a locale lists people, or says what they did; None where there is none."""
    words = inherited(tag, "people").get(group, {})
    return re.compile(words[name]) if name in words else None
