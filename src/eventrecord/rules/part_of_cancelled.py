"""An event that still takes place, though what it is part of does not."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity, where
from eventrecord.message import say
from eventrecord.model.event import Status
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_OFF = (Status.CANCELLED, Status.POSTPONED)


def check(context: Context) -> Iterator[Diagnostic]:
    """Parts of a cancelled or postponed event are not still scheduled, across records too."""
    for node in context.events:
        above = node.parent
        if node.event.status is not Status.SCHEDULED or above is None:
            continue
        if above.event.status is Status.SCHEDULED and above.record is context.record:
            continue  # told of the event above, if at all
        while above.event.status not in _OFF and above.parent is not None:
            above = above.parent
        if above.event.status in _OFF:
            own = above.record is context.record
            status = above.event.status.value
            owner = (
                where(above.path, above.event.id)
                if own
                else say("{event} of the record {record}", event=above.event.id, record=above.record.id)
            )
            name = where(above.path, above.event.id) if own else above.event.id
            told = say("{event}: {status}", event=name, status=above.event.status)
            label = Label((*above.path, "status"), told, record="" if own else above.record.id)
            yield RULE.at(
                node.path,
                say(
                    "{event} is still scheduled, but {owner}, which it is part of, is {status}",
                    event=where(node.path, node.event.id),
                    owner=owner,
                    status=above.event.status,
                ),
                hint=say(
                    "say 'status: {status}' and the change here too; or, if it is held on a new "
                    "date or online, 'rescheduled' or 'moved-online'",
                    status=status,
                ),
                labels=(label,),
            )


RULE = Rule(
    "part-of-cancelled",
    Severity.WARNING,
    "dates",
    say("An event is on, but what it is part of is off."),
    check,
    rests_on="surroundings",
)
