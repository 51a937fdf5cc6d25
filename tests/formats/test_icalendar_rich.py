"""The rich calendar: all of the plain one, and people, places, concepts and linked data to be read back."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import icalendar
import pytest

import eventrecord
from eventrecord import Record, find_settings
from eventrecord.formats.calendar import entries, ical
from eventrecord.settings import Settings

ROOT = Path(__file__).parent.parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]
each_record = pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
EXTRA = {"STYLED-DESCRIPTION", "STRUCTURED-DATA", "LINK", "CONCEPT"}
FORUM = next(path for path in RECORDS if path.stem == "greater-bay-forum-2027")


def calendars(path: Path, format: str) -> dict[str, Any]:
    """The calendars of a record in a format, read, by locale."""
    record, settings = eventrecord.load(path), find_settings(path)
    found = {tag: eventrecord.render(record, format, tag, settings=settings) for tag in record.locales}
    for content in found.values():
        assert isinstance(content, bytes)
        lines = content.split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert not any(re.search(r"[\x00-\x1f\x7f]", line.decode("utf-8")) for line in lines)
    return {tag: icalendar.Calendar.from_ical(content) for tag, content in found.items() if content}


def entry_of(event: dict[str, Any], **changes: Any) -> Any:
    """The entry of an event on May 1, 2027 in a small English record, in a rich calendar."""
    fair = {"id": "fair", "name": {"en": "Book Fair"}, "start": "2027-05-01"} | event
    small = {"format": "eventrecord/1", "id": "fair-2027", "revision": {"number": 1, "at": "2027-01-02"}}
    record = Record.model_validate({**small, "locales": ["en"], "event": fair, **changes})
    content = eventrecord.render(record, "icalendar-rich", "en")
    entries = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return next(entry for entry in entries if str(entry["UID"]).startswith("fair."))


@each_record
def test_the_plain_calendar_is_in_the_rich_one(path: Path) -> None:
    """Without what only the rich one has, the entries of both are the same."""
    plain, rich = calendars(path, "icalendar"), calendars(path, "icalendar-rich")
    assert plain.keys() == rich.keys()
    for tag, calendar in plain.items():
        for ours, more in zip(calendar.walk("VEVENT"), rich[tag].walk("VEVENT"), strict=True):
            assert more.errors == []
            for key, value in ours.items():
                if key == "RELATED-TO":
                    found = more[key] if isinstance(more[key], list) else [more[key]]
                    assert value in [each for each in found if each.params["RELTYPE"] == "PARENT"]
                else:
                    assert more[key].to_ical() == value.to_ical()
            assert set(more) - set(ours) <= EXTRA | {"RELATED-TO"}


@each_record
def test_styled_text_says_the_same(path: Path) -> None:
    """Without its tags the styled description is the plain one, which says that it is derived."""
    for calendar in calendars(path, "icalendar-rich").values():
        for entry in calendar.walk("VEVENT"):
            if "DESCRIPTION" in entry:
                html = str(entry["STYLED-DESCRIPTION"])
                lines = re.findall(r"<p>(.*?)</p>", html)
                assert unescape("\n".join(lines)) == str(entry["DESCRIPTION"])
                assert entry["DESCRIPTION"].params["DERIVED"] == "TRUE"


@each_record
def test_linked_data_is_that_of_the_entry(path: Path) -> None:
    """It is JSON-LD of one event with the entry's name and address of the type that SCHEMA tells."""
    for calendar in calendars(path, "icalendar-rich").values():
        for entry in calendar.walk("VEVENT"):
            node = json.loads(str(entry["STRUCTURED-DATA"]))
            assert entry["STRUCTURED-DATA"].params["SCHEMA"] == f"https://schema.org/{node['@type']}"
            assert node["@id"].endswith(f"#event-{str(entry['UID']).partition('.')[0]}")
            assert node["startDate"][:10] == entry["DTSTART"].dt.isoformat()[:10]


def test_those_who_came_stand_in_rank_order() -> None:
    """Who spoke, who came, and the organizations, in the record's order; nobody who was only invited."""
    english = calendars(FORUM, "icalendar-rich")["en"]
    opening = next(entry for entry in english.walk("VEVENT") if entry["UID"].startswith("opening."))
    people = [part for part in opening.subcomponents if part.name == "PARTICIPANT"]
    assert [(str(part["PARTICIPANT-TYPE"]), str(part["SUMMARY"])) for part in people] == [
        ("SPEAKER", "Kwong Wan-hang"),
        ("SPEAKER", "Vivian Lau Hoi-ching"),
    ]
    assert [str(part["UID"]).partition(".")[0] for part in people] == [
        "person-kwong-wan-hang",
        "person-lau-hoi-ching",
    ]


def test_an_entry_names_its_parts_that_have_entries() -> None:
    """A part without a day is no entry, so none is named."""
    parts = [
        {"id": "dated", "name": {"en": "talk"}, "start": "2027-05-01"},
        {"id": "undated", "name": {"en": "tour"}},
    ]
    entry = entry_of({"sub_events": parts})
    assert str(entry["RELATED-TO"]).startswith("dated.")
    assert entry["RELATED-TO"].params["RELTYPE"] == "CHILD"


def test_the_calendars_of_other_languages_are_linked_where_feeds_are_set() -> None:
    """Each with its language; without the setting no address is made up."""
    record = eventrecord.load(FORUM)

    def links(settings: Settings) -> list[str]:
        content = eventrecord.render(record, "icalendar-rich", "en", settings=settings)
        assert isinstance(content, bytes)
        head = content.decode().replace("\r\n ", "").partition("BEGIN:VEVENT")[0].splitlines()
        return [line for line in head if line.startswith(("LINK", "SOURCE"))]

    told = "LINK;FMTTYPE=text/calendar;LANGUAGE={0};LINKREL=alternate;VALUE=URI:https://a.example.org/{1}.{0}.rich.ics"
    assert links(Settings(feeds="https://a.example.org/")) == [
        told.format("zh-Hant-HK", record.id),
        told.format("zh-Hans", record.id),
        f"SOURCE;VALUE=URI:https://a.example.org/{record.id}.en.rich.ics",
    ]
    assert links(Settings()) == []


def test_hostile_words_stay_words() -> None:
    """Tags, quotes and line ends in texts break neither the styled text nor the calendar."""
    hostile = 'A "<script>alert(1)</script>" & B; END:VEVENT, \\n'
    entry = entry_of({"description": {"en": hostile}})
    html = str(entry["STYLED-DESCRIPTION"])
    assert "<script" not in html
    assert str(entry["DESCRIPTION"]) == hostile.strip()
    assert json.loads(str(entry["STRUCTURED-DATA"]))["description"] == hostile.strip()


def test_its_entries_are_listed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """To list them is to look at every event's times; the plain calendar has done it."""
    listed = []

    def counted(record: Record) -> Any:
        listed.append(record.id)
        return entries.dated_entries(record)

    monkeypatch.setattr(ical, "dated_entries", counted)
    assert eventrecord.render(eventrecord.load(FORUM), "icalendar-rich", "en")
    assert listed == [FORUM.stem]


def test_it_is_published_only_on_request() -> None:
    """Readers that know no later standard are not given it unasked."""
    record = eventrecord.load(FORUM)
    assert not [name for name in eventrecord.publish(record) if ".rich." in name]
    asked = eventrecord.publish(record, formats=["icalendar-rich"], locales=["en"])
    assert list(asked) == ["greater-bay-forum-2027.en.rich.ics"]


@pytest.mark.parametrize("told", ["inferred", "disputed"])
def test_what_is_inferred_is_not_told(told: str) -> None:
    """A person whose part is only inferred is no participant."""
    people = {"kay": {"name": {"en": {"family": "Kay", "given": "Lee"}}}}
    came = {"person": "kay", "did": ["spoke"], "standing": told, "conflicts": [{"source": "paper"}]}
    if told == "inferred":
        del came["conflicts"]
    sources = {"paper": {"title": {"en": "Paper"}}}
    entry = entry_of({"participants": [came]}, people=people, sources=sources)
    assert bool(entry.subcomponents) == (told == "disputed")


def test_a_concept_has_the_address_that_linked_data_gives_it() -> None:
    """Of this record, of another, and of the terminology base."""
    week = {"format": "eventrecord/1", "id": "week-2027", "revision": {"number": 1, "at": "2027-01-02"}}
    week |= {"locales": ["en"], "event": {"id": "week", "name": {"en": "Week"}}}
    week |= {"terms": {"ink": {"name": {"en": "ink"}}}}
    words = ["paper", "week-2027/ink", "active-pharmaceutical-ingredient"]
    fair = {"id": "fair", "name": {"en": "Fair"}, "start": "2027-05-01", "keywords": words}
    small = week | {"id": "fair-2027", "event": fair, "terms": {"paper": {"name": {"en": "paper"}}}}
    record = Record.model_validate(small).with_related({"week-2027": Record.model_validate(week)})
    content = eventrecord.render(record, "icalendar-rich", "en")
    entry: Any = icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
    node = json.loads(eventrecord.render(record, "json-ld", "en"))["@graph"][0]
    assert [str(address) for address in entry["CONCEPT"]] == [each["@id"] for each in node["keywords"]]
