"""The time that a text tells a figure of, where the record has another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts, verdict
from eventrecord.drift.checking.known import Known
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.drift.checking.telling import record_value
from eventrecord.localize.data import inherited
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.stated import Stated
from eventrecord.message import say

__all__ = ["other_periods"]

_TIMES = ("period", "comparison", "as_of")
"""Fields of a figure that tell of when it is."""
_MAIN = frozenset({"money", "percent", "count", "points", "area", "score", "multiple", "fraction"})


def other_periods(
    text: str,
    localizer: Localizer,
    known: KnownFacts,
    facts: Iterable[Stated],
    names: Iterable[Spotted],
    edited: Sequence[Piece],
) -> Iterator[Departure]:
    """Years and spans of months beside a figure that are none of its: this year for the year before.

    A figure is of the time that its sentence tells last before it or next after it, and which is no other
    figure's; a year in a name is none.
    """
    times = _times(known)
    if not times or not edited:
        return
    table = inherited(localizer.tag, "telling")["periods"]
    before, after = re.compile(table["before"]), re.compile(table["after"])
    covered = Covered((one.start, one.end) for one in names)
    own = list(facts)
    starts = [one.start for one in own]
    for piece in edited:
        inside = [
            one
            for one in own[bisect_left(starts, piece.start) : bisect_left(starts, piece.end)]
            if one.end <= piece.end
        ]
        told = [
            one
            for one in inside
            if _is_period(one)
            and not covered.covers(one.start, one.end)
            and (before.search(text, piece.start, one.start) or after.match(text, one.end, piece.end))
        ]
        figures = {
            one: [time for known_one in _recognized(known, one) for time in times.get(known_one.fact, ())]
            for one in (inside if told else ())
            if not _is_period(one)
        }
        near = {fact: _nearest(fact, told, figures) for fact in figures}
        taken = {
            next((one for one in near[fact] if _is_of(own_times, one)), None)
            for fact, own_times in figures.items()
        }
        for fact, own_times in figures.items():
            if not own_times or any(_is_of(own_times, one) for one in near[fact]):
                continue
            free = [one for one in near[fact] if one not in taken]
            if not free:
                continue
            taken.add(free[0])
            wanted, (start, end) = own_times[0], (free[0].start, free[0].end)
            said = say(
                "the text tells {figure} of {surface}, the record of {said}",
                figure=fact.surface,
                surface=free[0].surface,
                said=record_value(wanted),
            )
            yield Departure(
                "value-differs", Severity.ERROR, said, start, end, free[0].surface, wanted.path, wanted.record
            )


def _nearest(fact: Stated, told: Sequence[Stated], figures: Mapping[Stated, Sequence[Known]]) -> list[Stated]:
    """The times before and after a figure, the nearer first, unless they are another number's."""
    last = next((one for one in reversed(told) if one.end <= fact.start), None)
    following = next((one for one in told if one.start >= fact.end), None)
    found = []
    for one in (last, following):
        if one is not None:
            low, high = min(one.end, fact.end), max(one.start, fact.start)
            between = [
                each for each in figures if low <= each.start and each.end <= high and each is not fact
            ]
            if all(figures[each] for each in between):
                found.append(one)
    return sorted(found, key=lambda one: max(one.start - fact.end, fact.start - one.end))


def _is_of(times: Iterable[Known], told: Stated) -> bool:
    return any(_is_told(one, told) for one in times)


def _times(known: KnownFacts) -> dict[str, list[Known]]:
    """By figure, when it is of: its own period first."""
    found: dict[str, list[Known]] = defaultdict(list)
    for one in known.all:
        if len(one.path) > 2 and one.path[0] == "figures" and one.path[2] in _TIMES:
            found[one.fact].append(one)
    return found


def _recognized(known: KnownFacts, told: Stated) -> list[Known]:
    """The figures that a number may be."""
    near = known.like(told)
    return [one for one, how in near if how == "equal" and one.path[0] == "figures" and one.path[2] in _MAIN]


def _is_period(told: Stated) -> bool:
    """Whether it is a year, years, or whole months."""
    if told.kind in ("year", "year-range"):
        return True
    first, _, last = str(told.value).partition("/")
    if told.kind != "date-range" or not last or first.startswith("--"):
        return False
    return first.endswith("-01") and (date.fromisoformat(last) + timedelta(days=1)).day == 1


def _is_told(known: Known, told: Stated) -> bool:
    """Whether a time is the record's, its year, or within its years."""
    if verdict(known.stated, told) in ("equal", "rounded"):
        return True
    years = [str(known.stated.value)[:4], str(known.stated.value).rpartition("/")[2][:4]]
    return told.kind == "year" and str(told.value) in years
