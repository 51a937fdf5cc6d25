"""A date is not written as the house style writes dates."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Dates in English prose are written as the house style does."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is not how this house style writes a date", surface=slipped.surface),
            say("write {better}", better=slipped.better),
            safe=False,
        )


RULE = Rule(
    "date-form",
    Severity.WARNING,
    "typography",
    say("A date is not written as the house style writes dates."),
    check,
)
