"""A Chinese ellipsis is not six dots."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """An ellipsis is …… in Chinese."""
    for slipped in context.slips.get(RULE.name, ()):
        yield slipped.found(
            RULE,
            say("'{surface}' is no Chinese ellipsis", surface=slipped.surface),
            say("write '{better}'", better=slipped.better),
        )


RULE = Rule(
    "wrong-ellipsis", Severity.WARNING, "typography", say("A Chinese ellipsis is not six dots."), check
)
