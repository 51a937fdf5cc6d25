"""A text claims to be the best or the first."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Superlatives are for those who can prove them."""
    for avoided in context.avoided.get(RULE.name, ()):
        yield avoided.found(RULE)


RULE = Rule(
    "superlative", Severity.WARNING, "diction", say("A text claims to be the best or the first."), check
)
