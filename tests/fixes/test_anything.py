"""Whatever is in a file: mending ends, changes no digit unasked, and has nothing left to do."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventrecord.reading import Document, read
from eventrecord.reading.mending import Mended, mend
from eventrecord.rules import validate

BASE = (Path(__file__).parents[1] / "rules" / "base.yaml").read_text("utf-8")
JSON = json.dumps(yaml.load(BASE, yaml.BaseLoader), ensure_ascii=False, indent=1)
SCRAPS = [
    *("：", "，", "“", "”", "｛", "｝", "\t", "\u200b", "\x07", "\u2028", "\u202e", "\r", "\n", " ", "  "),
    *('"', "'", "{", "}", "[", "]", ":", ": ", "#", " #", "- ", "-", "&", "*", "!", "@", "|", ">", "\\", ","),
    *(
        "zh_CN",
        "nealy",
        "2031/5/12",
        "Tuesday, May 12",
        "台灣",
        "5",
        "\ufeff",
        "\xa0",
        "\x85",
        "~",
        "{figures.deal}",
    ),
]
CHANGES = st.lists(
    st.tuples(st.integers(0, len(BASE)), st.integers(0, 12), st.sampled_from(SCRAPS)), min_size=1, max_size=6
)


def mended(text: str, name: str, *, unsafe: bool = False) -> Mended:
    def reread(other: str) -> Document:
        return read(other, name)

    return mend(read(text, name), validate, reread, unsafe=unsafe)


@given(CHANGES, st.booleans(), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_file_is_mended_once_and_keeps_its_digits(
    changes: list[tuple[int, int, str]], crlf: bool, as_json: bool
) -> None:
    """Safe fixes change no digit and no line's number; what was refused once is not offered again."""
    text, name = (JSON, "r.json") if as_json else (BASE, "r.yaml")
    for start, length, scrap in changes:
        text = text[:start] + scrap + text[start + length :]
    text = text.replace("\n", "\r\n") if crlf else text
    safe = mended(text, name)
    assert Counter(re.findall(r"\d", safe.document.text)) == Counter(re.findall(r"\d", text))
    assert len(re.findall(r"\r\n?|\n", safe.document.text)) == len(re.findall(r"\r\n?|\n", text))
    assert mended(safe.document.text, name).made == 0
    every = mended(text, name, unsafe=True)
    assert mended(every.document.text, name, unsafe=True).made == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "{",
        '{"format": "eventrecord/1",}',
        "[" * 5000,
        "a: " * 5000,
        "note: " + "{" * 3000,
        BASE + "\t" * 2000 + "x: y",
        BASE + "note: " + "\u200b中" * 3000,
        BASE + "note: >-\n" + "  中\u200b中\n" * 500,
        BASE + "x: &a [*a, *a]\n",
        BASE.replace("en:", "en：").replace(": ", "："),
    ],
    ids=range(12),
)
@pytest.mark.parametrize("name", ["r.yaml", "r.json"])
def test_hostile_files_end_in_findings(text: str, name: str) -> None:
    """Deep nesting, thousands of odd characters, nothing at all: mending ends, once and for all."""
    once = mended(text, name, unsafe=True)
    assert mended(once.document.text, name, unsafe=True).made == 0
