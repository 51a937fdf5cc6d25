"""A number in prose that is a figure of the record by its digits, but ten times as much, or other money."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Prose has no other zeros, and no other currency, than the figure with the same digits and name."""
    for typed in context.typed:
        if typed.verdict in ("slip", "currency"):
            hint = say("see which is right; {{figures.{name}}} prints what the record has", name=typed.name)
            yield typed.found(RULE, hint)


RULE = Rule(
    "contradicted-figure",
    Severity.ERROR,
    "numbers",
    say("A number in a text contradicts a figure of the record."),
    check,
    rests_on="record",
)
