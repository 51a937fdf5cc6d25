"""A duration that the dates contradict."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity, where
from eventrecord.message import say
from eventrecord.model.event import Event
from eventrecord.model.span import Duration
from eventrecord.rules.context import Context
from eventrecord.rules.moments import length_text, local_day
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


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
                hint=say("first and last day both count: the 14th to the 18th is five days"),
                labels=(
                    Label((*node.path, "start"), say("begins {start}", start=event.start)),
                    Label((*node.path, "end"), say("ends {end}", end=event.end)),
                ),
            )


def _mismatch(event: Event, zone: str | None) -> str | None:
    start, end, duration = event.start, event.end, event.duration
    if start is None or end is None or duration is None:
        return None
    days, clock = 7 * duration.weeks + duration.days, duration.hours or duration.minutes
    if days and not clock and not {"year", "month"} & {start.precision, end.precision}:
        counted = (local_day(end, zone) - local_day(start, zone)).days + 1
        return None if counted in (days, 0) or counted < 0 else length_text(Duration(days=counted))
    if clock and not days and start.has_time and end.has_time and start.day == end.day:
        minutes = int((end.instant() - start.instant()).total_seconds()) // 60
        if minutes != 60 * duration.hours + duration.minutes and minutes > 0:
            return length_text(Duration(hours=minutes // 60, minutes=minutes % 60))
    return None


RULE = Rule("duration-mismatch", Severity.ERROR, "dates", say("A duration does not fit the dates."), check)
