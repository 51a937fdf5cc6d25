"""A time of day is not written as the house style writes times."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Times in English prose are written as the house style does."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is not how this house style writes a time", surface=slipped.surface),
            say("write {better}", better=slipped.better),
            safe=False,
        )


RULE = Rule(
    "time-form",
    Severity.WARNING,
    "typography",
    say("A time of day is not written as the house style writes times."),
    check,
)
