"""Places of a text that a page marks, and the text cut at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.report.page.passages import trimmed

__all__ = ["Mark", "Marks", "Ref", "Token", "tokens", "touching"]


class Ref(NamedTuple):
    """A finding, as a place refers to it."""

    number: int
    severity: Severity
    verdict: str
    """What sort of difference it is: a class of the style."""


@dataclass(eq=False)
class Mark:
    """A place of a text: a fact, or what a finding is about."""

    id: str
    start: int
    end: int
    """Offsets in the text, in code points; the end is exclusive."""
    verdict: str = "other"
    """What sort of difference it is, or `equal`: a class of the style."""
    description: str = ""
    """What a reader is told who points at it."""
    partners: list[Mark] = field(default_factory=list, repr=False)
    """The places of the other text that say the same, or should."""
    refs: list[Ref] = field(default_factory=list)
    """The findings about it, gravest first."""
    holds_others: bool = False
    """Whether other marks begin in it, so that it cannot be a link itself."""

    @property
    def grade(self) -> str:
        """How grave its gravest finding is; empty where there is none."""
        return str(self.refs[0].severity) if self.refs else ""

    @property
    def goal(self) -> str:
        """Where it leads: to its partner, else to its finding."""
        return self.partners[0].id if self.partners else f"f{self.refs[0].number}" if self.refs else self.id

    @property
    def lights(self) -> list[str]:
        """What is lit up together with it: its partners, and its findings."""
        return [one.id for one in self.partners] + [f"f{ref.number}" for ref in self.refs]


class Marks:
    """The places of one text that are marked, each once."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._found: dict[tuple[int, int], Mark] = {}

    def at(self, start: int, end: int) -> Mark:
        """The mark of that stretch; a new one, if there is none yet."""
        known = self._found.get((start, end))
        if known is None:
            known = Mark(f"{self._prefix}{len(self._found) + 1}", start, end)
            self._found[start, end] = known
        return known

    def in_order(self) -> list[Mark]:
        """All of them: what begins first, then what is longest; those that hold others know it."""
        ordered = sorted(self._found.values(), key=lambda mark: (mark.start, -mark.end))
        around: list[Mark] = []
        for mark in ordered:
            around = [one for one in around if one.end > mark.start]
            for one in around:
                one.holds_others = True
            around.append(mark)
        return ordered


class Token(NamedTuple):
    """What a page writes next: text, or the beginning or the end of a mark."""

    text: str
    opens: Mark | None = None
    closes: Mark | None = None
    is_first: bool = False
    """Whether this is the first piece of the mark; one that crosses another, or a paragraph, has several."""


def tokens(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterator[Token]:
    """A stretch of a text with those marks that touch it, in their order, well nested."""
    begun = {mark.id for mark in marks if mark.start < start}
    start, end = trimmed(text, start, end)
    waiting = [(max(mark.start, start), number) for number, mark in enumerate(marks)]
    open_: list[tuple[int, Mark, bool]] = []
    place = start
    while waiting or open_:
        if open_ and (not waiting or open_[-1][0] <= waiting[0][0]):
            stop, mark, is_first = open_.pop()
            yield from _words(text, place, stop)
            place = max(place, stop)
            yield Token("", closes=mark, is_first=is_first)
            continue
        begin, number = heappop(waiting)
        mark = marks[number]
        stop = min(mark.end, end)
        yield from _words(text, place, begin)
        place = max(place, begin)
        if open_ and open_[-1][0] < stop:
            heappush(waiting, (open_[-1][0], number))
            stop = open_[-1][0]
        is_first = mark.id not in begun
        begun.add(mark.id)
        yield Token("", opens=mark, is_first=is_first)
        open_.append((stop, mark, is_first))
    yield from _words(text, place, end)


def touching(marks: Sequence[Mark], passages: Sequence[tuple[int, int]]) -> list[list[Mark]]:
    """Of each passage, the marks that are in it; passages and marks are in the order of the text."""
    inside: list[list[Mark]] = [[] for _ in passages]
    at = 0
    for mark in marks:
        while passages[at][1] <= mark.start and at + 1 < len(passages):
            at += 1
        number = at
        inside[number].append(mark)
        while number + 1 < len(passages) and passages[number + 1][0] < mark.end:
            number += 1
            inside[number].append(mark)
    return inside


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    if start < end:
        yield Token(text[start:end])
