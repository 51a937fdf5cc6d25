"""A text pays respects instead of telling what happened."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Words of ceremony and rank are left out of news."""
    for avoided in context.avoided.get(RULE.name, ()):
        yield avoided.found(RULE)


RULE = Rule(
    "officialese",
    Severity.WARNING,
    "diction",
    say("A text pays respects instead of telling what happened."),
    check,
)
