"""When an event is, as an edition tells it: days, times of day, their zone."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from eventrecord.localize.calendar import dates
from eventrecord.localize.language import Language
from eventrecord.model.event import Event
from eventrecord.model.record import Record
from eventrecord.model.span import Moment

__all__ = ["EventTimes"]


class EventTimes:
    """Days and times of a record's events in one language; dates of the year of `today` stand without it.

    With `dated` they stand below a dateline that tells the day of issue.
    """

    def __init__(
        self, record: Record, language: Language, today: date | None, *, dated: bool = False
    ) -> None:
        self.record, self.language, self.today, self.dated = record, language, today, dated

    def moment(self, moment: Moment, *, year: bool | None = None) -> str:
        """A moment as precisely as it is known; the year is left out where it is that of the issue."""
        own = self.near(moment.day)
        if own and year is None and moment.precision in ("day", "minute"):
            return own
        shown = year if year is not None else dates.needs_year(moment.day, self.today)
        return dates.moment(moment, self.language, year=shown)

    def dates(self, event: Event) -> str | None:
        """The day or days of an event; None where its start is not known."""
        start, end = event.start, event.end
        if start is None:
            return None
        if not {start.precision, end.precision if end else "day"} <= {"day", "minute"}:
            return dates.coarse_span(start, end or start, self.language)
        last = self._day(end, event) if end else event.last_day() or start.day
        first = self._day(start, event)
        own = self.near(first) if first == last else None
        return own or dates.span(first, last, self.language, year=dates.needs_year(first, self.today))

    def clock(self, moment: Moment, event: Event) -> str | None:
        """The time of day where one is known."""
        return dates.clock(self._local(moment, event), self.language) if moment.has_time else None

    def clock_span(self, start: Moment, end: Moment, event: Event) -> str | None:
        """From one time of day to another, where both are known."""
        if not (start.has_time and end.has_time):
            return self.clock(start, event)
        return dates.clock_span(self._local(start, event), self._local(end, event), self.language)

    def start(self, event: Event, form: str) -> str | None:
        """The start of an event in a form; None where it is not known so precisely."""
        start = event.start
        if start is None or start.precision not in ("day", "minute"):
            return None
        day = self._day(start, event)
        if form == "weekday":
            return dates.weekday(day, self.language)
        if form == "day":
            text = dates.day(day, self.language, year=dates.needs_year(day, self.today))
            return dates.with_weekday(day, text, self.language)
        if form == "times" and event.end is not None:
            return self.clock_span(start, event.end, event)
        time = self.clock(start, event)
        return (
            dates.with_zone(time, self._local(start, event), self.language)
            if time and form == "zoned-time"
            else time
        )

    def zone(self, event: Event) -> str | None:
        """The time zone of an event: its own, or that of the nearest event above it."""
        return self._zones.get(event.id) or event.time_zone

    def _day(self, moment: Moment, event: Event) -> date:
        return self._local(moment, event).date() if moment.has_time else moment.day

    def _local(self, moment: Moment, event: Event) -> datetime:
        zone = self.zone(event)
        return moment.local(ZoneInfo(zone) if zone else None)

    def near(self, day: date) -> str | None:
        """A day by its distance from the day of issue, where the style tells it so: 今（16）日, Friday."""
        if self.today is None:
            return None
        own = dates.day_of_issue(day, self.language) if day == self.today else None
        return own or (dates.after_dateline(day, self.today, self.language) if self.dated else None)

    @cached_property
    def _zones(self) -> dict[str, str]:
        zones: dict[str, str] = {}

        def note(event: Event, zone: str | None) -> None:
            zone = event.time_zone or zone
            if zone:
                zones[event.id] = zone
            for child in event.sub_events:
                note(child, zone)

        parent = self.record.event.part_of and self.record.find("events", self.record.event.part_of)
        note(self.record.event, parent.time_zone if parent else None)
        return zones
