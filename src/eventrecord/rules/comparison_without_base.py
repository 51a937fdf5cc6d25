"""A rise or fall that does not say against what."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.message import Named, say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A comparison has a `base` period or says `than` what."""
    for name, figure in context.record.figures.items():
        comparison = figure.comparison
        if comparison is not None and comparison.base is None and comparison.than is None:
            yield RULE.at(
                ("figures", name, "comparison"),
                say(
                    "{figure} is {direction}, but against what?",
                    figure=path_text(("figures", name)),
                    direction=Named(comparison.direction),
                ),
                hint=say("add 'base' with the year or period compared with, or 'than' in words"),
                at_key=True,
            )


RULE = Rule(
    "comparison-without-base",
    Severity.WARNING,
    "numbers",
    say("A rise or fall does not say against what."),
    check,
    rests_on="surroundings",
)
