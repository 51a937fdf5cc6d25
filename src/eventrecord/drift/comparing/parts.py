"""What people did, and when events are, in two editions: attended or invited, will be held or was held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.couples import Couple
from eventrecord.drift.comparing.lists import extent, list_pattern, runs
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.facts.named import Named
from eventrecord.localize.data import inherited
from eventrecord.message import say

__all__ = ["parts_differ"]

Part = Literal["won", "gave", "expected", "present"]
_AFTER = 120
"""Characters after a name within which its verb stands."""


def parts_differ(couples: Sequence[Couple], a: NamedText, b: NamedText) -> Iterator[Parting]:
    """People who were there in one edition, and are to come in the other; events that were, and will be."""
    mine = _parts(a, [couple.a.first for couple in couples])
    theirs = _parts(b, [couple.b.first for couple in couples])
    for couple in couples:
        one, other = couple.a.first, couple.b.first
        did, does = mine.get(one.start), theirs.get(other.start)
        if did and does and {did, does} == {"present", "expected"}:
            said = say("{name} was there in one text, and is only expected in the other", name=one.surface)
            yield Parting("attendance-differs", Severity.WARNING, said, one, other)
        if did and does and {did, does} == {"won", "gave"}:
            said = say("{name} won a prize in one text, and presented it in the other", name=one.surface)
            yield Parting("award-differs", Severity.WARNING, said, one, other)
    told = {one.id: (one, tense) for one, tense in _tenses(b)}
    for one, tense in _tenses(a):
        if one.id in told and told[one.id][1] != tense:
            said = say("{name} is over in one text, and to come in the other", name=one.surface)
            yield Parting("tense-differs", Severity.WARNING, said, one, told[one.id][0])


def _parts(edition: NamedText, shared: Sequence[Named]) -> dict[int, Part]:
    """By the place of each person's name: what the words after the list say of all in it."""
    lists = list(runs(edition))
    listed = {one.start for run in lists for one in run}
    lists += [(one,) for one in shared if one.start not in listed]
    found: dict[int, Part] = {}
    for run in lists:
        end = extent(run[-1])[1]
        after = edition.text[end : end + _AFTER]
        for part in get_args(Part):
            pattern = list_pattern(edition.tag, "parts", part)
            if pattern and pattern.match(after):
                found.update({one.start: part for one in run})
                break
    return found


def _tenses(edition: NamedText) -> Iterator[tuple[Named, str]]:
    """Events with what stands after their name: that they will be, or were, held."""
    words = inherited(edition.tag, "telling").get("tense", {})
    if not words:
        return
    between, tenses = re.compile(words["between"]), [(t, re.compile(words[t])) for t in ("future", "past")]
    for one in edition.named:
        if one.kind != "event" or not one.id:
            continue
        after = edition.text[one.end : one.end + _AFTER]
        gap = between.match(after)
        for tense, pattern in tenses if gap else ():
            if gap and pattern.match(after, gap.end()):
                yield one, tense
                break
