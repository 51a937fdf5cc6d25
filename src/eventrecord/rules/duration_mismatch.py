"""A duration that the dates contradict."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity, called, where
from eventrecord.message import say
from eventrecord.model.event import Event
from eventrecord.model.span import Duration
from eventrecord.rules.context import Context
from eventrecord.rules.moments import days_of, length_text
from eventrecord.rules.rule import Rule
from eventrecord.rules.told_lengths import ToldLength, days_of_node, told_lengths
from eventrecord.rules.tree import EventNode

__all__ = ["RULE"]

_BOTH_COUNT = say("first and last day both count: the 14th to the 18th is five days")


def check(context: Context) -> Iterator[Diagnostic]:
    """A length in days is that from first to last day, both counted; one in hours that of the clock."""
    for node in context.events:
        event, duration = node.event, node.event.duration
        if duration and (told := _mismatch(event, node.zone)):
            yield RULE.at(
                (*node.path, "duration"),
                say(
                    "{event} is to last {length}, but {start} to {end} is {told}",
                    event=where(node.path, event.id),
                    length=length_text(duration),
                    start=event.start,
                    end=event.end,
                    told=told,
                ),
                hint=_BOTH_COUNT,
                labels=_dates(node),
            )
    yield from (_told(told) for told in told_lengths(context))


def _told(told: ToldLength) -> Diagnostic:
    """The finding that prose tells of an event a length that it does not have."""
    node, wording, stated = told.node, told.wording, told.stated
    event, parent = node.event, node.parent
    length = length_text(Duration(days=told.days))
    name = called(node.path, event.id)
    if event.start and event.end:
        hint = _BOTH_COUNT
        message = say(
            "{surface!r} is said of {event}, but {start} to {end} is {told}",
            surface=stated.surface,
            event=name,
            start=event.start,
            end=event.end,
            told=length,
        )
    else:
        message = say(
            "{surface!r} is said of {event}, but the record has {told}",
            surface=stated.surface,
            event=name,
            told=length,
        )
        hint = say("correct one of them; the slot {{events.{id}:duration}} prints the length", id=event.id)
    if parent and days_of_node(parent) == told.said:
        whole = parent.event.id if parent.record is not node.record else called(parent.path, parent.event.id)
        hint = say("{parent} lasts as long: tell it of that, or correct it", parent=whole)
    part = wording.part(stated.start, stated.end)
    return RULE.at(wording.path, message, hint=hint, labels=_dates(node), part=part)


def _dates(node: EventNode) -> tuple[Label, ...]:
    event = node.event
    if event.start and event.end:
        return (
            Label((*node.path, "start"), say("begins {start}", start=event.start)),
            Label((*node.path, "end"), say("ends {end}", end=event.end)),
        )
    return (Label((*node.path, "duration"), say("lasts {length}", length=event.duration)),)


def _mismatch(event: Event, zone: str | None) -> str | None:
    start, end, duration = event.start, event.end, event.duration
    if start is None or end is None or duration is None:
        return None
    days, clock = 7 * duration.weeks + duration.days, duration.hours or duration.minutes
    if days and not clock and (counted := days_of(event, zone)):
        return None if counted == days else length_text(Duration(days=counted))
    if clock and not days and start.has_time and end.has_time and start.day == end.day:
        minutes = int((end.instant() - start.instant()).total_seconds()) // 60
        if minutes != 60 * duration.hours + duration.minutes and minutes > 0:
            return length_text(Duration(hours=minutes // 60, minutes=minutes % 60))
    return None


RULE = Rule("duration-mismatch", Severity.ERROR, "dates", say("A duration does not fit the dates."), check)
