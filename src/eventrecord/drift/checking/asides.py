"""Numbers that a text adds for its readers: a sum in their money, the time at which it went out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.facts.reckoning import may_convert
from eventrecord.facts.told import Told
from eventrecord.facts.values import value_of
from eventrecord.localize.data import inherited
from eventrecord.localize.stated import Stated

__all__ = ["asides"]

_GAP = re.compile(r"[\s,，|]{0,3}")
"""What stands between the day and the time of a line that says when a text went out."""
_WORDS = 60
"""Characters of such a line beside them: the source, the author."""


def asides(
    text: str, facts: Sequence[Stated], known: KnownFacts, today: date | None, tag: str
) -> Iterator[Stated]:
    """Facts of a text that need not be the record's.

    Args:
        text: the text.
        facts: all its facts, in their order.
        known: those of the record.
        today: the day of the text.
        tag: its locale.
    """
    for first, second in pairwise(facts):
        if _is_converted(text, first, second, tag) and known.recognized(first):
            yield second
        for day, time in ((first, second), (second, first)):
            if _is_issue(text, day, time, today):
                yield time


def _is_converted(text: str, first: Stated, second: Stated, tag: str) -> bool:
    """Whether a sum is about what the one before it is in other money."""
    if not first.kind == second.kind == "money" or first.unit == second.unit:
        return False
    one, other = value_of(Told(first)).number, value_of(Told(second)).number
    if not one or not other or not _conversion(tag).fullmatch(text, first.end, second.start):
        return False
    return may_convert(one[0], first.unit or "", other[0], second.unit or "")


def _is_issue(text: str, day: Stated, time: Stated, today: date | None) -> bool:
    """Whether a line has nothing but the day and time of a text, and whose it is."""
    if day.kind != "date" or time.kind != "time" or today is None or str(day.value) != str(today):
        return False
    first, last = sorted((day, time), key=lambda one: one.start)
    start, end = text.rfind("\n", 0, first.start) + 1, text.find("\n", last.end)
    beside = first.start - start + (end if end >= 0 else len(text)) - last.end
    return beside <= _WORDS and _GAP.fullmatch(text, first.end, last.start) is not None


@cache
def _conversion(tag: str) -> re.Pattern[str]:
    return re.compile(inherited(tag, "counted")["reckoning"]["conversion"])
