"""A range of numbers with a word before it that only one number can have."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.model.figure import Amount, Area, Figure, Money, Qualifier
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_FREE = (Qualifier.EXACTLY, Qualifier.ABOUT)
"""Said of a range as well: about 60-70."""


def check(context: Context) -> Iterator[Diagnostic]:
    """More than, nearly and the like stand before one number, not before two."""
    for name, figure in context.record.figures.items():
        amount = _amount(figure)
        if amount is None or amount.high is None or figure.qualifier in _FREE:
            continue
        yield RULE.at(
            ("figures", name, "qualifier"),
            say(
                "'{qualifier}' of a range, {low:,}-{high:,}: nobody can tell of which",
                qualifier=figure.qualifier,
                low=amount.low,
                high=amount.high,
            ),
            hint=say("give one number with the qualifier, or the range without it"),
            labels=(Label(("figures", name, figure.kind), say("a range")),),
        )


def _amount(figure: Figure) -> Amount | None:
    value = figure.value
    if isinstance(value, Money | Area):
        return value.amount
    return value if isinstance(value, Amount) else None


RULE = Rule(
    "qualified-range",
    Severity.WARNING,
    "numbers",
    say("A range has a qualifier that fits one number only."),
    check,
)
