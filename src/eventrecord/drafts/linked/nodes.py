"""Nodes of schema.org as they are meant, from any of the ways in which people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from eventrecord.drafts.naming import tag_of
from eventrecord.drafts.sketch import Sketch
from eventrecord.message import say

__all__ = ["Node", "Value", "local_name", "node_of", "values_of"]

_SCHEMA = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)")
_TAGGED = re.compile(
    r"([a-z]+(?:[A-Z][a-z]+)*)(?:[_@-]?(En|Zh|Cn|Tw|Hk|Ja|Fr|De)|[_@-]([a-z]{2}(?:[-_][A-Za-z]{2,4}){0,2}))"
)
"""A property with a language at its end: nameEn, headline_zh-Hans."""
_TEXTS = {
    "name",
    "headline",
    "description",
    "caption",
    "text",
    "title",
    "alternateName",
    "jobTitle",
    "disambiguatingDescription",
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2}")
_DIALECT = {
    "id": "@id",
    "type": "@type",
    "start_time": "startDate",
    "end_time": "endDate",
    "event_status": "eventStatus",
    "super_event": "superEvent",
    "sub_events": "subEvent",
    "subEvents": "subEvent",
    "superEvents": "superEvent",
    "short_description": "disambiguatingDescription",
    "info_url": "url",
    "in_language": "inLanguage",
    "images": "image",
    "performers": "performer",
    "actor": "performer",
    "attendees": "attendee",
    "provider": "organizer",
    "street_address": "streetAddress",
    "address_locality": "addressLocality",
    "address_region": "addressRegion",
    "address_country": "addressCountry",
    "postal_code": "postalCode",
    "is_free": "isAccessibleForFree",
    "last_modified_time": "dateModified",
}
"""What Linked Events and earlier schema.org call some properties."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text with its language, as it is told or as the node around it has it."""

    words: str
    language: str | None
    told: bool = False
    """Whether the text itself tells its language."""


@dataclass(eq=False, slots=True)
class Node:
    """A thing, its types and its properties by their local names; every property is a list."""

    types: list[str]
    id: str
    properties: dict[str, list[Any]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    """Properties that were read."""
    line: int | None = None

    def all(self, name: str) -> list[Any]:
        """The values of a property: nodes, texts, numbers, truth values."""
        self.used.add(name)
        return self.properties.get(name, [])

    def texts(self, name: str) -> list[Value]:
        """Its values that are texts; a thing is called by its name."""
        return [text for value in self.all(name) for text in _as_texts(value)]

    def word(self, name: str) -> str:
        """The first text or number, as text; of a thing, its address."""
        for value in self.all(name):
            if isinstance(value, Value):
                return value.words.strip()
            if isinstance(value, Node) and value.id:
                return value.id
            if isinstance(value, int | float) and not isinstance(value, bool):
                return str(value)
        return ""

    def nodes(self, name: str) -> list[Node]:
        """Its values that are things."""
        return [value for value in self.all(name) if isinstance(value, Node)]

    def walk(self) -> Iterator[Node]:
        """This thing and all that stand in it."""
        yield self
        for values in self.properties.values():
            for value in values:
                if isinstance(value, Node):
                    yield from value.walk()


def node_of(raw: dict[str, Any], sketch: Sketch, language: str | None, line: int | None) -> Node:
    """The thing that an object tells of."""
    entries = [(_key(key), value) for key, value in raw.items()]
    if others := [key for key in raw if _key(key) != _plain(key)]:
        names = ", ".join(key[:40] for key in others)
        sketch.tell("guessed", say("taken for what schema.org calls otherwise: {names}", names=names), line)
    own = [value for key, value in entries if key == "inLanguage" and isinstance(value, str)]
    if own and tag_of(own[0]):
        language = own[0]
    made = Node([], "", line=line)
    for key, value in entries:
        if key == "@type":
            made.types = [local_name(kind) for kind in _listed(value) if isinstance(kind, str)]
        elif key == "@id":
            made.id = made.id or (value if isinstance(value, str) else "")
        elif key == "@context":
            continue
        elif key.startswith("@"):
            if key not in ("@graph", "@index"):
                sketch.tell("lost", say("{name} is not kept", name=key[:40]), line)
        else:
            _add(made, key, value, sketch, language)
    return made


def _add(made: Node, key: str, value: Any, sketch: Sketch, language: str | None) -> None:
    tagged = _TAGGED.fullmatch(key)
    if tagged and tagged[1] in _TEXTS and tag_of(tagged[2] or tagged[3]):
        sketch.tell(
            "guessed",
            say("{name} is {property} in the language at its end", name=key, property=tagged[1]),
            made.line,
        )
        told = tagged[3] or tagged[2].lower()
        made.properties.setdefault(tagged[1], []).extend(_tagged(value, told, sketch, language, made.line))
        return
    found = list(values_of(value, sketch, language, made.line))
    made.properties.setdefault(key, []).extend(found)


def values_of(value: Any, sketch: Sketch, language: str | None, line: int | None) -> Iterator[Any]:
    """The values of a property: lists flat, texts with their languages, objects as things."""
    if isinstance(value, list):
        for inner in value:
            yield from values_of(inner, sketch, language, line)
    elif isinstance(value, str):
        if value.strip():
            yield Value(value, language)
    elif not isinstance(value, dict):
        if value is not None:
            yield value
    elif "@value" in value:
        told = value.get("@language", value.get("@lang"))
        yield from _tagged(value["@value"], told if isinstance(told, str) else None, sketch, language, line)
    elif "@lang" in value:
        sketch.tell("damaged", say("@lang is no keyword of JSON-LD: taken for the language"), line)
        rest = [text for key, text in value.items() if key != "@lang"]
        yield from _tagged(rest, str(value["@lang"]), sketch, language, line)
    elif "@list" in value or "@set" in value:
        yield from values_of(value.get("@list", value.get("@set")), sketch, language, line)
    elif _is_map(value):
        sketch.tell("guessed", say("texts stand in a map by language"), line)
        for tag, words in value.items():
            yield from _tagged(words, tag, sketch, language, line)
    else:
        yield node_of(value, sketch, language, line)


def _tagged(
    value: Any, told: str | None, sketch: Sketch, language: str | None, line: int | None
) -> Iterator[Any]:
    """Values of a language that they tell themselves."""
    for inner in values_of(value, sketch, told or language, line):
        yield replace(inner, told=True) if told and isinstance(inner, Value) else inner


def local_name(name: str) -> str:
    """The name of a type or a choice without what it is qualified with: EventScheduled."""
    return re.split(r"[/#:]", name.rstrip("/"))[-1]


def _plain(key: str) -> str:
    return _SCHEMA.sub("", key, count=1) if _SCHEMA.match(key) else key


def _key(key: str) -> str:
    plain = _plain(key)
    return _DIALECT.get(plain, plain)


def _is_map(value: dict[str, Any]) -> bool:
    if not value or not all(
        _LANGUAGE.fullmatch(key) and tag_of(key) and key not in _DIALECT for key in value
    ):
        return False
    flat = [inner for words in value.values() for inner in _listed(words)]
    return all(isinstance(words, str) or words is None for words in flat) and "url" not in value


def _as_texts(value: Any) -> list[Value]:
    if isinstance(value, Value):
        return [value]
    if isinstance(value, Node):
        return value.texts("name")
    return [] if isinstance(value, bool) else [Value(str(value), None)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
