"""Numbers, days and times of a text that come from no edition, against all that the record knows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.about import figure_words, words_in
from eventrecord.drift.checking.asides import asides
from eventrecord.drift.checking.authored import authored_facts
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts, Verdict, family
from eventrecord.drift.checking.known import Known
from eventrecord.drift.checking.lengths import Lengths
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.shelf import Shelf
from eventrecord.drift.checking.subjects import Subjects
from eventrecord.drift.checking.telling import differing, record_value
from eventrecord.facts.surroundings import surrounded
from eventrecord.facts.told import Told
from eventrecord.facts.values import days_of
from eventrecord.localize.sentences import sentence_around
from eventrecord.localize.stated import Stated
from eventrecord.message import Message, say
from eventrecord.model.source import Standing

__all__ = ["Judged", "loose_facts"]

_FEW = 10
"""Numbers up to this are in idioms, too: one of the, three parts."""
_SHARED = 2
"""Words of a figure that stand beside what is told of it."""
_AROUND = 120
"""Characters around a number that say what it is of."""


class Judged(NamedTuple):
    """What single facts come to."""

    departures: list[Departure]
    stated: set[str]
    """Facts of the record that they state, rightly or not."""


def loose_facts(
    text: str,
    facts: Sequence[Stated],
    told: Set[Stated],
    shelf: Shelf,
    names: Sequence[Spotted],
    today: date | None = None,
) -> Judged:
    """What is wrong with facts of a text, or that the record does not know them.

    Args:
        text: the text.
        facts: all its facts, in their order.
        told: those whose place in an edition is known.
        shelf: what the record has to say.
        names: names in the text.
        today: the day of the text.
    """
    loose = _Loose(text, shelf, names)
    loose.asides.update(asides(text, facts, shelf.facts, today, loose.tag))
    around = zip(facts, surrounded(text, facts, loose.tag), strict=True)
    found = [departure for fact, one in around if fact not in told for departure in loose.departures(one)]
    return Judged(found, loose.stated)


class _Loose:
    """Judges single facts, one after the other."""

    def __init__(self, text: str, shelf: Shelf, names: Sequence[Spotted]) -> None:
        self._text, self._known, self._localizer = text, shelf.facts, shelf.localizers[0]
        self.tag = self._localizer.tag
        self._names = Covered((one.start, one.end) for one in names)
        self._events = [one for one in names if one.name.kind == "events"]
        self._starts = [one.start for one in self._events]
        self._subjects = Subjects(self._localizer, shelf.editions)
        self._lengths = Lengths(self._localizer, shelf.names)
        self.asides: set[Stated] = set()
        self.stated: set[str] = set()
        self._told: set[Path] = set()

    def departures(self, one: Told) -> Iterator[Departure]:
        """What is wrong with a fact of the text, or that the record does not know it."""
        told = one.fact
        if self._names.covers(told.start, told.end):
            return
        right = self._known.equal(told)
        if right:
            yield from self._of_what(one, right)
            return
        if self._is_small(told) or self._authored.recognized(told) or self._holds_days(told):
            return
        for known, found in self._nearest(told) if told not in self.asides else ():
            self.stated.add(known.fact)
            self._told.add(known.path)
            yield differing(found, told, known.stated, record_value(known), known)
            return
        yield self._unknown(told)

    def _of_what(self, one: Told, right: Sequence[Known]) -> Iterator[Departure]:
        """Whether a value that the record has is told of what it is of."""
        told, first = one.fact, right[0]
        beside = self._beside(told)
        turned = [self._subjects.turned(one, known) for known in right]
        if turned[0] and all(turned):
            yield _departure("value-differs", Severity.ERROR, turned[0], told, first)
            return
        differ = [self._subjects.differ(one, known, is_near=known.fact in beside) for known in right]
        said = differ[0] if all(differ) else None
        if told.kind == "duration":
            said = self._lengths.differ(
                self._text, told, right, self._near(told), self._surroundings(told)[1]
            )
        if said and not self._is_small(told):
            yield _departure("scope-differs", Severity.WARNING, said, told, first)
            return
        self.stated.add(first.fact)
        self._told.add(first.path)
        if first.standing is Standing.INFERRED and first.fact in beside:
            inferred = say("{surface}: the record has only inferred this", surface=told.surface)
            yield _departure("inferred-fact-printed", Severity.ERROR, inferred, told, first)

    def _nearest(self, told: Stated) -> Iterator[tuple[Known, Verdict]]:
        """The fact that a number is most likely meant to be, and how it differs."""
        beside = self._beside(told)
        near = [pair for pair in self._known.like(told) if _may_be(pair[0], told)]
        for wanted in ("rounded", "qualifier-differs", "unit-differs"):
            for known, found in near:
                if found == wanted and (_is_telling(told) or known.fact in beside):
                    yield known, found
        if not beside:
            return
        for known in self._known.slipped(told):
            if known.fact in beside and _may_be(known, told):
                yield known, "value-differs"
        for known, found in self._known.told_of(told, beside):
            if found == "value-differs" and _may_be(known, told) and self._is_same_sort(known, told):
                yield known, found

    def _holds_days(self, told: Stated) -> bool:
        """Whether it is a span in words, without a number, that has days of the record: last week."""
        if told.kind != "date-range" or any(sign.isdigit() for sign in told.surface):
            return False
        span, known = days_of(str(told.value)), self._known.of("date")
        days = [days_of(str(one.stated.value)) for one in known] if span else []
        return any(span[0] <= day[0] and day[1] <= span[1] for day in days if span and day)

    def _is_same_sort(self, known: Known, told: Stated) -> bool:
        """Whether a value altogether different is still of this fact: it is not told anywhere else."""
        return known.path not in self._told and known.stated.unit == told.unit

    def _beside(self, told: Stated) -> frozenset[str]:
        """Facts that words beside a number speak of: figures, and all of events."""
        start, end = self._surroundings(told)
        shared: Counter[str] = Counter()
        for word in words_in(self._text[start:end], self.tag):
            shared.update(self._homes.get(word, ()))
        figures = {fact for fact, times in shared.items() if times >= min(_SHARED, len(self._words[fact]))}
        events = (self._of_event.get(one.name.fact.rpartition(".")[0], ()) for one in self._near(told))
        return frozenset(figures).union(*events)

    def _near(self, told: Stated) -> list[Spotted]:
        """Events that are named in the sentence of a number."""
        start, end = self._surroundings(told)
        return self._events[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _surroundings(self, told: Stated) -> tuple[int, int]:
        return sentence_around(self._text, told.start, told.end, self.tag, within=_AROUND)

    @cached_property
    def _homes(self) -> dict[str, list[str]]:
        """Which figures a word is of."""
        found: dict[str, list[str]] = {}
        for fact, words in self._words.items():
            for word in words:
                found.setdefault(word, []).append(fact)
        return found

    @cached_property
    def _of_event(self) -> dict[str, set[str]]:
        """What is known of each event."""
        found: dict[str, set[str]] = {}
        for one in self._known.all:
            if one.fact.startswith("events."):
                found.setdefault(one.fact.rpartition(".")[0], set()).add(one.fact)
        return found

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        return figure_words(self._localizer.record, self._localizer)

    @cached_property
    def _authored(self) -> KnownFacts:
        return KnownFacts(authored_facts(self._localizer))

    def _is_small(self, told: Stated) -> bool:
        value = told.value
        return told.kind in ("count", "ordinal") and isinstance(value, Decimal) and value <= _FEW

    def _unknown(self, told: Stated) -> Departure:
        """A number that the record does not know: grave where it would be quoted, as money and shares are."""
        grave = told.kind in ("money", "percent", "fraction", "time", "date") and told not in self.asides
        said = say("{surface}: the record knows no such figure, day or time", surface=told.surface)
        severity = Severity.WARNING if grave else Severity.INFO
        return Departure("unknown-fact", severity, said, told.start, told.end, told.surface)


def _may_be(known: Known, told: Stated) -> bool:
    """Whether a fact may be told otherwise: it is no guess, and no day that stands for a month."""
    if known.standing is Standing.INFERRED:
        return False
    return family(told) != "date" or known.stated.kind == told.kind


def _is_telling(told: Stated) -> bool:
    """Whether a value alone says what it is of: it is no round number."""
    if not isinstance(told.value, Decimal):
        return told.kind in ("date", "date-range", "time", "fraction")
    return len(told.value.normalize().as_tuple().digits) > 1


def _departure(rule: str, severity: Severity, said: Message, told: Stated, known: Known) -> Departure:
    return Departure(rule, severity, said, told.start, told.end, told.surface, known.path, known.record)
