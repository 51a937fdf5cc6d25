"""Straight quotation marks stand in a Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Chinese has quotation marks of its own."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("{surface} has straight quotation marks", surface=slipped.surface),
            say("write {better}", better=slipped.better),
        )


RULE = Rule(
    "straight-quotes",
    Severity.WARNING,
    "typography",
    say("Straight quotation marks stand in a Chinese text."),
    check,
)
