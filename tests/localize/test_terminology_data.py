"""The terminology base as data: what its files must keep whoever edits them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from functools import cache
from importlib import resources

import pytest

from eventrecord.model.base import ID_PATTERN

HEADER = [
    "concept",
    "tag",
    "term",
    "status",
    "type",
    "state",
    "plural",
    "case",
    "convert",
    "valid_from",
    "valid_to",
    "definition",
    "note",
    "source",
]
TAGS = ("en", "zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
STATUSES = ("preferred", "admitted", "deprecated", "forbidden")
STATES = ("official", "house", "unverified")
HAN = re.compile(r"[\u3400-\u9fff]")

Row = dict[str, str]


def texts() -> dict[str, str]:
    """Text of each file of the base, by name."""
    folder = resources.files("eventrecord.locales").joinpath("terms")
    return {
        file.name: file.read_bytes().decode("utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".csv")
    }


def rows(text: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


FILES = sorted(texts().items())
ROWS = [row for _, text in FILES for row in rows(text)]
every_file = pytest.mark.parametrize("text", [text for _, text in FILES], ids=[name for name, _ in FILES])


def order(row: Row) -> tuple[str, int, int, str]:
    return row["concept"], TAGS.index(row["tag"]), STATUSES.index(row["status"]), row["term"]


@cache
def simplified_only(character: str) -> bool:
    """Whether a character has no place in Traditional text: it converts there and not from there.

    Strict: a character that both scripts share beside another one (后, 台) counts too.
    """
    from opencc import OpenCC

    there, back = OpenCC("s2tw").convert(character), OpenCC("t2s").convert(character)
    return bool(there != character and back == character)


@every_file
def test_files_are_written_as_rfc_4180_with_line_feeds(text: str) -> None:
    """A file is byte for byte what a CSV writer makes of its rows."""
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, HEADER, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(text))
    assert written.getvalue() == text


@every_file
def test_rows_are_sorted(text: str) -> None:
    """Rows stand by concept, then language, then status, so that an addition is a small change."""
    assert rows(text) == sorted(rows(text), key=order)


def test_rows_are_well_formed() -> None:
    """Each row names a concept, a known language, status and state, a term and a source."""
    for row in ROWS:
        assert re.fullmatch(ID_PATTERN, row["concept"]), row
        assert row["tag"] in TAGS, row
        assert row["status"] in STATUSES, row
        assert row["state"] in STATES, row
        assert row["source"], row
        assert row["term"], row
        assert all(value == " ".join(value.split()) for value in row.values()), row
        assert row["tag"] == "en" or not row["plural"], row
        assert row["plural"] != row["term"], row
        assert row["type"] in ("", "short-form", "abbreviation"), row
        assert row["case"] in ("", "fixed"), row
        assert row["convert"] in ("", "no"), row
        assert not row["convert"] or row["tag"].startswith("zh"), row


def test_concepts_belong_to_one_file() -> None:
    """A concept's terms stand together in the file of its domain."""
    homes = Counter(concept for _, text in FILES for concept in {row["concept"] for row in rows(text)})
    assert [concept for concept, files in homes.items() if files > 1] == []


def test_each_language_of_a_concept_has_one_preferred_term() -> None:
    """Exactly one term per concept and language is preferred."""
    preferred = Counter((row["concept"], row["tag"]) for row in ROWS if row["status"] == "preferred")
    assert {(row["concept"], row["tag"]): 1 for row in ROWS} == dict(preferred)


def test_terms_of_different_years_meet_without_a_gap_or_an_overlap() -> None:
    """Where the preferred term began to hold, an admitted one held until the year before."""
    until = {
        (row["concept"], row["tag"]): row["valid_to"]
        for row in ROWS
        if row["status"] == "admitted" and row["valid_to"]
    }
    since = {(row["concept"], row["tag"]): row["valid_from"] for row in ROWS if row["valid_from"]}
    assert until.keys() == since.keys()
    assert all(int(until[key]) + 1 == int(since[key]) for key in until)


def test_no_term_is_told_twice() -> None:
    """A term stands once per concept and language."""
    told = Counter((row["concept"], row["tag"], row["term"]) for row in ROWS)
    assert [key for key, times in told.items() if times > 1] == []


def test_a_traditional_term_is_told_for_the_language_or_for_its_regions() -> None:
    """No concept has both a term for all Traditional Chinese and one for a region: they could disagree."""
    told = {(row["concept"], row["tag"]) for row in ROWS}
    both = [
        concept
        for concept, tag in told
        if tag == "zh-Hant" and told & {(concept, "zh-Hant-TW"), (concept, "zh-Hant-HK")}
    ]
    assert both == []


def test_traditional_terms_hold_no_simplified_characters() -> None:
    """What is told as Traditional is Traditional to the last character."""
    for row in ROWS:
        if row["tag"].startswith("zh-Hant"):
            assert not [c for c in HAN.findall(row["term"]) if simplified_only(c)], row


def test_the_check_for_simplified_characters_sees_them() -> None:
    """Characters of one script only are told from those that both share."""
    assert [c for c in "张江药谷产业周峰会" if simplified_only(c)] == list("张药产业会")


def test_medicine_valley_has_its_names() -> None:
    """The brand's own name is preferred; the one on a government page is admitted."""
    valley = [
        (row["tag"], row["term"], row["status"], row["state"])
        for row in ROWS
        if row["concept"] == "zhangjiang-medicine-valley"
    ]
    assert valley == [
        ("en", "Zhangjiang Medicine Valley", "preferred", "official"),
        ("en", "Zhangjiang Pharma Valley", "admitted", "house"),
        ("zh-Hans", "张江药谷", "preferred", "official"),
        ("zh-Hant", "張江藥谷", "preferred", "house"),
    ]
