"""When an event is, as slots of sentence patterns tell it: days, times of day, lengths."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from eventrecord.localize.calendar import dates
from eventrecord.localize.patterns import Passage
from eventrecord.model.event import Event, Status

if TYPE_CHECKING:
    from eventrecord.story.view import EventView

__all__ = [
    "date_before",
    "day",
    "duration",
    "event_date",
    "from_to",
    "length",
    "near_date",
    "on_date",
    "on_when",
    "series_dates",
    "time_of_day",
    "unless_told",
    "when",
]


def event_date(view: EventView) -> Passage | None:
    """The days of the event; of an opening the first, of a closing the last."""
    event, localizer = view.event, view.localizer
    if view.verb == "close" and event.end is not None:
        return view.fact(localizer.moment(event.end), "end")
    if view.verb in ("open", "launch") and event.start is not None:
        return view.fact(localizer.moment(event.start), "start")
    passage = view.fact(localizer.dates(event), "start")
    if passage is None or event.end is None:
        return passage
    return passage + Passage("", frozenset({f"events.{event.id}.end"}))


def near_date(view: EventView) -> Passage | None:
    """The day, where it is told by its distance from the day of issue alone: 19日 below a dateline."""
    passage, edge = event_date(view), view.event.end if view.verb == "close" else view.event.start
    near = view.localizer.near(edge) if edge else None
    return passage if passage is not None and passage.text == near else None


def unless_told(slot: Callable[[EventView], Passage | None]) -> Callable[[EventView], Passage | None]:
    """A slot of the days of an event that has nothing to say once the edition has told them all."""

    def untold(view: EventView) -> Passage | None:
        told = {f"events.{view.event.id}.start"}
        if view.event.end is not None:
            told.add(f"events.{view.event.id}.end")
        return None if told <= view.mentioned else slot(view)

    return untold


def when(view: EventView) -> Passage | None:
    """The days, and before the event the time it begins."""
    return _with_time(view, event_date(view))


def on_when(view: EventView) -> Passage | None:
    """The same as it stands after the verb."""
    return _with_time(view, on_date(view))


def _with_time(view: EventView, passage: Passage | None) -> Passage | None:
    """The day, and before the event the time it begins."""
    event, localizer = view.event, view.localizer
    if passage is None or event.start is None or view.tense == "past":
        return passage
    one_day = event.end is None or event.end.day == event.start.day or view.verb in ("open", "launch")
    time = localizer.clock(event.start, event) if one_day else None
    text = localizer.words["when"].format(date=passage.text, time=time) if time else passage.text
    return Passage(text, passage.facts)


def on_date(view: EventView) -> Passage | None:
    """The days as they stand after the verb: on May 1, from May 1 to 3."""
    passage, event = event_date(view), view.event
    if passage is None:
        return None
    several = (
        view.verb not in ("open", "close", "launch")
        and event.end is not None
        and event.end.day != (event.start or event.end).day
    )
    key = "on_days" if several else "on_day"
    form = view.localizer.style["date"].get(key) or view.localizer.words[key]
    return Passage(form.format(date=passage.text), passage.facts)


def date_before(view: EventView) -> Passage | None:
    """The days that the event had before its last change."""
    event = view.event
    changes = [change for change in event.changes if change.previous_start]
    if event.status is Status.RESCHEDULED and not changes:
        return None
    if changes:
        before = {"start": changes[-1].previous_start, "end": changes[-1].previous_end, "duration": None}
        event = event.model_copy(update=before)
    text = view.localizer.dates(event)
    return Passage(text) if text else None


def length(view: EventView) -> Passage | None:
    """How long it lasts."""
    return duration(view, view.event, "long")


def duration(view: EventView, event: Event | None, form: str) -> Passage | None:
    """How long an event lasts, in a form: `long`, or `attr` before a noun."""
    if event is None or event.duration is None:
        return None
    return view.fact(dates.duration(event.duration, view.localizer.language, form), "duration", event)


def from_to(view: EventView) -> Passage | None:
    """The days of an event of several."""
    event = view.event
    if event.start is None or event.end is None or event.start.day == event.end.day:
        return None
    return event_date(view)


def series_dates(view: EventView) -> Passage | None:
    """The days of the series that it is part of."""
    series = view.series
    return view.fact(view.localizer.dates(series), "start", series) if series else None


def day(view: EventView) -> Passage | None:
    """The day, for lists; its facts are told by the name beside it."""
    return Passage(text) if (text := view.localizer.dates(view.event)) else None


def time_of_day(view: EventView) -> Passage | None:
    """From when to when on one day; of several days the days say enough."""
    event, localizer = view.event, view.localizer
    if event.start is None or (event.end is not None and event.end.day != event.start.day):
        return None
    text = (
        localizer.clock_span(event.start, event.end, event)
        if event.end
        else localizer.clock(event.start, event)
    )
    return view.fact(text, "start")
