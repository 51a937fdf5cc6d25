"""An event whose dates lie outside those of the event it is part of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from eventrecord.diagnostic import Diagnostic, Label, Severity, where
from eventrecord.message import say
from eventrecord.model.event import Status
from eventrecord.model.span import Moment
from eventrecord.rules.context import Context
from eventrecord.rules.moments import last_day, length_text, local_day, precedes, span_text
from eventrecord.rules.rule import Rule
from eventrecord.rules.tree import EventNode

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Sub-events lie within the nearest event above them that has dates, across records too."""
    for node in context.events:
        if node.event.status in (Status.CANCELLED, Status.POSTPONED):
            continue
        start, end = node.event.start, node.event.end
        if start is not None and end is not None and precedes(end, start, node.zone):
            continue  # one of the two is wrong, and `end-before-start` tells it
        above = node.parent
        while above is not None and above.event.start is None:
            above = above.parent
        if above is None:
            continue
        for key, moment in (("start", start), ("end", end)):
            if moment is not None and (told := _outside(moment, node, above)):
                own = above.record is context.record
                name = where(above.path, above.event.id) if own else above.event.id
                dates = say("{event}: {dates}", event=name, dates=span_text(above.event))
                record = "" if own else above.record.id
                yield RULE.at(
                    (*node.path, key),
                    _said(key, where(node.path, node.event.id), moment, told, _told(above, own=own)),
                    hint=say("correct the one that is wrong: each event has its own dates"),
                    labels=(Label((*above.path, _side(above, told)), dates, record=record),),
                )
                break


def _outside(moment: Moment, node: EventNode, above: EventNode) -> str | None:
    start, end = above.event.start, above.event.end
    if start is not None and precedes(moment, start, node.zone, above.zone):
        return "before"
    if end is not None and precedes(end, moment, above.zone, node.zone):
        return "after"
    duration = above.event.duration
    if start is None or end is not None or duration is None or start.precision in ("year", "month"):
        return None
    days = 7 * duration.weeks + duration.days
    if not days or duration.hours or duration.minutes:
        return None
    last = last_day(start, above.zone) + timedelta(days=days - 1)
    return "after" if local_day(moment, node.zone) > last else None


def _side(above: EventNode, told: str) -> str:
    """The date above that does not fit."""
    return "end" if told == "after" and above.event.end is not None else "start"


def _told(above: EventNode, *, own: bool) -> str:
    name: str = where(above.path, above.event.id)
    if not own:
        name = say("{event} of the record {record}", event=above.event.id, record=above.record.id)
    dates = span_text(above.event)
    if above.event.duration and not above.event.end:
        length = length_text(above.event.duration)
        return say("{name} ({dates}, {length})", name=name, dates=dates, length=length)
    return say("{name} ({dates})", name=name, dates=dates)


def _said(key: str, name: str, moment: Moment, side: str, above: str) -> str:
    own = say("{name} starts {moment}", name=name, moment=moment)
    if key == "end":
        own = say("{name} ends {moment}", name=name, moment=moment)
    if side == "before":
        return say("{own}, before the beginning of {above}", own=own, above=above)
    return say("{own}, after the end of {above}", own=own, above=above)


RULE = Rule(
    "outside-parent",
    Severity.ERROR,
    "dates",
    say("An event lies outside the event that it is part of."),
    check,
)
