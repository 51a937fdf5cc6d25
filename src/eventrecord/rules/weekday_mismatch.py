"""A weekday in prose beside a date that falls on another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eventrecord.diagnostic import Diagnostic, Path, Severity
from eventrecord.localize.weekdays import StatedWeekday, stated_weekdays, weekday_name
from eventrecord.rules.context import Context
from eventrecord.rules.moments import local_day
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Weekdays that prose writes beside dates are those of the calendar."""
    for passage in context.passages:
        if not passage.prose:
            continue
        for tag, wording in passage.wordings.items():
            for stated in stated_weekdays(words_of(wording) or "", tag):
                day = _day(stated, context, passage.path)
                if day is not None and day.weekday() != stated.weekday:
                    told = "" if stated.year else f", taken as {day.isoformat()}"
                    path = (*passage.path, tag) if isinstance(wording, str) else (*passage.path, tag, "text")
                    yield RULE.at(
                        path,
                        f"“{stated.surface}”{told}: that day is a {weekday_name(day, tag)}",
                        hint="one of the two is wrong; a slot ({events.forum:date}) prints the right one",
                    )


def _day(stated: StatedWeekday, context: Context, path: Path) -> date | None:
    """The day that is meant: without a year, the one nearest to the release or the event."""
    near = None if stated.year else _reference(context, path)
    years = [stated.year] if stated.year else [near.year - 1, near.year, near.year + 1] if near else []
    days = []
    for year in years:
        try:
            days.append(date(year, stated.month, stated.day))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - near) if near else 0, default=None)


def _reference(context: Context, path: Path) -> date | None:
    if path[0] == "releases":
        release = context.record.releases[int(path[1])]
        if release.issued is not None:
            return local_day(release.issued, release.time_zone or context.events[0].zone)
    nodes = [node for node in context.events if path[: len(node.path)] == node.path][::-1] + context.events
    return next((local_day(node.event.start, node.zone) for node in nodes if node.event.start), None)


RULE = Rule("weekday-mismatch", Severity.ERROR, "dates", "A weekday in prose does not fit its date.", check)
