"""Titles of works in two Chinese editions, of whatever script: 《潮间带》, and 《潮汐帶》 in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.drift.comparing.stead import in_stead
from eventrecord.facts.alike import likeness
from eventrecord.facts.name_table import name_key
from eventrecord.facts.named import Named
from eventrecord.message import say

__all__ = ["works_differ"]

_TITLE = re.compile("《([^《》\n]{1,60})》")


def works_differ(a: NamedText, b: NamedText) -> Iterator[Parting]:
    """Titles that one edition alone has, with what the other has there.

    Where they have nothing in common, it may be that each region has its own.
    """
    if not (a.tag.startswith("zh") and b.tag.startswith("zh")):
        return
    mine, theirs = _titles(a), _titles(b)
    left = [one for key, one in mine.items() if key not in theirs]
    right = [one for key, one in theirs.items() if key not in mine]
    for one, other in in_stead(left, right, (len(a.text), len(b.text)), lambda _, __: True):
        grade = Severity.ERROR if likeness(one.surface, other.surface) else Severity.WARNING
        said = say("{first} and {second} are not the same", first=one.surface, second=other.surface)
        yield Parting("term-drift", grade, said, one, other)


def _titles(edition: NamedText) -> dict[str, Named]:
    """The titles of a text by what they are compared by, each where it first stands."""
    found: dict[str, Named] = {}
    for match in _TITLE.finditer(edition.text):
        one = Named("term", None, match[1], match.start(1), match.end(1), form="pattern")
        found.setdefault(name_key(match[1]), one)
    return found
