"""A range is written with a mark that the house style does not have."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """From one number or day to another with the mark of the language and house style."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is not how a range is written here", surface=slipped.surface),
            say("write '{better}'", better=slipped.better),
            safe=False,
        )


RULE = Rule(
    "range-mark",
    Severity.WARNING,
    "typography",
    say("A range is written with a mark that the house style does not have."),
    check,
)
