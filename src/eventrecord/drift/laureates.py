"""The field of a Nobel Prize that somebody won: of another field in one edition, or of none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from eventrecord.diagnostic import Severity
from eventrecord.drift.parting import Parting
from eventrecord.drift.people import Edition
from eventrecord.facts.named import Named
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.message import say

__all__ = ["fields_differ"]


def fields_differ(a: Edition, b: Edition) -> Iterator[Parting]:
    """Fields of prizes that one edition alone tells; where each tells another, they contradict each other."""
    mine, theirs = _fields(a), _fields(b)
    left = [one for field, one in mine.items() if field not in theirs]
    right = [one for field, one in theirs.items() if field not in mine]
    for one, other in zip(left, right, strict=False):
        said = say("{first} and {second} are not the same prize", first=one.surface, second=other.surface)
        yield Parting("term-drift", Severity.ERROR, said, one, other)
    for one in left[len(right) :]:
        yield _alone(one)
    for one in right[len(left) :]:
        yield _alone(one).turned


def _alone(one: Named) -> Parting:
    said = say("one text alone says of which field the prize is: {name}", name=one.surface)
    return Parting("omission", Severity.INFO, said, one, None)


def _fields(edition: Edition) -> dict[str, Named]:
    """The fields that a text tells, each where it first does."""
    plain = simplified(edition.text)
    found: dict[str, Named] = {}
    for field, pattern in _patterns(edition.tag).items():
        if match := pattern.search(plain):
            start, end = match.span()
            found[field] = Named("term", None, edition.text[start:end], start, end, form="pattern")
    return found


@cache
def _patterns(tag: str) -> dict[str, re.Pattern[str]]:
    words = inherited(tag, "people")["prizes"]
    return {
        field: re.compile(words["pattern"].replace("FIELD", told)) for field, told in words["fields"].items()
    }
