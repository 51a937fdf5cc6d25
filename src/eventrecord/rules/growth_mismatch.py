"""A rise in points and a rise in per cent, or two values and the change between them, that do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.model.amount import Amount, Money
from eventrecord.model.figure import Figure, Qualifier
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


class _Number(NamedTuple):
    """A figure with one exact number."""

    name: str
    figure: Figure
    value: Decimal

    @property
    def half_step(self) -> Decimal:
        """How far the truth may be from what is printed."""
        return Decimal(5).scaleb(int(self.value.as_tuple().exponent) - 1)


def check(context: Context) -> Iterator[Diagnostic]:
    """5.38 points on 111.95 are 4.81 per cent: of one term, the three must fit, rounding aside."""
    numbers = [number for item in context.record.figures.items() if (number := _number(*item))]
    for growth in numbers:
        if growth.figure.kind != "percent" or growth.figure.comparison is None or not growth.figure.of:
            continue
        siblings = [n for n in numbers if n.figure.of == growth.figure.of and n.figure.kind != "percent"]
        for now, change, before in _bases(growth, siblings):
            low, high = _percent(now, change, before)
            if not low - growth.half_step <= growth.value <= high + growth.half_step:
                yield _finding(growth, now, change or before, (low + high) / 2)


def _number(name: str, figure: Figure) -> _Number | None:
    value = figure.value
    amount = value.amount if isinstance(value, Money) else value
    exact = figure.qualifier is Qualifier.EXACTLY and isinstance(amount, Amount) and amount.high is None
    return _Number(name, figure, amount.low) if exact and isinstance(amount, Amount) else None


def _bases(
    growth: _Number, siblings: list[_Number]
) -> Iterator[tuple[_Number, _Number | None, _Number | None]]:
    """The value that has grown, with its change or with the value before; only where there is one of each."""
    comparison = growth.figure.comparison
    for sort in dict.fromkeys(_sort(number) for number in siblings):
        same = [number for number in siblings if _sort(number) == sort]
        told = [n for n in same if n.figure.comparison is None]
        now = [n for n in told if n.figure.period == growth.figure.period]
        changes = [n for n in same if n.figure.comparison and n.figure.comparison == comparison]
        before = [n for n in told if comparison and comparison.base and n.figure.period == comparison.base]
        if len(now) == 1 and len(changes) == 1 and changes[0].figure.period == growth.figure.period:
            yield now[0], changes[0], None
        if len(now) == 1 and len(before) == 1 and now != before:
            yield now[0], None, before[0]


def _sort(number: _Number) -> tuple[str, str]:
    value = number.figure.value
    return number.figure.kind, value.currency if isinstance(value, Money) else ""


def _percent(now: _Number, change: _Number | None, before: _Number | None) -> tuple[Decimal, Decimal]:
    """The least and the most that the growth can be, given how far numbers are rounded."""
    found = []
    for top in (now.value - now.half_step, now.value + now.half_step):
        other = change or before
        if other is None:
            continue
        for side in (other.value - other.half_step, other.value + other.half_step):
            comparison = change.figure.comparison if change else None
            signed = -side if comparison and comparison.direction == "down" else side
            base = top - signed if change else side
            if base > 0:
                found.append(100 * abs(top - base) / base)
    return (min(found), max(found)) if found else (Decimal("-Infinity"), Decimal("Infinity"))


def _finding(growth: _Number, now: _Number, other: _Number | None, expected: Decimal) -> Diagnostic:
    places = max(-int(growth.value.as_tuple().exponent), 0)
    return RULE.at(
        ("figures", growth.name, "percent"),
        say(
            "{percent} per cent, but by {now} ({value}) and {other} ({change}) it is {expected}",
            percent=growth.value,
            now=now.name,
            value=now.value,
            other=other.name if other else "",
            change=other.value if other else "",
            expected=f"{expected:.{places}f}",
        ),
        hint=say("reckon again, and see in the source which of the three is wrong"),
        labels=tuple(
            Label(("figures", number.name, number.figure.kind), f"{number.value}")
            for number in (now, other)
            if number is not None
        ),
    )


RULE = Rule(
    "growth-mismatch",
    Severity.ERROR,
    "numbers",
    say("A change in per cent does not fit the values that changed."),
    check,
    rests_on="surroundings",
)
