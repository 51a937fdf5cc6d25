"""A space stands where none is printed."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """No space before punctuation or inside brackets, and one between words."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("a space too many"),
            say("take the space out"),
        )


RULE = Rule(
    "stray-space", Severity.WARNING, "typography", say("A space stands where none is printed."), check
)
