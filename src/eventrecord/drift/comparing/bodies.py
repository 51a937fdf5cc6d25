"""Bodies, places, events and awards of two editions: one for another, or told on one side alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.named_text import NamedText, is_taken
from eventrecord.drift.comparing.parting import Parting
from eventrecord.drift.comparing.positions import is_short_for, stand_in, strangers
from eventrecord.drift.comparing.stead import in_stead
from eventrecord.facts.alike import likeness
from eventrecord.facts.known_name import Kind
from eventrecord.facts.name_table import name_key
from eventrecord.facts.named import Named
from eventrecord.facts.near import find_near
from eventrecord.localize.titles import Title
from eventrecord.message import say

__all__ = ["bodies_differ"]

_RULES: Mapping[Kind, str] = {
    "organization": "organization-differs",
    "place": "venue-differs",
    "event": "term-drift",
    "term": "term-drift",
}
_LIKE = 0.2
"""How much two names must have in common to be taken for each other."""
_FAR = 0.4
"""How far apart, as a part of the text, what is taken for the same may stand."""
_SENTENCE = 160
"""Characters within which order says nothing."""
_MOST = 200
"""Things of one kind on one side alone that are held against the other side's."""
_MOST_SOUGHT = 40


class _Thing(NamedTuple):
    """Something with an id that one edition names oftener than the other, where it first does."""

    first: Named
    edition: NamedText

    @property
    def place(self) -> float:
        return self.first.start / max(len(self.edition.text), 1)


def bodies_differ(a: NamedText, b: NamedText) -> Iterator[Parting]:
    """What stands in one edition and not in the other, with what stands there instead, if anything does."""
    for kind, rule in _RULES.items():
        mine, theirs = _told(a, kind), _told(b, kind)
        near_a, near_b = strangers(a, kind), strangers(b, kind)
        left = [_Thing(one[0], a) for one in mine.values() if not _has(b, one[0], theirs, near_b)][:_MOST]
        right = [_Thing(one[0], b) for one in theirs.values() if not _has(a, one[0], mine, near_a)][:_MOST]
        pairs = list(_pairs(left, right))
        paired = {id(thing) for pair in pairs for thing in pair}
        pairs += _in_stead(left, right, paired)
        for one, other in pairs:
            yield _differs(rule, one.first, other.first)
        paired |= {id(thing) for pair in pairs for thing in pair}
        sought = Counter[int]()
        for things, here, there, counts, turned in (
            (left, mine, b, theirs, False),
            (right, theirs, a, mine, True),
        ):
            for thing in things:
                if id(thing) in paired:
                    continue
                sought[turned] += 1
                found = _instead(thing, here, counts, there) if sought[turned] <= _MOST_SOUGHT else None
                parting = _differs(rule, thing.first, found) if found else _alone(thing.first)
                yield parting.turned if turned else parting


def _told(edition: NamedText, kind: Kind) -> dict[str, list[Named]]:
    """Things of a kind that a text names; parts of the body that a post is held at are none."""
    held = {
        place: title
        for one in edition.named
        for title in one.titles
        for place in range(title.body_start, title.body_start + len(title.body))
    }
    found: dict[str, list[Named]] = {}
    for one in edition.named:
        own = one.kind == kind and one.known is not None and one.known.own
        if own and one.id and not _is_of_body(one, held.get(one.start), edition.text):
            found.setdefault(one.id, []).append(one)
    return found


def _is_of_body(one: Named, title: Title | None, text: str) -> bool:
    """Whether a name is a part of another body's, at which a post is held: 新隆科學園區管理局局長."""
    if title is None or title.organization:
        return title is not None and title.organization != one.id
    if not one.surface.isascii():
        return one.end < title.body_start + len(title.body)
    before, after = text[: one.start].rsplit(" ", 2)[-2:], text[one.end : one.end + 2]
    return after.strip().isupper() or before[0][:1].isupper()


def _has(edition: NamedText, one: Named, told: Mapping[str, list[Named]], strange: Sequence[Named]) -> bool:
    """Whether an edition names a thing of the other: by itself, within a longer name, or cut short."""
    name = one.id or ""
    if name in told or one.surface in edition.text:
        return True
    wordings = [name_key(known.words) for known in edition.names.wordings(name, edition.tag)]
    longer = {named[0].surface for named in told.values()}
    if any(words in name_key(known) for known in longer for words in wordings):
        return True
    return is_short_for(strange, wordings)


def _pairs(left: list[_Thing], right: list[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """Things of one side alone that seem to stand for each other: alike, and at like places."""
    scored = sorted(
        (
            (-_alike(one, other), abs(one.place - other.place), i, j)
            for i, one in enumerate(left)
            for j, other in enumerate(right)
            if not _is_part(one, other) and _alike(one, other) >= _LIKE and _apart(one, other) <= _FAR
        ),
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, _, i, j in scored:
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            yield left[i], right[j]


def _in_stead(left: list[_Thing], right: list[_Thing], paired: set[int]) -> list[tuple[_Thing, _Thing]]:
    """Things at like places that have nothing in common: integrated circuits, 光電."""
    mine = {thing.first: thing for thing in left if id(thing) not in paired}
    theirs = {thing.first: thing for thing in right if id(thing) not in paired}
    if not (mine and theirs):
        return []
    lengths = len(left[0].edition.text), len(right[0].edition.text)
    stead = in_stead(list(mine), list(theirs), lengths, lambda a, b: not _is_part(mine[a], theirs[b]))
    return [(mine[one], theirs[other]) for one, other in stead]


def _apart(one: _Thing, other: _Thing) -> float:
    """How far apart two things stand, as a part of the texts, beyond where a sentence may have them."""
    length = max(len(one.edition.text), len(other.edition.text), 1)
    return abs(one.place - other.place) - _SENTENCE / length


def _alike(one: _Thing, other: _Thing) -> float:
    """How like two things are called, in the language in which they are most so."""
    names = one.edition.names
    return max(
        (
            likeness(mine.words, theirs.words)
            for tag in dict.fromkeys((one.edition.tag, other.edition.tag))
            for mine in names.wordings(one.first.id or "", tag)
            for theirs in names.wordings(other.first.id or "", tag)
        ),
        default=0,
    )


def _is_part(one: _Thing, other: _Thing) -> bool:
    """Whether one thing's name holds the other's: a week and its summit."""
    names = one.edition.names
    return any(
        mine in theirs or theirs in mine
        for tag in dict.fromkeys((one.edition.tag, other.edition.tag))
        for mine in (name_key(known.words) for known in names.wordings(one.first.id or "", tag))
        for theirs in (name_key(known.words) for known in names.wordings(other.first.id or "", tag))
    )


def _instead(
    thing: _Thing, here: Mapping[str, list[Named]], counts: Mapping[str, list[Named]], there: NamedText
) -> Named | None:
    """What the other edition has for a thing: nearly its name, or once too often another like it."""
    near = find_near(there.names.wordings(thing.first.id or "", there.tag), there.text, there.tag)
    if near and not any(is_taken(near, one) for one in there.named):
        return near
    if stranger := stand_in(thing.first, thing.edition, there):
        return stranger
    for name, named in counts.items():
        if len(named) > len(here.get(name, ())) > 0:
            other = min((_Thing(one, there) for one in named), key=lambda one: abs(one.place - thing.place))
            if _alike(thing, other) >= 2 * _LIKE and not _is_part(thing, other):
                return other.first
    return None


def _differs(rule: str, one: Named, other: Named) -> Parting:
    if other.form == "near" and other.known:
        said = say(
            "{first} and {second}: the name is {name}",
            first=one.surface,
            second=other.surface,
            name=other.known.words,
        )
    else:
        said = say("{first} and {second} are not the same", first=one.surface, second=other.surface)
    return Parting(rule, Severity.ERROR, said, one, other)


def _alone(one: Named) -> Parting:
    return Parting(
        "omission", Severity.INFO, say("{name} is named in one text only", name=one.surface), one, None
    )
