"""How fast calendars are written, beside icalendar, vobject and ics with the same texts.

    python tests/bench/calendars.py [NUMBER ...]

Every event is written in English and in Chinese. We begin with the record: which events have a day, what
their titles, places and descriptions are. The others are given all that as plain values, and only write it:
`icalendar` the same lines as we do, which is checked, `vobject` the same properties, `ics` those that it has,
without languages. Seconds are of the processor, for other work on the machine is not ours.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import ics
import vobject
from timing import best_cpu, table

import eventrecord
from eventrecord import Record

NUMBERS = (1000, 10_000)
TAGS = ("en", "zh-Hans")
ZONE = "Asia/Shanghai"
TEXTS = ("SUMMARY", "LOCATION", "DESCRIPTION")
Event = dict[str, Any]


def record_of(number: int) -> Record:
    """A conference in two languages with so many sessions."""
    hall = {
        "name": {"en": "Tidal Hall", "zh-Hans": "潮音厅"},
        "coordinates": {"latitude": 31.2, "longitude": 121.5},
    }
    event = {
        "id": "week",
        "kind": "conference",
        "name": {"en": "Week of Medical Devices", "zh-Hans": "医疗器械周"},
        "start": "2027-01-01",
        "end": "2027-12-31",
        "time_zone": ZONE,
        "sub_events": [_session(place) for place in range(number)],
    }
    return Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "week-2027",
            "revision": {"number": 1, "at": "2027-01-02"},
            "locales": list(TAGS),
            "places": {"hall": hall},
            "event": event,
        }
    )


def _session(number: int) -> Event:
    day = f"2027-{1 + number % 12:02}-{1 + number % 28:02}"
    return {
        "id": f"session-{number}",
        "kind": "session",
        "name": {"en": f"Session {number}: From Patent to Product", "zh-Hans": f"第{number}场：从专利到产品"},
        "description": {
            "en": (
                f"Report {number} deals with standards and testing, with what follows from both for makers "
                "of medical devices, and with the next steps: joint laboratories, shared data, a register "
                "of test results that hospitals, universities and companies can use."
            ),
            "zh-Hans": (
                f"第{number}号报告讨论标准与检测，以及两者对医疗器械制造商的实际意义，并提出下一步的设想：共建实验室，共享数据，"
                "建立可供医院、高校和企业共同使用的检测结果名录，让好的技术尽快用到病人身上。"
            ),
        },
        "start": f"{day}T{8 + number % 10:02}:00",
        "end": f"{day}T{9 + number % 10:02}:30",
        "place": "hall",
        "room": {"en": f"Room {number % 20}", "zh-Hans": f"{number % 20}号厅"},
        "url": f"https://forum.example.org/sessions/{number}",
    }


def main(numbers: Sequence[int]) -> None:
    """Print the ratios."""
    for number in numbers:
        record = record_of(number)
        events = {tag: _plain(_ours(record, tag)) for tag in TAGS}
        for tag in TAGS:
            assert _entries(_with_icalendar(events[tag], tag)) == _entries(_ours(record, tag))
        given = [(events[tag], tag) for tag in TAGS]
        tasks = {
            "eventrecord, from the record": partial(_each, _ours, [(record, tag) for tag in TAGS]),
            "icalendar, from plain values": partial(_each, _with_icalendar, given),
            "vobject, from plain values": partial(_each, _with_vobject, given),
            "ics, from plain values, fewer": partial(_each, _with_ics, given),
        }
        seconds = best_cpu(tasks, 5 if number <= 1000 else 2)
        title = f"{number:,} events in two languages, {len(_ours(record, 'en')) // number} bytes each"
        aims = {"eventrecord, from the record": "≤ 1.25", "vobject, from plain values": "> 1"}
        print(table(title, seconds, "icalendar, from plain values", aims), end="\n\n")


def _each(write: Callable[..., object], arguments: Sequence[tuple[Any, ...]]) -> None:
    for each in arguments:
        write(*each)


def _ours(record: Record, tag: str) -> bytes:
    content = eventrecord.render(record, "icalendar", tag)
    assert isinstance(content, bytes)
    return content


def _plain(content: bytes) -> list[Event]:
    """Our entries as the values that a program would have at hand."""
    return [
        {key: _value(key, entry[key]) for key in entry}
        for entry in icalendar.Calendar.from_ical(content).walk("VEVENT")
    ]


def _value(key: str, value: Any) -> Any:
    if key == "GEO":
        return value.latitude, value.longitude
    return value.dt if hasattr(value, "dt") else int(value) if key == "SEQUENCE" else str(value)


def _entries(content: bytes) -> list[str]:
    """The lines of all entries, unfolded."""
    lines = content.replace(b"\r\n ", b"").decode().splitlines()
    return lines[lines.index("BEGIN:VEVENT") :]


def _with_icalendar(events: Sequence[Event], tag: str) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//bench//EN")
    zone = icalendar.Timezone.from_tzinfo(
        ZoneInfo(ZONE), first_date=date(2026, 1, 1), last_date=date(2028, 12, 31)
    )
    calendar.add_component(zone)
    for event in events:
        component = icalendar.Event()
        for key, value in event.items():
            if key in TEXTS:
                component.add(key, value, {"LANGUAGE": tag})
            elif key == "RELATED-TO":
                component.add(key, value, {"RELTYPE": "PARENT"})
            else:
                component.add(key, value)
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def _with_vobject(events: Sequence[Event], tag: str) -> str:
    calendar = vobject.iCalendar()
    for event in events:
        component = calendar.add("vevent")
        for key, value in event.items():
            plain = f"{value[0]};{value[1]}" if key == "GEO" else str(value) if key == "SEQUENCE" else value
            line = component.add(key.lower())
            line.value = plain
            if key in TEXTS:
                line.params["LANGUAGE"] = [tag]
            elif key == "RELATED-TO":
                line.params["RELTYPE"] = ["PARENT"]
    return str(calendar.serialize())


def _with_ics(events: Sequence[Event], tag: str) -> str:
    calendar = ics.Calendar()
    for event in events:
        made = ics.Event(
            summary=event["SUMMARY"],
            begin=event["DTSTART"],
            end=event["DTEND"],
            uid=event["UID"],
            dtstamp=event["DTSTAMP"],
            last_modified=event["LAST-MODIFIED"],
            status=event["STATUS"],
            description=event.get("DESCRIPTION"),
            location=event.get("LOCATION"),
            geo=event.get("GEO"),
            url=event.get("URL"),
        )
        calendar.events.append(made)
    return str(calendar.serialize())


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]] or NUMBERS)
