"""A record that tells of a change made later than its own revision."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.moments import precedes
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """The revision is as new as the newest change of an event."""
    revised = context.record.revision.at
    for node in context.events:
        for index, change in enumerate(node.event.changes):
            if precedes(revised, change.at, node.zone):
                yield RULE.at(
                    (*node.path, "changes", index, "at"),
                    say(
                        "the change is of {at}, but the record was last revised {revised}",
                        at=change.at,
                        revised=revised,
                    ),
                    hint=say("raise 'number' of the revision by one, and give it the day of the change"),
                    labels=(Label(("revision", "at"), say("revised {revised}", revised=revised)),),
                )


RULE = Rule(
    "revision-before-change",
    Severity.WARNING,
    "dates",
    say("An event changed after the revision of the record."),
    check,
)
