"""In which order prose names people, and in which order the record has them: that order is their rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eventrecord.diagnostic import Path, called
from eventrecord.message import Series, listed
from eventrecord.model.participation import Modality
from eventrecord.rules.context import Context, SlottedWording
from eventrecord.rules.listed_people import people_lists
from eventrecord.rules.sentences import sentences
from eventrecord.rules.wordings import words_of

__all__ = ["Rank", "Run", "called_people", "named_people", "ranks", "runs"]

_NAMING = ("", "full", "name")
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
            if sum(slot.kind == "people" for slot in wording.slots) < 2:
                continue
            words = words_of(text.passage.wordings[wording.tag]) or ""
            for sentence in sentences(words, wording.slots, wording.tag):
                for people in people_lists(sentence, wording.tag, _NAMING):
                    if len(people) > 1:
                        part = (people[0].start, people[-1].end)
                        yield Run(wording, tuple(slot.id for slot in people), part)


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
