"""JSCalendar: that its shape is the standard's, and that it says what the calendars of each language say."""

from __future__ import annotations

import json
import re
import subprocess
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

import eventrecord
from eventrecord import Record, find_settings
from eventrecord.settings import Settings

ROOT = Path(__file__).parent.parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]
each_record = pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
PYTHON = ROOT / "tests" / "readers" / ".venv" / "bin" / "python"

ID, LOCAL = r"[A-Za-z0-9_-]{1,255}", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"
SHAPES: dict[str, dict[str, Any]] = {
    "Group": {
        "uid": r"\S+",
        "prodId": r".+",
        "updated": LOCAL + "Z",
        "title": r".+",
        "description": r"(?s).+",
        "links": {ID: "Link"},
        "locale": r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*",
        "keywords": {r".+": True},
        "color": "steelblue",
        "source": r"https://\S+\.jscalendar\.json",
        "entries": ["Event"],
    },
    "Event": {
        "uid": r"\S+",
        "relatedTo": {r"\S+": "Relation"},
        "prodId": r".+",
        "updated": LOCAL + "Z",
        "sequence": int,
        "title": r".+",
        "description": r"(?s).+",
        "showWithoutTime": bool,
        "locations": {ID: "Location"},
        "virtualLocations": {ID: "VirtualLocation"},
        "links": {ID: "Link"},
        "locale": r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*",
        "keywords": {r".+": True},
        "start": LOCAL,
        "timeZone": r"[A-Za-z_]+(/[A-Za-z_+-]+)+",
        "duration": r"P(\d+D|T(\d+H)?(\d+M)?(\d+S)?)",
        "status": "confirmed|cancelled|tentative",
        "localizations": {r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*": dict},
    },
    "Relation": {"relation": {"parent|child": True}},
    "Location": {"name": r".+", "coordinates": r"geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?"},
    "VirtualLocation": {"uri": r"https?://\S+"},
    "Link": {"href": r"https?://\S+", "rel": "describedby|icon", "display": "fullsize"},
}
"""Of each object of RFC 8984 the properties that we write, and what they hold."""
NEEDED = {
    "Group": {"@type", "uid", "updated", "entries"},
    "Event": {"@type", "uid", "updated", "start"},
    "VirtualLocation": {"@type", "uri"},
    "Link": {"@type", "href"},
}


def written(path: Path) -> dict[str, Any] | None:
    """The document of a record; None where no event has a known day."""
    record, settings = eventrecord.load(path), find_settings(path)
    found = eventrecord.publish(record, formats=["jscalendar"], settings=settings)
    return json.loads(found[f"{record.id}.jscalendar.json"]) if found else None


def document_of(**event: Any) -> dict[str, Any]:
    """The document of a small record in two languages."""
    document: dict[str, Any] = json.loads(eventrecord.render(record_of(**event), "jscalendar", "en"))
    return document


def record_of(**event: Any) -> Record:
    """A small record in two languages, its event changed by key."""
    fair = {"id": "fair", "name": {"en": "Book Fair", "zh-Hans": "书展"}} | event
    small = {"format": "eventrecord/1", "id": "fair-2027", "revision": {"number": 1, "at": "2027-01-02"}}
    return Record.model_validate({**small, "locales": ["en", "zh-Hans"], "event": fair})


def faults(value: Any, shape: Any, where: str = "") -> list[str]:
    """Where a value is not of its shape: another type, an unknown or a missing property."""
    if isinstance(shape, str) and shape in SHAPES:
        lacking = [f"{where} lacks {key}" for key in NEEDED.get(shape, set()) - set(value)]
        return lacking + [
            fault
            for key, held in value.items()
            for fault in (
                [f"{where} is no {shape}"] * (held != shape)
                if key == "@type"
                else faults(held, SHAPES[shape][key], f"{where}/{key}")
                if key in SHAPES[shape]
                else [f"{where}/{key} is unknown"]
            )
        ]
    if isinstance(shape, str):
        return [] if isinstance(value, str) and re.fullmatch(shape, value) else [f"{where}: {value!r}"]
    if isinstance(shape, list):
        return [fault for n, each in enumerate(value) for fault in faults(each, shape[0], f"{where}[{n}]")]
    if isinstance(shape, dict):
        ((keys, held),) = shape.items()
        bad = [f"{where}: key {key!r}" for key in value if not re.fullmatch(keys, key)]
        return bad + [fault for key in value for fault in faults(value[key], held, f"{where}/{key}")]
    if isinstance(shape, bool):
        return [] if value is shape else [f"{where}: {value!r}"]
    return [] if type(value) is shape else [f"{where}: {value!r}"]


def localized(event: dict[str, Any], tag: str) -> dict[str, Any]:
    """The event in another language: its patch applied as RFC 8984, 1.4.9 says."""
    patched = deepcopy(event)
    for pointer, value in event.get("localizations", {}).get(tag, {}).items():
        *way, last = pointer.split("/")
        place = patched
        for step in way:
            place = place[step]
        place[last] = value
    return patched


def start_of(event: dict[str, Any]) -> date:
    """Day or instant of the beginning."""
    local = datetime.fromisoformat(event["start"])
    return local.date() if event.get("showWithoutTime") else local.replace(tzinfo=ZoneInfo(event["timeZone"]))


def end_of(event: dict[str, Any]) -> date | None:
    """The day after the last, or the instant of the end: a day is added to the clock, hours to the time."""
    if "duration" not in event:
        return None
    days, hours, minutes = (
        int(found[1]) if (found := re.search(rf"(\d+){unit}", event["duration"])) else 0 for unit in "DHM"
    )
    start = start_of(event)
    if not isinstance(start, datetime):
        return start + timedelta(days=days)
    return start.astimezone(UTC) + timedelta(hours=hours, minutes=minutes)


@each_record
def test_every_document_has_the_shape_of_the_standard(path: Path) -> None:
    """No unknown property, no value of another type, nothing missing."""
    document = written(path)
    assert document is None or faults(document, "Group") == []


@each_record
def test_each_language_says_what_its_calendar_says(path: Path) -> None:
    """With the patch of a language an event has the texts, times and relations of that language's VEVENT."""
    document = written(path)
    record, settings = eventrecord.load(path), find_settings(path)
    for tag in record.locales:
        content = eventrecord.render(record, "icalendar", tag, settings=settings)
        assert bool(content) == bool(document)
        if not document:
            continue
        entries: list[Any] = icalendar.Calendar.from_ical(content).walk("VEVENT")
        for entry, original in zip(entries, document["entries"], strict=True):
            event = localized(original, tag)
            assert event["uid"] == str(entry["UID"])
            assert event["title"] == str(entry["SUMMARY"])
            assert event.get("description", "") == str(entry.get("DESCRIPTION", ""))
            names = [place.get("name", "") for place in event.get("locations", {}).values()]
            assert names == ([str(entry["LOCATION"])] if "LOCATION" in entry else [])
            assert (event["sequence"], event["status"]) == (entry["SEQUENCE"], str(entry["STATUS"]).lower())
            assert event["updated"] == entry["DTSTAMP"].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
            assert start_of(event) == entry["DTSTART"].dt
            assert end_of(event) == (entry["DTEND"].dt if "DTEND" in entry else None)
            above = [
                other for other, how in event.get("relatedTo", {}).items() if "parent" in how["relation"]
            ]
            assert above == ([str(entry["RELATED-TO"])] if "RELATED-TO" in entry else [])


@pytest.mark.skipif(not PYTHON.exists(), reason="calendaring-jmap is not installed: see tests/readers")
def test_another_maker_understands_the_same(tmp_path: Path) -> None:
    """Converted to iCalendar by calendaring-jmap, entries have our titles, times and states."""
    documents = {path.stem: found for path in RECORDS if (found := written(path))}
    for name, document in documents.items():
        (tmp_path / name).write_text(json.dumps(document), encoding="utf-8")
    script = str(PYTHON.parent.parent.parent / "read_jscalendar.py")
    command = [str(PYTHON), script, *(str(tmp_path / name) for name in documents)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=60)
    for document, texts in zip(documents.values(), json.loads(done.stdout), strict=True):
        for event, text in zip(document["entries"], texts, strict=True):
            entry: Any = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
            assert [str(entry[key]) for key in ("UID", "SUMMARY")] == [event["uid"], event["title"]]
            assert entry["DTSTART"].dt == start_of(event)
            assert str(entry["STATUS"]).lower() == event["status"]
            if (end := end_of(event)) is not None:
                start, length = in_utc(entry["DTSTART"].dt), entry.get("DURATION")
                assert end == (start + length.dt if length else in_utc(entry["DTEND"].dt))


def in_utc(value: date) -> date:
    """An instant in UTC, where hours count; a day as it is."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def test_hours_are_counted_across_a_change_of_clocks() -> None:
    """From ten in the evening to four in the morning are five hours in the night that has one less."""
    night = {"start": "2027-03-27T22:00", "end": "2027-03-28T04:00", "time_zone": "Europe/Paris"}
    (event,) = document_of(**night)["entries"]
    assert (event["start"], event["timeZone"], event["duration"]) == (
        "2027-03-27T22:00:00",
        "Europe/Paris",
        "PT5H",
    )


def test_an_event_on_the_web_has_its_address() -> None:
    """Where an event is online, its page is the place to go; else it only describes."""
    page = {"start": "2027-05-01", "url": "https://fair.example.org/"}
    (online,) = document_of(**page, attendance_mode="online")["entries"]
    (offline,) = document_of(**page)["entries"]
    assert online["virtualLocations"]["page"]["uri"] == online["links"]["page"]["href"] == page["url"]
    assert "virtualLocations" not in offline


def test_the_group_says_what_it_is_about_and_where_it_is() -> None:
    """As the iCalendar files: description, page, colour, and the address of this file."""
    event = {
        "start": "2027-05-01",
        "url": "https://fair.example.org/",
        "description": {"en": "Books", "zh-Hans": "书"},
    }
    settings = Settings(feeds="https://fair.example.org/feeds/", color="teal")
    text = eventrecord.render(record_of(**event), "jscalendar", "en", settings=settings)
    group = json.loads(text)
    assert (group["description"], group["color"]) == ("Books", "teal")
    assert group["source"] == "https://fair.example.org/feeds/fair-2027.jscalendar.json"
    assert group["links"]["page"]["href"] == "https://fair.example.org/"


def test_a_place_of_another_record_is_patched_in_every_language() -> None:
    """Its id has a slash, which no Id of the standard has, and which would lead a patch astray."""
    halls = {"hall": {"name": {"en": "East Hall", "zh-Hans": "东厅"}}}
    week = record_of().model_copy(update={"id": "week-2027"})
    week = Record.model_validate({**week.model_dump(by_alias=True, exclude_unset=True), "places": halls})
    fair = record_of(start="2027-05-01", place="week-2027/hall", part_of="week-2027")
    document = json.loads(eventrecord.render(fair.with_related({"week-2027": week}), "jscalendar", "en"))
    assert faults(document, "Group") == []
    (event,) = document["entries"]
    (place,) = localized(event, "zh-Hans")["locations"].values()
    assert place["name"] == "东厅"


def test_a_record_without_days_has_no_calendar() -> None:
    """Nothing is written rather than an empty group."""
    assert eventrecord.publish(record_of(), formats=["jscalendar"]) == {}
