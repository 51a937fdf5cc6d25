"""Where one text contradicts itself: weekdays, lengths, conversions, sums, shares and growth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import groupby, pairwise
from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.facts.reckoning import days_between, growth, may_convert, share
from eventrecord.facts.told import Told
from eventrecord.facts.values import Range, days_of, value_of
from eventrecord.facts.weekdays import day_said, other_days
from eventrecord.localize.calendar.weekdays import stated_weekdays
from eventrecord.localize.data import inherited
from eventrecord.localize.stated import Stated
from eventrecord.localize.writing import written, written_currency
from eventrecord.message import Message, say
from eventrecord.model.figure import Qualifier

__all__ = ["Fault", "faults"]

_NUMBERS = frozenset({"money", "count", "percent", "fraction", "ratio", "ordinal"})
_MOST = 40
"""Facts of one sentence beyond which it is a table."""
_LOOSE = Fraction(1, 100)
"""How far a round number may be rounded, as a part of it: RMB 100 million."""
_NEAR = 16
"""Characters beside a number that are looked at for how it belongs to others."""


class Fault(NamedTuple):
    """Something that one text says and that cannot be."""

    rule: str
    severity: Severity
    message: Message
    fact: Stated
    """Where it stands, from the first to the last of the words that contradict each other."""


def faults(text: str, facts: Sequence[Told], tag: str, today: date | None = None) -> Iterator[Fault]:
    """What a text says against itself, as far as numbers and dates tell.

    Only what stands in one sentence and is put as belonging together is reckoned, so that most is left alone.

    Args:
        text: the text.
        facts: what it states, in its order.
        tag: its locale.
        today: the day of the text, which tells the year of dates without one.
    """
    yield from _weekdays(text, tag, today)
    cues = _cues(tag)
    for _, group in groupby(facts, key=lambda told: told.sentence):
        sentence = list(group)[:_MOST]
        numbers = [told for told in sentence if told.fact.kind in _NUMBERS]
        yield from _lengths(text, sentence, cues)
        for check in (_conversions, _growth, _shares, _sums):
            yield from check(text, numbers, cues)


def _weekdays(text: str, tag: str, today: date | None) -> Iterator[Fault]:
    for told in stated_weekdays(text, tag):
        if days := other_days(told, today):
            end = told.start + len(told.surface)
            fact = Stated("date", days[0].isoformat(), None, Qualifier.EXACTLY, told.surface, told.start, end)
            yield Fault("weekday-mismatch", Severity.ERROR, day_said(told, days[0]), fact)


def _lengths(text: str, facts: Sequence[Told], cues: Mapping[str, re.Pattern[str]]) -> Iterator[Fault]:
    """A span of days, and for how many days what happens then is told to last."""
    spans = [told.fact for told in facts if told.fact.kind == "date-range"]
    lengths = [
        told.fact
        for told in facts
        if told.fact.kind == "duration" and _days(told.fact) and _is_near(text, told.fact, cues["lasting"])
    ]
    if len(spans) != 1 or len(lengths) != 1:
        return
    span, length = spans[0], lengths[0]
    days = days_of(str(span.value))
    told = _days(length)
    if days and told and length.qualifier is Qualifier.EXACTLY and days_between(*days) != told:
        said = say(
            "{length}, but {span} is {days} days, both ends counted",
            length=length.surface,
            span=span.surface,
            days=days_between(*days),
        )
        yield Fault("duration-mismatch", Severity.WARNING, said, _across(text, span, length))


def _days(fact: Stated) -> int | None:
    found = re.fullmatch(r"P(\d{1,3})D", str(fact.value))
    return int(found[1]) if found else None


def _is_near(text: str, fact: Stated, cue: re.Pattern[str]) -> bool:
    return (
        cue.search(fact.surface) is not None
        or cue.search(text[max(0, fact.start - _NEAR) : fact.start]) is not None
    )


def _conversions(text: str, facts: Sequence[Told], cues: Mapping[str, re.Pattern[str]]) -> Iterator[Fault]:
    """A sum, and the same in another currency right after it."""
    for one, other in pairwise(facts):
        first, second = one.fact, other.fact
        if not first.kind == second.kind == "money" or first.unit == second.unit:
            continue
        low, high = value_of(one).number, value_of(other).number
        if low is None or high is None or not cues["conversion"].fullmatch(text, first.end, second.start):
            continue
        if not may_convert(low[0], first.unit or "", high[0], second.unit or ""):
            said = say(
                "{first} and {second} are no conversion: that is {rate} {unit} for one {other}",
                first=first.surface,
                second=second.surface,
                rate=f"{float(high[0] / low[0]):.4g}",
                unit=written_currency(second.unit or "", 2),
                other=written_currency(first.unit or "", 1),
            )
            yield Fault("conversion-mismatch", Severity.ERROR, said, _across(text, first, second))


def _growth(text: str, facts: Sequence[Told], cues: Mapping[str, re.Pattern[str]]) -> Iterator[Fault]:
    """From 100 to 120, up 20 percent; 117.33, up 5.38 points or 4.81 percent."""
    for place, percent in enumerate(facts):
        if percent.fact.kind != "percent" or percent.fact.unit or not _is_exact(percent.fact) or not place:
            continue
        before, now, cue = None, facts[place - 1], "rise_by"
        told = value_of(now).number if now.fact.kind in ("money", "count") else None
        if told and told[0] != told[1]:
            before, after = (_rounded(told[0], now), _rounded(told[1], now))
            before_fact = now
        elif place > 1 and told:
            before_fact = facts[place - 2]
            between = text[before_fact.fact.end : now.fact.start]
            first = value_of(before_fact).number
            if not first or not _are_alike(before_fact, now) or first[0] != first[1]:
                continue
            if cues["rises_to"].search(between):
                before, after = _rounded(first[0], before_fact), _rounded(told[0], now)
            elif cues["change_by"].search(between):
                fall = "down" in now.changes.keys and "up" not in now.changes.keys
                step = -told[0] if fall else told[0]
                after, cue = _rounded(first[0], before_fact), "or_percent"
                steps = _rounded(step, now)
                before = after[0] - steps[1], after[1] - steps[0]
        if before is None or not cues[cue].search(text[now.fact.end : percent.fact.start]):
            continue
        yield from _unequal(text, "growth-mismatch", percent, growth(before, after), before_fact)


def _shares(text: str, facts: Sequence[Told], cues: Mapping[str, re.Pattern[str]]) -> Iterator[Fault]:
    """120 of the 400 firms, or 30 percent."""
    for first, second, percent in zip(facts, facts[1:], facts[2:], strict=False):
        kinds = first.fact.kind, second.fact.kind, percent.fact.kind
        if kinds != ("count", "count", "percent") or percent.fact.unit or not _is_exact(percent.fact):
            continue
        if not cues["share_is"].search(text[second.fact.end : percent.fact.start]):
            continue
        between = text[first.fact.end : second.fact.start]
        if cues["out_of"].search(between):
            part, whole = first, second
        elif cues["of_these"].search(between):
            part, whole = second, first
        else:
            continue
        ends = [value_of(part).number, value_of(whole).number]
        if ends[0] and ends[1] and _is_exact(part.fact) and _is_exact(whole.fact):
            yield from _unequal(text, "share-mismatch", percent, share(ends[0], ends[1]), first)


def _sums(text: str, facts: Sequence[Told], cues: Mapping[str, re.Pattern[str]]) -> Iterator[Fault]:
    """A total of 60: 25, 20 and 15."""
    for place, total in enumerate(facts):
        ahead = text[max(0, total.fact.start - _NEAR) : total.fact.start] + total.fact.surface
        parts = facts[place + 1 :]
        if (
            total.fact.kind not in ("count", "money")
            or len(parts) < 2
            or not cues["total"].search(_led(ahead))
        ):
            continue
        between = text[total.fact.end : parts[0].fact.start]
        values = [value_of(part).number for part in (total, *parts)]
        alike = all(_are_alike(total, part) and _is_exact(part.fact) for part in (total, *parts))
        if not alike or not cues["parts"].search(between):
            continue
        numbers = [value[0] for value in values if value and value[0] == value[1]]
        if len(numbers) == len(values) and sum(numbers[1:]) != numbers[0]:
            said = say(
                "{total}, but the parts make {sum}",
                total=total.fact.surface,
                sum=written(_sum(numbers[1:], total.fact)),
            )
            yield Fault("sum-mismatch", Severity.ERROR, said, _across(text, total.fact, parts[-1].fact))


def _sum(parts: Sequence[Fraction], total: Stated) -> Stated:
    """What parts make together, as a fact of the sort of their total."""
    whole = sum(parts, Fraction(0))
    value = Decimal(whole.numerator) / Decimal(whole.denominator)
    return total._replace(value=round(value, 10).normalize(), qualifier=Qualifier.EXACTLY, surface="")


def _led(ahead: str) -> str:
    """What leads to a number, without the number."""
    return re.sub(r"\d.*$", "", ahead, flags=re.DOTALL)


def _unequal(text: str, rule: str, percent: Told, expected: Range, first: Told) -> Iterator[Fault]:
    value = value_of(percent)
    if value.number is None:
        return
    half = value.step / 2
    if expected[0] - half <= abs(value.number[0]) <= expected[1] + half:
        return
    middle = float((expected[0] + expected[1]) / 2 * 100)
    said = say(
        "{percent}, but by the numbers before it that is {expected} percent",
        percent=percent.fact.surface,
        expected=f"{middle:.4g}",
    )
    yield Fault(rule, Severity.ERROR, said, _across(text, first.fact, percent.fact))


def _rounded(number: Fraction, told: Told) -> Range:
    """Between which numbers one is that is told with so many digits, and about."""
    half = min(value_of(told).round_to / 2, abs(number) * _LOOSE)
    return number - half, number + half


def _is_exact(fact: Stated) -> bool:
    return fact.qualifier is Qualifier.EXACTLY and isinstance(fact.value, Decimal)


def _are_alike(one: Told, other: Told) -> bool:
    first, second = value_of(one), value_of(other)
    same = (first.family, first.unit) == (second.family, second.unit)
    return same and (not one.kinds or not other.kinds or bool(one.kinds & other.kinds))


def _across(text: str, one: Stated, other: Stated) -> Stated:
    start, end = min(one.start, other.start), max(one.end, other.end)
    return one._replace(start=start, end=end, surface=text[start:end])


@cache
def _cues(tag: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in inherited(tag, "counted")["reckoning"].items()}
