"""A number is half in digits and half in characters."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A number is written in digits, or in characters, with 万 and 亿 after digits."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is a number half in digits, half in characters", surface=slipped.surface),
            say("write it in digits, or all in characters"),
            safe=False,
        )


RULE = Rule(
    "mixed-numerals",
    Severity.WARNING,
    "typography",
    say("A number is half in digits and half in characters."),
    check,
)
