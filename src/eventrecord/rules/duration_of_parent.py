"""The length of a week told of one event in it."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity, called
from eventrecord.message import say
from eventrecord.model.source import Standing
from eventrecord.model.span import Duration
from eventrecord.rules.context import Context
from eventrecord.rules.moments import length_text
from eventrecord.rules.rule import Rule
from eventrecord.rules.tree import EventNode

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """An event without dates of its own does not last exactly as many days as what it is part of."""
    for node in context.events:
        event, parent = node.event, node.parent
        sourcing = event.sourcing.get("duration")
        if parent is None or event.duration is None or (event.start and event.end):
            continue
        if sourcing is not None and sourcing.standing is not Standing.CONFIRMED:
            continue
        days = 7 * event.duration.weeks + event.duration.days
        if days > 1 and days == _days(parent):
            own = parent.record is context.record
            path = (*parent.path, "start") if own else ()
            whole = called(parent.path, parent.event.id) if own else parent.event.id
            yield RULE.at(
                (*node.path, "duration"),
                say(
                    "{event} is to last {length}, as long as {parent}, but has no dates of its own",
                    event=called(node.path, event.id),
                    length=length_text(Duration(days=days)),
                    parent=whole,
                ),
                hint=say(
                    "if the length is that of {parent}, leave it out here; else give start and end",
                    parent=whole,
                ),
                labels=(
                    Label(
                        path,
                        say(
                            "{parent}: {length}",
                            parent=whole,
                            length=length_text(Duration(days=days)),
                        ),
                    ),
                )
                if path
                else (),
            )


def _days(node: EventNode) -> int | None:
    event = node.event
    if event.duration is not None:
        return 7 * event.duration.weeks + event.duration.days
    if (
        event.start is None
        or event.end is None
        or {event.start.precision, event.end.precision} & {"year", "month"}
    ):
        return None
    return (event.end.day - event.start.day).days + 1


RULE = Rule(
    "duration-of-parent",
    Severity.WARNING,
    "dates",
    say("An event without dates lasts as long as what it is part of."),
    check,
)
