"""People whom texts name by slots, sentence by sentence, those of one list together."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.model.slot import Slot
from eventrecord.rules.context import Context
from eventrecord.rules.sentences import Sentence, sentences, telling
from eventrecord.rules.survey import Passage, is_press
from eventrecord.rules.wordings import words_of

__all__ = ["NAMING", "PeopleList", "people_lists", "told_people"]

NAMING = ("", "full", "name", "family")
"""Forms of a slot that print a person's name."""
PeopleList = tuple[Slot, ...]


def people_lists(sentence: Sentence, tag: str, naming: tuple[str, ...] = NAMING) -> Iterator[PeopleList]:
    """People of a sentence who are named in one of the forms, those of one list together."""
    join = telling(tag, "people", "join")
    current: list[Slot] = []
    for slot in sentence.slots:
        if slot.kind != "people" or slot.form not in naming:
            continue
        gap = sentence.text[current[-1].end - sentence.start : slot.start - sentence.start] if current else ""
        if current and not (join and join.fullmatch(gap)):
            yield tuple(current)
            current = []
        current.append(slot)
    if current:
        yield tuple(current)


def told_people(context: Context) -> Iterator[tuple[Passage, str, tuple[str | int, ...], Sentence]]:
    """Sentences of releases that name people, each with its text, language and path."""
    for text in context.slotted:
        if not is_press(text.passage):
            continue
        for wording in text.wordings:
            if any(slot.kind == "people" for slot in wording.slots):
                words = words_of(text.passage.wordings[wording.tag]) or ""
                for sentence in sentences(words, wording.slots, wording.tag):
                    if any(slot.kind == "people" for slot in sentence.slots):
                        yield text.passage, wording.tag, wording.path, sentence
