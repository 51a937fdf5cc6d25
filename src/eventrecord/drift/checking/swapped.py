"""Words that say the opposite, or something else, where they stand in the place of those of the edition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.alignment import Step
from eventrecord.drift.checking.beside import Origin, Sentence
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.editions import Spot
from eventrecord.drift.checking.names import Name
from eventrecord.localize.alternatives import either
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.message import say

__all__ = ["record_place", "swapped_words"]

_GROUPS = {
    "changes": ("value-differs", Severity.ERROR),
    "bases": ("value-differs", Severity.ERROR),
    "scopes": ("scope-differs", Severity.WARNING),
    "amounts": ("scope-differs", Severity.WARNING),
    "things": ("scope-differs", Severity.WARNING),
    "attendance": ("attendance-differs", Severity.WARNING),
    "awards": ("award-differs", Severity.WARNING),
    "fate": ("term-drift", Severity.ERROR),
    "phases": ("term-drift", Severity.ERROR),
    "tense": ("tense-differs", Severity.WARNING),
    "rights": ("term-drift", Severity.WARNING),
    "licensing": ("term-drift", Severity.ERROR),
    "roles": ("term-drift", Severity.ERROR),
    "sides": ("scope-differs", Severity.WARNING),
    "stages": ("term-drift", Severity.ERROR),
    "units": ("unit-differs", Severity.ERROR),
}
"""What words of a locale tell, with the rule that says that a text tells another thing."""
_NAMED = frozenset({"people", "organizations", "events", "awards", "themes", "posts", "post"})
"""What has such words in its name, where they tell nothing."""
_TO_COME = frozenset({"future"})
_HOLDING = frozenset({"host", "organizer", "co-host"})
_SHARES = frozenset({"percent", "fraction"})
_FEW = 4
"""Tokens that stand for each other where a share is told of a whole that was none."""
_MOST = 8
"""Tokens of one sentence that stand in the place of the other's: more are another sentence."""
_BETWEEN = 2
"""Tokens that may stand between two changes of one place: 许可 of 对外许可, 许可引进."""


class _Group(NamedTuple):
    words: tuple[tuple[str, re.Pattern[str]], ...]
    about: re.Pattern[str] | None


class _Hit(NamedTuple):
    key: str
    start: int
    end: int


def swapped_words(sentence: Sentence, origin: Origin) -> Iterator[Departure]:
    """Up for down, the world for the nation, hosted for supported, at one place of a sentence."""
    old_text, new_text = (simplified(text).lower() for text in (origin.edition.text, sentence.text))
    if len(old_text) != len(origin.edition.text) or len(new_text) != len(sentence.text):
        return
    old_names = [(s.start, s.end) for s in origin.spots if isinstance(s.what, Name) and s.what.kind in _NAMED]
    new_names = [(one.start, one.end) for one in sentence.names if one.name.kind in _NAMED]
    steps = [
        step
        for step in _merged(origin.alignment.steps)
        if max(step.old[1] - step.old[0], step.new[1] - step.new[0]) <= _MOST
    ]
    if not steps:
        return
    for name, group in _groups(sentence.tag).items():
        spans = (origin.piece.start, origin.piece.end), (sentence.piece.start, sentence.piece.end)
        if group.about and not all(
            group.about.search(text, *span) for text, span in zip((old_text, new_text), spans, strict=True)
        ):
            continue
        mine = _hits(group, old_text, spans[0], old_names)
        theirs = _hits(group, new_text, spans[1], new_names)
        if Counter(one.key for one in mine) == Counter(one.key for one in theirs):
            continue  # told at another place
        for step in steps:
            old = _touched(mine, origin.piece.stretch(*step.old))
            new = _touched(theirs, sentence.piece.stretch(*step.new))
            is_new = new and not old and _is_new(name, group, new, mine, step, (old_text, sentence))
            if not new or not (is_new or (old and _keys(old).isdisjoint(_keys(new)))):
                continue
            if old and _keys(old) <= _TO_COME:
                continue  # a later text tells what was done since
            start, end = _whole(new)
            a, b = _whole(old) if old else origin.piece.stretch(*step.old)
            rule, severity = _GROUPS[name]
            surface = sentence.text[start:end]
            if is_new:
                said = say("the text says {surface}, and the record does not", surface=surface)
            else:
                was = origin.edition.text[a:b]
                said = say("the text says {surface}, the record {said}", surface=surface, said=was)
            yield Departure(rule, severity, said, start, end, surface, *record_place(origin.spots, a))


def _is_new(
    name: str,
    group: _Group,
    new: Sequence[_Hit],
    mine: Sequence[_Hit],
    step: Step,
    sides: tuple[str, Sentence],
) -> bool:
    """Whether words tell something that the edition's sentence, or all of the edition, does not."""
    edition, sentence = sides
    sizes = step.old[1] - step.old[0], step.new[1] - step.new[0]
    if not _keys(new).isdisjoint(_keys(mine)):
        return False
    if name == "roles":
        return _keys(new) <= _HOLDING and not any(pattern.search(edition) for _, pattern in group.words)
    if name == "scopes":
        return min(sizes) > 0 and max(sizes) <= _FEW and any(one.kind in _SHARES for one in sentence.facts)
    return not mine and _keys(new) <= _TO_COME and not sizes[0]


def record_place(spots: Sequence[Spot], place: int) -> tuple[Path, str]:
    """Where the record has what stands at a place of an edition's sentence, or nearest to it."""
    known = [spot for spot in spots if spot.known or isinstance(spot.what, Name)]
    near = min(known, key=lambda spot: max(spot.start - place, place - spot.end, 0), default=None)
    if near is None:
        return (), ""
    if isinstance(near.what, Name):
        return near.what.path, near.what.record
    return (near.known.path, near.known.record) if near.known else ((), "")


def _merged(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps that are no same words, those with few tokens between them together."""
    held: Step | None = None
    for step in steps:
        if step.same:
            continue
        if held and max(step.old[0] - held.old[1], step.new[0] - held.new[1]) <= _BETWEEN:
            held = Step(False, (held.old[0], step.old[1]), (held.new[0], step.new[1]))
            continue
        if held:
            yield held
        held = step
    if held:
        yield held


def _hits(group: _Group, text: str, span: tuple[int, int], names: Sequence[tuple[int, int]]) -> list[_Hit]:
    """The words of a group in a sentence, none within names; of those that overlap, the first and longest."""
    found = [
        _Hit(key, *match.span())
        for key, pattern in group.words
        for match in pattern.finditer(text, *span)
        if not any(
            start <= match.start() and match.end() <= end and end - start > match.end() - match.start()
            for start, end in names
        )
    ]
    whole: list[_Hit] = []
    for one in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        last = whole[-1] if whole else None
        if last is None or one.start >= last.end or (one.start, one.end) == (last.start, last.end):
            whole.append(one)
    return whole


def _touched(hits: Sequence[_Hit], place: tuple[int, int]) -> list[_Hit]:
    return [one for one in hits if one.start < place[1] and one.end > place[0]]


def _keys(hits: Sequence[_Hit]) -> set[str]:
    return {one.key for one in hits}


def _whole(hits: Sequence[_Hit]) -> tuple[int, int]:
    return min(one.start for one in hits), max(one.end for one in hits)


@cache
def _groups(tag: str) -> dict[str, _Group]:
    opposed, counted = inherited(tag, "opposed"), inherited(tag, "counted")
    found: dict[str, _Group] = {}
    for name in _GROUPS:
        own = dict(opposed.get(name, {}))
        about = own.pop("about", None)
        words = [(key, re.compile(pattern)) for key, pattern in own.items()]
        edge = ("(?<![a-z])", "(?![a-z])") if counted.get("whole_words") else ("", "")
        words += [
            (key, re.compile(f"{edge[0]}(?:{either(told)}){edge[1]}"))
            for key, told in counted.get(name, {}).items()
        ]
        found[name] = _Group(tuple(words), re.compile(about) if about else None)
    return found
