"""A weekday in prose beside a date that falls on another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity
from eventrecord.facts.weekdays import other_days
from eventrecord.localize.calendar.weekdays import (
    StatedWeekday,
    stated_weekdays,
    weekday_like,
    weekday_name,
)
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.moments import local_day
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]

_A_DAY = ("day", "minute")
"""How precise a start must be for a slot to print its weekday."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Weekdays that prose writes beside dates are those of the calendar."""
    for passage in context.passages:
        if not passage.prose:
            continue
        for tag, wording in passage.wordings.items():
            for stated in stated_weekdays(words_of(wording) or "", tag):
                if days := other_days(stated, _reference(context, passage.path)):
                    day = days[0]
                    told = "" if stated.year else say(", taken as {day}", day=day.isoformat())
                    path = (*passage.path, tag) if isinstance(wording, str) else (*passage.path, tag, "text")
                    yield RULE.at(
                        path,
                        say(
                            "'{surface}'{told}: that day is a {weekday}",
                            surface=stated.surface,
                            told=told,
                            weekday=weekday_name(day, tag),
                        ),
                        part=(stated.start, stated.start + len(stated.surface)),
                        hint=_hint(context, days),
                        fix=_fix(path, stated, words_of(wording) or "", day, tag),
                    )


def _hint(context: Context, days: list[date]) -> str:
    """That one is wrong, and the slots that would be right if it is the day of an event of the record."""
    starts = [(node.event.id, node.event.start, node.zone) for node in context.events]
    known = [(event, local_day(at, zone)) for event, at, zone in starts if at and at.precision in _A_DAY]
    event = next((event for event, day in known if day in days), None)
    if event is None:
        return say("look at the calendar: the date or the weekday is wrong")
    slot = f"{{events.{event}:day}}"
    return say(
        "the date or the weekday is wrong; if this is the day of {event!r}, the slot {slot} prints both",
        event=event,
        slot=slot,
    )


def _fix(path: Path, stated: StatedWeekday, text: str, day: date, tag: str) -> Fix:
    """The weekday of the date; not safe, for the date may be what is wrong."""
    word = text[slice(*stated.word)]
    name = weekday_like(word, day, tag)
    return Fix(
        say("replace {word} by {new}", word=word, new=name), (Edit(path, name, stated.word),), safe=False
    )


def _reference(context: Context, path: Path) -> date | None:
    if path[0] == "releases":
        release = context.record.releases[int(path[1])]
        if release.issued is not None:
            return local_day(release.issued, release.time_zone or context.events[0].zone)
    nodes = [node for node in context.events if path[: len(node.path)] == node.path][::-1] + context.events
    return next((local_day(node.event.start, node.zone) for node in nodes if node.event.start), None)


RULE = Rule(
    "weekday-mismatch", Severity.ERROR, "dates", say("A weekday in prose does not fit its date."), check
)
