"""A percentage is not written as the house style writes them."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Percentages in English prose are written as the house style does."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is not how this house style writes a percentage", surface=slipped.surface),
            say("write {better}", better=slipped.better),
            safe=False,
        )


RULE = Rule(
    "percent-form",
    Severity.INFO,
    "typography",
    say("A percentage is not written as the house style writes them."),
    check,
)
