"""A number in prose that is a figure of the record, but told as more, less, or more exact."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Nearly in the record is nearly in prose."""
    for typed in context.typed:
        if typed.verdict == "qualifier":
            hint = say(
                "{{figures.{name}}} prints number and qualifier as the record has them", name=typed.name
            )
            yield typed.found(RULE, hint)


RULE = Rule(
    "contradicted-qualifier",
    Severity.WARNING,
    "numbers",
    say("A text says otherwise than the record how exact a number is."),
    check,
    rests_on="record",
)
