"""Where a part of a text stands in its file: in every way to write texts, down to the character."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord import validate
from eventrecord.diagnostic import Diagnostic
from eventrecord.reading import read
from eventrecord.reading.mending import splicing
from eventrecord.reading.mending.written import Piece, pieces

RECORD = """\
format: eventrecord/1
id: harbour-forum
revision: {number: 1, at: 2027-05-20}
locales: [en]
event:
  id: forum
  name: {en: Harbour Forum}
releases:
  - id: opening
    headline: {en: Forum opens}
    body:
      - lead: forum
      - id: told
        text:
          en: TEXT
"""
WAYS = {
    "plain": "Ships met {figures.lost} at noon",
    "plain, folded": "Ships\n            met at\n            noon {figures.lost} sharp",
    "single quotes": "'It''s ''so'': {figures.lost} ships'",
    "single quotes, folded": "'It''s\n\n            so {figures.lost}'",
    "double quotes": '"Ships: {figures.lost}"',
    "double quotes, escapes": r'"Brav\u00f3 \"Mer\" \U0001F6A2\x20\t\n{figures.lost} \\ ships"',
    "double quotes, escaped place": r'"Ships {fig\u0075res.lost} met"',
    "double quotes, joined lines": '"Ships \\\n            met {figures.lost} \\\n            here"',
    "folded": ">-\n            Ships met\n            at noon\n\n            {figures.lost} and more",
    "folded, indented": ">+\n            Ships\n\n              - {figures.lost}\n            met\n",
    "literal": "|\n            Ships\n            {figures.lost}\n",
    "literal, with comment": "|- # quoted\n            Ships {figures.lost}",
    "Chinese": "“海港”论坛{figures.lost}，张江",
    "Chinese, folded": ">-\n            海港论坛\n            在张江{figures.lost}举行",
    "astral": "𠮷野家𠮷：{figures.lost}🎉",
    "combining": "Cafe\u0301 e\u0301 {figures.lost} n\u0303",
    "flow": "{text: 'Ships, {figures.lost}', state: house}",
    "flow over lines": '{\n              text: "Ships\n                {figures.lost}", state: house}',
    "block mapping": "\n            text: >-\n              Ships\n              {figures.lost} met",
}


def slip(text: str, file: str) -> tuple[Diagnostic, str]:
    """The dangling slot in a record, and what stands at its place in the file."""
    (finding,) = validate(read(text, file), select=["dangling-reference"])
    assert finding.span is not None
    line, column, end_line, end_column = finding.span
    assert line == end_line
    return finding, re.split("\r\n|\r|\n", text)[line - 1][column - 1 : end_column - 1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("way", WAYS)
def test_a_slot_is_found_where_it_stands(way: str, line_end: str) -> None:
    """In each style of YAML, behind escapes, Chinese and astral characters, with any line ends."""
    text = RECORD.replace("TEXT", WAYS[way]).replace("\n", line_end)
    _, found = slip(text, "harbour-forum.yaml")
    assert found == (r"{fig\u0075res.lost}" if "escaped place" in way else "{figures.lost}")


JSON_WAYS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: json.dumps(text, ensure_ascii=False),
    "ASCII": json.dumps,
    "all escaped": lambda text: '"' + "".join(f"\\u{ord(char):04x}" for char in text) + '"',
}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("way", JSON_WAYS)
def test_a_slot_is_found_where_it_stands_in_json(way: str, indent: int | None) -> None:
    """Also behind escapes and pairs of surrogates; an escaped slot is found by its escapes."""
    told = "“海港” \\ /\t𠮷:\n {figures.lost} 🎉"
    record = {
        "format": "eventrecord/1",
        "id": "harbour-forum",
        "revision": {"number": 1, "at": "2027-05-20"},
        "locales": ["en"],
        "event": {"id": "forum", "name": {"en": "Forum"}},
        "releases": [
            {
                "id": "opening",
                "headline": {"en": "Forum opens"},
                "body": [{"lead": "forum"}, {"text": {"en": "TOLD"}}],
            }
        ],
    }
    if way == "all escaped":
        told = told.replace("𠮷", "").replace("🎉", "")
    text = json.dumps(record, indent=indent).replace('"TOLD"', JSON_WAYS[way](told))
    _, found = slip(text, "harbour-forum.json")
    assert json.loads(f'"{found}"') == "{figures.lost}"


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="{}"),
        max_size=9,
    ),
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="{}"),
        max_size=9,
    ),
    st.booleans(),
)
def test_whatever_stands_around_it(before: str, after: str, ascii_only: bool) -> None:
    """In quotes a slot is found exactly, whatever characters are before and behind it."""
    written = json.dumps(f"x{before}{{figures.lost}}{after}x", ensure_ascii=ascii_only)
    if ascii_only:  # YAML knows no pairs of surrogates
        written = re.sub(
            r"\\u(d[89ab]..)\\u(d[c-f]..)",
            lambda pair: (
                f"\\U{(int(pair[1], 16) - 0xD800) * 0x400 + int(pair[2], 16) - 0xDC00 + 0x10000:08x}"
            ),
            written,
        )
    document = read(RECORD.replace("TEXT", written), "harbour-forum.yaml")
    if document.record is not None:
        assert slip(document.text, "harbour-forum.yaml")[1] == "{figures.lost}"


@pytest.mark.parametrize("file", ["r.yaml", "r.json"])
def test_a_text_is_gone_through_once(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many findings a text has, how it is written is found out once: else 100 kB took hours."""
    times: list[str] = []

    def counted(raw: str, value: str, *, as_json: bool = False) -> list[Piece] | None:
        times.append(raw)
        return pieces(raw, value, as_json=as_json)

    monkeypatch.setattr(splicing, "pieces", counted)
    text = json.dumps("(so, ” " * 50)
    record = RECORD.replace("TEXT", text)
    if file.endswith(".json"):
        record = json.dumps(read(record, "r.yaml").data())
    document = read(record, file)
    found = validate(document, select=["unpaired-mark", "stray-space"])
    assert len(found) > 50
    assert len({finding.span for finding in found}) > 50
    assert len(times) == 1
