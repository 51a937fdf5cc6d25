"""The one walk over a record finds what a slow, generic look finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eventrecord.diagnostic import Path as Way
from eventrecord.model.source import Standing
from eventrecord.reading import load
from eventrecord.rules.survey import Survey

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_REFERRING = {
    *("award", "brand", "figure", "issuer", "organization", "part_of", "person", "place", "speaker"),
    *("previous_place", "source", "within", "lead", "attendance", "theme", "programme", "awards", "dates"),
    *("about", "quotation", "image", "of", "as", "at", "event"),
}


def _values(value: Any, path: Way = ()) -> Iterator[tuple[Way, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _values(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _values(below, (*path, index))


def test_every_text_of_the_record_is_a_passage(record_file: Path) -> None:
    """Whatever maps language tags to wordings is found, and nothing else."""
    record = load(record_file)
    no_texts = {"derive", "style", "omit"}
    expected = {
        path
        for path, value in _values(record.model_dump(mode="json", by_alias=True, exclude_defaults=True))
        if isinstance(value, dict)
        and value
        and all(_TAG.fullmatch(key) for key in value)
        and path[-1] not in no_texts
    }
    assert {passage.path for passage in Survey(record).passages} == expected


def test_every_id_in_a_referring_field_is_a_mention(record_file: Path) -> None:
    """Single references are found by the names of their fields."""
    record = load(record_file)
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    expected = {
        path: value
        for path, value in _values(data)
        if isinstance(value, str)
        and path[-1] in _REFERRING
        and "revision" not in path
        and "changes" not in path[-2:]
    }
    moments = {path for path in expected if re.match(r"\d{4}", expected[path])}
    mentions = {mention.path: mention.id for mention in Survey(record).mentions}
    assert {path: expected[path] for path in expected if path not in moments}.items() <= mentions.items()


def test_every_doubtful_standing_is_a_doubt(record_file: Path) -> None:
    """Facts and fields whose standing is not confirmed are found."""
    record = load(record_file)
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    expected = {
        path[:-1]
        for path, value in _values(data)
        if path[-1:] == ("standing",) and value != Standing.CONFIRMED
    }
    assert {doubt.path for doubt in Survey(record).doubts} == expected
