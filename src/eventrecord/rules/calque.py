"""An English text follows the Chinese word for word."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """English says it in its own way."""
    for avoided in context.avoided.get(RULE.name, ()):
        yield avoided.found(RULE)


RULE = Rule(
    "calque", Severity.WARNING, "diction", say("An English text follows the Chinese word for word."), check
)
