"""Punctuation marks stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """One punctuation mark ends a clause or a sentence."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}': one mark is enough", surface=slipped.surface),
            say("write one of them"),
        )


RULE = Rule(
    "repeated-punctuation", Severity.WARNING, "typography", say("Punctuation marks stand twice."), check
)
