"""A Chinese text has the quotation marks of the other script."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Simplified texts have “ ”, Traditional ones have corner brackets."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("{surface} has the quotation marks of the other script", surface=slipped.surface),
            say("write {better}", better=slipped.better),
        )


RULE = Rule(
    "wrong-quotes",
    Severity.WARNING,
    "typography",
    say("A Chinese text has the quotation marks of the other script."),
    check,
)
