"""Digits or Latin letters are full-width."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Digits and Latin letters are half-width in every language."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is full-width", surface=slipped.surface),
            say("write {better}", better=slipped.better),
            safe=not any(map(str.isdecimal, slipped.surface)),
        )


RULE = Rule(
    "full-width-letters",
    Severity.WARNING,
    "typography",
    say("Digits or Latin letters are full-width."),
    check,
)
