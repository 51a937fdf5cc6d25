"""A term that may not be used."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """No wording has a term that the terminology forbids."""
    for misuse in context.misused:
        if misuse.fault == "forbidden":
            concept = misuse.suspect.concept.id
            yield RULE.at(
                misuse.wording.path,
                say(
                    "{term} may not be used; it is forbidden for {concept}",
                    term=misuse.surface,
                    concept=concept,
                ),
                hint=misuse.advice(),
                part=misuse.part,
                fix=misuse.fix(),
            )


RULE = Rule("forbidden-term", Severity.ERROR, "terms", say("A text has a term that may not be used."), check)
