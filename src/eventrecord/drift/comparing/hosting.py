"""Who hosts, organizes or supports something, in two editions: in another role, or left out of the list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.lists import goes_on
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.facts.named import Named
from eventrecord.localize.alternatives import either
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.message import say

__all__ = ["hosts_differ"]

_LONGEST = 240
"""Characters between a body and the word that tells its role, with others of the list between."""


class _Host(NamedTuple):
    body: Named
    word: Named
    roles: frozenset[str]


def hosts_differ(a: NamedText, b: NamedText, told: Collection[str]) -> Iterator[Parting]:
    """Known bodies of which each text tells a role, but another one; bodies that one text's list leaves out.

    Words for roles are used for each other in translation: only those that share no role differ.

    Args:
        a: the first edition.
        b: the second edition.
        told: ids of bodies of which it is told already that another one stands there.
    """
    mine, theirs = _hosts(a), _hosts(b)
    shared = [name for name in mine if name in theirs]
    for one, other in ((mine[name], theirs[name]) for name in shared):
        if one.roles.isdisjoint(other.roles):
            said = say(
                "{name}: {first} and {second}",
                name=one.body.surface,
                first=one.word.surface,
                second=other.word.surface,
            )
            yield Parting("term-drift", Severity.ERROR, said, one.word, other.word)
    for here, there, edition, turned in ((mine, theirs, b, False), (theirs, mine, a, True)):
        if goes_on(edition, (host.body.end for host in there.values())):
            continue
        named = {one.id for one in edition.named}
        for name, host in here.items():
            if shared and name not in named and name not in told and host.body.surface not in edition.text:
                said = say("{name} is named in one text only", name=host.body.surface)
                parting = Parting("omission", Severity.WARNING, said, host.body, None)
                yield parting.turned if turned else parting


def _hosts(edition: NamedText) -> dict[str, _Host]:
    """Bodies that a text tells a role of, each where it first does."""
    plain = simplified(edition.text)
    found: dict[str, _Host] = {}
    before, after = _patterns(edition.tag)
    for one in edition.named:
        if one.kind == "organization" and one.id and one.known and one.known.own:
            begin = max(one.start - _LONGEST, 0)
            match, offset = before.search(plain[begin : one.start]), begin
            if match is None:
                match, offset = after.match(plain[one.end : one.end + _LONGEST]), one.end
            if match:
                start, end = offset + match.start("word"), offset + match.end("word")
                word = Named("term", None, edition.text[start:end], start, end, form="pattern")
                found.setdefault(one.id, _Host(one, word, _roles(edition.tag)[match["word"].lower()]))
    return found


@cache
def _roles(tag: str) -> Mapping[str, frozenset[str]]:
    """Words of a locale, each with the roles that it may tell."""
    found: dict[str, set[str]] = {}
    for role, words in inherited(tag, "people")["hosting"]["words"].items():
        for word in words:
            found.setdefault(word, set()).add(role)
    return {word: frozenset(roles) for word, roles in found.items()}


@cache
def _patterns(tag: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before the name of a body whose role it tells, and what stands after it."""
    table, words = inherited(tag, "people")["hosting"], either(_roles(tag))
    before, after = (table[name].replace("ROLE", f"(?P<word>{words})") for name in ("before", "after"))
    return re.compile(before), re.compile(after)
