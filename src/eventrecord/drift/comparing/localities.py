"""Cities, provinces and countries of two editions: Beijing in one, and 上海 in its place in the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.drift.comparing.stead import in_stead
from eventrecord.facts.localities import Localities, level_of, localities
from eventrecord.facts.named import Named
from eventrecord.localize.data import read_table
from eventrecord.message import say

__all__ = ["localities_differ"]

_PLACE = "venue-differs"
"""What differs where a place is another one, and none of a post or a body."""


def localities_differ(a: NamedText, b: NamedText, told: Iterable[Parting]) -> Iterator[Parting]:
    """Places that one edition alone names, with what the other has there, if it has one of its kind.

    Lists of places may stand in any order; a place that one text only names besides is no fault.

    Args:
        a: the first edition.
        b: the second edition.
        told: what is told of names already, in which places may stand: 浔州市文化和旅游局.
    """
    told = [one for one in told if one.a and one.b]
    mine, theirs = localities(a.text, a.tag), localities(b.text, b.tag)
    left, right = (
        list(_alone(edition, here, there, [name for one in told if (name := (one.a, one.b)[side])]))
        for side, (edition, here, there) in enumerate(((a, mine, theirs), (b, theirs, mine)))
    )
    alike = in_stead(left, right, (len(a.text), len(b.text)), _are_of_one_level)
    for one, other in alike:
        rules = {_rule(one, a), _rule(other, b)}
        rule = next((rule for rule in ("post-differs", "organization-differs") if rule in rules), _PLACE)
        said = say("{first} and {second} are not the same", first=one.surface, second=other.surface)
        yield Parting(rule, Severity.ERROR, said, one, other)


def _alone(edition: NamedText, here: Localities, there: Localities, told: Sequence[Named]) -> Iterator[Named]:
    """Places that the other text neither names nor means, and that are no part of what is told."""
    others = [*told, *(one for one in edition.named if one.kind == "person")]
    for name, one in here.named.items():
        if name in there.named or name in there.meant:
            continue
        if not any(other.start < one.end and one.start < other.end for other in others):
            yield one


def _are_of_one_level(one: Named, other: Named) -> bool:
    return level_of(one.id or "") == level_of(other.id or "")


def _rule(one: Named, edition: NamedText) -> str:
    """What differs where a place is another one: a post that is held there, a body, or where something is."""
    held = (title for person in edition.named for title in person.titles if title.body_start >= 0)
    if any(title.body_start <= one.start < title.body_start + len(title.body) for title in held):
        return "post-differs"
    return "organization-differs" if _of_bodies(edition.tag).match(edition.text, one.end) else _PLACE


@cache
def _of_bodies(tag: str) -> re.Pattern[str]:
    return re.compile(read_table(tag.partition("-")[0], "places")["bodies"]["after"])
