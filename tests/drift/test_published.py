"""Editions that are published of one release agree with each other, whatever their languages."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from eventrecord import compare, load
from eventrecord.diagnostic import Severity

ROOT = Path(__file__).parents[2]
RECORDS = {
    path.stem: path
    for folder in ("seeds", "tests/records")
    for path in sorted((ROOT / folder).glob("*.yaml"))
}
ISSUED = {"2022": date(2022, 11, 16), "2027": date(2027, 3, 19)}


def releases() -> dict[str, dict[str, Path]]:
    """Editions as text by release, then by locale."""
    found: dict[str, dict[str, Path]] = defaultdict(dict)
    for path in sorted((ROOT / "tests" / "editions").glob("*.txt")):
        release, _, tag = path.stem.rpartition(".")
        if release.partition(".")[0] in RECORDS:
            found[release][tag] = path
    return found


@pytest.mark.parametrize("known", [False, True], ids=["alone", "with the record"])
@pytest.mark.parametrize("release", releases())
def test_editions_of_a_release_agree(release: str, known: bool) -> None:
    """Nothing between any two of them is more than information."""
    record_id = release.partition(".")[0]
    record = load(RECORDS[record_id]) if known else None
    day = next((day for year, day in ISSUED.items() if year in record_id), None)
    for (tag_a, a), (tag_b, b) in combinations(releases()[release].items(), 2):
        found = compare(a.read_text("utf-8"), b.read_text("utf-8"), tag_a, tag_b, day, record=record)
        assert [str(one.message) for one in found.findings if one.severity is not Severity.INFO] == []
