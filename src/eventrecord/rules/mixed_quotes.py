"""Straight and curly quotation marks stand in one text."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A text has one kind of quotation marks and apostrophes."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' stands among quotation marks of the other kind", surface=slipped.surface),
            say("write '{better}'", better=slipped.better),
        )


RULE = Rule(
    "mixed-quotes",
    Severity.WARNING,
    "typography",
    say("Straight and curly quotation marks stand in one text."),
    check,
)
