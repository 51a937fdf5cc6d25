"""What the last look at a JSON-LD document finds before it is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eventrecord.formats import FORMATS

EDITIONS = sorted((Path(__file__).parents[1] / "editions").glob("*.jsonld"))
EVENT = {"@type": "Event", "@id": "https://example.org/#fair", "name": "Fair", "startDate": "2027-03-18"}
TAGGED = [{"@value": "Fair", "@language": "en"}, {"@value": "书展", "@language": "zh-Hans"}]


def faults(*nodes: dict[str, Any]) -> list[str]:
    """What is wrong with a document of these nodes."""
    document = {"@context": "https://schema.org", "@graph": nodes}
    return FORMATS["json-ld"].faults(json.dumps(document).encode())


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.name)
def test_our_own_documents_are_faultless(path: Path) -> None:
    """Every golden document, of data and of pages."""
    assert FORMATS["json-ld-page"].faults(path.read_bytes()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"name": TAGGED},
        {"startDate": "2027-03-18T09:30:00+08:00", "endDate": "2027-03-18T03:00:00Z"},
        {"endDate": "2027-03"},
        {"duration": "P2DT3H"},
        {"eventStatus": "https://schema.org/EventScheduled"},
        {"superEvent": {"@id": "https://example.org/#week"}},
        {"isAccessibleForFree": False},
        {"inLanguage": ["sl-rozaj-biske", "de-CH-1901", "es-419", "en-x-office"]},
    ],
)
def test_what_is_sound_passes(change: dict[str, Any]) -> None:
    """Texts with and without language, dates, lengths, members of enumerations, references, tags."""
    assert faults({**EVENT, **change}) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"@type": "Conference"}, "schema.org has no type 'Conference', or it is not one of ours"),
        ({"award": "Blue Tide"}, "Event has no property 'award'"),
        ({"nameEn": "Fair"}, "Event has no property 'nameEn'"),
        ({"name": {"en": "Fair"}}, '{"en": "Fair"} is no value of Event.name'),
        ({"name": 2027}, "2027 is no value of Event.name"),
        ({"name": [*TAGGED, "Fair"]}, "Event.name mixes texts with and without a language"),
        ({"name": [{"@value": "书展", "@language": "zh_CN"}]}, "'zh_CN' is no language tag (BCP 47)"),
        ({"name": [{"@value": "书展", "@language": "zh-hans"}]}, "'zh-hans' is no language tag (BCP 47)"),
        ({"inLanguage": "english"}, "'english' is no language tag (BCP 47)"),
        ({"startDate": "18 March 2027"}, '"18 March 2027" is no value of Event.startDate'),
        ({"startDate": "2027-03-18T09:30:00"}, '"2027-03-18T09:30:00" is no value of Event.startDate'),
        ({"endDate": "2027-03-17"}, "https://example.org/#fair ends before it begins, 2027-03-17"),
        (
            {"startDate": "2027-03-18T09:30:00+08:00", "endDate": "2027-03-18T01:00:00Z"},
            "https://example.org/#fair ends before it begins, 2027-03-18T01:00:00Z",
        ),
        ({"eventStatus": "EventScheduled"}, '"EventScheduled" is no value of Event.eventStatus'),
        (
            {"eventStatus": "https://schema.org/InStock"},
            '"https://schema.org/InStock" is no value of Event.eventStatus',
        ),
        ({"url": "forum.example.org"}, '"forum.example.org" is no value of Event.url'),
        ({"isAccessibleForFree": "yes"}, '"yes" is no value of Event.isAccessibleForFree'),
        (
            {"location": {"@type": "Person", "name": "Ann"}},
            '{"@type": "Person", "name": "Ann"} is no value of Event.location',
        ),
    ],
)
def test_every_fault_is_named(change: dict[str, Any], fault: str) -> None:
    """Unknown types and properties, values out of range, mixed texts, wrong tags, an end before its start."""
    assert faults({**EVENT, **change}) == [fault]


def test_a_reference_is_held_to_what_it_refers_to() -> None:
    """A place that is a person, though both stand in their own nodes."""
    person = {"@type": "Person", "@id": "https://example.org/#ann", "name": "Ann"}
    reference = {"@id": "https://example.org/#ann"}
    assert faults({**EVENT, "performer": reference}, person) == []
    assert faults({**EVENT, "location": reference}, person) == [
        '{"@id": "https://example.org/#ann"} is no value of Event.location'
    ]


def test_a_key_stands_once() -> None:
    """A second name would take the place of the first without a word."""
    text = b'{"@context": "https://schema.org", "@graph": [{"@type": "Event", "name": "A", "name": "B"}]}'
    assert FORMATS["json-ld"].faults(text) == ["'name' is there twice"]
