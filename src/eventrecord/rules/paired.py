"""Facts that the languages of one text state in words and digits, laid beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from eventrecord.diagnostic import Label
from eventrecord.localize.data import inherited, read_table
from eventrecord.message import say
from eventrecord.rules.authored import Authored
from eventrecord.rules.sentences import telling
from eventrecord.rules.told_facts import reader, told_facts

if TYPE_CHECKING:
    from eventrecord.facts.pairing import Pair
    from eventrecord.facts.told import Told
    from eventrecord.rules.context import Context

__all__ = ["PairedFacts", "paired_facts"]

_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_LETTERS = re.compile("[a-z]+")


class PairedFacts(NamedTuple):
    """Two facts that stand for one, and the wordings that they stand in."""

    pair: Pair
    a: Authored
    b: Authored

    def part(self) -> tuple[int, int]:
        """Where the second fact stands in its wording."""
        return self.b.part(self.pair.b.start, self.pair.b.end)

    def label(self) -> Label:
        """The place of the first one."""
        fact = self.pair.a
        told = say("{tag} says {surface}", tag=self.a.tag, surface=fact.surface)
        return Label(self.a.path, told, part=self.a.part(fact.start, fact.end))


def paired_facts(context: Context) -> Iterator[PairedFacts]:
    """The pairs that are not equal, of each text in all its languages, each held against the first.

    A language that there is no locale for cannot be read.
    """
    for wordings in _telling(context.authored):
        if _may_differ(wordings):
            from eventrecord.facts.pairing import aligned

            first, facts = wordings[0], _told(context, wordings[0])
            for other in wordings[1:]:
                matches, _, _ = aligned(facts, _told(context, other))
                yield from (
                    PairedFacts(match.pair, first, other)
                    for match in matches
                    if match.verdict not in ("equal", "rounded")
                )


def _told(context: Context, wording: Authored) -> list[Told]:
    from eventrecord.facts.surroundings import surrounded

    return surrounded(wording.plain, told_facts(context, wording), reader(wording.tag))


def _telling(wordings: Sequence[Authored]) -> Iterator[list[Authored]]:
    """Per text its wordings that may state a number, if there are several.

    Words that stand apart take longest to look through: only where there is another wording to hold against.
    """
    known = {tag: _number_words(tag) for tag in {wording.tag for wording in wordings} if reader(tag)}
    texts: dict[int, list[Authored]] = {}
    for wording in wordings:
        words = known.get(wording.tag)
        if words is not None and (words.apart or words.stand_in(wording.plain)):
            texts.setdefault(id(wording.passage), []).append(wording)
    for found in texts.values():
        if len(found) > 1:
            telling = [wording for wording in found if known[wording.tag].stand_in(wording.plain)]
            if len(telling) > 1:
                yield telling


class _NumberWords(NamedTuple):
    """Words of a language in which numbers are written, or characters where words do not stand apart."""

    words: frozenset[str]
    signs: re.Pattern[str]
    """Digits, and these characters."""
    apart: bool

    def stand_in(self, text: str) -> bool:
        """Whether a text may state a number."""
        return self.signs.search(text) is not None or (self.apart and self.are_in(text))

    def are_in(self, text: str) -> bool:
        """Whether a number, or a word of scale, is written in words."""
        return not self.words.isdisjoint(_LETTERS.findall(text.lower()) if self.apart else text)


@cache
def _number_words(tag: str) -> _NumberWords:
    while tag and not read_table(tag, "locale"):
        tag = tag.rpartition("-")[0]
    table = inherited(tag, "telling").get("numbers", {}) if tag else {}
    if characters := table.get("characters"):
        return _NumberWords(frozenset(characters), re.compile(rf"[\d{characters}]"), apart=False)
    return _NumberWords(frozenset(table.get("words", "").split()), _DIGIT, apart=True)


def _may_differ(wordings: Sequence[Authored]) -> bool:
    """Whether it is worth reading them, which takes longer than all other rules.

    Texts with the same digits, no number in words, no unit and nothing before a number state the same.
    """
    digits = {tuple(sorted(_DIGITS.findall(wording.plain))) for wording in wordings}
    return (
        len(digits) > 1
        or any(_number_words(wording.tag).are_in(wording.plain) for wording in wordings)
        or any(_has_beside(wording) for wording in wordings)
    )


def _has_beside(wording: Authored) -> bool:
    """Whether words stand beside a number by which the same digits may state another fact: nearly, euros."""
    beside = telling(wording.tag, "numbers", "beside")
    return beside is not None and beside.search(_near_digits(wording.plain)) is not None


def _near_digits(text: str) -> str:
    """What stands beside the numbers of a text."""
    return "\n".join(text[max(0, m.start() - 20) : m.end() + 20] for m in _DIGITS.finditer(text))
