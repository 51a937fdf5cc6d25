"""No space stands after a comma or a full stop."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """In English a space stands after a comma, a semicolon and a full stop."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' has no space after it", surface=slipped.surface),
            say("put a space there"),
        )


RULE = Rule(
    "missing-space",
    Severity.WARNING,
    "typography",
    say("No space stands after a comma or a full stop."),
    check,
)
