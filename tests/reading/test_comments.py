"""Comments that speak to the tool: which are comments, and what they are about."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from eventrecord.reading import read
from eventrecord.reading.comments import comments
from eventrecord.reading.exact import Composer

WORD = "# eventrecord: ignore[parity] why"


def _found(text: str) -> list[tuple[int, int, int]]:
    """Line, and first and last line of what it is about."""
    root = Composer(text).compose()
    assert root is not None
    return [(comment.span.line, comment.first, comment.last) for comment in comments(text, root)]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("a: 1  # eventrecord: x\nb: 2\n", [(1, 1, 1)]),
        ("# eventrecord: x\na: 1\nb: 2\n", [(1, 2, 2)]),
        ("# eventrecord: x\n\n# another\na:\n  b: 1\n  c: 2\nd: 3\n", [(1, 4, 6)]),
        ("a:  # eventrecord: x\n  b: 1\n  c: 2\nd: 3\n", [(1, 1, 3)]),
        ("a: >-  # eventrecord: x\n  one\n  two\nb: 1\n", [(1, 1, 3)]),
        ("a: |\n  one\n# eventrecord: x\nb: 1\n", [(3, 4, 4)]),
        ("a:\n  - b: 1  # eventrecord: x\n    c: 2\n  - b: 3\n", [(2, 2, 3)]),
        ("a:\n  # eventrecord: x\n  - b: 1\n    c: 2\n  - b: 3\n", [(2, 3, 4)]),
        ('a: "one\n  two"  # eventrecord: x\nb: 1\n', [(2, 1, 2)]),
        ("a: [1,\n  2]  # eventrecord: x\nb: 1\n", [(2, 1, 2)]),
        ("a: [1,  # eventrecord: x\n  2]\nb: 1\n", [(1, 1, 2)]),
        ("a: 1\n# eventrecord: x\n", [(2, 0, 0)]),
        ("a: 1\r\nb: 2  # eventrecord: x\r\n", [(2, 2, 2)]),
        ("a: '# eventrecord: x'  # eventrecord: x\n", [(1, 1, 1)]),
        ("'a # eventrecord: x': 1\n", []),
        ("a: 'one\n  # eventrecord: x'\n", []),
        ("a: |\n  one  # eventrecord: x\n  # eventrecord: x\n", []),
        ("a: http://example.org/#eventrecord:x\n", []),
        ("a: 1  # as told: # eventrecord: x\n", []),
        ("张: 江  # eventrecord: x\n", [(1, 1, 1)]),
    ],
)
def test_a_comment_is_about_what_begins_on_its_line_or_next(
    text: str, about: list[tuple[int, int, int]]
) -> None:
    """A key with its value, or an item, with all that is below it; text in quotes or blocks is text."""
    assert _found(text) == about


_WORDS = st.sampled_from(["one", WORD, "二", "it's", 'say "two"', "#", WORD + "'", "a: b", "\\"])
_TEXTS = st.lists(_WORDS, min_size=1, max_size=4).map(" ".join)


def _double(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


_FLOW = st.one_of(_TEXTS.map(_double), _TEXTS.map(_single))
_SCALARS = st.one_of(
    st.just("plain"),
    _FLOW,
    _TEXTS.map(lambda text: f"|\n    {text}\n    {WORD}"),
    st.tuples(_TEXTS, _TEXTS).map(lambda pair: f">-\n    {pair[0]}\n\n    {pair[1]}"),
    _TEXTS.map(lambda text: f">-  {WORD}\n    {text}"),
    st.lists(_FLOW, min_size=1, max_size=3).map(lambda texts: f"[{', '.join(texts)}]"),
    st.tuples(_FLOW, _FLOW).map(lambda pair: f"{{{pair[0]}: {pair[1]}}}"),
    _TEXTS.map(lambda text: _double(text).replace(" ", "\n    ")),
)
_ENDS = st.sampled_from(["", f"  {WORD}", f"\n  {WORD}", f"\n{WORD}", f"  # so: {WORD}", "\n  #"])


@given(st.lists(st.tuples(_SCALARS, _ENDS), min_size=1, max_size=4))
def test_what_is_taken_for_a_comment_can_go_without_any_change(parts: list[tuple[str, str]]) -> None:
    """PyYAML reads the same with and without it, and something else without what is none."""
    text = "a:\n" + "".join(
        f"  k{number}: {scalar}{end if not (scalar[0] in '|>' and end[:1] == ' ') else ''}\n"
        for number, (scalar, end) in enumerate(parts)
    )
    whole = _parsed(text)
    root = Composer(text).compose()
    assert root is not None
    taken = {comment.span.line: comment.span.column - 1 for comment in comments(text, root)}
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        at = line.rfind(WORD) if number not in taken else taken[number]
        if at < 0:
            continue
        without = [*lines[: number - 1], line[:at], *lines[number:], ""]
        if number in taken:
            assert _parsed("\n".join(without)) == whole
        elif "# so: " not in line[:at]:
            assert _parsed("\n".join(without)) != whole


def _parsed(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError:
        return None


def test_json_and_what_cannot_be_read_have_none() -> None:
    """JSON knows no comments, and of an unreadable file nothing can be ignored."""
    assert read(f"a: [\n{WORD}\n", "a.yaml").comments() == []
    assert read(f'{{"id": "{WORD}"}}', "a.json").comments() == []
