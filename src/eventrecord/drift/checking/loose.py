"""Numbers, days and times of a text that come from no edition, against all that the record knows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.about import figure_words, words_in
from eventrecord.drift.checking.authored import authored_facts
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts, Verdict, family, slip, verdict
from eventrecord.drift.checking.known import Known
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.telling import differing, record_value
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.stated import Stated
from eventrecord.message import Message, say
from eventrecord.model.source import Standing

__all__ = ["Loose"]

_FEW = 10
"""Numbers up to this are in idioms, too: one of the, three parts."""
_STOPS = "。！？!?\n"
_AROUND = 120
"""Characters around a number that say what it is of."""


class Loose:
    """Judges single facts; `stated` collects what of the record they state."""

    def __init__(
        self, text: str, tag: str, known: KnownFacts, localizer: Localizer, names: Sequence[Spotted]
    ) -> None:
        self._text, self._tag, self._known, self._localizer = text, tag, known, localizer
        self._names = Covered((one.start, one.end) for one in names)
        self._events = [one for one in names if one.name.kind == "events"]
        self._starts = [one.start for one in self._events]
        self.stated: set[str] = set()
        self._told: set[Path] = set()

    def departures(self, told: Stated) -> Iterator[Departure]:
        """What is wrong with a fact of the text, or that the record does not know it."""
        if self._names.covers(told.start, told.end):
            return
        right = self._known.recognized(told)
        if right is not None:
            self.stated.add(right.fact)
            self._told.add(right.path)
            if right.standing is Standing.INFERRED and self._is_near(right, told):
                said = say("{surface}: the record has only inferred this", surface=told.surface)
                yield _departure("inferred-fact-printed", Severity.ERROR, said, told, right)
            return
        if self._is_small(told) or self._authored.recognized(told):
            return
        for known, found in self._nearest(told):
            self.stated.add(known.fact)
            self._told.add(known.path)
            yield differing(found, told, known.stated, record_value(known), known)
            return
        yield self._unknown(told)

    def _nearest(self, told: Stated) -> Iterator[tuple[Known, Verdict]]:
        """The fact that a number is most likely meant to be, and how it differs."""
        near = [
            (found, known)
            for known in self._known.of(family(told))
            if (found := verdict(known.stated, told))
            and known.standing is not Standing.INFERRED
            and (family(told) != "date" or known.stated.kind == told.kind)
        ]
        for wanted in ("rounded", "qualifier-differs", "unit-differs"):
            for found, known in near:
                if found == wanted and (_is_telling(told) or self._is_near(known, told)):
                    yield known, found
        for found, known in near:
            if found == "value-differs" and slip(known.stated, told) and self._is_near(known, told):
                yield known, found
        for found, known in near:
            if found == "value-differs" and self._is_near(known, told) and self._is_same_sort(known, told):
                yield known, found

    def _is_same_sort(self, known: Known, told: Stated) -> bool:
        """Whether a value altogether different is still of this fact: it is not told anywhere else."""
        return known.path not in self._told and known.stated.unit == told.unit

    def _is_near(self, known: Known, told: Stated) -> bool:
        """Whether words beside a number say that it is of this fact."""
        start, end = self._surroundings(told)
        if known.fact.startswith("figures."):
            words = self._words.get(known.fact, frozenset())
            shared = words & words_in(self._text[start:end], self._tag)
            return len(shared) >= min(2, len(words)) > 0
        if known.fact.startswith("events."):
            name = known.fact.rpartition(".")[0] + ".name"
            near = slice(bisect_left(self._starts, start), bisect_left(self._starts, end))
            return any(one.name.fact == name for one in self._events[near])
        return False

    def _surroundings(self, told: Stated) -> tuple[int, int]:
        low, high = max(0, told.start - _AROUND), min(len(self._text), told.end + _AROUND)
        start = max(low, *(self._text.rfind(stop, low, told.start) + 1 for stop in _STOPS))
        start = max(start, self._text.rfind(". ", low, told.start) + 1)
        ends = [place for stop in (*_STOPS, ". ") if (place := self._text.find(stop, told.end, high)) >= 0]
        return start, min(ends, default=high)

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
        grave = told.kind in ("money", "percent", "fraction", "time", "date")
        said = say("{surface}: the record knows no such figure, day or time", surface=told.surface)
        severity = Severity.WARNING if grave else Severity.INFO
        return Departure("unknown-fact", severity, said, told.start, told.end, told.surface)


def _is_telling(told: Stated) -> bool:
    """Whether a value alone says what it is of: it is no round number."""
    if not isinstance(told.value, Decimal):
        return told.kind in ("date", "date-range", "time", "fraction")
    return len(told.value.normalize().as_tuple().digits) > 1


def _departure(rule: str, severity: Severity, said: Message, told: Stated, known: Known) -> Departure:
    return Departure(rule, severity, said, told.start, told.end, told.surface, known.path, known.record)
