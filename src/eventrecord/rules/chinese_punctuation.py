"""Chinese punctuation stands in an English text."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """English sentences have half-width punctuation marks."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is a Chinese punctuation mark", surface=slipped.surface),
            say("write '{better}'", better=slipped.better),
        )


RULE = Rule(
    "chinese-punctuation",
    Severity.WARNING,
    "typography",
    say("Chinese punctuation stands in an English text."),
    check,
)
