"""A list says twice that it goes on."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """等, 等等, an ellipsis or etc.: one of them ends an open list."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' says twice that the list goes on", surface=slipped.surface),
            say("leave out one of the two"),
            safe=False,
        )


RULE = Rule(
    "doubled-and-so-on", Severity.WARNING, "typography", say("A list says twice that it goes on."), check
)
