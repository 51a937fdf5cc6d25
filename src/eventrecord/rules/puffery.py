"""A text praises its own event."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Praise is left to others."""
    for avoided in context.avoided.get(RULE.name, ()):
        yield avoided.found(RULE)


RULE = Rule("puffery", Severity.WARNING, "diction", say("A text praises its own event."), check)
