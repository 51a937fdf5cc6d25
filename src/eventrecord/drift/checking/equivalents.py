"""Other ways of telling a number that come to the same: odds, both ends of a span; and those that do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from eventrecord.drift.checking.judging import verdict
from eventrecord.facts.reading import stated_facts
from eventrecord.facts.reckoning import days_between
from eventrecord.localize.data import inherited
from eventrecord.localize.stated import Stated
from eventrecord.model.figure import Qualifier

__all__ = ["are_odds", "is_ago", "is_gone", "is_qualified_twice", "is_span"]

_NUMBER = re.compile(r"\d")


def are_odds(fact: Stated, words: str, tag: str) -> bool:
    """Whether words tell a share by odds with the things between the numbers: one license in ten."""
    odds = inherited(tag, "telling")["numbers"].get("odds")
    plain = re.sub(odds, r"\1 \2", words) if odds else words
    if plain == words:
        return False
    return any(verdict(fact, one) == "equal" for one in stated_facts(plain, tag, None))


def is_ago(fact: Stated, near: Sequence[Stated], text: str, tag: str, today: date | None) -> bool:
    """Whether a text tells a year by how many years ago it was.

    Args:
        fact: the year.
        near: what the text tells in its place.
        text: the text.
        tag: its locale.
        today: its day.
    """
    if fact.kind != "year" or today is None:
        return False
    length = f"P{today.year - int(fact.value)}Y"
    return any(str(one.value) == length and is_gone(one, text, tag) for one in near)


def is_gone(told: Stated, text: str, tag: str) -> bool:
    """Whether a text tells some years that have gone by since something: two years ago, 两年前."""
    ago = re.compile(inherited(tag, "telling")["numbers"]["ago"])
    years = told.kind == "duration" and str(told.value).endswith("Y")
    return years and ago.match(text, told.end) is not None


def is_span(fact: Stated, words: str, near: Sequence[Stated], facts: Sequence[Stated]) -> bool:
    """Whether a sentence tells a span of days or years by both its ends, or by its length.

    Args:
        fact: the span.
        words: what the text has in its place.
        near: what it tells there.
        facts: what it tells in the sentence.
    """
    ends = str(fact.value).split("/")
    if fact.kind not in ("date-range", "year-range") or len(ends) != 2:
        return False
    length = _length(ends)
    told = [str(one.value) for one in near if one.kind.startswith(("date", "year", "duration"))]
    if not told or any(one not in (*ends, length) for one in told):
        return False
    days = [one for one in told if one in ends]
    if len(days) != len(set(days)) or _has_other_digits(words, [one.surface for one in near]):
        return False
    values = {str(one.value) for one in facts}
    return values.issuperset(ends) or length in values


def _has_other_digits(words: str, told: Sequence[str]) -> bool:
    """Whether words have digits beside what was read of them: 14日至98日."""
    for surface in told:
        words = words.replace(surface, " ", 1)
    return _NUMBER.search(words) is not None


def _length(ends: Sequence[str]) -> str:
    """How long a span is, both ends counted, as durations are told: P5D, P3Y."""
    if all(end.isdigit() for end in ends):
        return f"P{int(ends[1]) - int(ends[0]) + 1}Y"
    return f"P{days_between(date.fromisoformat(ends[0]), date.fromisoformat(ends[1]))}D"


def is_qualified_twice(told: Stated, fact: Stated, surface: str, tag: str) -> bool:
    """Whether a qualifier was put before another one: about nearly 42 percent.

    Args:
        told: what the text tells.
        fact: what an edition tells.
        surface: its words there.
        tag: locale of both.
    """
    number = _NUMBER.search(surface)
    if fact.qualifier is Qualifier.EXACTLY or not told.surface.endswith(surface) or number is None:
        return False
    alone = told.surface.removesuffix(surface) + surface[number.start() :]
    facts = stated_facts(alone, tag, None)
    return any(one.qualifier not in (fact.qualifier, Qualifier.EXACTLY) for one in facts)
