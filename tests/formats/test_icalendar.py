"""Calendars: what is in them, that other makers' readers understand them, and that their bytes are sound."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import eventrecord
from eventrecord import Record, RecordError, find_settings
from eventrecord.formats.calendar.losses import losses
from eventrecord.settings import Settings

ROOT = Path(__file__).parent.parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]
each_record = pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
FORMATS = ("icalendar", "icalendar-rich")
NODE = ROOT / "tests" / "node"
IDENTITY = (
    "UID",
    "DTSTART",
    "DTEND",
    "DTSTAMP",
    "LAST-MODIFIED",
    "SEQUENCE",
    "STATUS",
    "RELATED-TO",
    "GEO",
    "URL",
)
Component = Any  # the properties of icalendar's components are a union of thirty types
SETTINGS = Settings(uid_domain="office.example.org")


# Helpers


def written(path: Path, *formats: str) -> dict[str, bytes]:
    """The calendars of a record by file name; the plain ones unless told otherwise."""
    record = eventrecord.load(path)
    settings = find_settings(path)
    return eventrecord.publish(record, formats=formats or ["icalendar"], settings=settings)


def record_of(*, related: Record | None = None, **changes: Any) -> Record:
    """A small record: `event` is changed by key, all else replaced."""
    event = {"id": "fair", "name": {"en": "Book Fair", "zh-Hans": "书展"}} | changes.pop("event", {})
    small = {"format": "eventrecord/1", "id": "fair-2027", "revision": {"number": 1, "at": "2027-01-02"}}
    record = Record.model_validate({**small, "locales": ["en", "zh-Hans"], **changes, "event": event})
    return record.with_related({related.id: related} if related else {})


def calendar_of(record: Record, tag: str = "en") -> Component:
    """The record's calendar, read back."""
    content = eventrecord.render(record, "icalendar", tag, settings=SETTINGS)
    assert isinstance(content, bytes)
    return read(content)


def read(content: bytes) -> Component:
    """A calendar, read by the library it was written with."""
    return icalendar.Calendar.from_ical(content)


def entries_of(record: Record, tag: str = "en") -> dict[str, Component]:
    """The entries of the record's calendar by id of the event."""
    return {str(entry["UID"]).split(".")[0]: entry for entry in calendar_of(record, tag).walk("VEVENT")}


def entry_of(tag: str = "en", **event: Any) -> Component:
    """The entry of a record of one event."""
    return entries_of(record_of(event=event), tag)["fair"]


def lines_of(entry: Component) -> list[str]:
    """The entry's lines, unfolded."""
    unfolded: str = entry.to_ical().decode().replace("\r\n ", "")
    return unfolded.splitlines()


def told(record: Record) -> list[str]:
    """What is told of events that are left out or less exact."""
    return [why for path, why in losses(record) if "calendar:" in why]


def faults(content: bytes) -> list[str]:
    """What is wrong with the bytes of a calendar (RFC 5545, 3.1): ends, lengths, folds, characters."""
    found = []
    if content.startswith(b"\xef\xbb\xbf"):
        found.append("byte order mark")
    if not content.endswith(b"\r\n") or re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        found.append("a line end that is not CRLF")
    before = ""
    for line in content.split(b"\r\n")[:-1]:
        if len(line) > 75:
            found.append(f"a line of {len(line)} octets")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            found.append(f"a fold inside a character: {line!r}")
            continue
        before = before + text[1:] if text.startswith(" ") else text
        sign = "^" if re.fullmatch(r'("[^"]*("|$)|[^":])*', before) else "\\"  # of a parameter, of a value
        if (len(text) - len(text.rstrip(sign))) % 2:
            found.append(f"a fold inside an escape: {text!r}")
        if not text.strip() or re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
            found.append(f"an empty line or a control character: {text!r}")
    return found


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCALENDAR\n",
        b"BEGIN:VCALENDAR",
        b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n",
        b"SUMMARY:" + b"x" * 68 + b"\r\n",
        b"SUMMARY:\xe5\xbc\r\n \xa0\r\n",
        b"SUMMARY:a\x0bb\r\n",
        b"SUMMARY:a\\\\\\\r\n n\r\n",
        b'LINK;LABEL="a:^\r\n n":b\r\n',
    ],
)
def test_the_check_of_bytes_finds_faults(content: bytes) -> None:
    """The checks below would not pass a calendar with this fault."""
    assert faults(content)


@pytest.mark.parametrize(
    "content", [b"SUMMARY:^\r\n", b'LINK;LABEL="a":^\r\n n\r\n', b'LINK;LABEL="a\\\r\n n":b\r\n']
)
def test_a_sign_is_an_escape_only_where_it_is_one(content: bytes) -> None:
    """A caret in a value and a backslash in a parameter stand for themselves (RFC 6868, 3.1)."""
    assert faults(content) == []


# Every record, in every locale


@each_record
def test_every_locale_has_its_calendar(path: Path) -> None:
    """One file per locale of the record, named after record and locale."""
    record = eventrecord.load(path)
    assert list(written(path)) == [f"{record.id}.{tag}.ics" for tag in record.locales]


@each_record
def test_icalendar_reads_it_without_an_error(path: Path) -> None:
    """No part has errors; entries come last; it is no request; every zone used is defined, before its use."""
    for content in written(path).values():
        calendar = read(content)
        assert [part.errors for part in calendar.walk()] == [[] for _ in calendar.walk()]
        names = [part.name for part in calendar.subcomponents]
        assert names == sorted(names, key=["VTIMEZONE", "VEVENT"].index)
        assert names[-1] == "VEVENT"
        zones = [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")]
        assert zones == sorted(set(re.findall(r"TZID=([^:;]+)", content.decode())))
        assert not re.search(rb"^(METHOD|COMMENT)", content, re.MULTILINE)


@each_record
def test_its_bytes_are_sound(path: Path) -> None:
    """CRLF, at most 75 octets, no fold inside a character, no byte order mark."""
    found = {name: faults(content) for name, content in written(path, *FORMATS).items()}
    assert not any(found.values()), found


@each_record
def test_all_locales_have_one_identity(path: Path) -> None:
    """Entries of all locales agree in identity, times, state and order, and in which texts are there."""

    def identity(content: bytes) -> list[object]:
        entries = read(content).walk("VEVENT")
        return [
            [
                [line for line in lines_of(entry) if re.split("[:;]", line)[0] in IDENTITY]
                for entry in entries
            ],
            [sorted(key for key in entry) for entry in entries],
        ]

    identities = [identity(content) for content in written(path).values()]
    assert all(other == identities[0] for other in identities)


@each_record
def test_times_are_dates_or_in_a_zone(path: Path) -> None:
    """No time floats: each is a date, has a zone, or is in UTC; time stamps are in UTC."""
    for content in written(path).values():
        for entry in read(content).walk("VEVENT"):
            for line in lines_of(entry):
                if line.startswith(("DTSTART", "DTEND")):
                    assert re.fullmatch(
                        r"\w+(;VALUE=DATE:\d{8}|;TZID=[\w/]+:\d{8}T\d{6}|:\d{8}T\d{6}Z)", line
                    )
                if line.startswith(("DTSTAMP", "LAST-MODIFIED")):
                    assert re.fullmatch(r"[\w-]+:\d{8}T\d{6}Z", line)


@each_record
def test_every_text_says_its_language(path: Path) -> None:
    """SUMMARY, LOCATION, DESCRIPTION, CATEGORIES and NAME have the tag of the edition."""
    for name, content in written(path).items():
        unfolded = content.decode().replace("\r\n ", "")
        texts = re.findall(r"^(?:NAME|SUMMARY|LOCATION|DESCRIPTION|CATEGORIES)(.*?):", unfolded, re.MULTILINE)
        assert texts
        assert set(texts) == {f";LANGUAGE={name.split('.')[1]}"}


@pytest.fixture(scope="module")
def read_by_ical_js(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """What ical.js, a reader of another maker, understands of all calendars; all are read in one run."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if not (NODE / "node_modules" / "ical.js").is_dir():
        pytest.skip("ical.js is not installed: npm ci --prefix tests/node")
    folder = tmp_path_factory.mktemp("calendars")
    files = {name: content for path in RECORDS for name, content in written(path, *FORMATS).items()}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    command = [node, str(NODE / "read-calendar.js"), *(str(folder / name) for name in files)]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", timeout=60)
    return dict(zip(files, json.loads(done.stdout), strict=True))


@each_record
def test_ical_js_understands_the_same(path: Path, read_by_ical_js: dict[str, list[dict[str, Any]]]) -> None:
    """Both readers find the same entries: texts, languages, instants, states."""

    def instant(value: date) -> str:
        if not isinstance(value, datetime):
            return value.isoformat()
        return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def text(entry: Component, key: str) -> dict[str, str] | None:
        return entry.get(key) and {"text": str(entry[key]), "language": entry[key].params["LANGUAGE"]}

    for name, content in written(path, *FORMATS).items():
        assert read_by_ical_js[name] == [
            {
                "uid": str(entry["UID"]),
                "sequence": entry["SEQUENCE"],
                "status": str(entry["STATUS"]),
                "stamp": instant(entry["DTSTAMP"].dt),
                "start": instant(entry["DTSTART"].dt),
                "end": instant(entry["DTEND"].dt) if "DTEND" in entry else None,
                "summary": text(entry, "SUMMARY"),
                "location": text(entry, "LOCATION"),
                "description": text(entry, "DESCRIPTION"),
            }
            for entry in read(content).walk("VEVENT")
        ]


def test_machine_and_hash_seed_change_nothing() -> None:
    """The same bytes under other hash seeds, time zones and languages of the machine."""
    path = ROOT / "tests" / "records" / "greater-bay-forum-2027.yaml"
    program = (
        "import eventrecord, hashlib, sys; record = eventrecord.load(sys.argv[1]);"
        "files = eventrecord.publish(record, formats=['icalendar']);"
        "print(hashlib.sha256(b''.join(files.values())).hexdigest())"
    )
    machines = [
        {"PYTHONHASHSEED": "1", "TZ": "America/New_York", "LANG": "C", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8", "LC_ALL": "zh_CN.UTF-8"},
    ]
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, str(path)],
            env={**os.environ, **machine},
            capture_output=True,
            check=True,
            encoding="ascii",
        ).stdout.strip()
        for machine in machines
    }
    here = eventrecord.publish(eventrecord.load(path), formats=["icalendar"])
    assert digests == {hashlib.sha256(b"".join(here.values())).hexdigest()}


# The summit and the made-up forum


def test_the_summit_shows_its_main_forum_only() -> None:
    """The summit's start is not known: its dated main forum stands alone, and that is told."""
    path = ROOT / "seeds" / "zhangjiang-summit-2022.yaml"
    content = written(path)["zhangjiang-summit-2022.zh-Hant-TW.ics"]
    (entry,) = read(content).walk("VEVENT")
    assert entry["UID"] == "main-forum.zhangjiang-summit-2022@records.example.org"
    assert entry["SUMMARY"] == "張江生命科學國際創新峰會主論壇"
    assert entry["DESCRIPTION"] == "2022上海國際生物醫藥產業週系列活動"
    assert (entry["DTSTART"].dt, entry["DTEND"].dt) == (date(2022, 11, 15), date(2022, 11, 16))
    assert "RELATED-TO" not in entry
    assert "LOCATION" not in entry  # only inferred
    assert told(eventrecord.load(path)) == ["'summit' is not in the calendar: its start is not known"]


def test_the_forum_keeps_what_was_put_off_and_cancelled() -> None:
    """A cancelled session keeps its time, a postponed one its old time; both count one change and say why."""
    path = ROOT / "tests" / "records" / "greater-bay-forum-2027.yaml"
    entries = entries_of(eventrecord.load(path))
    assert {key: (str(e["STATUS"]), e["SEQUENCE"]) for key, e in entries.items() if e["SEQUENCE"]} == {
        "data-roundtable": ("CANCELLED", 1),
        "matching": ("TENTATIVE", 1),
    }
    assert "DTSTART;TZID=Asia/Hong_Kong:20270318T143000" in lines_of(entries["data-roundtable"])
    assert "DTSTART;TZID=Asia/Shanghai:20270319T153000" in lines_of(entries["matching"])
    assert "DTEND;TZID=Asia/Shanghai:20270319T173000" in lines_of(entries["matching"])
    assert (
        "has been postponed. The side hall is closed for urgent repairs."
        in entries["matching"]["DESCRIPTION"]
    )
    assert entries["opening"]["SUMMARY"] == "Opening ceremony of the Greater Bay Blue Technology Forum 2027"
    assert entries["opening"]["LOCATION"] == "Horizon Hall, Wai Ngon Conference Centre, Hong Kong"
    assert entries["opening"]["RELATED-TO"] == entries["forum"]["UID"]
    assert entries["opening"]["RELATED-TO"].params["RELTYPE"] == "PARENT"
    assert list(entries)[:2] == ["forum", "opening"]  # by start, not as the record has it


# The hard record

HARD = """
season                  2028-02-01          2028-12-01          CONFIRMED 0
over-the-leap-day       2028-02-28          2028-03-02          CONFIRMED 0
leap-day                2028-02-29          2028-03-01          CONFIRMED 0
clocks-go-forward       2028-03-26T00:30Z   2028-03-26T02:30Z   CONFIRMED 0
half-an-hour-of-summer  2028-04-01T09:00Z   2028-04-01T17:30Z   CONFIRMED 0
three-quarters-of-an-hour 2028-05-09T04:15Z 2028-05-09T05:15Z   CONFIRMED 0
called-off              2028-05-20T19:00Z   2028-05-20T21:00Z   CANCELLED 1
put-off                 2028-05-27T20:00Z   2028-05-27T22:00Z   TENTATIVE 1
put-off-days            2028-06-10          2028-06-13          TENTATIVE 1
moved-online            2028-06-20T14:00Z   2028-06-20T15:00Z   CONFIRMED 1
moved-twice             2028-06-24T21:00Z   2028-06-25T00:00Z   CONFIRMED 2
the-earliest-day        2028-06-29T10:05Z   2028-06-29T11:00Z   CONFIRMED 0
half-an-hour-behind     2028-07-01T23:45Z   2028-07-02T02:35Z   CONFIRMED 0
winter-in-july          2028-07-15T22:00Z   2028-07-16T00:00Z   CONFIRMED 0
signs                   2028-07-20T09:00Z   2028-07-20T10:00Z   CONFIRMED 0
pictures-in-text        2028-07-21T17:00Z   2028-07-21T19:00Z   CONFIRMED 0
long-lines              2028-07-22T08:00Z   2028-07-22T11:00Z   CONFIRMED 0
an-instant-with-an-offset 2028-08-08T12:00Z 2028-08-08T13:30Z   CONFIRMED 0
no-end                  2028-08-09T20:05Z   -                   CONFIRMED 0
school                  2028-08-21          2028-08-24          CONFIRMED 0
school-day              2028-08-22T08:00Z   2028-08-22T16:00Z   CONFIRMED 0
first-breath            2028-08-22T09:00Z   2028-08-22T09:20Z   CONFIRMED 0
workshop                2028-08-22T09:00Z   2028-08-22T11:00Z   CONFIRMED 0
no-summer-time-left     2028-09-15T11:30Z   2028-09-15T13:00Z   CONFIRMED 0
over-the-months         2028-09-30T17:00Z   2028-10-02T05:00Z   CONFIRMED 0
first-half-past-one     2028-10-29T00:30Z   2028-10-29T00:45Z   CONFIRMED 0
second-half-past-one    2028-10-29T01:30Z   2028-10-29T02:15Z   CONFIRMED 0
"""
"""What its entries are, worked out by hand: id, start, end, status, number of changes; times in UTC."""


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("tag", ["en", "zh-Hans"])
def test_the_hard_record_is_told_as_it_is(tag: str, format: str) -> None:
    """Times, states, order and texts are those of the record."""

    def told(entry: Component, key: str) -> str:
        value = entry[key].dt if key in entry else None
        if isinstance(value, datetime):
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
        return str(value or "-")

    record = eventrecord.load(ROOT / "tests" / "records" / "lamplight-season-2028.yaml")
    content = eventrecord.render(record, format, tag)
    assert isinstance(content, bytes)
    entries = {str(entry["UID"]).split(".")[0]: entry for entry in read(content).walk("VEVENT")}
    found = [
        [name, told(entry, "DTSTART"), told(entry, "DTEND"), str(entry["STATUS"]), str(entry["SEQUENCE"])]
        for name, entry in entries.items()
    ]
    assert found == [line.split() for line in HARD.strip().splitlines()]
    for name, event in record.events().items():
        if name in entries:
            assert str(event.name[tag]).casefold() in str(entries[name]["SUMMARY"]).casefold()
            if event.description:
                described = str(entries[name]["DESCRIPTION"]).split("\n")[0]
                assert re.sub(r"\s", "", described) == re.sub(r"\s", "", str(event.description[tag]))


# When


def test_the_last_day_is_excluded() -> None:
    """A date alone is one whole day; days to the 18th end on the 19th."""
    lines = lines_of(entry_of(start="2027-05-01"))
    assert {"DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270502"} <= set(lines)
    lines = lines_of(entry_of(start="2022-11-14", end="2022-11-18"))
    assert {"DTSTART;VALUE=DATE:20221114", "DTEND;VALUE=DATE:20221119"} <= set(lines)


@pytest.mark.parametrize(
    ("times", "start", "end"),
    [
        ({"start": "2027-05-01", "duration": "5 days"}, ";VALUE=DATE:20270501", ";VALUE=DATE:20270506"),
        ({"start": "2027-05-01", "duration": "36 hours"}, ";VALUE=DATE:20270501", ";VALUE=DATE:20270503"),
        ({"start": "2027-05-01T09:30", "duration": "90 min"}, ":20270501T093000", ":20270501T110000"),
        ({"start": "2027-05-01T09:30", "end": "2027-05-01"}, ":20270501T093000", None),
        ({"start": "2027-05-01T09:30"}, ":20270501T093000", None),
        ({"start": "2027-05-01T09:30+01:00"}, ":20270501T103000", None),
        ({"start": "2027-05-01T22:00", "end": "2027-05-02T02:00"}, ":20270501T220000", ":20270502T020000"),
    ],
)
def test_what_is_known_of_the_end_is_written(times: dict[str, str], start: str, end: str | None) -> None:
    """The end comes from `end` or `duration`; it is left out where neither tells it to the minute."""
    lines = lines_of(entry_of(time_zone="Europe/Paris", **times))
    zone = "" if "DATE" in start else ";TZID=Europe/Paris"
    assert f"DTSTART{zone}{start}" in lines
    assert [line for line in lines if line.startswith("DTEND")] == ([f"DTEND{zone}{end}"] if end else [])


@pytest.mark.parametrize(
    ("times", "why"),
    [
        ({"start": "2027-05-01T09:30", "end": "2027-05-02"}, "without the time of 2027-05-01T09:30"),
        ({"start": "2027-05-01", "end": "2027-05-02T17:00"}, "without the time of 2027-05-02T17:00"),
        ({"start": "2027-05-01T09:30", "duration": "2 days"}, "without the time of 2027-05-01T09:30"),
    ],
)
def test_half_a_time_makes_whole_days(times: dict[str, str], why: str) -> None:
    """Where only one end has a time of day, no midnight is made up for the other: days, and that is told."""
    event = {"time_zone": "Asia/Shanghai", **times}
    assert {"DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270503"} <= set(lines_of(entry_of(**event)))
    assert told(record_of(event=event)) == [
        f"'fair' is less exact in the calendar: it is of whole days, {why}"
    ]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        ({}, "its start is not known"),
        ({"duration": "5 days"}, "its start is not known"),
        ({"start": "2027-05"}, "of its start only the month is known, 2027-05"),
        ({"start": "2027"}, "of its start only the year is known, 2027"),
        (
            {"start": "2027-05-01T09:30"},
            "2027-05-01T09:30 has no time zone: give a time_zone such as Asia/Shanghai",
        ),
        (
            {"start": "2027-05-01T09:30Z", "end": "2027-05-01T11:00"},
            "2027-05-01T11:00 has no time zone: give a time_zone such as Asia/Shanghai",
        ),
        (
            {"start": "2027-05-01", "sourcing": {"start": {"standing": "inferred"}}},
            "its start is only inferred",
        ),
        ({"start": "2027-05-01", "standing": "inferred"}, "the event, or its name, is only inferred"),
        ({"start": "0202-05-01"}, "calendars reach from 1900 to 2199"),
        ({"start": "9999-12-31", "duration": "5 weeks"}, "calendars reach from 1900 to 2199"),
    ],
)
def test_what_has_no_certain_time_is_left_out_and_told(event: dict[str, Any], why: str) -> None:
    """No day, or a time of day without a zone: no entry, no file, and a word about it; nothing is guessed."""
    record = record_of(event=event)
    assert told(record) == [f"'fair' is not in the calendar: {why}"]
    assert eventrecord.render(record, "icalendar", "en") == b""
    assert eventrecord.publish(record, formats=["icalendar"]) == {}


def test_a_vague_end_is_left_out_and_told() -> None:
    """An end of which only the month is known is no end; the first day stands."""
    event = {"start": "2027-05-01", "end": "2027-06"}
    assert "DTEND;VALUE=DATE:20270502" in lines_of(entry_of(**event))
    assert told(record_of(event=event)) == [
        "'fair' is less exact in the calendar: its end is left out: 2027-06 is only a month"
    ]


def test_an_instant_without_a_named_zone_is_in_utc() -> None:
    """An offset says the instant, though not the zone; so does UTC itself."""
    assert "DTSTART:20270501T013000Z" in lines_of(entry_of(start="2027-05-01T09:30+08:00"))
    assert "DTSTART:20270501T093000Z" in lines_of(entry_of(start="2027-05-01T09:30", time_zone="UTC"))


@pytest.mark.parametrize(
    ("start", "instant"),
    [
        ("2027-11-07T01:30-04:00", "20271107T053000Z"),
        ("2027-11-07T01:30-05:00", "20271107T063000Z"),
        ("2027-11-07T01:30", "20271107T053000Z"),
        ("2027-03-14T02:30", "20270314T073000Z"),
    ],
)
def test_an_hour_that_comes_twice_or_not_at_all_is_in_utc(start: str, instant: str) -> None:
    """When clocks go back, 01:30 may be read as either; when they go forward, there is no 02:30."""
    assert f"DTSTART:{instant}" in lines_of(entry_of(start=start, time_zone="America/New_York"))


def test_the_zone_comes_from_the_events_above() -> None:
    """An event without a zone has that of its parent, or of the parent in another record."""
    session = {"id": "talk", "name": {"en": "talk"}, "start": "2027-05-01T09:30"}
    near = record_of(event={"time_zone": "Asia/Shanghai", "sub_events": [session]})
    assert "DTSTART;TZID=Asia/Shanghai:20270501T093000" in lines_of(entries_of(near)["talk"])
    week = record_of(id="week", event={"id": "week", "time_zone": "Asia/Tokyo", "kind": "series"})
    far = record_of(event={"part_of": "week", "sub_events": [session]}, related=week)
    assert "DTSTART;TZID=Asia/Tokyo:20270501T093000" in lines_of(entries_of(far)["talk"])


def test_zones_are_sorted_and_short() -> None:
    """Zones stand in order of their names and tell two years, not seventy."""
    sessions = [
        {"id": f"s{number}", "name": {"en": "talk"}, "start": "2027-05-01T09:30", "time_zone": zone}
        for number, zone in enumerate(["Europe/Paris", "America/New_York", "Asia/Shanghai"])
    ]
    calendar = calendar_of(record_of(event={"sub_events": sessions}))
    zones = calendar.walk("VTIMEZONE")
    assert [str(zone["TZID"]) for zone in zones] == ["America/New_York", "Asia/Shanghai", "Europe/Paris"]
    assert all(len(lines_of(zone)) < 40 for zone in zones)
    starts = [part["DTSTART"].dt.year for zone in zones for part in zone.subcomponents]
    assert (min(starts), max(starts)) == (2026, 2027)


def test_time_stamps_are_those_of_the_revision() -> None:
    """A time with its offset; a date is its first moment in the event's zone, else in UTC."""
    days = {"start": "2027-05-01"}
    at = record_of(event=days, revision={"number": 2, "at": "2027-01-02T10:00+08:00"})
    zoned = record_of(event={**days, "time_zone": "Asia/Shanghai"})
    abroad = {"id": "a", "name": {"en": "a"}, "start": "2027-04-01T09:00", "time_zone": "Asia/Tokyo"}
    for record, stamp in (
        (at, "20270102T020000Z"),
        (zoned, "20270101T160000Z"),
        (record_of(event=days), "20270102T000000Z"),
        (record_of(event={**days, "sub_events": [abroad]}), "20270102T000000Z"),
    ):
        assert {f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}"} <= set(lines_of(entries_of(record)["fair"]))


def test_an_event_that_calendars_knew_before_keeps_its_uid() -> None:
    """Under the UID it had elsewhere, with changes counted on, subscribers get no second entry."""
    change = {"at": "2027-04-01", "status": "rescheduled", "previous_start": "2027-05-01"}
    entry = {"uid": "7a Fair@calendar.example.org", "sequence": 3}
    event = {"start": "2027-06-01", "status": "rescheduled", "changes": [change], "calendar_entry": entry}
    record = record_of(event=event)
    for name in ("icalendar", "icalendar-rich"):
        (found,) = icalendar.Calendar.from_ical(eventrecord.render(record, name, "en")).walk("VEVENT")
        assert (found["UID"], found["SEQUENCE"]) == ("7a Fair@calendar.example.org", 4)
    (told,) = json.loads(eventrecord.render(record, "jscalendar", "en"))["entries"]
    assert (told["uid"], told["sequence"]) == ("7a Fair@calendar.example.org", 4)


# What became of it


def test_a_rescheduled_event_has_its_new_time() -> None:
    """New times, the same UID, one change; the entry says that it was moved."""
    change = {"at": "2027-04-01", "status": "rescheduled", "previous_start": "2027-05-01"}
    entry = entry_of(start="2027-06-01", status="rescheduled", changes=[change])
    assert "DTSTART;VALUE=DATE:20270601" in lines_of(entry)
    assert (entry["STATUS"], entry["SEQUENCE"]) == ("CONFIRMED", 1)
    assert entry["DESCRIPTION"].startswith(
        "The Book Fair, scheduled for May 1, 2027, will now be held June 1, 2027."
    )


def test_a_postponed_event_that_still_has_its_old_start_keeps_its_end() -> None:
    """Where the start was left as it was, start and end stand."""
    change = {"at": "2027-04-01", "status": "postponed", "previous_start": "2027-05-01"}
    entry = entry_of(start="2027-05-01", end="2027-05-03", status="postponed", changes=[change])
    assert {"DTSTART;VALUE=DATE:20270501", "DTEND;VALUE=DATE:20270504"} <= set(lines_of(entry))
    assert entry["STATUS"] == "TENTATIVE"


def test_that_a_postponed_event_keeps_its_old_time_is_told() -> None:
    """A calendar cannot say that the time is void; without an old one there is no entry."""
    change = {"at": "2027-04-01", "status": "postponed", "previous_start": "2027-05-01"}
    record = record_of(event={"status": "postponed", "changes": [change]})
    assert [why for _, why in losses(record)] == [
        "'fair' has no new time yet: the calendar keeps the old one, as tentative"
    ]
    del change["previous_start"]
    record = record_of(event={"status": "postponed", "changes": [change]})
    assert told(record) == ["'fair' is not in the calendar: its start is not known"]


def test_a_second_postponement_starts_from_the_date_that_was_put_off() -> None:
    """Moved from May to June and then put off: June is the old start, and there were two changes."""
    changes = [
        {"at": "2027-04-01", "status": "rescheduled", "previous_start": "2027-05-01"},
        {"at": "2027-05-20", "status": "postponed"},
    ]
    entry = entry_of(start="2027-06-01", status="postponed", changes=changes)
    assert "DTSTART;VALUE=DATE:20270601" in lines_of(entry)
    assert entry["SEQUENCE"] == 2


# What


def test_a_sub_event_is_named_with_its_parent_unless_a_locale_says_otherwise() -> None:
    """Chinese sets the parent first; English a common name before it, and a session's title beside it."""
    sub_events = [
        {"id": "opening", "kind": "ceremony", "name": {"en": "opening ceremony", "zh-Hans": "开幕式"}},
        {"id": "talk", "kind": "session", "name": {"en": "Ink and Paper", "zh-Hans": "墨与纸"}},
    ]
    record = record_of(event={"sub_events": [{**event, "start": "2027-05-01"} for event in sub_events]})
    assert [str(e["SUMMARY"]) for e in entries_of(record).values()] == [
        "Opening ceremony of the Book Fair",
        "Ink and Paper · Book Fair",
    ]
    assert [str(e["SUMMARY"]) for e in entries_of(record, "zh-Hans").values()] == ["书展开幕式", "书展墨与纸"]


def test_a_parent_without_an_entry_is_not_referred_to() -> None:
    """RELATED-TO names only what is in the file."""
    talk = {"id": "talk", "name": {"en": "talk"}, "start": "2027-05-01"}
    assert "RELATED-TO" not in entries_of(record_of(event={"sub_events": [talk]}))["talk"]
    dated = entries_of(record_of(event={"start": "2027-05-01", "sub_events": [talk]}))
    assert dated["talk"]["RELATED-TO"] == "fair.fair-2027@office.example.org"


def test_the_place_has_room_city_and_position() -> None:
    """Room, hall and city as the language orders them; a city in the hall's name is not said twice."""
    places = {
        "hall": {
            "name": {"en": "Book Hall", "zh-Hans": "书城会堂"},
            "within": "city",
            "coordinates": {"latitude": 51.48, "longitude": 0.00005},
        },
        "city": {"name": {"en": "Lu City", "zh-Hans": "鹿城"}},
        "other": {"name": {"en": "Lu City Library", "zh-Hans": "鹿城图书馆"}, "within": "city"},
    }
    event = {"start": "2027-05-01", "place": "hall", "room": {"en": "Room 2", "zh-Hans": "二号厅"}}
    record = record_of(places=places, event=event)
    assert entries_of(record)["fair"]["LOCATION"] == "Room 2, Book Hall, Lu City"
    assert entries_of(record, "zh-Hans")["fair"]["LOCATION"] == "鹿城书城会堂二号厅"
    assert "GEO:51.48;0.0" in lines_of(entries_of(record)["fair"])  # never 5e-05, which is no RFC 5545 number
    library = record_of(places=places, event={"start": "2027-05-01", "place": "other"})
    assert entries_of(library, "zh-Hans")["fair"]["LOCATION"] == "鹿城图书馆"


def test_what_is_only_inferred_is_not_written() -> None:
    """Place, address, theme and status that nobody told are not in the file."""
    inferred = {field: {"standing": "inferred"} for field in ("place", "url", "theme", "status", "keywords")}
    event = {
        "start": "2027-05-01",
        "place": "hall",
        "url": "https://fair.example.org/",
        "theme": {"en": "Guesswork"},
        "status": "moved-online",
        "keywords": ["book"],
        "sourcing": inferred,
    }
    hall = {"name": {"en": "Guess Hall"}, "coordinates": {"latitude": 1, "longitude": 2}}
    terms = {"book": {"name": {"en": "guessed book"}}}
    record = record_of(event=event, places={"hall": hall}, terms=terms)
    text = str(eventrecord.render(record, "icalendar", "en")).lower()
    assert [word for word in ("guess", "geo:", "url:", "status", "online") if word in text] == []


def test_keywords_are_categories() -> None:
    """Each keyword is one category, its comma no end of it."""
    terms = {"ink": {"name": {"en": "ink, black"}}, "paper": {"name": {"en": "paper"}}}
    record = record_of(terms=terms, event={"start": "2027-05-01", "keywords": ["ink", "paper"]})
    assert entries_of(record)["fair"]["CATEGORIES"].cats == ["ink, black", "paper"]


def test_a_wording_that_stands_in_keeps_its_language() -> None:
    """An English name in a Chinese calendar is marked as English."""
    name = {"en": "Book Fair", "zh-Hans": {"state": "missing", "stand_in": "en"}}
    entry = entry_of("zh-Hans", name=name, start="2027-05-01")
    assert (entry["SUMMARY"], entry["SUMMARY"].params["LANGUAGE"]) == ("Book Fair", "en")


def test_the_calendar_has_name_and_interval_twice() -> None:
    """NAME and REFRESH-INTERVAL of RFC 7986 stand beside the properties that Google and Outlook read."""
    content = eventrecord.render(
        record_of(event={"name": {"en": "Ink; Paper, Press"}, "start": "2027-05-01"}), "icalendar", "en"
    )
    assert isinstance(content, bytes)
    assert content.decode().splitlines()[:10] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//eventrecord//Calendar//EN",
        "CALSCALE:GREGORIAN",
        r"NAME;LANGUAGE=en:Ink\; Paper\, Press",
        r"X-WR-CALNAME:Ink\; Paper\, Press",
        "LAST-MODIFIED:20270102T000000Z",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "UID:fair-2027@eventrecord.invalid",
        "X-PUBLISHED-TTL:PT12H",
    ]


def test_the_calendar_says_what_it_is_about_and_where_it_is() -> None:
    """Description, keywords, page and images of the record's event; address and colour from the settings."""
    terms = {"ink": {"name": {"en": "ink, black", "zh-Hans": "墨，黑色"}}}
    images = {
        "poster": {"url": "https://fair.example.org/p.jpg", "caption": {"en": "Poster"}},
        "draft": {"file": "draft.png", "caption": {"en": "Draft"}},
    }
    event = {
        "start": "2027-05-01",
        "description": {"en": "Books; and more", "zh-Hans": "书；还有更多"},
        "url": "https://fair.example.org/",
        "keywords": ["ink"],
        "images": ["poster", "draft"],
    }
    record = record_of(terms=terms, images=images, event=event)
    settings = Settings(feeds="https://fair.example.org/feeds/", color="SteelBlue")
    content = eventrecord.render(record, "icalendar", "zh-Hans", settings=settings)
    assert isinstance(content, bytes)
    head = content.decode().replace("\r\n ", "").partition("BEGIN:VEVENT")[0].splitlines()
    assert set(head) >= {
        "DESCRIPTION;LANGUAGE=zh-Hans:书；还有更多",
        "X-WR-CALDESC:书；还有更多",
        "CATEGORIES;LANGUAGE=zh-Hans:墨，黑色",
        "URL:https://fair.example.org/",
        "IMAGE;DISPLAY=FULLSIZE;VALUE=URI:https://fair.example.org/p.jpg",
        "COLOR:steelblue",
        "SOURCE;VALUE=URI:https://fair.example.org/feeds/fair-2027.zh-Hans.ics",
    }
    assert told(record) == []
    assert any("no address" in why or "have an address" in why for _, why in losses(record))
    plain = calendar_of(record_of(event={"start": "2027-05-01"}))
    assert not {"DESCRIPTION", "CATEGORIES", "URL", "IMAGE", "COLOR", "SOURCE"} & set(plain)


@pytest.mark.parametrize(
    ("event", "address"),
    [
        ({"attendance_mode": "online"}, "https://fair.example.org/room?a=1;b=2,3"),
        ({"attendance_mode": "mixed"}, "https://fair.example.org/room?a=1;b=2,3"),
        (
            {"status": "moved-online", "changes": [{"at": "2027-04-01", "status": "moved-online"}]},
            "https://fair.example.org/room?a=1;b=2,3",
        ),
        ({"attendance_mode": "offline"}, None),
        ({}, None),
        ({"attendance_mode": "online", "url": None}, None),
        ({"attendance_mode": "online", "sourcing": {"url": {"standing": "inferred"}}}, None),
    ],
)
def test_an_event_on_the_web_says_where_to_go(event: dict[str, Any], address: str | None) -> None:
    """CONFERENCE is the event's page where it is online; without one, nothing is made up."""
    page = {"start": "2027-05-01", "url": "https://fair.example.org/room?a=1;b=2,3"}
    lines = lines_of(entry_of(**{**page, **event}))
    found = [line for line in lines if line.startswith("CONFERENCE")]
    assert found == ([f"CONFERENCE;VALUE=URI:{address}"] if address else [])


def test_a_made_up_event_says_so() -> None:
    """Entries of a fictional record say in their description that they are."""
    record = record_of(fictional=True, event={"start": "2027-05-01"})
    assert str(entries_of(record)["fair"]["DESCRIPTION"]).startswith("Fictional sample")


# Refusals


@pytest.mark.parametrize(
    "times",
    [
        {"start": "2027-05-02", "end": "2027-05-01"},
        {"start": "2027-05-01T09:30", "end": "2027-05-01T09:30"},
        {"start": "2027-05-01T09:30", "end": "2027-05-01T09:00"},
    ],
)
def test_an_end_before_the_start_is_refused(times: dict[str, str]) -> None:
    """Rather no calendar than one that ends before it starts; the event and both times are named."""
    record = record_of(event={"time_zone": "Asia/Shanghai", **times})
    with pytest.raises(
        RecordError, match=f"'fair' ends at {times['end']}, not after its start, {times['start']}"
    ):
        eventrecord.render(record, "icalendar", "en")


def test_two_events_of_one_id_are_refused() -> None:
    """Two entries under one UID would replace each other."""
    record = record_of(
        event={
            "start": "2027-05-01",
            "sub_events": [{"id": "fair", "name": {"en": "a"}, "start": "2027-05-01"}],
        }
    )
    with pytest.raises(RecordError, match="several events have the id 'fair'"):
        eventrecord.render(record, "icalendar", "en")


def test_two_events_of_one_uid_are_refused() -> None:
    """The second would be taken for a new state of the first."""
    entry = {"start": "2027-05-01", "calendar_entry": {"uid": "7a"}}
    record = record_of(event={**entry, "sub_events": [{"id": "talk", "name": {"en": "Talk"}, **entry}]})
    with pytest.raises(RecordError, match="several events have the UID '7a'"):
        eventrecord.render(record, "icalendar", "en")
    (found,) = [found for found in eventrecord.validate(record) if found.rule == "duplicate-id"]
    assert found.path[-1] == "uid"


# Any text


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
@example('张江，\\n;：,"' * 20)
@example("👩‍👩‍👧‍👦é" * 30)
@example("\\N\\n\\\\" * 30 + "n")
@example("^")
@example("a\x00b\x0bc\x1bd\x85e\u2028f\r\ng\rh")
def test_any_name_is_folded_well_and_comes_back(name: str) -> None:
    """Folding never breaks a character; reading gives the name again, without its control characters."""
    assume(name.strip())
    record = record_of(event={"name": {"zh-Hans": name}, "start": "2027-05-01"}, locales=["zh-Hans"])
    kept = " ".join(filter(None, re.split(r"[ \t\r\n]+", str(record.event.name["zh-Hans"]))))
    assume(" " not in kept or kept.isascii())  # between Chinese characters a space is dropped
    wanted = re.sub(r"[\x00-\x08\x0e-\x1b\x1f\x7f]", "", "\n".join(kept.splitlines()))
    assume(wanted)
    content = eventrecord.render(record, "icalendar", "zh-Hans")
    assert isinstance(content, bytes)
    assert faults(content) == []
    calendar = read(content)
    (entry,) = calendar.walk("VEVENT")
    name_of_calendar = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], calendar["NAME"])
    assert [entry["SUMMARY"], name_of_calendar, entry.errors] == [wanted, wanted, []]


def test_icalendar_is_loaded_only_to_write_calendars() -> None:
    """Looking at the table of formats does not cost the import of the library."""
    program = "import sys, eventrecord; eventrecord.FORMATS['icalendar']; print('icalendar' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="ascii")
    assert done.stdout.strip() == "False"
