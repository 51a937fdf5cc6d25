"""A space stands between Chinese characters and digits or letters."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Chinese press texts have no space before or after digits and Latin letters."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("a space between Chinese characters and digits or letters would be printed"),
            say("take the space out"),
        )


RULE = Rule(
    "space-in-chinese",
    Severity.WARNING,
    "typography",
    say("A space stands between Chinese characters and digits or letters."),
    check,
)
