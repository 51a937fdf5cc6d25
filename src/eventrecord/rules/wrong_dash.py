"""A dash is made of hyphens, or has the wrong length."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A dash is —— in Chinese, — in English."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is no dash", surface=slipped.surface),
            say("write '{better}'", better=slipped.better),
        )


RULE = Rule(
    "wrong-dash",
    Severity.WARNING,
    "typography",
    say("A dash is made of hyphens, or has the wrong length."),
    check,
)
