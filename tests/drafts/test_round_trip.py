"""Records that were published and are read again: all comes back but what a table in the docs names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from pydantic import BaseModel

import eventrecord
from eventrecord import Localizer, Record, Settings
from eventrecord.formats.json_ld.events import ROLES
from eventrecord.localize.names import name_in
from eventrecord.model.agent import Person
from eventrecord.model.event import Change, Event
from eventrecord.model.source import Fact, is_printed
from eventrecord.model.span import Moment, Period
from eventrecord.model.text import TAG_PATTERN, Wording
from eventrecord.model.timetable import timetable

ROOT = Path(__file__).parent.parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), ROOT / "tests/records/greater-bay-forum-2027.yaml"]
SETTINGS = Settings(base="https://office.example.org/", uid_domain="office.example.org")
KINDS = ("sources", "people", "organizations", "places", "terms", "figures", "quotations", "images")
WOVEN = {
    "participants",
    "organizations",
    "sub_events",
    "cite",
    "sourcing",
    "quotations",
    "images",
    "part_of",
    "at",
    "event",
}
"""Fields of facts that are compared otherwise than value by value."""
CAME = {"attended", "spoke", "chaired"}


# Helpers


def read_again(record: Record) -> Record:
    """The record that its data document gives."""
    text = eventrecord.render(record, "json-ld", record.locales[0], settings=SETTINGS, draft=True)
    assert isinstance(text, str)
    return eventrecord.loads(eventrecord.read_draft({"again.jsonld": text.encode()}).text())


@cache
def lost(path: Path) -> frozenset[str]:
    """The fields of a record that do not come back as they were."""
    record = eventrecord.load(path)
    return frozenset(Comparison(record, read_again(record)).run())


class Comparison:
    """Compares a record with what was read again, field by field."""

    def __init__(self, old: Record, new: Record) -> None:
        self.old, self.new = old, new
        self.voices = {tag: Localizer(old, tag, SETTINGS, draft=True) for tag in old.locales}

    def run(self) -> Iterator[str]:
        for field in ("id", "fictional", "locales", "derive", "note", "awards", "releases"):
            yield from self.values(getattr(self.old, field), getattr(self.new, field), field)
        yield from self.values(self.old.revision, self.new.revision, "revision")
        for kind in KINDS:
            old, new = getattr(self.old, kind), getattr(self.new, kind)
            assert set(new) <= set(old)
            for name in old:
                if name not in new:
                    yield f"{kind} that nothing refers to"
                else:
                    yield from self.values(old[name], new[name], kind)
        assert list(self.old.events()) == list(self.new.events())
        for old_event, new_event in zip(self.old.event.walk(), self.new.event.walk(), strict=True):
            yield from self.values(old_event, new_event, "event")
            yield from self.woven(old_event, new_event)

    def values(self, old: Any, new: Any, path: str) -> Iterator[str]:
        if isinstance(old, BaseModel) and isinstance(new, BaseModel):
            yield from self.fields(old, new, path)
        elif isinstance(old, Moment | Period) and isinstance(new, Moment | Period):
            if shown(old) != shown(new):
                yield path
        elif is_text(old) or is_text(new):
            if self.words(self.old, old) != self.words(self.new, new):
                yield path
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            for before, after in zip(old, new, strict=True):
                yield from self.values(before, after, path)
        elif isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
            for key in old:
                yield from self.values(old[key], new[key], path)
        elif old != new:
            yield path

    def fields(self, old: BaseModel, new: BaseModel, path: str) -> Iterator[str]:
        for field in type(old).model_fields:
            if field in WOVEN and isinstance(old, Fact) and not isinstance(old, Change):
                continue
            before, after = getattr(old, field), getattr(new, field)
            if isinstance(old, Fact) and not is_printed(old, field):
                before = type(old).model_fields[field].get_default(call_default_factory=True)
            if isinstance(old, Person) and isinstance(new, Person) and field == "name":
                before, after = self.names(self.old, old), self.names(self.new, new)
            yield from self.values(before, after, f"{path}.{field.rstrip('_')}")
        if isinstance(old, Fact) and isinstance(new, Fact) and sources(old) != sources(new):
            yield f"{path}.cite"

    def words(self, record: Record, text: Any) -> dict[str, str]:
        """What a text says in each language of the record that it has words of its own in."""
        found = {}
        for tag, voice in self.voices.items():
            worded = voice.wording(text) if text else None
            if worded is None or worded.stand_in or not worded.text:
                continue
            found[tag] = voice.prose(text, "a text").text if re.search("[{}]", worded.text) else worded.text
        return found

    def names(self, record: Record, person: Person) -> dict[str, Any]:
        return {tag: name_in(person, tag, record) for tag in self.old.locales}

    def woven(self, old: Event, new: Event) -> Iterator[str]:
        """Who came and spoke, and who was behind it, in their order."""
        if came(old) != came(new):
            yield "event.participants"
        if behind(old) != behind(new):
            yield "event.organizations"
        for kind, at in (("quotations", "at"), ("images", "event")):
            told = [
                {
                    *getattr(event, kind),
                    *(n for n, e in getattr(record, kind).items() if getattr(e, at) == event.id),
                }
                for record, event in ((self.old, old), (self.new, new))
            ]
            if told[0] != told[1]:
                yield f"event.{kind}"
        if (old.part_of or "").partition("/")[0] != (new.part_of or "").partition("/")[0]:
            yield "event.part_of"


def is_text(value: Any) -> bool:
    """Whether this is a text: words, or wordings, by language tags."""
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(re.fullmatch(TAG_PATTERN, key) for key in value)
        and all(isinstance(words, str | Wording) for words in value.values())
    )


def shown(moment: Moment | Period) -> str:
    """A moment without its offset, which a record may leave to its time zone."""
    return re.sub(r"(T\d\d:\d\d)(:00)?(Z|[+-]\d\d:\d\d)?", r"\1", str(moment))


def sources(fact: Fact) -> list[str]:
    fields = [own for field, own in fact.sourcing.items() if is_printed(fact, field)]
    cites = [cite for told in (fact, *fields) for cite in told.cite]
    return list(dict.fromkeys(cite if isinstance(cite, str) else cite.source for cite in cites))


def came(event: Event) -> list[tuple[str, bool, bool]]:
    found = []
    for entry in event.participants if is_printed(event, "participants") else []:
        did = {word.value for word in entry.did}
        if is_printed(entry, "did") and "withdrew" not in did:
            for name in [entry.person] if entry.person else entry.people:
                if did & CAME:
                    found.append((name, "attended" in did, bool(did & {"spoke", "chaired"})))
    return found


def behind(event: Event) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in event.organizations if is_printed(event, "organizations") else []:
        if is_printed(entry, "role"):
            found.setdefault(ROLES[entry.role], []).extend(entry.organizations)
    return found


# Linked data


def test_all_comes_back_but_what_the_docs_name() -> None:
    """The table of what does not come back is that of what really does not, in any of the records."""
    page = (ROOT / "docs/how-to/import.md").read_text("utf-8")
    table = page.partition("## What does not come back")[2]
    named = {
        field
        for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
        for field in re.findall("`(.+?)`", row)
    }
    assert named == frozenset().union(*(lost(path) for path in RECORDS))


# Calendars


def calendar_of(record: Record, tag: str) -> bytes:
    data = eventrecord.render(record, "icalendar", tag, settings=SETTINGS, draft=True)
    return data if isinstance(data, bytes) else data.encode()


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_calendars_of_all_languages_bring_back_times_and_what_is_part_of_what(path: Path) -> None:
    """Every event that has a day has it again, to the minute, under the same id and below the same event."""
    record = eventrecord.load(path)
    files = {f"{record.id}.{tag}.ics": calendar_of(record, tag) for tag in record.locales}
    dated = {entry.event.id: entry for entry in timetable(record) if entry.start is not None}
    if not dated:
        assert not any(files.values())
        return
    again = eventrecord.loads(eventrecord.read_draft(files).text())
    assert again.id == record.id
    entries = {entry.event.id: entry for entry in timetable(again) if entry.start is not None}
    assert {name: (e.start, e.end) for name, e in entries.items()} == {
        name: (e.start, e.end) for name, e in dated.items()
    }
    parents = {name: e.parent.id for name, e in entries.items() if e.parent and e.parent.id in dated}
    assert parents == {name: e.parent.id for name, e in dated.items() if e.parent and e.parent.id in dated}


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_calendars_bring_back_names_and_places_in_every_language(path: Path) -> None:
    """Titles and places are, in each language, those that an independent reader finds."""
    record = eventrecord.load(path)
    files = {tag: calendar_of(record, tag) for tag in record.locales}
    if not all(files.values()):
        return
    again = eventrecord.loads(
        eventrecord.read_draft({f"a.{tag}.ics": data for tag, data in files.items()}).text()
    )
    for tag, data in files.items():
        for entry in Calendar.from_ical(data).walk("VEVENT"):
            event = again.events()[str(entry["UID"]).partition(".")[0]]
            name = entry["SUMMARY"]
            assert event.name[name.params["LANGUAGE"]] == str(name)
            if "LOCATION" in entry:
                assert event.place
                assert again.places[event.place].name[tag] == str(entry["LOCATION"])


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_what_is_published_again_is_the_same_entry_and_no_older(path: Path) -> None:
    """Every UID is there again, and no SEQUENCE has fallen: calendars would pass over the new one."""
    record = eventrecord.load(path)
    tag = record.locales[0]
    data = calendar_of(record, tag)
    if not data:
        return
    again = eventrecord.loads(eventrecord.read_draft({f"a.{tag}.ics": data}).text())
    old, new = (
        {
            str(entry["UID"]): int(str(entry["SEQUENCE"]))
            for entry in Calendar.from_ical(calendar).walk("VEVENT")
        }
        for calendar in (data, calendar_of(again, tag))
    )
    assert set(old) <= set(new)
    assert all(new[uid] >= sequence for uid, sequence in old.items())
