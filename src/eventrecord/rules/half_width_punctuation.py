"""Half-width punctuation stands in a Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Chinese sentences have full-width punctuation marks and brackets."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is half-width, and stands among Chinese characters", surface=slipped.surface),
            say("write '{better}'", better=slipped.better),
        )


RULE = Rule(
    "half-width-punctuation",
    Severity.WARNING,
    "typography",
    say("Half-width punctuation stands in a Chinese text."),
    check,
)
