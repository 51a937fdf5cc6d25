"""Dates and times as schema.org wants them: date only, or with an offset; never a time nobody stated."""

from __future__ import annotations

from datetime import tzinfo

from eventrecord.model.span import Moment, Period

__all__ = ["length_of", "written", "written_span"]


def written(moment: Moment | None, zone: tzinfo | None) -> str | None:
    """A moment in ISO 8601; a time of day without any time zone is left out, its day stays."""
    if moment is None:
        return None
    if moment.precision != "minute":
        return moment.text
    bare = moment.value.tzinfo is None
    local = moment.value.replace(tzinfo=zone) if bare else moment.local(zone)
    return local.isoformat() if local.tzinfo else local.date().isoformat()


def written_span(start: Moment | None, end: Moment | None, zone: tzinfo | None) -> list[str | None]:
    """Start and end in one form: where only one of them has a time of day, both are days."""
    if start and end and start.precision != end.precision and start.has_time != end.has_time:
        return [_day(start, zone), _day(end, zone)]
    return [written(start, zone), written(end, zone)]


def length_of(period: Period) -> str:
    """How long a figure's period is, in the coarser unit of the two ends: P8Y, P10M, P2D."""
    first, last = period.start, period.end
    years = last.day.year - first.day.year
    if first.precision == last.precision == "year":
        return f"P{years + 1}Y"
    if first.precision in ("year", "month") and last.precision in ("year", "month"):
        end = last.last_day()
        return f"P{years * 12 + end.month - first.day.month + 1}M"
    return f"P{(last.last_day() - first.day).days + 1}D"


def _day(moment: Moment, zone: tzinfo | None) -> str:
    text = written(moment, zone) or ""
    return text.partition("T")[0]
