"""A quotation mark or bracket has no other half."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Every quotation mark and bracket that opens is closed, in the same text."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' has no other half", surface=slipped.surface),
            say("add the other half, or take this one out"),
        )


RULE = Rule(
    "unpaired-mark",
    Severity.WARNING,
    "typography",
    say("A quotation mark or bracket has no other half."),
    check,
)
