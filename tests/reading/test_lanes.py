"""The fast and the exact lane read every text alike, and as it is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from eventrecord.model.record import Record
from eventrecord.reading import loads, read
from eventrecord.reading.engine import NUMBERS, quick_json, quick_yaml
from eventrecord.reading.lane import read_exactly
from eventrecord.reading.shape import Expected, expected, fields, kinds
from eventrecord.reading.source import decode

HEAD = """\
format: eventrecord/1
id: r
revision: {number: 1, at: 2024-05-20}
locales: [en]
event:
  id: e
  name:
    en: """


def exactly(text: str) -> Record | None:
    """What the exact lane makes of a YAML text."""
    return read_exactly(decode(text, "r.yaml"), as_json=False).record


def quickly(text: str) -> Record | None:
    """What the fast lane makes of a YAML text, None where it leaves it to the exact lane."""
    data = quick_yaml(text)
    try:
        return Record.model_validate(data) if isinstance(data, dict) else None
    except ValidationError:
        return None


@pytest.mark.parametrize(
    "word",
    [
        *("no", "yes", "on", "off", "y", "true", "True", "false", "Null", "NULL", "nil", "13:47", "1:30:00"),
        *(
            "0123",
            "1.10",
            "1.0",
            "100",
            "1.5",
            "-5",
            "+5",
            "-0",
            "007",
            "1_000",
            "1e3",
            "0x1f",
            "0o17",
            "0b11",
        ),
        *(".5", "5.", ".inf", ".nan", "_1", "12345678901234567890", "0.1234567890123456789", "0.00001"),
        *("1,200", "2022-11-15", "2022-11-15T09:30:00Z", "12e3.4", "=", "<<", "http://a.b/c?d=e&f", "a#b"),
        *("中文，标点：符号", "😀", "C:\\dir", "R&D *now*!", "it's", "50%", "x]", "a:b", "-x", "?x", ":x"),
    ],
)
def test_a_plain_scalar_is_the_text_that_is_written(word: str) -> None:
    """Whatever looks like a number, a date or a truth value is read as written where a text is wanted."""
    record = loads(HEAD + word + "\n")
    assert record.event.name == {"en": word}
    assert exactly(HEAD + word + "\n") == record


@pytest.mark.parametrize("word", ["~", "null", ""])
def test_only_an_empty_value_is_nothing(word: str) -> None:
    """An empty value, ~ and null are no value."""
    text = HEAD + "x\n  start: " + word + "\n"
    assert loads(text).event.start is None
    assert exactly(text) == loads(text)


@pytest.mark.parametrize(
    ("scalar", "words"),
    [
        (">-\n      one\n      two\n\n      three\n", "one two\nthree"),
        ("|\n      one\n       two\n", "one\n two"),
        (">\n      one\n\n", "one"),
        ("|+\n      one\n\n", "one"),
        ("one\n      two\n", "one two"),
        ("'it''s\n      two'\n", "it's two"),
        ('"a \\"b\\" \\\\ c\\/d"\n', 'a "b" \\ c/d'),
        ('"\\u5f20\\x41\\U0001F600"\n', "张A😀"),
        ('"one \\\n      two"\n', "one two"),
        (">-  # words\n      one # two\n", "one # two"),
        ("one # a comment\n", "one"),
    ],
)
def test_every_style_of_text(scalar: str, words: str) -> None:
    """Block, plain and quoted texts over several lines are folded the same in both lanes."""
    record = loads(HEAD + scalar)
    assert record.event.name == {"en": words}
    assert exactly(HEAD + scalar) == record


def test_clean_records_take_the_fast_lane(forum: str) -> None:
    """A record without anything doubtful in it is read by the fast lane."""
    crlf = forum.replace("\n", "\r\n")
    for text in (forum, "---\n" + forum, crlf):
        assert quickly(text) == exactly(text) == loads(forum)


@pytest.mark.parametrize(
    "line",
    ["start: 0123", "ordinal: true", "1: x", "a: &b c", "a: *b", "a: !b c", "<<: x", "? a", "a: [- - - - b]"],
)
def test_doubt_leaves_it_to_the_exact_lane(line: str) -> None:
    """What the engine would read otherwise than as written is left to the exact lane."""
    assert quick_yaml(f"x: y\n{line}\n") is None


@pytest.mark.parametrize(
    "change",
    [
        ("number: 1", "number: true"),
        ("number: 1", "number: # one\n    true"),
        ("kind: forum", "ordinal: true"),
        ("locales: [en, zh-Hans]", "locales: [en]\nplaces: {a: {name: {en: b}}, 1: {name: {en: c}}, '1': x}"),
        ("chan-tai-man:\n", "1:\n    name: {en: a}\n  '1':\n"),
    ],
)
def test_the_fast_lane_accepts_nothing_that_the_exact_lane_refuses(
    forum: str, change: tuple[str, str]
) -> None:
    """Truth values for numbers and keys that differ only in their quotation marks are refused by both."""
    text = forum.replace(*change)
    assert exactly(text) is None
    assert quickly(text) is None


def test_truth_values_are_words_where_words_are_wanted(forum: str) -> None:
    """`true` is a word in a text and a truth value in a field for one."""
    record = loads(forum.replace("Linking the world", "true") + "      complete: false\n")
    assert record.event.theme is not None
    assert record.event.theme["en"] == "true"
    assert record.event.participants[0].complete is False


def number_fields() -> set[str]:
    """The fields of the model that hold an int or a float."""
    found: set[str] = set()
    seen: set[type[BaseModel]] = set()
    waiting: list[Any] = [Expected(Record)]
    while waiting:
        kind = waiting.pop()
        if kind.is_a(BaseModel) and kind.kind not in seen:
            seen.add(kind.kind)
            for name, field in fields(kind.kind).items():
                below = kinds(field.annotation, tuple(field.metadata))
                found |= {name} if any(item.kind in (int, float) for item in below) else set()
                waiting += below
        elif kind.kind in (dict, list):
            waiting += [item for argument in kind.arguments for item in kinds(argument)]
            assert not any(
                item.kind in (int, float) for argument in kind.arguments for item in kinds(argument)
            )
    return found


def test_the_fast_lane_knows_all_fields_with_plain_numbers() -> None:
    """The list of number fields in the fast lane is that of the model."""
    assert set(NUMBERS) == number_fields()


def test_the_model_nests_without_end_only_in_sub_events() -> None:
    """Counting `sub_events` bounds the depth of whatever the model accepts."""
    nested: list[tuple[str, ...]] = []

    def search(path: tuple[str | int, ...], models: tuple[type, ...]) -> None:
        for kind in expected(path):
            if kind.is_a(BaseModel):
                if kind.kind in models:
                    nested.append(tuple(str(part) for part in path if part != 0))
                    continue
                for name in fields(kind.kind):
                    search((*path, name), (*models, kind.kind))
            elif kind.kind is dict:
                search((*path, "x"), models)
            elif kind.kind is list:
                search((*path, 0), models)

    search((), ())
    assert nested
    assert {path[-1] for path in nested} == {"sub_events"}


WORDS = st.sampled_from(
    [
        *(
            "no",
            "yes",
            "true",
            "False",
            "null",
            "~",
            "",
            "1.10",
            "0123",
            "12",
            "1.5",
            "-5",
            "+852 1234",
            "1e3",
        ),
        *(
            "13:47",
            "2022-11-15",
            "2022-11-15T09:30",
            "2022",
            "x",
            "two words",
            "a, b",
            "a: b",
            "a #b",
            "a # b",
        ),
        *(
            '"quoted"',
            "'single'",
            '"a" b',
            "{figures.x} rose",
            "{a: b}",
            "[a, b]",
            "&a b",
            "*a",
            "!a b",
            "@a",
        ),
        *(
            "中文",
            "中文：标点，",
            "主题: 中文",
            "forum",
            "e",
            "en",
            "- a",
            "|",
            ">-",
            "? a",
            "% a",
            "a\\b",
            '"\\x41"',
        ),
        *(
            "0x1f",
            ".5",
            "5.",
            "_1",
            "1_000",
            "12345678901234567",
            "1.2.3",
            "50%",
            "C:\\a",
            "it's",
            "''",
            '""',
            "{",
        ),
    ]
)
KEYS = st.sampled_from(
    [
        "start",
        "end",
        "ordinal",
        "url",
        "room",
        "theme",
        "name",
        "kind",
        "note",
        "place",
        "id",
        "1",
        "nope",
        "time_zone",
    ]
)
TAGS = st.sampled_from(["en", "zh-Hans", "zh_CN", "cn", '"en"', "1", "'1'", "no", "true"])


@st.composite
def record_texts(draw: st.DrawFn) -> str:
    """Texts of records, sound or nearly so."""
    lines = [draw(st.sampled_from(["", "---\n", "# note\n", "\ufeff"])) + HEAD + draw(WORDS)]
    for _ in range(draw(st.integers(0, 5))):
        key = draw(KEYS)
        style = draw(st.sampled_from(["plain", "block", "flow", "folded", "literal", "continued"]))
        if style == "plain":
            lines.append(f"  {key}: {draw(WORDS)}")
        elif style == "block":
            lines += [
                f"  {key}:",
                *(f"    {draw(TAGS)}: {draw(WORDS)}" for _ in range(draw(st.integers(0, 3)))),
            ]
        elif style == "flow":
            inner = draw(st.sampled_from([", ", ",", " ,\n      ", "，"])).join(
                f"{draw(TAGS)}{draw(st.sampled_from([': ', ':', '：', ' : ']))}{draw(WORDS)}"
                for _ in range(draw(st.integers(0, 3)))
            )
            lines.append(f"  {key}: {{{inner}}}")
        elif style == "continued":
            lines += [f"  {key}:", f"    {draw(TAGS)}: {draw(WORDS)}", f"      {draw(WORDS)}"]
        else:
            sign = draw(st.sampled_from([">-", ">", "|", "|-", "|+", ">1"]))
            lines += [f"  {key}:", f"    en: {sign}", f"      {draw(WORDS)}", "", f"       {draw(WORDS)}"]
    end = draw(st.sampled_from(["\n", "", "\n\n", "\n...\n", "\n---\n", " \n", "\n# end"]))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + end


@settings(max_examples=400, deadline=None)
@given(record_texts())
@example(HEAD + "x\n  start: 2022\n  end: 2022-11\n")
@example(HEAD + "x\n  theme: {en: a, 1: b, '1': c}\n")
def test_both_lanes_give_equal_records(text: str) -> None:
    """Where the fast lane gives a record, the exact lane gives the same one."""
    quick = quickly(text.removeprefix("\ufeff"))
    document = read(text, "r.yaml")
    if quick is not None:
        assert exactly(text.removeprefix("\ufeff")) == quick
        assert document.record == quick
    else:
        assert document.record == exactly(text)
    assert (document.record is None) == any(finding.severity == "error" for finding in document.findings)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(KEYS, SCALARS | st.dictionaries(TAGS, SCALARS, max_size=3), max_size=4), st.booleans())
def test_json_is_read_alike_in_both_lanes(entries: dict[str, object], ascii_only: bool) -> None:
    """Where the fast lane gives a record of a JSON text, the exact lane gives the same one."""
    import json

    event = {"id": "e", "name": {"en": "x"}, **entries}
    record = {
        "format": "eventrecord/1",
        "id": "r",
        "revision": {"number": 1, "at": "2024-05-20"},
        "locales": ["en"],
        "event": event,
    }
    text = json.dumps(record, ensure_ascii=ascii_only)
    data = quick_json(text)
    try:
        quick = Record.model_validate(data) if isinstance(data, dict) else None
    except ValidationError:
        quick = None
    exact = read_exactly(decode(text, "r.json"), as_json=True).record
    assert read(text, "r.json").record == exact
    if quick is not None:
        assert exact == quick
