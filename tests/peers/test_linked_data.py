"""What docs/peers/linked-data.md says of libraries of schema.org types, and of us, is so.

    python tests/peers/test_linked_data.py

prints the rows of its table. Theirs are tried where they are installed: see linked_data/requirements.txt.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import eventrecord
from eventrecord import FORMATS, Record, RecordError, loads, read_draft

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "peers" / "linked-data.md"
PEERS = Path(__file__).parent / "linked_data"
PYTHON = PEERS / ".venv" / "bin" / "python"
LIBRARIES = ("schema_org-py", "pydantic2-schemaorg", "msgspec-schemaorg")
NAME = {"en": "Book Fair", "zh-Hans": "书展"}
TAGGED = [{"@value": "Book Fair", "@language": "en"}, {"@value": "书展", "@language": "zh-Hans"}]


# What we do


def record_of(**changes: Any) -> Record:
    """A small record."""
    event = {"id": "fair", "name": NAME, "start": "2027-03-18", **changes.pop("event", {})}
    small = {"format": "eventrecord/1", "id": "fair-2027", "revision": {"number": 1, "at": "2027-01-02"}}
    return Record.model_validate({**small, "locales": ["en", "zh-Hans"], **changes, "event": event})


def node(record: Record, kind: str, *, page: bool = False) -> dict[str, Any]:
    """The first node of a type in the data document, or in the English page."""
    text = eventrecord.render(record, "json-ld-page" if page else "json-ld", "en")
    found: dict[str, Any] = next(n for n in json.loads(text)["@graph"] if n["@type"] == kind)
    return found


def is_refused(**changes: Any) -> bool:
    """Whether a record with such a fault is an error before anything is written."""
    data = json.loads(record_of().model_dump_json(by_alias=True, exclude_none=True, exclude_defaults=True))
    data["event"] |= changes
    try:
        record = loads(json.dumps({"format": "eventrecord/1", **data}, ensure_ascii=False))
    except RecordError:
        return True
    return any(found.severity == "error" for found in eventrecord.validate(record))


def speaker() -> Record:
    """A record with somebody who spoke."""
    person = {"name": NAME, "posts": [{"title": {"en": "director", "zh-Hans": "主任"}}]}
    return record_of(people={"ann": person}, event={"participants": [{"person": "ann", "did": ["spoke"]}]})


def released() -> Record:
    """A record with a release."""
    return record_of(releases=[{"id": "opening", "headline": NAME, "body": [{"id": "all", "text": NAME}]}])


def is_faulty(**values: Any) -> bool:
    """Whether the last look before writing sees a fault in an event."""
    return bool(FORMATS["json-ld"].faults(json.dumps({"@graph": [{"@type": "Event", **values}]}).encode()))


def read_back() -> bool:
    """Whether our own document becomes a draft of the same event."""
    text = eventrecord.render(record_of(), "json-ld", "en")
    assert isinstance(text, str)
    draft = read_draft({"fair.jsonld": text.encode()})
    return dict(draft.data["event"]["name"]) == NAME


OURS: dict[str, Callable[[], bool]] = {
    "a name in one language": lambda: node(record_of(), "Event", page=True)["name"] == "Book Fair",
    "a name in two languages, tagged": lambda: node(record_of(), "Event")["name"] == TAGGED,
    "a day stays a day": lambda: node(record_of(), "Event")["startDate"] == "2027-03-18",
    "a status as its address": lambda: (
        node(record_of(), "Event")["eventStatus"] == "https://schema.org/EventScheduled"
    ),
    "a reference by `@id`": lambda: list(node(speaker(), "Event")["performer"][0]) == ["@id"],
    "a post as `DefinedTerm`": lambda: (
        node(speaker(), "Person")["jobTitle"][0]["name"][0]["@value"] == "director"
    ),
    "`Observation` with a bound": lambda: (
        node(
            record_of(figures={"books": {"count": 25, "qualifier": "nearly"}}, event={"figures": ["books"]}),
            "Observation",
        )["maxValue"]
        == 25
    ),
    "an article as translation of another": lambda: (
        list(node(released(), "NewsArticle")["workTranslation"][0]) == ["@id"]
    ),
    "a property of another type is refused": lambda: is_faulty(award="Blue Tide"),
    "a place that is a person is refused": lambda: is_faulty(location={"@type": "Person", "name": "Ann"}),
    "a date in words is refused": lambda: is_refused(start="18 March 2027"),
    "a language tag `zh_CN` is refused, a sound one not": lambda: (
        is_refused(name={"en": "Book Fair", "zh_CN": "书展"}) and not is_refused(name=NAME)
    ),
    "an end before the start is refused": lambda: is_refused(end="2027-03-17"),
    "text cannot end its script": lambda: (
        "</script>"
        not in str(eventrecord.render(record_of(event={"name": {"en": "</script>"}}), "json-ld", "en"))
    ),
    "its own output is read back": read_back,
    "types that are no events: `Recipe`": lambda: (
        "Recipe"
        in {  # nothing in a record is one
            found["@type"] for found in json.loads(eventrecord.render(record_of(), "json-ld", "en"))["@graph"]
        }
    ),
}


# What they do


@cache
def theirs() -> dict[str, dict[str, Any]]:
    """What the script finds of each library; skipped where they are not installed."""
    if not PYTHON.exists():
        pytest.skip("not installed: see tests/peers/linked_data/requirements.txt")
    done = subprocess.run(
        [str(PYTHON), str(PEERS / "features.py")],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


def cells(values: list[bool]) -> str:
    """A row's values."""
    return " | ".join("yes" if value else "no" for value in values)


def told() -> dict[str, list[str]]:
    """Rows of the page's first table: ours, then theirs."""
    rows = re.findall(
        r"^\| (.+?) \| (yes|no) \| (yes|no) \| (yes|no) \| (yes|no) \|$", PAGE.read_text("utf-8"), re.M
    )
    return {name: values for name, *values in rows}


@pytest.mark.parametrize("feature", OURS)
def test_the_page_says_what_we_do(feature: str) -> None:
    """Our column, tried here."""
    assert told()[feature][0] == cells([OURS[feature]()])


def test_the_page_says_what_they_do() -> None:
    """Their columns, and the versions that were tried."""
    for column, library in enumerate(LIBRARIES, start=1):
        found = theirs()[library]
        assert f"{library} {found.pop('version')}" in PAGE.read_text("utf-8")
        assert list(found) == list(OURS)
        for feature, is_there in found.items():
            assert told()[feature][column] == cells([is_there]), (library, feature)


if __name__ == "__main__":
    for feature, ours in OURS.items():
        print(f"| {feature} | {cells([ours(), *(theirs()[library][feature] for library in LIBRARIES)])} |")
