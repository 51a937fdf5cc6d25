"""In which order prose names people, and in which order the record has them: that order is their rank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eventrecord.diagnostic import Path, called
from eventrecord.message import Series, listed
from eventrecord.model.participation import Modality
from eventrecord.rules.context import Context, SlottedWording
from eventrecord.rules.sentences import telling
from eventrecord.rules.wordings import words_of

__all__ = ["Rank", "Run", "called_people", "named_people", "ranks", "runs"]

_PERSON = re.compile(r"\{people\.([a-z0-9/-]+)(?::([a-z-]+))?\}")
_NAMING = frozenset({"", "full", "name"})
"""Forms of the slot that name a person; others tell the posts alone, or the family name again."""


class Run(NamedTuple):
    """People that a wording names one after the other, with nothing but marks and "and" between them."""

    wording: SlottedWording
    people: tuple[str, ...]
    part: tuple[int, int]
    """Where they stand in the wording."""


class Rank(NamedTuple):
    """People in the order of the record, of one part in an event."""

    people: tuple[str, ...]
    path: Path


def named_people(wording: SlottedWording) -> tuple[str, ...]:
    """The people that a wording names, in the order in which it first does."""
    slots = (slot for slot in wording.slots if slot.kind == "people" and slot.form in _NAMING)
    return tuple(dict.fromkeys(slot.id for slot in slots))


def called_people(ids: Iterable[str]) -> Series:
    """People as a message lists them: by their names, where it is told to people."""
    return listed(called(("people", name), name) for name in ids)


def runs(context: Context) -> Iterator[Run]:
    """All runs of two and more people in prose."""
    for text in context.slotted:
        for wording in text.wordings:
            if sum(slot.kind == "people" for slot in wording.slots) > 1:
                words = words_of(text.passage.wordings[wording.tag]) or ""
                yield from _runs(wording, words)


def ranks(context: Context) -> list[Rank]:
    """Each list of people in an event, and people listed singly one after the other who did the same."""
    found: list[Rank] = []
    for node in context.events:
        if node.record is not context.record:
            continue
        alone: list[str] = []
        did: set[Modality] = set()
        for number, entry in enumerate(node.event.participants):
            path = (*node.path, "participants", number)
            if entry.people:
                found.append(Rank(tuple(entry.people), (*path, "people")))
            if entry.person and (not alone or set(entry.did) == did):
                alone, did = [*alone, entry.person], set(entry.did)
                continue
            if len(alone) > 1:
                found.append(Rank(tuple(alone), (*node.path, "participants")))
            alone, did = ([entry.person], set(entry.did)) if entry.person else ([], set())
        if len(alone) > 1:
            found.append(Rank(tuple(alone), (*node.path, "participants")))
    return found


def _runs(wording: SlottedWording, words: str) -> Iterator[Run]:
    people: list[str] = []
    join = telling(wording.tag, "people", "join")
    start = end = 0
    for match in _PERSON.finditer(words):
        if (match[2] or "") not in _NAMING:
            continue
        if people and join and join.fullmatch(words, end, match.start()):
            people.append(match[1])
        else:
            if len(people) > 1:
                yield Run(wording, tuple(people), (start, end))
            people, start = [match[1]], match.start()
        end = match.end()
    if len(people) > 1:
        yield Run(wording, tuple(people), (start, end))
