"""One person under two names in one edition, and names that conversion between scripts has changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.couples import Someone
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.facts.alike import is_han
from eventrecord.facts.known_name import KnownName
from eventrecord.facts.name_table import name_key
from eventrecord.facts.named import Named
from eventrecord.facts.near import near_places
from eventrecord.localize.data import read_table
from eventrecord.message import say

__all__ = ["spelled_twice"]

_MOST = 60
"""People of one edition whose names are looked for with a slip."""
_LEAST = 8
"""Letters of a Latin name below which another letter makes another name: Wang Li, Wang Lin."""

_LONGEST = 3
"""Characters of a name whose first one is the family name."""


def spelled_twice(
    edition: NamedText, shared: Sequence[Someone], alone: Sequence[Someone]
) -> Iterator[Parting]:
    """Names of one edition that are nearly, but not quite, another one there; the first side is this edition.

    Args:
        edition: the text and its names.
        shared: people of it whom the other edition names, too.
        alone: people of it whom the other edition does not name.
    """
    ends = [one.end for one in edition.named]
    theirs = {one.start for someone in shared for one in someone.mentions}
    told: set[int] = set()
    for someone in (*shared, *alone)[:_MOST]:
        name = someone.first.surface
        if not is_han(name) and len(name) - name.count(" ") < _LEAST:
            continue
        known = KnownName(someone.id or name, "person", name, edition.tag)
        for _, near in near_places([known], edition.text, edition.tag, strict=True):
            if near.start in theirs | told or _is_someone(near, someone, edition, ends):
                continue
            told |= {near.start, *(one.start for one in someone.mentions)}
            said = say("{first} and {second}: one name in two spellings?", first=name, second=near.surface)
            yield Parting("name-differs", Severity.WARNING, said, near, None)
    yield from _converted(edition)


def _is_someone(near: Named, someone: Someone, edition: NamedText, ends: Sequence[int]) -> bool:
    """Whether a place is the person's own name, or a name of the table that is another's."""
    place = bisect_right(ends, near.start)
    over = [one for one in edition.named[place : place + near.end - near.start] if one.start < near.end]
    own = {someone.id, name_key(someone.first.surface)}
    return any(name_key(one.surface) in own or (one.known and one.id not in own) for one in over)


def _converted(edition: NamedText) -> Iterator[Parting]:
    """Names in other characters than their bearers', and family names that no family has: 範 for 范."""
    if not edition.tag.startswith("zh"):
        return
    right = _family_forms() if edition.tag.startswith("zh-Hant") else {}
    for one in edition.named:
        family = one.surface[:1]
        if one.kind != "person" or not is_han(one.surface):
            continue
        if name := _own(one, edition):
            said = say("{name}: the name is {right}", name=one.surface, right=name)
            yield Parting("name-differs", Severity.ERROR, said, one, None)
        elif family in right and len(one.surface) <= _LONGEST:
            said = say(
                "{name}: the family name may be {right}, which conversion made {wrong}",
                name=one.surface,
                right=right[family],
                wrong=family,
            )
            yield Parting("name-differs", Severity.WARNING, said, one, None)


def _own(one: Named, edition: NamedText) -> str | None:
    """The characters of a known person's name in the script of a text, if these are others."""
    script = edition.tag.split("-")[1:2]
    wordings = edition.names.wordings(one.id, edition.tag) if one.id else ()
    own = [known.words for known in wordings if script and known.tag.split("-")[1:2] == script]
    spelled = [words for words in own if name_key(words) == name_key(one.surface)]
    return spelled[0] if spelled and one.surface not in spelled else None


def _family_forms() -> dict[str, str]:
    several = read_table("zh-Hant", "names")["several"]
    return {form: forms[0] for forms in several.values() for form in forms[1:]}
