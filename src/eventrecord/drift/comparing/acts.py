"""What was done, in two editions: announced or presented, planned or launched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.facts.named import Named
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.message import Message, say

__all__ = ["acts_differ"]

_FAR = 0.4
"""How far apart, as a part of the texts, what is taken for one act may stand."""
_SENTENCE = 160
"""Characters within which order says nothing."""
_OPPOSED: tuple[tuple[str, str, str, Message], ...] = (
    ("announced", "presented", "award-differs", say("announced in one text, and presented in the other")),
    ("planned", "launched", "tense-differs", say("planned in one text, and done in the other")),
)
"""Acts of which each text has one alone, if they come apart, with the rule and what it says."""


def acts_differ(a: NamedText, b: NamedText) -> Iterator[Parting]:
    """Prizes announced in one edition and presented in the other; what is planned, and launched.

    A text that tells of both acts says no other thing than one that tells of either.
    """
    mine, theirs = _acts(a), _acts(b)
    for one, other, rule, how in _OPPOSED:
        for name, counter in ((one, other), (other, one)):
            if name not in mine or counter in mine or counter not in theirs or name in theirs:
                continue
            first, second = mine[name], theirs[counter]
            length = max(len(a.text), len(b.text), 1)
            apart = abs(first.start / max(len(a.text), 1) - second.start / max(len(b.text), 1))
            if apart - _SENTENCE / length <= _FAR:
                said = say("{first} and {second}: {how}", first=first.surface, second=second.surface, how=how)
                yield Parting(rule, Severity.WARNING, said, first, second)


def _acts(edition: NamedText) -> Mapping[str, Named]:
    """The acts that a text tells of, each where it first does; of two in the same words, the first."""
    plain = simplified(edition.text)
    found: dict[str, Named] = {}
    told: set[int] = set()
    for name, pattern in _patterns(edition.tag).items():
        matches = [match for match in pattern.finditer(plain) if match.end() not in told]
        told |= {match.end() for match in matches}
        if matches:
            start, end = matches[0].span()
            found[name] = Named("term", None, edition.text[start:end], start, end, form="pattern")
    return found


@cache
def _patterns(tag: str) -> dict[str, re.Pattern[str]]:
    table = inherited(tag, "people").get("acts", {})
    return {name: re.compile(words) for name, words in table.items()}
