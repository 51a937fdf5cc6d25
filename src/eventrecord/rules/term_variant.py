"""A term in another form than the one that is preferred here and now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import Message, say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

if TYPE_CHECKING:
    from eventrecord.rules.misused import Misuse

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Wordings use the preferred term: none that is out of use, of another time or of another region.

    A name that may be used beside the preferred one is told as information.
    """
    for misuse in context.misused:
        if misuse.fault != "forbidden":
            rule = _ADMITTED if misuse.fault == "admitted" else RULE
            yield rule.at(
                misuse.wording.path,
                _message(misuse),
                hint=misuse.advice(),
                part=misuse.part,
                fix=misuse.fix(),
            )


def _message(misuse: Misuse) -> Message:
    entry, term, concept = misuse.suspect.entry, misuse.surface, misuse.suspect.concept.id
    match misuse.fault:
        case "deprecated":
            return say("{term} is no longer used for {concept}", term=term, concept=concept)
        case "region":
            return say(
                "{term} is the term of {other} for {concept}",
                term=term,
                other=misuse.suspect.tag,
                concept=concept,
            )
        case "time":
            day = misuse.day.isoformat()
            if entry.valid_to and entry.valid_to[:10] < day:
                return say(
                    "{term} was in use until {until}; this is of {day}",
                    term=term,
                    until=entry.valid_to,
                    day=day,
                )
            return say(
                "{term} is in use from {since}; this is of {day}", term=term, since=entry.valid_from, day=day
            )
    return say("{term} may be used for {concept}, but is not the preferred term", term=term, concept=concept)


RULE = Rule(
    "term-variant",
    Severity.WARNING,
    "terms",
    say("A text has another form of a term than the preferred one."),
    check,
)
_ADMITTED = RULE._replace(severity=Severity.INFO)
