"""What stands around numbers of two editions that agree: of what they are, over which years, for how long."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.drift import Drift
from eventrecord.facts.kinds import kinds
from eventrecord.facts.pairing import Match
from eventrecord.facts.reckoning import days_between
from eventrecord.facts.told import Beside, Scope, Told
from eventrecord.facts.values import days_of
from eventrecord.localize.stated import Stated
from eventrecord.message import Message, say
from eventrecord.model.figure import Qualifier

__all__ = ["around_differ", "periods_alone", "reaching"]

_SHARES = frozenset({"percent", "fraction", "ratio"})
_NUMBERS = _SHARES | {"money", "count"}
_MOVED = _NUMBERS | {"ordinal"}
_TIMES = frozenset({"date", "date-range", "year", "year-range", "duration"})
_DAYS = re.compile(r"P(\d{1,3})D")


def around_differ(
    matches: Sequence[Match], texts: tuple[str, str], told: tuple[Sequence[Told], Sequence[Told]]
) -> Iterator[Drift]:
    """Wholes, things and lengths that differ.

    Args:
        matches: facts of both editions that are taken for the same.
        texts: both editions.
        told: all facts of each.
    """
    yield from _scopes(matches, texts)
    yield from _amounts(matches, texts)
    yield from _moves(matches, texts)
    yield from (Drift(*one) for one in _lengths(*told))
    for rule, severity, said, b, a in _lengths(*reversed(told)):
        yield Drift(rule, severity, said, a, b)


def periods_alone(
    facts: Sequence[Told], pairs: Sequence[tuple[Told, Told]], others: Sequence[Told]
) -> frozenset[int]:
    """Where the years stand of a number that the other text tells without any time."""
    timed = {one.sentence for one in others if one.fact.kind in _TIMES}
    numbers: dict[int, set[int]] = {}
    for mine, other in pairs:
        if other.fact.kind in _NUMBERS:
            numbers.setdefault(mine.sentence, set()).add(other.sentence)
    return frozenset(
        one.fact.start
        for one in facts
        if one.fact.kind == "year-range"
        and (beside := numbers.get(one.sentence))
        and beside.isdisjoint(timed)
    )


def _scopes(matches: Sequence[Match], texts: tuple[str, str]) -> Iterator[Drift]:
    """Shares of one value whose wholes differ, or are told on one side alone."""
    for match in matches:
        a, b = match.a, match.b
        if a.fact.kind not in _SHARES or b.fact.kind not in _SHARES or match.verdict == "value-differs":
            continue
        if a.scope.keys and b.scope.keys and not a.scope.keys & b.scope.keys:
            how = say("not of the same whole")
        elif _is_alone(a, b) or _is_alone(b, a):
            how = say("one text alone says of what whole")
        elif kinds().are_others(a.members.keys, b.members.keys):
            how = say("not of the same things")
        else:
            continue
        sides = [reaching(told, _of_what(told), text) for told, text in zip((a, b), texts, strict=True)]
        said = say("{first} and {second}: {how}", first=sides[0].surface, second=sides[1].surface, how=how)
        yield Drift("scope-differs", Severity.WARNING, said, *sides)


def _of_what(told: Told) -> Beside | Scope:
    """The whole of a share with its place, else the things that it is a part of."""
    return told.scope if told.scope.keys or not told.members.keys else told.members


def _amounts(matches: Sequence[Match], texts: tuple[str, str]) -> Iterator[Drift]:
    """Sums of one value that are of another thing: revenue, and transactions."""
    for match in matches:
        a, b = match.a, match.b
        if match.verdict != "value-differs" and a.amounts.differs(b.amounts):
            sides = reaching(a, a.amounts, texts[0]), reaching(b, b.amounts, texts[1])
            said = say(
                "{first} and {second} are sums of different things",
                first=sides[0].surface,
                second=sides[1].surface,
            )
            yield Drift("scope-differs", Severity.WARNING, said, *sides)


def _moves(matches: Sequence[Match], texts: tuple[str, str]) -> Iterator[Drift]:
    """Numbers of one value of which one rises and the other falls, or that are of other times."""
    for match in matches:
        a, b = match.a, match.b
        if a.fact.kind not in _MOVED or b.fact.kind not in _MOVED or match.verdict == "value-differs":
            continue
        for mine, other, how in (
            (a.changes, b.changes, say("one is more, the other less")),
            (a.rates, b.rates, say("not in the same time")),
            (a.bases, b.bases, say("not against the same time before")),
        ):
            if mine.differs(other):
                sides = reaching(a, mine, texts[0]), reaching(b, other, texts[1])
                said = say(
                    "{first} and {second}: {how}", first=sides[0].surface, second=sides[1].surface, how=how
                )
                yield Drift("value-differs", Severity.ERROR, said, *sides)
                break


def _lengths(
    spans: Sequence[Told], lengths: Sequence[Told]
) -> Iterator[tuple[str, Severity, Message, Stated, Stated]]:
    """A span of one edition, of which the other tells the first day, and how long it is."""
    values = {one.fact.value for one in lengths if one.fact.kind == "date-range"}
    begun: dict[object, set[int]] = {}
    lasting: dict[int, list[Told]] = {}
    for one in lengths:
        if one.fact.kind == "date":
            begun.setdefault(one.fact.value, set()).add(one.sentence)
        elif one.fact.kind == "duration":
            lasting.setdefault(one.sentence, []).append(one)
    seen: set[object] = set()
    for span in spans:
        days = days_of(str(span.fact.value)) if span.fact.kind == "date-range" else None
        if days is None or span.fact.value in values | seen:
            continue
        seen.add(span.fact.value)
        sentences = sorted(begun.get(days[0].isoformat(), ()))
        for length in (one for sentence in sentences for one in lasting.get(sentence, ())):
            told = _DAYS.fullmatch(str(length.fact.value))
            exact = length.fact.qualifier is Qualifier.EXACTLY
            if told and exact and int(told[1]) != days_between(*days):
                said = say(
                    "{first} and {second}: that is {days} days, both ends counted",
                    first=span.fact.surface,
                    second=length.fact.surface,
                    days=days_between(*days),
                )
                yield "value-differs", Severity.ERROR, said, span.fact, length.fact


def _is_alone(one: Told, other: Told) -> bool:
    """Whether one text says of what whole a share is, and the other names none."""
    return one.scope.is_told and not other.around and not other.scope.is_other


def reaching(told: Told, words: Beside | Scope, text: str) -> Stated:
    """A number together with words beside it."""
    return told.fact._replace(surface=text[words.start : words.end], start=words.start, end=words.end)
