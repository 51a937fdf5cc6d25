"""Reads iCalendar files with a reader of another maker, named first: prints a list of events per file.

Each event is a mapping of property names to texts; times are in UTC, days as they are.
"""

import ctypes
import json
import sys
from collections.abc import Iterator
from ctypes.util import find_library
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

Event = dict[str, str]
TIMES = ("DTSTART", "DTEND")
TEXTS = ("UID", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "SEQUENCE")


def written(value: date) -> str:
    """A day, or an instant in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def vobject(data: bytes) -> Iterator[Event]:
    """Reads and validates."""
    import vobject

    calendar = vobject.readOne(data.decode("utf-8"))
    assert calendar.validate(raiseException=True)
    for entry in calendar.contents.get("vevent", []):
        event = {
            name: entry.contents[name.lower()][0].value for name in TEXTS if name.lower() in entry.contents
        }
        times = {
            name: written(entry.contents[name.lower()][0].value)
            for name in TIMES
            if name.lower() in entry.contents
        }
        yield event | times


class Time(ctypes.Structure):
    """`struct icaltimetype`."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *((name, ctypes.c_int) for name in ("is_date", "is_daylight")),
        ("zone", ctypes.c_void_p),
    )


def libical(data: bytes, *, strict: bool = True) -> Iterator[Event]:
    """The C library that most desktops use; if strict, every breach of its restrictions counts."""
    name = find_library("ical")
    assert name is not None
    library = ctypes.CDLL(name)
    for function in (
        "icalparser_parse_string",
        "icalcomponent_get_first_component",
        "icalcomponent_get_next_component",
        "icalcomponent_get_first_property",
        "icalcomponent_get_next_property",
    ):
        getattr(library, function).restype = ctypes.c_void_p
    for name in ("icalcomponent_get_dtstart", "icalcomponent_get_dtend"):
        getattr(library, name).restype = Time
    library.icaltime_as_timet_with_zone.restype = ctypes.c_long
    library.icaltime_as_timet_with_zone.argtypes = [Time, ctypes.c_void_p]
    for function in ("icalproperty_get_property_name", "icalproperty_get_value_as_string"):
        getattr(library, function).restype = ctypes.c_char_p
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    calendar = ctypes.c_void_p(library.icalparser_parse_string(data))
    library.icalrestriction_check(calendar)
    assert not strict or library.icalcomponent_count_errors(calendar) == 0, "libical finds errors"
    entry = library.icalcomponent_get_first_component(calendar, kind)
    while entry:
        event: Event = {}
        found = library.icalcomponent_get_first_property(ctypes.c_void_p(entry), 0)
        while found:
            name = library.icalproperty_get_property_name(ctypes.c_void_p(found)).decode()
            event[name] = library.icalproperty_get_value_as_string(ctypes.c_void_p(found)).decode("utf-8")
            found = library.icalcomponent_get_next_property(ctypes.c_void_p(entry), 0)
        told = {key: _unescaped(value) for key, value in event.items() if key in TEXTS}
        for name, times in (
            ("DTSTART", library.icalcomponent_get_dtstart),
            ("DTEND", library.icalcomponent_get_dtend),
        ):
            if name in event:
                time = times(ctypes.c_void_p(entry))
                day = date(time.year, time.month, time.day)
                seconds = library.icaltime_as_timet_with_zone(time, time.zone)
                told[name] = written(day if time.is_date else datetime.fromtimestamp(seconds, UTC))
        yield told
        entry = library.icalcomponent_get_next_component(calendar, kind)


def _unescaped(text: str) -> str:
    plain = {"\\n": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}
    out, at = "", 0
    while at < len(text):
        pair = text[at : at + 2]
        out += plain.get(pair, text[at])
        at += 2 if pair in plain else 1
    return out


def khal(data: bytes) -> Iterator[Event]:
    """Through the reader of a calendar for the terminal."""
    from khal.icalendar import cal_from_ics, split_ics
    from khal.khalendar.event import Event as Entry

    forms = dict.fromkeys(
        ("dateformat", "longdateformat", "datetimeformat", "longdatetimeformat"), "%Y-%m-%d"
    )
    zones = {"default_timezone": UTC, "local_timezone": UTC}
    other = {"timeformat": "%H:%M", "unicode_symbols": True, "firstweekday": 0, "weeknumbers": False}
    locale = forms | zones | other
    for part in split_ics(data.decode("utf-8")):
        for vevent in (c for c in cal_from_ics(part).subcomponents if c.name == "VEVENT"):
            entry = Entry.fromVEvents([vevent], calendar="c", locale=locale)
            told = {"UID": entry.uid, "SUMMARY": entry.summary, "LOCATION": entry.location}
            told |= {"DESCRIPTION": entry.description, "DTSTART": written(entry.start)}
            end = entry.end + timedelta(days=1) if entry.allday else entry.end
            yield told | {"DTEND": written(end)}


READERS = {
    "vobject": vobject,
    "libical": libical,
    "libical, its complaints aside": partial(libical, strict=False),
    "khal": khal,
}

if __name__ == "__main__":
    reader = READERS[sys.argv[1]]
    print(json.dumps([list(reader(Path(name).read_bytes())) for name in sys.argv[2:]]))
