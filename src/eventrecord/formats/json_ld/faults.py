"""What is wrong with a document by the letter: of JSON, of BCP 47, of schema.org, of the calendar."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from datetime import datetime
from typing import Any

from eventrecord.formats.json_ld.vocabulary import vocabulary
from eventrecord.message import say

__all__ = ["list_faults"]

_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?"
)
"""A language tag as BCP 47 has it, in the letters that it recommends."""
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)")
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?")
_ADDRESS = re.compile(r"(https?|mailto|tel):\S+")
_MEMBER = "https://schema.org/"
_Node = dict[str, Any]


def list_faults(edition: bytes) -> list[str]:
    """What is wrong with a document in all languages, or with that of a page, each thing once."""
    twice: dict[str, None] = {}

    def paired(pairs: list[tuple[str, Any]]) -> _Node:
        keys = [key for key, _ in pairs]
        twice.update({say("{key!r} is there twice", key=key): None for key in keys if keys.count(key) > 1})
        return dict(pairs)

    document = json.loads(edition, object_pairs_hook=paired)
    nodes = list(_nodes(document))
    types = {node["@id"]: node["@type"] for node in nodes if "@id" in node and "@type" in node}
    found = (fault for node in nodes for fault in _node(node, types))
    return list(dict.fromkeys([*twice, *found]))


def _nodes(value: Any) -> Iterator[_Node]:
    """Every object of JSON but the document itself."""
    for entry in value.values() if isinstance(value, dict) else value:
        if isinstance(entry, dict):
            yield entry
        if isinstance(entry, dict | list):
            yield from _nodes(entry)


def _node(node: _Node, types: dict[str, str]) -> Iterator[str]:
    if "@language" in node:
        yield from _tags([node["@language"]])
    kind = node.get("@type")
    if kind is None:
        return
    known = vocabulary()
    if kind not in known.types:
        yield say("schema.org has no type {type!r}, or it is not one of ours", type=kind)
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        values = value if isinstance(value, list) else [value]
        if known.domains.get(name, frozenset()) & known.types[kind]:
            yield from _values(f"{kind}.{name}", values, types)
        else:
            yield say("{type} has no property {name!r}", type=kind, name=name)
    start, end = node.get("startDate"), node.get("endDate")
    if start and end and _ends_before(start, end):
        yield say("{address} ends before it begins, {end}", address=node.get("@id", kind), end=end)


def _values(name: str, values: list[Any], types: dict[str, str]) -> Iterator[str]:
    """What is wrong with the values of a property, `Event.name`."""
    ranges = vocabulary().ranges[name.partition(".")[2]]
    if len({isinstance(value, dict) and "@value" in value for value in values}) > 1:
        yield say("{name} mixes texts with and without a language", name=name)
    for value in values:
        if not _fits(value, ranges, types):
            shown = json.dumps(value, ensure_ascii=False)[:80]
            yield say("{value} is no value of {name}", value=shown, name=name)
    if name.endswith(".inLanguage"):
        yield from _tags(values)


def _tags(tags: list[Any]) -> Iterator[str]:
    for tag in tags:
        if not isinstance(tag, str) or not _TAG.fullmatch(tag):
            yield say("{tag!r} is no language tag (BCP 47)", tag=tag)


def _fits(value: Any, ranges: Set[str], types: dict[str, str]) -> bool:
    """Whether a value is in a range; what is only referred to, and told elsewhere, may be anything."""
    known = vocabulary()
    if isinstance(value, dict):
        if "@value" in value:
            return "Text" in ranges
        kind = value.get("@type") or types.get(value.get("@id", ""))
        if kind is None:
            return "@id" in value
        return bool(known.types.get(kind, frozenset()) & ranges)
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float):
        return bool({"Number", "Integer"} & ranges)
    return _is_written(value, ranges)


def _is_written(value: str, ranges: Set[str]) -> bool:
    """Whether a string is a date, an address, a member of an enumeration or a text, as a range wants it."""
    member = value.removeprefix(_MEMBER)
    return (
        "Text" in ranges
        or ("Date" in ranges and _DATE.fullmatch(value) is not None)
        or ("DateTime" in ranges and _TIME.fullmatch(value) is not None)
        or ("Duration" in ranges and _DURATION.fullmatch(value) is not None)
        or ("URL" in ranges and _ADDRESS.fullmatch(value) is not None)
        or (member != value and any(member in vocabulary().members.get(name, ()) for name in ranges))
    )


def _ends_before(start: str, end: str) -> bool:
    """Whether an end is before its start, as precisely as both are told."""
    if "T" in start and "T" in end:
        return datetime.fromisoformat(end) < datetime.fromisoformat(start)
    length = min(len(start), len(end), 10)
    return end[:length] < start[:length]
