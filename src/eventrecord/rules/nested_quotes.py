"""Quotation marks stand inside others of the same kind."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A quotation in a quotation, a title in a title, has the inner marks."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("{surface} has the wrong quotation marks for its place", surface=slipped.surface),
            say("write {better}", better=slipped.better),
        )


RULE = Rule(
    "nested-quotes",
    Severity.WARNING,
    "typography",
    say("Quotation marks stand inside others of the same kind."),
    check,
)
