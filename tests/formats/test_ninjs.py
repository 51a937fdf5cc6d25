"""News items: what IPTC's documentation of ninjs 3.1 asks of them, and what of the record is in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import eventrecord
from eventrecord import Record, Settings
from eventrecord.formats import FORMATS
from eventrecord.model.source import is_printed

ROOT = Path(__file__).parents[2]
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), ROOT / "tests/records/greater-bay-forum-2027.yaml"]
SETTINGS = Settings(base="https://office.example.org/", uid_domain="office.example.org")

TEXT = "text"
URI = r"https?://[^\s]+"
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)"
DAY = r"\d{4}(-\d\d(-\d\d)?)?"
TYPES = "text|audio|video|picture|graphic|composite|component|event|planning"
ROLED = {"role": TEXT, "contentType": r"[a-z]+/[a-z+.-]+", "value": TEXT}
NAMED = {"name": TEXT, "rel": TEXT, "uri": URI}
ITEM: dict[str, Any] = {
    "standard": {"name": "ninjs", "version": r"3\.1", "schema": URI},
    "uri": URI,
    "type": TYPES,
    "representationType": "full|partial",
    "version": TEXT,
    "contentCreated": TIME,
    "versionCreated": TIME,
    "embargoedUntil": TIME,
    "pubStatus": "usable|withheld|canceled",
    "language": r"[a-z]{2}(-[A-Z][a-z]{3})?(-[A-Z]{2})?",
    "title": TEXT,
    "headlines": [ROLED],
    "descriptions": [ROLED],
    "bodies": [ROLED],
    "edNote": TEXT,
    "by": TEXT,
    "located": TEXT,
    "people": [NAMED],
    "organisations": [NAMED],
    "places": [{**NAMED, "geoJSON": {"type": "Point", "coordinates": [float]}}],
    "subjects": [NAMED],
    "events": [{**NAMED, "id": TEXT}],
    "eventDetails": {
        "dates": {"startDate": TIME, "endDate": TIME, "expectedStartDate": DAY, "expectedEndDate": DAY},
        "organiser": {"name": TEXT, "uri": URI},
    },
    "infoSources": [{"name": TEXT, "uri": URI}],
    "renditions": [{"name": TEXT, "href": URI}],
}
"""Properties that are written, in the form that the documentation gives them."""


# Helpers


def items(path: Path) -> Iterator[tuple[Record, str, dict[str, Any]]]:
    """Every item of a record, with the language it is in."""
    record = eventrecord.load(path)
    for release in record.releases:
        for tag in release.locales or record.locales:
            text = eventrecord.render(record, "ninjs", tag, release=release.id, settings=SETTINGS, draft=True)
            yield record, tag, json.loads(text)


def hold(value: Any, form: Any, where: str) -> None:
    """A value is of the form, and has no property besides."""
    if isinstance(form, dict):
        assert value, where
        assert set(value) <= set(form), where
        for name, inner in value.items():
            hold(inner, form[name], f"{where}.{name}")
    elif isinstance(form, list):
        assert value, where
        for inner in value:
            hold(inner, form[0], where)
    elif form is float:
        assert isinstance(value, float), where
    else:
        assert isinstance(value, str), where
        assert value.strip(), where
        assert form is TEXT or re.fullmatch(form, value), (where, value)


def events_in(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for part in item.get("associations", []):
        if part["type"] == "event":
            yield part
            yield from events_in(part)


# The standard


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_item_has_the_properties_and_forms_of_the_standard(path: Path) -> None:
    """Also those in it: an association is an item that has a name and a uri."""
    associated = {"name": TEXT, "rel": TEXT}
    for _, _, item in items(path):
        left = [(item, ITEM)]
        while left:
            one, form = left.pop()
            inner = one.pop("associations", [])
            hold(one, form, one["uri"])
            assert all({"name", "uri"} <= set(part) for part in inner)
            left += [(part, ITEM | associated) for part in inner]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_an_event_has_one_start_and_one_end(path: Path) -> None:
    """Either the instant or what is expected; nothing that is half a date."""
    for _, _, item in items(path):
        for event in events_in(item):
            dates = event.get("eventDetails", {}).get("dates", {"startDate": "", "endDate": ""})
            assert ("startDate" in dates) != ("expectedStartDate" in dates)
            assert not {"endDate", "expectedEndDate"} <= set(dates)


# The record


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_items_of_all_languages_are_one_release(path: Path) -> None:
    """Each names the others as translations, under the addresses that they have."""
    found: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for _, tag, item in items(path):
        assert item["language"] == tag
        name = item["uri"].rpartition("#")[2]
        found.setdefault(name, set()).add(item["uri"])
        others = {part["uri"] for part in item["associations"] if part["rel"] == "translation"}
        named[item["uri"]] = others
    for uri, others in named.items():
        assert others == found[uri.rpartition("#")[2]] - {uri}


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_the_text_is_that_of_the_press_release(path: Path) -> None:
    """Every paragraph of the plain text is in the item, in the same words."""
    for record, tag, item in items(path):
        release = item["uri"].partition("#release-")[2]
        text = eventrecord.render(record, "press", tag, release=release, settings=SETTINGS, draft=True)
        assert isinstance(text, str)
        printed = re.sub(r"[\s\u3000-]", "", text)
        for paragraph in item["bodies"][0]["value"].split("\n\n"):
            assert re.sub(r"[\s\u3000-]", "", paragraph) in printed


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_events_are_those_of_the_linked_data(path: Path) -> None:
    """One address for one event, in whichever format."""
    for record, _, item in items(path):
        data = eventrecord.render(record, "json-ld", record.locales[0], settings=SETTINGS, draft=True)
        told = {event["uri"] for event in events_in(item)}
        assert told == {
            f"{SETTINGS.base}{record.id}#event-{event.id}"
            for event in record.event.walk()
            if is_printed(event, "name")
        }
        assert all(f'"{uri}"' in str(data) for uri in told)


def test_a_cancelled_event_is_canceled_and_a_fictional_one_says_so() -> None:
    """The forum called off its roundtable, and is made up."""
    item = next(item for _, tag, item in items(RECORDS[-1]) if tag == "en")
    status = {event["uri"].rpartition("-")[2]: event["pubStatus"] for event in events_in(item)}
    assert "canceled" in status.values()
    assert "made up" in item["edNote"]


def test_it_is_published_only_on_request() -> None:
    """Newsrooms that take ninjs are few; the rest need not see it."""
    assert FORMATS["ninjs"].on_request


def test_what_an_item_leaves_out_is_told() -> None:
    """Figures stand in its text alone; of a status it knows that an event is cancelled."""
    record = eventrecord.load(RECORDS[-1])
    told = [path[-1] for path, _ in FORMATS["ninjs"].losses(record)]
    assert told == ["status", "figures"]
    without = record.model_copy(update={"releases": [], "figures": {}})
    assert "releases" in [path[-1] for path, _ in FORMATS["ninjs"].losses(without)]
