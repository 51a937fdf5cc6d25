"""Prizes that the world knows by name, and their fields: another one in one edition, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.drift.comparing.stead import in_stead
from eventrecord.facts.named import Named
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.message import say

__all__ = ["honors_differ"]


def honors_differ(a: NamedText, b: NamedText) -> Iterator[Parting]:
    """Prizes and fields that one edition alone tells; if each tells another, they contradict each other."""
    mine, theirs = _prizes(a), _prizes(b)
    lengths = len(a.text), len(b.text)
    for one, other in in_stead(*_alone(mine, theirs), lengths, lambda _, __: True):
        yield _contrary(one, other)
    for prize in (name for name in mine if name in theirs):
        left, right = _alone(_fields(a, prize), _fields(b, prize))
        yield from map(_contrary, left, right)
        for one in left[len(right) :]:
            yield _told_once(one)
        for one in right[len(left) :]:
            yield _told_once(one).turned


def _alone(mine: dict[str, Named], theirs: dict[str, Named]) -> tuple[list[Named], list[Named]]:
    """What stands in the first, or in the second, alone."""
    return (
        [one for name, one in mine.items() if name not in theirs],
        [one for name, one in theirs.items() if name not in mine],
    )


def _contrary(one: Named, other: Named) -> Parting:
    said = say("{first} and {second} are not the same prize", first=one.surface, second=other.surface)
    return Parting("term-drift", Severity.ERROR, said, one, other)


def _told_once(one: Named) -> Parting:
    said = say("one text alone says of which field the prize is: {name}", name=one.surface)
    return Parting("omission", Severity.INFO, said, one, None)


def _prizes(edition: NamedText) -> dict[str, Named]:
    """The prizes that a text names, each where it first does, in its order."""
    return _found(edition, _patterns(edition.tag))


def _fields(edition: NamedText, prize: str) -> dict[str, Named]:
    """The fields of a prize that a text tells, each where it first does."""
    return _found(edition, _field_patterns(edition.tag, prize))


def _found(edition: NamedText, patterns: dict[str, re.Pattern[str]]) -> dict[str, Named]:
    plain = simplified(edition.text)
    found = []
    for name, pattern in patterns.items():
        if match := pattern.search(plain):
            start, end = match.span()
            surface = edition.text[start:end]
            found.append((name, Named("term", None, surface, start, end, form="pattern")))
    return dict(sorted(found, key=lambda told: told[1].start))


@cache
def _patterns(tag: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(words) for name, words in inherited(tag, "people")["prizes"]["names"].items()}


@cache
def _field_patterns(tag: str, prize: str) -> dict[str, re.Pattern[str]]:
    words = inherited(tag, "people")["prizes"]
    whole = words["pattern"].replace("PRIZE", words["names"][prize])
    return {field: re.compile(whole.replace("FIELD", told)) for field, told in words["fields"].items()}
