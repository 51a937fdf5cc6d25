"""JSON-LD by the letter: two independent readers, the vocabulary of schema.org, search engines' demands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from linked_data import (
    CONTEXT,
    MOMENT,
    OPTIONS,
    VOCABULARY,
    document_of,
    each,
    each_data,
    each_page,
    listed,
    nodes,
    record_of,
    text_of,
)
from pyld import jsonld
from rdflib import Graph, Literal
from rdflib.compare import isomorphic
from rdflib.namespace import XSD

from eventrecord.settings import find_settings

CODES = {
    "addressCountry",
    "currency",
    "duration",
    "eventAttendanceMode",
    "eventStatus",
    "inLanguage",
    "observationPeriod",
    "postalCode",
    "termCode",
    "unitCode",
}
"""Properties of strings that are in no language."""


# Readers


def comparable(triples: Graph) -> Graph:
    """Triples as every reader would give them: language tags in lower case, doubles by value."""
    found = Graph()
    for subject, predicate, value in triples:
        if isinstance(value, Literal) and value.language:
            value = Literal(str(value), lang=value.language.lower())  # noqa: PLW2901
        elif isinstance(value, Literal) and value.datatype == XSD.double:
            value = Literal(repr(float(value)), datatype=XSD.double)  # noqa: PLW2901
        found.add((subject, predicate, value))
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's, of its own classes
@each
def test_two_independent_readers_read_the_same(path: Path, tag: str | None) -> None:
    """PyLD and rdflib read isomorphic graphs from a document, and not one key is lost on the way."""
    document = document_of(path, tag)
    assert document["@context"] == CONTEXT
    triples = jsonld.to_rdf(document, {**OPTIONS, "format": "application/n-quads"})
    by_pyld = Graph().parse(data=triples, format="nt")
    by_rdflib = Graph().parse(data=json.dumps(document | VOCABULARY.context()), format="json-ld")
    first, second = comparable(by_pyld), comparable(by_rdflib)
    assert len(first) > 50
    assert isomorphic(first, second)


@each
def test_expansion_keeps_every_property(path: Path, tag: str | None) -> None:
    """Every key of every node comes out of PyLD's expansion as a property of schema.org."""
    document = document_of(path, tag)
    written = {key for node in nodes(document) for key in node if not key.startswith("@")}
    expanded = jsonld.expand(document, OPTIONS)
    kept = {key for node in every_object(expanded) for key in node if not key.startswith("@")}
    assert {f"http://schema.org/{key}" for key in written} == kept


def every_object(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in JSON."""
    if isinstance(value, dict):
        yield value
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from every_object(entry)


# Vocabulary


@each
def test_types_and_properties_are_those_of_schema_org(path: Path, tag: str | None) -> None:
    """Every type exists, every property exists, belongs to the type, and nothing used is superseded."""
    for node in nodes(document_of(path, tag)):
        kind = node["@type"]
        entry = VOCABULARY.find(kind)
        assert entry is not None, kind
        assert entry["@type"] == "rdfs:Class", kind
        assert "schema:supersededBy" not in entry, kind
        for name in node:
            if name.startswith("@"):
                continue
            known = VOCABULARY.find(name)
            assert known is not None, f"{kind}.{name}"
            assert known["@type"] == "rdf:Property", f"{kind}.{name}"
            assert "schema:supersededBy" not in known, f"{kind}.{name}"
            domain = VOCABULARY.names(known, "schema:domainIncludes")
            assert VOCABULARY.ancestors(kind) & set(domain), f"{name} is not for {kind}"


@each
def test_values_are_in_the_range_of_their_property(path: Path, tag: str | None) -> None:
    """Every value is of a type that schema.org expects of its property; every reference leads somewhere."""
    document = document_of(path, tag)
    types = {node["@id"]: node["@type"] for node in nodes(document) if "@id" in node}
    outside = {node["@id"]: node["@type"] for node in nodes(document_of(path, None)) if "@id" in node}
    for node in nodes(document):
        for name, values in node.items():
            if name.startswith("@"):
                continue
            ranges = set(VOCABULARY.names(VOCABULARY.find(name) or {}, "schema:rangeIncludes"))
            for value in listed(values):
                assert fits(value, ranges, outside | types), f"{node['@type']}.{name}: {value}"


def fits(value: Any, ranges: set[str], types: dict[str, str]) -> bool:
    """Whether a value is in a range."""
    if isinstance(value, dict) and "@value" in value:
        return "Text" in ranges
    if isinstance(value, dict):
        kind = value.get("@type") or types[value["@id"]]
        return bool(VOCABULARY.ancestors(kind) & ranges)
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return bool({"Number", "Integer"} & ranges)
    if ranges & {"Date", "DateTime"} and MOMENT.fullmatch(value):
        return True
    if "Duration" in ranges and re.fullmatch(r"P(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?", value):
        return True
    member = VOCABULARY.find(value.removeprefix("https://schema.org/"))
    if value.startswith("https://schema.org/") and member is not None:
        return member["@type"].removeprefix("schema:") in ranges
    if "URL" in ranges and re.match(r"(https?|mailto|tel):", value):
        return True
    return "Text" in ranges


# Texts


@each_data
def test_data_document_tags_every_text(path: Path) -> None:
    """Texts are tagged, codes are not, and no property mixes the two."""
    for node in nodes(document_of(path, None)):
        for name, values in node.items():
            if name.startswith("@"):
                continue
            tagged = {isinstance(value, dict) and "@value" in value for value in listed(values)}
            assert len(tagged) == 1, f"{name} mixes tagged and untagged: {values}"
            ranges = VOCABULARY.names(VOCABULARY.find(name) or {}, "schema:rangeIncludes")
            strings = [value for value in listed(values) if isinstance(value, str)]
            if strings and "Text" in ranges and name not in CODES:
                raise AssertionError(f"{name} is a text without language: {values}")


@each_page
def test_page_document_is_of_one_language(path: Path, tag: str) -> None:
    """A page document has plain strings only, and says its language on events and articles."""
    document = document_of(path, tag)
    assert "@value" not in text_of(path, tag)
    spoken = [node for node in nodes(document) if node["@type"] == "NewsArticle" or "eventStatus" in node]
    assert spoken
    assert {node["inLanguage"] for node in spoken} == {tag}


@each_data
def test_names_are_in_every_language(path: Path) -> None:
    """Events, people, bodies, places and figures are named in every language of the record."""
    record = record_of(path)
    kinds = {"Person", "Organization", "Place", "Observation"}
    named = [
        node
        for node in nodes(document_of(path, None))
        if "@id" in node and (node["@type"] in kinds or "eventStatus" in node)
    ]
    assert named
    for node in named:
        tags = [name["@language"] for name in node["name"]]
        assert tags == record.locales, node["@id"]


@each
def test_language_tags_are_sound(path: Path, tag: str | None) -> None:
    """Every language tag is well formed and known (BCP 47, CLDR)."""
    document = document_of(path, tag)
    tags = {value["@language"] for value in every_object(document) if "@language" in value}
    tags |= {each for node in nodes(document) for each in listed(node.get("inLanguage", []))}
    assert tags
    for each_tag in tags:
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", each_tag)
        assert Locale.parse(each_tag, sep="-").english_name


# Times


@each
def test_no_time_is_made_up(path: Path, tag: str | None) -> None:
    """A date stands alone or with a time that has an offset; no day becomes midnight."""
    times = [
        value
        for node in nodes(document_of(path, tag))
        for name, values in node.items()
        if name.endswith(("Date", "Published", "Modified", "Created", "Ends", "From"))
        for value in listed(values)
        if isinstance(value, str)
    ]
    assert times
    for time in times:
        assert MOMENT.fullmatch(time), time
        assert "T00:00" not in time
        assert "T23:59" not in time


# Both shapes


FACTS = {"eventStatus", "eventAttendanceMode", "duration", "observationPeriod", "unitCode", "currency"}


def facts(document: Any) -> dict[str, set[tuple[str, str]]]:
    """What PyLD reads of every named node but its texts: links, addresses, dates, numbers, codes."""
    found: dict[str, set[tuple[str, str]]] = {}
    for node in jsonld.flatten(document, None, OPTIONS):
        if node["@id"].startswith("_:"):
            continue
        mine = found.setdefault(node["@id"], {("@type", str(node["@type"]))})
        for name, values in node.items():
            short = name.removeprefix("http://schema.org/")
            for value in values if not name.startswith("@") else []:
                plain = value.get("@id", value.get("@value"))
                text = isinstance(plain, str) and "@id" not in value and "@type" not in value
                if not str(plain).startswith("_:") and (not text or short in FACTS):
                    mine.add((short, str(plain)))
    return found


@each_page
def test_both_shapes_tell_the_same(path: Path, tag: str) -> None:
    """A page has the ids, links, dates and numbers of the data document, but other languages' editions."""
    record, base = record_of(path), find_settings(path).base
    data, page = facts(document_of(path, None)), facts(document_of(path, tag))
    others = tuple(f"{base}{other}/" for other in record.locales if other != tag)
    above = {address for address in data if not address.startswith((f"{base}{record.id}#", f"{base}terms/"))}
    above = {address for address in above if not address.startswith(f"{base}{tag}/")}
    assert set(page) == set(data) - above
    for address, told in page.items():
        expected = {(name, value) for name, value in data[address] if not is_edition(name, value, others)}
        assert {(name, value) for name, value in told if not is_edition(name, value, others)} == expected
    numbers = [numbers_of(document_of(path, each)) for each in (None, tag)]
    assert numbers[0] == numbers[1]


def is_edition(name: str, value: str, others: tuple[str, ...]) -> bool:
    """Whether a fact links to an edition in another language."""
    return name in ("mainEntityOfPage", "workTranslation", "translationOfWork") and value.startswith(others)


def numbers_of(document: Any) -> list[float]:
    """Every number of every observation."""
    names = ("value", "minValue", "maxValue")
    return sorted(
        node[name]
        for node in nodes(document)
        for name in names
        if isinstance(node.get(name), int | float) and node["@type"] in ("Observation", "MonetaryAmount")
    )


# Search engines


@each_page
def test_events_have_what_google_requires(path: Path, tag: str) -> None:
    """Name, start and a place with an address stand inside each event whose record knows them."""
    record = record_of(path)
    shown = {node["@id"]: node for node in nodes(document_of(path, tag)) if "eventStatus" in node}
    assert len(shown) == len(record.events())
    for address, node in shown.items():
        event = record.events()[address.rpartition("#event-")[2]]
        assert node["name"]
        assert node["eventStatus"].startswith("https://schema.org/Event")
        changed = [change for change in event.changes if change.previous_start]
        assert ("startDate" in node) == bool(event.start or changed)
        place = event.place and record.find("places", event.place)
        while place and not place.address:
            place = place.within and record.find("places", place.within)
        if place and event.sourcing.get("place") is None:
            (location,) = (found for found in listed(node["location"]) if found["@type"] == "Place")
            assert location["name"]
            assert location["address"]["@type"] == "PostalAddress"
            assert location["address"]["addressCountry"] == place.address.country
        for organizer in node.get("organizer", []):
            assert organizer["name"]


@each_page
def test_page_names_the_parent_by_id_only(path: Path, tag: str) -> None:
    """A page does not describe the series that its event is part of: that has a page of its own."""
    document = document_of(path, tag)
    record = record_of(path)
    root = document["@graph"][0]
    if record.event.part_of is not None:
        assert list(root["superEvent"]) == ["@id"]
        assert "EventSeries" not in {node["@type"] for node in nodes(document)}
