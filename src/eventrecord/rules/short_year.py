"""The year of a date has two digits."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A year has four digits."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' has a year of two digits", surface=slipped.surface),
            say("write the year with four digits"),
        )


RULE = Rule("short-year", Severity.WARNING, "typography", say("The year of a date has two digits."), check)
