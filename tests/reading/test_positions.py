"""Where values, keys and findings stand: lines and columns from 1, columns in characters."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, Span
from eventrecord.reading import Document, read

TEXT = """\
format: eventrecord/1
id: harbour-forum
revision: {number: 1, at: 2024-05-20}
locales:
- en
- zh-Hans
event:
  id: forum
  name:
    en: 'The city''s forum: one'
    zh-Hans: 海港“论坛”  # 名称
  theme:
    en: >-
      Linking the world
      with ships,

      cranes and people

    zh-Hans: {text: 联通世界, note: "人\\u548c船"}
  aims:
    - en: to link
        the world
      zh-Hans: |
        联通
        世界
    - "zh-Hans" : ''
      en: "to {figures.x}
        go on"
  room:
  url: https://a.example/?a=1#b
note: last
"""


@pytest.fixture
def document() -> Document:
    """A document without a record: a wording in it is empty."""
    return read(TEXT, "forum.yaml")


def cut(text: str, span: Span | None) -> str:
    """The stretch of a text that a span covers."""
    assert span is not None
    lines = text.splitlines(keepends=True)
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    between = "".join(lines[span.line : span.end_line - 1])
    return lines[span.line - 1][span.column - 1 :] + between + lines[span.end_line - 1][: span.end_column - 1]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("format",), "eventrecord/1"),
        (("revision",), "{number: 1, at: 2024-05-20}"),
        (("revision", "at"), "2024-05-20"),
        (("locales",), "- en\n- zh-Hans"),
        (("locales", 1), "zh-Hans"),
        (("event", "name", "en"), "'The city''s forum: one'"),
        (("event", "name", "zh-Hans"), "海港“论坛”"),
        (
            ("event", "theme", "en"),
            ">-\n      Linking the world\n      with ships,\n\n      cranes and people",
        ),
        (("event", "theme", "zh-Hans"), '{text: 联通世界, note: "人\\u548c船"}'),
        (("event", "theme", "zh-Hans", "note"), '"人\\u548c船"'),
        (("event", "aims", 0, "en"), "to link\n        the world"),
        (("event", "aims", 0, "zh-Hans"), "|\n        联通\n        世界"),
        (("event", "aims", 1, "zh-Hans"), "''"),
        (("event", "room"), ""),
        (("event", "url"), "https://a.example/?a=1#b"),
        (("note",), "last"),
    ],
)
def test_the_span_of_a_value_covers_it(document: Document, path: Path, words: str) -> None:
    """A value's span is all of it, in every style and script, and nothing more."""
    assert cut(TEXT, document.span(path)) == words


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("id",), "id"),
        (("event", "theme", "zh-Hans", "note"), "note"),
        (("event", "aims", 1, "zh-Hans"), '"zh-Hans"'),
        (("event", "aims", 1), '"zh-Hans"'),
        (("event", "aims", 0), "en"),
        (("locales", 0), "en"),
        (("event", "room"), "room"),
        ((), "format"),
    ],
)
def test_the_span_of_a_key(document: Document, path: Path, words: str) -> None:
    """A key's span is the key; an item of a list is known by its first key, or by its value."""
    assert cut(TEXT, document.span(path, key=True)) == words


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        (("event", "theme", "en"), "with ships,", "with ships,"),
        (("event", "theme", "en"), "cranes", "cranes"),
        (("event", "theme", "en"), "world with", "world\n      with"),
        (("event", "name", "en"), "forum", "forum"),
        (("event", "name", "en"), "'s f", "''s f"),
        (("event", "name", "zh-Hans"), "论坛", "论坛"),
        (("event", "aims", 0, "en"), "the", "the"),
        (("event", "aims", 0, "zh-Hans"), "世", "世"),
        (("event", "aims", 1, "en"), "{figures.x}", "{figures.x}"),
        (("event", "theme", "zh-Hans", "note"), "船", "船"),
        (("event", "theme", "zh-Hans", "note"), "人和", "人\\u548c"),
    ],
)
def test_the_span_of_a_part(document: Document, path: Path, text: str, words: str) -> None:
    """A stretch of a text is found in every style, also behind escapes."""
    values = {
        ("event", "theme", "en"): "Linking the world with ships,\ncranes and people",
        ("event", "name", "en"): "The city's forum: one",
        ("event", "name", "zh-Hans"): "海港“论坛”",
        ("event", "aims", 0, "en"): "to link the world",
        ("event", "aims", 0, "zh-Hans"): "联通\n世界",
        ("event", "aims", 1, "en"): "to {figures.x} go on",
        ("event", "theme", "zh-Hans", "note"): "人和船",
    }
    start = values[path].index(text)
    assert cut(TEXT, document.span(path, part=(start, start + len(text)))) == words


def test_a_part_that_cannot_be_told_is_the_whole(document: Document) -> None:
    """A part of something that is no text, or beyond its end, has the span of the whole."""
    assert cut(TEXT, document.span(("revision",), part=(0, 3))) == "{number: 1, at: 2024-05-20}"
    assert cut(TEXT, document.span(("note",), part=(7, 9))) == "last"
    finding = Diagnostic("x", Severity.ERROR, "y", ("note",), part=(1, 3))
    assert cut(TEXT, document.located(finding).span) == "as"


def test_a_path_that_is_not_there_has_no_span(document: Document) -> None:
    """Nothing is invented for what the file does not have."""
    for path in [("x",), ("id", "x"), ("locales", 9), ("locales", "en"), ("event", 0)]:
        assert document.span(path) is None
    assert read("", "x.yaml").span(("id",)) is None


def test_findings_are_located_with_their_labels(document: Document) -> None:
    """What is not in the file is placed at the nearest key above it; labels get their places too."""
    finding = Diagnostic(
        "x",
        Severity.ERROR,
        "y",
        ("event", "theme", "fr", "text"),
        labels=(Label(("event", "name", "en"), "here"), Label(("locales", 7), "there")),
    )
    placed = document.located(finding)
    assert placed.file == "forum.yaml"
    assert cut(TEXT, placed.span) == "theme"
    assert [cut(TEXT, label.span) for label in placed.labels] == ["'The city''s forum: one'", "locales"]
    assert [label.file for label in placed.labels] == ["forum.yaml", "forum.yaml"]


def test_sound_documents_look_places_up_when_asked(forum: str) -> None:
    """A record read by the fast lane has its places too, in YAML and JSON, with any line ends."""
    for text in (forum, forum.replace("\n", "\r\n"), "\ufeff" + forum):
        document = read(text)
        assert document.findings == ()
        span = document.span(("event", "participants", 0, "did", 1))
        assert span is not None
        assert span == (27, 23, 27, 28)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=5), st.booleans())
def test_json_has_places_too(words: list[str], ascii_only: bool) -> None:
    """In JSON every text is where its span says, whatever is in it."""
    text = json.dumps({"a": [{"b": word} for word in words]}, ensure_ascii=ascii_only, indent=1)
    document = read(text, "x.json")
    for index, word in enumerate(words):
        span = document.span(("a", index, "b"))
        if span is not None:
            assert span.line == span.end_line
            line = document.text.split("\n")[span.line - 1]
            assert json.loads(line[span.column - 1 : span.end_column - 1]) == word
        else:
            assert any(finding.rule == "control-character" for finding in document.findings)
