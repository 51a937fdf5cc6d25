"""Where a text says at which place something is held, or what its theme is, by whatever name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.facts.known_name import Kind
from eventrecord.facts.name_table import name_key
from eventrecord.facts.named import Named
from eventrecord.facts.venues import venue_pattern
from eventrecord.localize.characters import simplified

__all__ = ["is_short_for", "stand_in", "strangers"]


def strangers(edition: NamedText, kind: Kind) -> list[Named]:
    """What stands where a text has the name of a place or a theme, and is none that is known."""
    known = [one for one in edition.named if one.kind == kind and one.known and one.known.own]
    return [
        one
        for one in _positions(edition.text, edition.tag, kind)
        if not any(one.start < other.end and other.start < one.end <= other.end for other in known)
    ]


def stand_in(one: Named, here: NamedText, there: NamedText) -> Named | None:
    """What the other edition has for a place or theme of this one: a name that nobody knows.

    None if it stands in no such place here, nobody knows its name there, or both editions have as many that
    are not known.
    """
    if not there.names.wordings(one.id or "", there.tag):
        return None
    if not any(
        one.start < other.end and other.start < one.end for other in _positions(here.text, here.tag, one.kind)
    ):
        return None
    mine, theirs = strangers(here, one.kind), strangers(there, one.kind)
    if len(theirs) <= len(mine):
        return None
    share = len(there.text) / max(len(here.text), 1)
    return min(theirs, key=lambda other: abs(other.start - one.start * share))


def is_short_for(found: Iterable[Named], wordings: Sequence[str]) -> bool:
    """Whether one of these is a part of a name, and so stands for it: 海港会堂."""
    keys = [_bare(words) for words in wordings]
    return any(_bare(one.surface) in key for one in found for key in keys)


@lru_cache(maxsize=8)
def _positions(text: str, tag: str, kind: Kind) -> tuple[Named, ...]:
    pattern = venue_pattern(tag, "positions", kind)
    found = []
    for match in pattern.finditer(simplified(text)) if pattern else ():
        group = next(name for name, words in match.groupdict().items() if words)
        start, end = match.span(group)
        found.append(Named(kind, None, text[start:end], start, end, form="pattern"))
    return tuple(found)


def _bare(words: str) -> str:
    """Letters and characters alone: 聚势谋远 链接全球 is 聚势谋远，链接全球."""
    return "".join(filter(str.isalnum, name_key(words)))
