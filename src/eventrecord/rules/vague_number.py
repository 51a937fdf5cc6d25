"""A vague number that is no order of magnitude."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.model.figure import Amount, Area, Money, Qualifier
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """With `several`, a value is 1, 10, 100 and so on: hundreds, 数百."""
    for name, figure in context.record.figures.items():
        if figure.qualifier is not Qualifier.SEVERAL:
            continue
        value = figure.value
        amount = value.amount if isinstance(value, Money | Area) else value
        if not isinstance(amount, Amount) or amount.high is not None or amount.low <= 0:
            continue
        order = 10 ** max(amount.low.adjusted(), 0)
        if amount.low != order:
            yield RULE.at(
                ("figures", name, figure.kind),
                say(
                    "`several` is said of 1, 10, 100 and so on; {number:,} is printed as {order:,}",
                    number=amount.low,
                    order=order,
                ),
                hint=say(
                    "write {order} if no more is known; else say 'about' or 'more-than' as qualifier",
                    order=order,
                ),
            )


RULE = Rule(
    "vague-number", Severity.WARNING, "numbers", say("A vague number is no order of magnitude."), check
)
