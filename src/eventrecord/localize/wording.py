"""Which wording of a text an edition prints: its own, a parent tag's, a derived one, or a stand-in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from eventrecord.model.text import State, Wording

__all__ = ["Choice", "choose", "tag_parents"]


class Choice(NamedTuple):
    """A wording as written in the record, before any conversion."""

    words: str
    tag: str
    """The tag it is written under."""
    state: State
    derived: bool
    """Whether it must be converted from another script."""
    stand_in: bool
    """Whether it stands in for a missing wording, in its own language."""


_HOUSE = State.HOUSE  # every plain wording has it, and it is slow to find in its class
# A large set takes a while to compile, and few records need it: `re` does it then, and keeps it.
_SPACES = re.compile(r"[ \t\r\n]+")
_FOLD = r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef}]) (?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef{])"


@cache
def tag_parents(tag: str) -> tuple[str, ...]:
    """The tag and what it can be shortened to by whole subtags (RFC 4647 lookup), but for the bare zh.

    zh-Hant-TW: zh-Hant-TW, zh-Hant. Plain `zh` says nothing of the script, so nothing falls back to it.
    """
    parents = [tag]
    while "-" in tag:
        tag = tag.rpartition("-")[0]
        if tag != "zh":
            parents.append(tag)
    return tuple(parents)


def choose(text: Mapping[str, str | Wording], tag: str, derive: Mapping[str, str]) -> Choice | None:
    """The wording of `text` for locale `tag`; None where there is none. Never a silent fallback.

    Args:
        text: wordings per tag.
        tag: locale of the edition.
        derive: which tag may be made from which other (`Record.derive`).
    """
    plain = text.get(tag)
    if isinstance(plain, str):
        choice: Choice | None = Choice(plain, tag, _HOUSE, False, False)
    else:
        choice = _choose(text, tag, derive, seen=frozenset())
    if choice is None:
        return None
    words = choice.words
    if "  " in words or not words.isprintable() or words != words.strip(" "):
        # An edition has no line ends of its own.
        words = " ".join(filter(None, _SPACES.split(words)))
    if choice.tag.startswith("zh") and " " in words:
        # A folded YAML block joins its lines with a space, and Chinese has none between characters.
        words = re.sub(_FOLD, "", words)
    return choice if words == choice.words else choice._replace(words=words)


def _choose(
    text: Mapping[str, str | Wording], tag: str, derive: Mapping[str, str], seen: frozenset[str]
) -> Choice | None:
    for link in tag_parents(tag):
        wording = text.get(link)
        if isinstance(wording, str):
            return Choice(wording, link, _HOUSE, derived=False, stand_in=False)
        if wording is None:
            continue
        if wording.text is not None:
            return Choice(wording.text, link, wording.state, derived=False, stand_in=False)
        if wording.stand_in is None or wording.stand_in in seen:
            return None
        other = _choose(text, wording.stand_in, derive, seen | {tag})
        return other and Choice(other.words, other.tag, other.state, derived=False, stand_in=True)
    source = next((derive[link] for link in tag_parents(tag) if link in derive), None)
    if source is None or source in seen or source == tag:
        return None
    other = _choose(text, source, derive, seen | {tag})
    if other is None or other.stand_in:
        return other
    return Choice(other.words, other.tag, other.state, derived=True, stand_in=False)
