"""Who says something in two editions: 单以恒告诉记者, where the other text has Ou told reporters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.couples import Couple, Someone
from eventrecord.drift.comparing.lists import extent, list_pattern
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.drift.comparing.stead import in_stead
from eventrecord.facts.alike import is_han
from eventrecord.facts.named import Named
from eventrecord.message import say

__all__ = ["speakers_differ"]

_AROUND = 40
"""Characters before or after a name in which a verb may make its bearer a speaker."""
_WORD = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*")


class _Speech(NamedTuple):
    number: int
    """Which of the people of both editions speaks."""
    name: Named


def speakers_differ(couples: Sequence[Couple], a: NamedText, b: NamedText) -> Iterator[Parting]:
    """One speech of as many that another person makes, of those whom both editions name."""
    mine = list(_speeches(a, [couple.a for couple in couples]))
    theirs = list(_speeches(b, [couple.b for couple in couples]))
    left = Counter(one.number for one in mine) - Counter(one.number for one in theirs)
    right = Counter(one.number for one in theirs) - Counter(one.number for one in mine)
    if len(mine) != len(theirs) or left.total() != 1:
        return
    left_names = [one.name for one in mine if one.number in left]
    right_names = [one.name for one in theirs if one.number in right]
    for one, other in in_stead(left_names, right_names, (len(a.text), len(b.text)), lambda _, __: True):
        said = say(
            "{first} speaks in one text, and {second} in the other", first=one.surface, second=other.surface
        )
        yield Parting("name-differs", Severity.ERROR, said, one, other)
        return


def _speeches(edition: NamedText, people: Sequence[Someone]) -> Iterator[_Speech]:
    """What people say in a text, in its order, by whole names and, in English, by family names."""
    before, after = (list_pattern(edition.tag, "speech", name) for name in ("before", "after"))
    if before is None or after is None:
        return
    names = {one.start: (one, number) for number, someone in enumerate(people) for one in someone.mentions}
    taken = [(one.start, one.end) for one in edition.named if one.kind != "post"]
    for one, number in _family_names(edition, people, taken):
        names.setdefault(one.start, (one, number))
    for _, (one, number) in sorted(names.items()):
        start, end = extent(one)
        if after.match(edition.text[end : end + _AROUND]) or before.search(
            edition.text[max(start - _AROUND, 0) : start]
        ):
            yield _Speech(number, one)


def _family_names(
    edition: NamedText, people: Sequence[Someone], taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[Named, int]]:
    """Family names that stand alone and are those of one person only."""
    owners: dict[str, set[int]] = {}
    for number, someone in enumerate(people):
        words = someone.first.surface.split()
        if not is_han(someone.first.surface) and len(words) > 1:
            for word in {words[0], words[-1]}:
                owners.setdefault(word, set()).add(number)
    inside = {place for start, end in taken for place in range(start, end)}
    for match in _WORD.finditer(edition.text) if owners else ():
        own = owners.get(match[0], ())
        if len(own) == 1 and match.start() not in inside:
            yield Named("person", None, match[0], *match.span(), form="pattern"), next(iter(own))
