"""Figures read from texts in both languages."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

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
