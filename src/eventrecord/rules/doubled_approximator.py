"""A number is made approximate twice."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """One word says that a number is approximate."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' makes one number approximate twice", surface=slipped.surface),
            say("leave out one of the two"),
            safe=False,
        )


RULE = Rule(
    "doubled-approximator", Severity.WARNING, "typography", say("A number is made approximate twice."), check
)
