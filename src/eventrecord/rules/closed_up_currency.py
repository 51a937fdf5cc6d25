"""A currency code touches its number."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A space stands between the code of a currency and its number."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' has no space", surface=slipped.surface),
            say("write {better}", better=slipped.better),
        )


RULE = Rule(
    "closed-up-currency", Severity.WARNING, "typography", say("A currency code touches its number."), check
)
