"""A number before 万 or 亿 has commas."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Before 万 and 亿 a number has no commas, if the house style has none."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' has commas, and figures of this house style have none", surface=slipped.surface),
            say("write {better}", better=slipped.better),
        )


RULE = Rule(
    "grouped-digits", Severity.WARNING, "typography", say("A number before 万 or 亿 has commas."), check
)
