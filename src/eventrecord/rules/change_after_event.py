"""A change of plan that became known when the event was over."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.model.event import Status
from eventrecord.rules.context import Context
from eventrecord.rules.moments import local_day
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """An event is put off, moved or called off before it would have been over."""
    for node in context.events:
        for index, change in enumerate(node.event.changes):
            path = (*node.path, "changes", index)
            before = change.previous_end or change.previous_start
            key = "previous_end" if change.previous_end else "previous_start"
            way = (*path, key)
            if before is None and change.status is not Status.RESCHEDULED:
                before, way = node.event.end or node.event.start, (*node.path, "end")
                way = way if node.event.end else (*node.path, "start")
            if before is None or change.status is Status.SCHEDULED:
                continue
            if before.last_day() < local_day(change.at, node.zone):
                yield RULE.at(
                    (*path, "at"),
                    say(
                        "the change became known {at}, when the event would have been over ({before})",
                        at=change.at,
                        before=before,
                    ),
                    hint=say(
                        "correct the date that is wrong; what did take place was not {status}",
                        status=change.status,
                    ),
                    labels=(Label(way, say("it was to end {before}", before=before)),),
                )


RULE = Rule(
    "change-after-event",
    Severity.WARNING,
    "dates",
    say("A change of plan became known when the event was over."),
    check,
)
