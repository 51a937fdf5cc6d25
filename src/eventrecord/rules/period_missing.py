"""A sum of money that does not say which time it covers."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Money that measures something (`of`) has a period or a day; a price or a prize needs none."""
    for name, figure in context.record.figures.items():
        if figure.money and figure.of and not (figure.period or figure.as_of):
            yield RULE.at(
                ("figures", name),
                say(
                    "{figure} is a sum, but over which time, or up to which day?",
                    figure=path_text(("figures", name)),
                ),
                hint=say("add 'period: 2015/2022', or 'as_of' with the day it was true"),
                at_key=True,
            )


RULE = Rule(
    "period-missing",
    Severity.WARNING,
    "numbers",
    say("A sum does not say which time it covers."),
    check,
    rests_on="surroundings",
)
