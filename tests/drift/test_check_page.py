"""The numbers that `docs/how-to/check.md` gives are those of the sets."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| editions (.+?) \| (\d+) \| (\d+) \|$", re.MULTILINE)


@pytest.mark.parametrize(("row", "name"), [(0, "retold"), (1, "rewritten")])
def test_the_page_tells_how_many_texts_there_are(row: int, name: str) -> None:
    """Other tests hold that none of them raises an alarm."""
    page = (ROOT / "docs" / "how-to" / "check.md").read_text("utf-8")
    texts = tomllib.loads((ROOT / "tests" / "drift" / f"{name}.toml").read_text("utf-8"))["texts"]
    said, number, alarms = ROW.findall(page)[row]
    assert name in said
    assert (int(number), int(alarms)) == (len(texts), 0)
