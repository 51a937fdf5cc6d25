"""Which of two moments comes first, as far as both are known."""

from __future__ import annotations

from datetime import date, datetime
from functools import reduce
from zoneinfo import ZoneInfo

from eventrecord.message import joined, say, say_n
from eventrecord.model.event import Event
from eventrecord.model.span import Duration, Moment

__all__ = ["days_of", "last_day", "length_text", "local_day", "precedes", "span_text"]


def precedes(first: Moment, second: Moment, zone: str | None, other_zone: str | None = None) -> bool:
    """Whether all of `first`, in `zone`, lies before all of `second`, in `other_zone` or the same."""
    other_zone = other_zone or zone
    if first.has_time and second.has_time:
        if first.value.tzinfo is second.value.tzinfo is None and zone == other_zone:
            return first.value < second.value
        if _placed(first, zone) and _placed(second, other_zone):
            return _local(first, zone) < _local(second, other_zone)
    return last_day(first, zone) < local_day(second, other_zone)


def local_day(moment: Moment, zone: str | None) -> date:
    """The (first) day of a moment where `zone` is."""
    return _local(moment, zone).date() if moment.value.tzinfo is not None else moment.day


def last_day(moment: Moment, zone: str | None) -> date:
    """The last day that a moment may mean, where `zone` is."""
    return local_day(moment, zone) if moment.has_time else moment.last_day()


def days_of(event: Event, zone: str | None) -> int | None:
    """How many days an event has from first to last, both counted; None if its dates do not say."""
    start, end = event.start, event.end
    if start is None or end is None or {"year", "month"} & {start.precision, end.precision}:
        return None
    days = (local_day(end, zone) - local_day(start, zone)).days + 1
    return days if days > 0 else None


def span_text(event: Event) -> str:
    """An event's dates as the record writes them: 2022-11-14 to 2022-11-18."""
    return joined((moment.text for moment in (event.start, event.end) if moment is not None), say(" to "))


def length_text(duration: Duration) -> str:
    """A duration in the words that records use: 5 days, 2 hours 30 minutes."""
    parts = (
        say_n("{n} week", "{n} weeks", duration.weeks),
        say_n("{n} day", "{n} days", duration.days),
        say_n("{n} hour", "{n} hours", duration.hours),
        say_n("{n} minute", "{n} minutes", duration.minutes),
    )
    return reduce(
        lambda longer, shorter: say("{longer} {shorter}", longer=longer, shorter=shorter),
        (part for part in parts if part.number),
    )


def _placed(moment: Moment, zone: str | None) -> bool:
    return moment.value.tzinfo is not None or zone is not None


def _local(moment: Moment, zone: str | None) -> datetime:
    return moment.local(ZoneInfo(zone) if zone else None)
