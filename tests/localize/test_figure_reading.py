"""Figures read from texts in both languages."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest

from eventrecord.localize.finding import find_figures

KINDS = {"money", "count", "percent", "fraction", "ordinal", "ratio"}
with (Path(__file__).parent / "surfaces.csv").open(encoding="utf-8", newline="") as file:
    SURFACES = [row for row in csv.DictReader(file) if row["kind"] in KINDS]


@pytest.mark.parametrize("row", SURFACES, ids=lambda row: f"{row['tag']} {row['surface']}")
def test_surfaces_read_as_they_are_labelled(row: dict[str, str]) -> None:
    """Each labelled way of writing is read as one fact, and that fact is the label's."""
    [stated] = find_figures(row["surface"], row["tag"])
    value = row["value"]
    expected = Decimal(value) if value.replace(".", "").isdigit() else value
    assert (stated.kind, stated.value, stated.unit or "", stated.qualifier.value) == (
        row["kind"],
        expected,
        row["unit"],
        row["qualifier"],
    )
    assert row["surface"][stated.start : stated.end] == stated.surface


HOSTILE = [
    ("en", "7"),
    ("en", "1,234"),
    ("en", "1-"),
    ("en", "a hundred and "),
    ("en", "one one-"),
    ("en", "more than "),
    ("en", "dozens of millions of "),
    ("en", "$"),
    ("zh-Hans", "7"),
    ("zh-Hans", "余多万亿"),
    ("zh-Hans", "一"),
    ("zh-Hans", "3万5千"),
    ("zh-Hans", "一至"),
    ("zh-Hans", "百分之"),
    ("zh-Hans", "人民币"),
]


@pytest.mark.parametrize(("tag", "again"), HOSTILE)
def test_time_grows_with_the_length_of_hostile_text(tag: str, again: str) -> None:
    """A megabyte of numbers that never end is read in the time of its length, not of its square."""
    short, long = (again * (size // len(again)) for size in (125_000, 1_000_000))
    spent = []
    for text in (short, long):
        start = perf_counter()
        for _ in find_figures(text, tag):
            pass
        spent.append(perf_counter() - start)
    assert spent[1] < 32 * spent[0] + 1  # a square would be 64 times as much
