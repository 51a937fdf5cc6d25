"""Libraries that write calendars, each behind the same three verbs: for the table of docs/peers/calendars.md.

A library is imported when one of its verbs is called first; what it refuses, it raises.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from zoneinfo import ZoneInfo

STAMP = datetime(2027, 1, 2, tzinfo=ZoneInfo("UTC"))


class TakesTextError(Exception):
    """A library reads text alone: whether bytes are in UTF-8 is its caller's business."""


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise TakesTextError from error


@dataclass(frozen=True, slots=True)
class Plain:
    """What an event is, whoever writes it; the stamp is None where nobody gave one."""

    start: datetime
    end: datetime
    summary: str = "Fair"
    language: str | None = None
    stamp: datetime | None = STAMP
    second: str | None = None
    """Another title."""


class Maker(Protocol):
    """A library."""

    def write(self, events: Sequence[Plain]) -> bytes:
        """A calendar of events."""

    def read(self, content: bytes) -> list[str]:
        """The titles of the events of a calendar."""

    def copied(self, content: bytes) -> bytes:
        """The calendar, read and written again."""


class OfIcalendar:
    """icalendar."""

    def write(self, events: Sequence[Plain]) -> bytes:
        import icalendar

        calendar = icalendar.Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//trial//EN")
        for number, each in enumerate(events):
            event = icalendar.Event()
            event.add("uid", f"{number}@example.org")
            if each.stamp:
                event.add("dtstamp", each.stamp)
            event.add("dtstart", each.start)
            event.add("dtend", each.end)
            for text in filter(None, (each.summary, each.second)):
                event.add("summary", text, {"LANGUAGE": each.language} if each.language else {})
            calendar.add_component(event)
        calendar.add_missing_timezones()
        return bytes(calendar.to_ical())

    def read(self, content: bytes) -> list[str]:
        import icalendar

        events: list[Any] = icalendar.Calendar.from_ical(content).walk("VEVENT")
        return [str(event["SUMMARY"]) for event in events]

    def copied(self, content: bytes) -> bytes:
        import icalendar

        return bytes(icalendar.Calendar.from_ical(content).to_ical())


class OfIcal:
    """ical, by allenporter."""

    def write(self, events: Sequence[Plain]) -> bytes:
        from ical.calendar import Calendar
        from ical.calendar_stream import IcsCalendarStream
        from ical.event import Event
        from ical.timezone import Timezone

        calendar = Calendar()
        for zone in dict.fromkeys(str(each.start.tzinfo) for each in events):
            calendar.timezones.append(Timezone.from_tzif(zone))
        for number, each in enumerate(events):
            if each.second or each.language:
                raise NotImplementedError
            given = {"dtstamp": each.stamp} if each.stamp else {}
            event = Event(
                uid=f"{number}@example.org", summary=each.summary, dtstart=each.start, dtend=each.end, **given
            )
            calendar.events.append(event)
        return IcsCalendarStream.calendar_to_ics(calendar).encode()

    def read(self, content: bytes) -> list[str]:
        from ical.calendar_stream import IcsCalendarStream

        calendar = IcsCalendarStream.calendar_from_ics(_text(content))
        return [event.summary or "" for event in calendar.events]

    def copied(self, content: bytes) -> bytes:
        from ical.calendar_stream import IcsCalendarStream

        calendar = IcsCalendarStream.calendar_from_ics(_text(content))
        return IcsCalendarStream.calendar_to_ics(calendar).encode()


class OfVobject:
    """vobject."""

    def write(self, events: Sequence[Plain]) -> bytes:
        import vobject

        calendar = vobject.iCalendar()
        for number, each in enumerate(events):
            event = calendar.add("vevent")
            event.add("uid").value = f"{number}@example.org"
            if each.stamp:
                event.add("dtstamp").value = each.stamp
            event.add("dtstart").value = each.start
            event.add("dtend").value = each.end
            for text in filter(None, (each.summary, each.second)):
                line = event.add("summary")
                line.value = text
                if each.language:
                    line.params["LANGUAGE"] = [each.language]
        return str(calendar.serialize()).encode()

    def read(self, content: bytes) -> list[str]:
        import vobject

        return [event.summary.value for event in vobject.readOne(_text(content)).vevent_list]

    def copied(self, content: bytes) -> bytes:
        import vobject

        return str(vobject.readOne(_text(content)).serialize()).encode()


class OfIcs:
    """ics."""

    def write(self, events: Sequence[Plain]) -> bytes:
        import ics

        calendar = ics.Calendar()
        for number, each in enumerate(events):
            event = ics.Event(
                summary=each.summary, begin=each.start, end=each.end, uid=f"{number}@example.org"
            )
            if each.stamp:
                event.dtstamp = each.stamp
            if each.second or each.language:
                params = {"LANGUAGE": [each.language]} if each.language else {}
                texts = filter(None, (each.summary, each.second))
                event.summary = None
                for text in texts:
                    written = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
                    event.extra.append(ics.ContentLine("SUMMARY", params, written))
            calendar.events.append(event)
        return str(calendar.serialize()).encode()

    def read(self, content: bytes) -> list[str]:
        import ics

        return [event.summary or "" for event in ics.Calendar(_text(content)).events]

    def copied(self, content: bytes) -> bytes:
        import ics

        return str(ics.Calendar(_text(content)).serialize()).encode()


class OfUs:
    """This package: it writes records, and reads the files of others as drafts of records."""

    def write(self, events: Sequence[Plain]) -> bytes:
        import eventrecord

        if any(each.second for each in events):
            raise NotImplementedError
        parts = [
            {
                "id": f"event-{number}",
                "name": {each.language or "en": each.summary},
                "start": f"{each.start:%Y-%m-%dT%H:%M}",
                "end": f"{each.end:%Y-%m-%dT%H:%M}",
                "time_zone": str(each.start.tzinfo),
            }
            for number, each in enumerate(events)
        ]
        tag = events[0].language or "en"
        stamp = events[0].stamp
        revised = {"number": 1} | ({"at": f"{stamp:%Y-%m-%dT%H:%M}Z"} if stamp else {})
        record = {
            "format": "eventrecord/1",
            "id": "trial",
            "revision": revised,
            "locales": [tag],
            "event": parts[0]
            if len(parts) == 1
            else {"id": "all", "name": {tag: "Week"}, "sub_events": parts},
        }
        written = eventrecord.render(eventrecord.Record.model_validate(record), "icalendar", tag)
        assert isinstance(written, bytes)
        return written

    def read(self, content: bytes) -> list[str]:
        import eventrecord

        event = eventrecord.read_draft({"trial.ics": content}).data["event"]
        names = event["name"]
        return [names] if isinstance(names, str) else list(names.values())

    def copied(self, content: bytes) -> bytes:
        raise NotImplementedError


MAKERS: dict[str, Maker] = {
    "eventrecord": OfUs(),
    "icalendar": OfIcalendar(),
    "ical": OfIcal(),
    "vobject": OfVobject(),
    "ics": OfIcs(),
}
