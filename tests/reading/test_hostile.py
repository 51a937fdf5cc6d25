"""Texts made to exhaust, confuse or crash a reader end in a clear finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.reading import read
from eventrecord.reading.exact import VALUES


def rules(text: str | bytes, file: str = "r.yaml") -> list[str]:
    """The rules of all findings."""
    return [finding.rule for finding in read(text, file).findings]


def test_an_alias_bomb_is_refused(forum: str) -> None:
    """Nine levels of aliases are not multiplied out: one finding for anchors, one for aliases."""
    bomb = "".join(f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 10))
    found = rules("a0: &a0 [x, x]\n" + bomb + forum)
    assert found.count("anchor") == 1
    assert found.count("alias") == 1


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("[" * 20_000, "r.yaml"),
        ("a: " + "[" * 20_000 + "]" * 20_000, "r.yaml"),
        ("{a: " * 20_000, "r.yaml"),
        ("- " * 20_000, "r.yaml"),
        ("a:\n" + "-  " * 20_000 + "x", "r.yaml"),
        ("? " * 20_000, "r.yaml"),
        ("a: - " * 20_000, "r.yaml"),
        ("\n".join(" " * depth + "a:" for depth in range(3000)), "r.yaml"),
        ("\n".join(" " * depth + "- " for depth in range(3000)), "r.yaml"),
        ("[" * 20_000, "r.json"),
        ('{"a":' * 20_000, "r.json"),
        ('{"event":' * 20_000 + "1" + "}" * 20_000, "r.json"),
    ],
)
def test_absurd_depth_is_refused(text: str, file: str) -> None:
    """Thousands of levels end in one finding."""
    (rule,) = rules(text, file)
    assert rule in ("too-deep", "not-a-mapping")


def test_sub_events_are_not_nested_without_end() -> None:
    """The one part of a record that nests in itself is bounded too, in YAML and JSON alike."""
    head = '{"format": "eventrecord/1", "id": "r", "revision": {"number": 1, "at": "2024-01-01"}'
    head += ', "locales": ["en"]'
    event = '{"id": "e", "name": {"en": "x"}, "sub_events": ['
    for depth, sound in ((10, True), (30, True), (40, False)):
        text = f'{head}, "event": {event * depth}{"]}" * depth}}}'
        for file in ("r.yaml", "r.json"):
            assert (read(text, file).record is not None) == sound
            assert rules(text, file) == ([] if sound else ["too-deep"])


@pytest.mark.parametrize("file", ["r.yaml", "r.json"])
def test_absurd_numbers_of_values_are_refused(file: str) -> None:
    """More values than any record has end in one finding."""
    assert rules('{"a": [' + "1, " * VALUES + "1]}", file) == ["too-large"]


@pytest.mark.parametrize(
    "make",
    [
        lambda forum: forum + "\n" * 300_000,
        lambda forum: forum + " " * 300_000,
        lambda forum: forum.replace("Linking", "x, " * 100_000),
        lambda forum: forum.replace("Linking", "x - " * 100_000),
        lambda forum: forum.replace("2024-06-01", "9" * 300_000),
        lambda forum: forum.replace("Linking", '"' + "x\n" * 100_000),
        lambda forum: forum.replace("number: 1", "number: " + "9" * 5000),
    ],
)
def test_long_runs_are_read_in_one_go(forum: str, make: Callable[[str], str]) -> None:
    """Runs of blanks, commas, dashes, digits and quoted lines cost no more than their length."""
    assert len(rules(make(forum))) <= 1


def test_many_problems_are_counted(forum: str) -> None:
    """Of very many problems the first are told and the rest is counted."""
    text = forum + "".join(f"unknown{number}: x\n" for number in range(1000))
    findings = read(text).findings
    assert len(findings) == 201
    assert findings[-1].rule == "too-many-findings"
    assert "800 more problems" in findings[-1].message
    double = forum + "note: x\n" * 1000
    assert read(double).findings[-1].message.startswith("799 more problems")


@pytest.mark.parametrize(
    "identity", ["../../evil", "..", "/etc/passwd", "a/../b", "a\\b", "con:", "A", "-", "a--b"]
)
def test_ids_cannot_lead_out_of_the_folder(forum: str, identity: str) -> None:
    """An id that is no id is refused: it names files."""
    assert rules(forum.replace("id: harbour-forum", f"id: {identity!r}")) == ["wrong-value"]
    assert rules(forum.replace("  kind: forum", f"  part_of: {identity!r}")) == ["wrong-value"]


SCRAPS = st.sampled_from(
    [
        *(
            "a",
            "en",
            "x y",
            ": ",
            ":",
            "\n",
            "\n  ",
            "\n- ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            ",",
            '"',
            "'",
            "|",
            ">-",
        ),
        *(
            " # c",
            "#",
            "&",
            "*",
            "!",
            "? ",
            "%",
            "@",
            "~",
            "null",
            "0123",
            "1.10",
            "\\",
            "\\u4e2d",
            "\t",
            "\r",
            "---",
        ),
        *(
            "...",
            "<<",
            "中",
            "：",
            "，",
            "｛",
            "｝",
            "［",
            "］",
            "“",
            "\u3000",
            "\xa0",
            "{figures.x}",
            "`",
            "\x07",
            "\u2028",
        ),
        *(
            "format: eventrecord/1\n",
            "event:\n  name:\n    en: ",
            "id:x\n",
            "people: ",
            "true",
            "\ud800",
            "\U0001f600",
        ),
    ]
)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(SCRAPS, max_size=25).map("".join) | st.text(max_size=60),
    st.sampled_from(["r.yaml", "r.json", "r"]),
)
def test_no_text_makes_it_fail(text: str, file: str) -> None:
    """Whatever a text holds, it is read into a document, with findings that have a place."""
    document = read(text, file)
    assert document.record is None
    assert document.findings
    assert all(finding.span is not None and finding.file == file for finding in document.findings)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_no_change_of_a_record_makes_it_fail(forum: str, data: st.DataObject) -> None:
    """A sound record into which something is put is either still one or has errors, each with a place."""
    start = data.draw(st.integers(0, len(forum)))
    end = data.draw(st.integers(start, min(len(forum), start + 6)))
    document = read(forum[:start] + data.draw(SCRAPS) + forum[end:], "r.yaml")
    errors = [finding for finding in document.findings if finding.severity == "error"]
    assert (document.record is None) == bool(errors)
    assert all(finding.span is not None for finding in document.findings)
