"""A share that does not say of what."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A percentage or fraction names its `whole`, unless it is a rise or fall."""
    for name, figure in context.record.figures.items():
        share = figure.percent or figure.fraction
        if share and figure.whole is None and figure.comparison is None:
            written = f"{share}%" if figure.percent else f"{share}"
            yield RULE.at(
                ("figures", name),
                say("{written} of what? The share does not say", written=written),
                hint=say("add 'whole' (the domestic total); for a rise or fall, 'comparison'"),
                at_key=True,
            )


RULE = Rule(
    "share-without-scope",
    Severity.WARNING,
    "numbers",
    say("A share does not say of what."),
    check,
    rests_on="surroundings",
)
