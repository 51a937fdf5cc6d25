"""Names of two editions: who and what both name, and where these come apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.acts import acts_differ
from eventrecord.drift.comparing.bodies import bodies_differ
from eventrecord.drift.comparing.couples import Couple, Someone, coupled
from eventrecord.drift.comparing.honors import honors_differ
from eventrecord.drift.comparing.hosting import hosts_differ
from eventrecord.drift.comparing.localities import localities_differ
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.drift.comparing.parts import parts_differ
from eventrecord.drift.comparing.posts import named_alone, orders_differ, posts_differ
from eventrecord.drift.comparing.prizes import classes_differ
from eventrecord.drift.comparing.speakers import speakers_differ
from eventrecord.drift.comparing.spellings import spelled_twice
from eventrecord.drift.comparing.stead import in_stead
from eventrecord.drift.comparing.wordings import wordings_drift
from eventrecord.drift.comparing.works import works_differ
from eventrecord.facts.alike import agree, is_han, is_verifiable
from eventrecord.facts.named import Named
from eventrecord.facts.posts import titles_of
from eventrecord.localize.chinese.romanization import orders
from eventrecord.localize.titles import Title, are_same
from eventrecord.message import say
from eventrecord.model.agent import NameOrder

__all__ = ["names_differ"]

_CHARACTER = "张"
"""Any name in characters, against which a Latin one can be verified."""
_FAMILY = re.compile(r" [A-Z][a-z]+\b")


def names_differ(a: NamedText, b: NamedText) -> Iterator[Parting]:
    """All that sets two editions apart in the names of people, bodies, places, events and terms."""
    couples, left, right = coupled(a, b)
    for couple in couples:
        if not couple.sure and (parting := _name(couple, a, b)):
            yield parting
        yield from posts_differ(couple, a, b)
    yield from orders_differ(couples, a, b)
    pairs = [(couple.a, couple.b) for couple in couples]
    turned = [(couple.b, couple.a) for couple in couples]
    stead = {one.start: other for one, other in _in_stead(left, right, a, b)}
    instead = {other.start for other in stead.values()}
    shortened, scripts = (_by_family(a), _by_family(b)), (_scripts_of(left), _scripts_of(right))
    for someone in left:
        if other := stead.get(someone.first.start):
            said = say(
                "{first} and {second} are not the same", first=someone.first.surface, second=other.surface
            )
            yield Parting("name-differs", Severity.ERROR, said, someone.first, other)
        else:
            doubtful = _is_doubtful(someone, scripts[1]) or _is_by_family(someone, shortened[1])
            yield named_alone(someone, pairs, a, b, doubtful=doubtful)
    for someone in right:
        if someone.first.start not in instead:
            doubtful = _is_doubtful(someone, scripts[0]) or _is_by_family(someone, shortened[0])
            yield named_alone(someone, turned, b, a, doubtful=doubtful).turned
    yield from parts_differ(couples, a, b)
    yield from speakers_differ(couples, a, b)
    yield from acts_differ(a, b)
    yield from honors_differ(a, b)
    yield from classes_differ(a, b)
    yield from works_differ(a, b)
    yield from spelled_twice(a, [couple.a for couple in couples], left)
    for parting in spelled_twice(b, [couple.b for couple in couples], right):
        yield parting.turned
    bodies = list(bodies_differ(a, b))
    differing = {one.id for told in bodies if told.a and told.b for one in (told.a, told.b) if one.id}
    hosts = list(hosts_differ(a, b, differing))
    yield from hosts
    missing = {(one.a, one.b) for one in hosts if one.rule == "omission"}
    yield from (one for one in bodies if (one.a, one.b) not in missing)
    yield from localities_differ(a, b, bodies)
    told = {(side, one.start) for parting in bodies for side, one in enumerate(parting[3:]) if one}
    drifts = [(parting, 0) for parting in wordings_drift(a, b, _orders(couples, 0))]
    drifts += [(parting.turned, 1) for parting in wordings_drift(b, a, _orders(couples, 1))]
    for parting, side in drifts:
        one = (parting.a, parting.b)[side]
        if one is None or one.form != "near" or (side, one.start) not in told:
            yield parting


def _name(couple: Couple, a: NamedText, b: NamedText) -> Parting | None:
    """The names of one person where they do not agree, as far as one can tell."""
    one, other = couple.a.first, couple.b.first
    wanted = ""
    for known, there in ((couple.a, b), (couple.b, a)):
        if known.id and (wordings := there.names.wordings(known.id, there.tag)):
            wanted = next((wording.words for wording in wordings if wording.usual), "") or wanted
    if wanted:
        said = say(
            "{first} and {second}: the name is {name}", first=one.surface, second=other.surface, name=wanted
        )
    else:
        told = is_verifiable(*_scripts(one.surface, other.surface)) and "zh-Hans" in (a.tag, b.tag)
        alike = all(map(is_han, (one.surface, other.surface))) or (one.surface + other.surface).isascii()
        if agree(one.surface, other.surface) or not (told or alike):
            return None
        said = say("{first} and {second} are not one name", first=one.surface, second=other.surface)
    return Parting("name-differs", Severity.ERROR, said, one, other)


def _orders(couples: list[Couple], side: int) -> dict[int, NameOrder]:
    """In which order the Latin names of one edition stand, where the other has the characters."""
    found: dict[int, NameOrder] = {}
    for couple in couples:
        here, there = (couple.a, couple.b) if side == 0 else (couple.b, couple.a)
        for one in here.mentions:
            told = (
                () if is_han(one.surface) or "-" in one.surface else orders(there.first.surface, one.surface)
            )
            if len(told) == 1:
                found[one.start] = told[0]
    return found


def _is_doubtful(someone: Someone, others: _Scripts) -> bool:
    """Whether somebody of the other edition may be the same, under a name that cannot be compared."""
    name = someone.first.surface
    if is_han(name):
        return others.foreign
    return others.latin or (others.han and not is_verifiable(_CHARACTER, name))


class _Scripts(NamedTuple):
    """How the people of one edition alone are written: with characters, with letters, as no pinyin is."""

    han: bool
    latin: bool
    foreign: bool


def _scripts_of(people: Sequence[Someone]) -> _Scripts:
    names = [one.first.surface for one in people]
    han = [is_han(name) for name in names]
    return _Scripts(any(han), not all(han), not all(is_verifiable(_CHARACTER, name) for name in names))


def _by_family(edition: NamedText) -> list[Title]:
    """Posts before a family name alone, which an English text may have: Vice President Hsiao."""
    if edition.tag.startswith("zh"):
        return []
    held = {title.start for one in edition.named for title in one.titles}
    titles = titles_of(edition.text, edition.tag)
    return [one for one in titles if one.start not in held and _FAMILY.match(edition.text, one.end)]


def _is_by_family(someone: Someone, there: Sequence[Title]) -> bool:
    """Whether the other edition may name somebody by a post and the family name."""
    return any(are_same(title, own) for title in there for own in someone.titles)


def _in_stead(
    left: Sequence[Someone], right: Sequence[Someone], a: NamedText, b: NamedText
) -> Iterator[tuple[Named, Named]]:
    """People of one edition alone who stand for each other, and whom one can tell apart."""
    people = {one.first: one for one in (*left, *right)}

    def fits(one: Named, other: Named) -> bool:
        mine, theirs = people[one], people[other]
        known = (one.id and a.names.wordings(one.id, b.tag)) or (
            other.id and b.names.wordings(other.id, a.tag)
        )
        told = known or is_verifiable(*_scripts(one.surface, other.surface))
        heads = [frozenset().union(*(title.heads for title in someone.titles)) for someone in (mine, theirs)]
        return bool(told) and not (all(heads) and heads[0].isdisjoint(heads[1]))

    lengths = len(a.text), len(b.text)
    return in_stead([one.first for one in left], [one.first for one in right], lengths, fits)


def _scripts(one: str, other: str) -> tuple[str, str]:
    """Two names, one in characters first if there is one."""
    return (one, other) if is_han(one) else (other, one)
