"""Only one end of a range has its % or 万."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_NUMBER = "0123456789."


def check(context: Context) -> Iterator[Diagnostic]:
    """Both ends of a range have their %, 万 or 亿."""
    for slipped in context.slips.get(RULE.name, ()):
        surface = slipped.surface
        first = surface[: len(surface) - len(surface.lstrip(_NUMBER))]
        yield slipped.found(
            RULE,
            say("'{surface}' may be read as a much wider range", surface=surface),
            say("write {better}", better=f"{first}{surface[-1]}{surface[len(first) :]}"),
        )


RULE = Rule(
    "one-sided-unit", Severity.WARNING, "typography", say("Only one end of a range has its % or 万."), check
)
