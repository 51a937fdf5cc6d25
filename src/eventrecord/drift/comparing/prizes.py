"""Classes in which prizes are given: gold in one edition, and silver in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.facts.named import Named
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.message import say

__all__ = ["classes_differ"]

_Told = Mapping[str, Sequence[Named]]


def classes_differ(a: NamedText, b: NamedText) -> Iterator[Parting]:
    """Classes that one edition alone tells, with what the other has instead, if it has another."""
    mine, theirs = _classes(a), _classes(b)
    mine, theirs = _named_alike(mine, theirs, a.tag), _named_alike(theirs, mine, b.tag)
    left = [name for name in mine if name not in theirs]
    right = [name for name in theirs if name not in mine]
    for name, other in _instead(left, right, mine, theirs):
        first, second = mine[name][0], theirs[other][0]
        said = say("{first} and {second} are not the same prize", first=first.surface, second=second.surface)
        yield Parting("value-differs", Severity.ERROR, said, first, second)
        left, right = [one for one in left if one != name], [one for one in right if one != other]
    for names, told, turned in ((left, mine, False), (right, theirs, True)):
        for one in (told[name][0] for name in names):
            said = say("{name} is named in one text only", name=one.surface)
            alone = Parting("omission", Severity.INFO, said, one, None)
            yield alone.turned if turned else alone


def _named_alike(mine: dict[str, list[Named]], theirs: _Told, tag: str) -> dict[str, list[Named]]:
    """Classes by the names that the other text has for them: a top prize that is the grand one there."""
    also: Mapping[str, list[str]] = inherited(tag, "people")["prizes"]["classes"]["also"]
    names = {
        name: next((other for other in also.get(name, ()) if other in theirs and other not in mine), name)
        for name in mine
        if name not in theirs
    }
    return {names.get(name, name): told for name, told in mine.items()}


def _instead(
    left: Sequence[str], right: Sequence[str], mine: _Told, theirs: _Told
) -> Iterator[tuple[str, str]]:
    """Classes for each other, in their order; then, for what is left, a class that is told once too often."""
    yield from zip(left, right, strict=False)
    for name in left[len(right) :]:
        if other := _oftener(theirs, mine):
            yield name, other
    for name in right[len(left) :]:
        if other := _oftener(mine, theirs):
            yield other, name


def _oftener(here: _Told, there: _Told) -> str | None:
    """The class that both tell, and one oftener."""
    return next((name for name, told in here.items() if len(told) > len(there.get(name, told))), None)


def _classes(edition: NamedText) -> dict[str, list[Named]]:
    """The classes that a text tells, by where each first stands, with every place."""
    found: dict[str, list[Named]] = {}
    for match in _pattern(edition.tag).finditer(simplified(edition.text)):
        start, end = match.span()
        name = next(name for name, told in match.groupdict().items() if told)[1:]
        one = Named("term", None, edition.text[start:end], start, end, form="pattern")
        found.setdefault(name, []).append(one)
    return found


@cache
def _pattern(tag: str) -> re.Pattern[str]:
    classes = inherited(tag, "people")["prizes"]["classes"]
    either = "|".join(f"(?P<_{name}>{words})" for name, words in classes["words"].items())
    return re.compile(classes["pattern"].replace("CLASS", either))
