"""Edits of values become changes of characters: right, or refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from eventrecord.diagnostic import Edit, Path
from eventrecord.reading.exact import Composer
from eventrecord.reading.mending.splicing import Page, spliced, splices_for
from eventrecord.reading.notation import JsonComposer

TEXTS = st.text(
    st.sampled_from("ab 中，。“”：:#-'\"\\{}[]|>&*!%@`~,?0\n\té\U0001f600\u3000"), max_size=14
) | st.sampled_from(["null", "~", "", "no", "2031-05-12", "- x", "a: b", "a #b", " x", "x ", "---", "%x"])
SENTENCES = st.lists(
    st.sampled_from(["the", "forum:", "论坛", "don't", '"opens"', "back\\slash", "#5", "{a.b}", "x,"]),
    max_size=9,
)


def page(text: str, *, as_json: bool = False) -> Page:
    root = (JsonComposer(text) if as_json else Composer(text)).compose()
    assert root is not None
    return Page(text, root, as_json=as_json)


def after(text: str, *edits: Edit, as_json: bool = False) -> str | None:
    """The text after edits, None if they are refused."""
    splices = splices_for(page(text, as_json=as_json), edits)
    return None if splices is None else spliced(text, splices)


YAML = """\
a: one two  # said so
b: 'it''s one'
c: "say \\"one\\" \\u4e2d\\
  \\ two"
d: >-
  first line
  goes on

  third
e: |  # kept
  one
    two
f: {x: one two, y: [p, 'q']}
g: plain goes
  on here
"""


@pytest.mark.parametrize(
    ("path", "words", "text", "line", "then"),
    [
        (("a",), "one", "1", "a: one two  # said so", "a: 1 two  # said so"),
        (("a",), "one", "x: y", "a: one two  # said so", 'a: "x: y two"  # said so'),
        (("a",), "two", '"#', "a: one two  # said so", 'a: one "#  # said so'),
        (("a",), "one two", "null", "a: one two  # said so", 'a: "null"  # said so'),
        (("b",), "one", "'", "b: 'it''s one'", "b: 'it''s '''"),
        (("b",), "'", "", "b: 'it''s one'", "b: 'its one'"),
        (("c",), '"one"', '"', '\\"one\\" \\u4e2d', '\\" \\u4e2d'),
        (("c",), "中", "国", "\\u4e2d", "国"),
        (("d",), "goes", "came", "  goes on", "  came on"),
        (("d",), "line goes", "line went", "  goes on", "  went on"),
        (("d",), "third", "3: # {", "  third", "  3: # {"),
        (("e",), "two", "#2", "    two", "    #2"),
        (("f", "x"), " two", ", 2", "x: one two", 'x: "one, 2"'),
        (("f", "y", 0), "p", "[", "[p, 'q']", "[\"[\", 'q']"),
        (("f", "y", 1), "q", "q's", "'q'", "'q''s'"),
        (("g",), "goes", "went", "g: plain goes", "g: plain went"),
    ],
)
def test_an_edit_changes_its_characters_alone(
    path: Path, words: str, text: str, line: str, then: str
) -> None:
    """What is replaced stands in the notation around it; quotation marks come only where it needs them."""
    value = _at(yaml.load(YAML, yaml.BaseLoader), path)
    start = value.index(words)
    assert YAML.count(line) == 1
    assert after(YAML, Edit(path, text, (start, start + len(words)))) == YAML.replace(line, then)


@pytest.mark.parametrize(
    ("path", "words", "text"),
    [
        (("d",), "line goes", "row went"),
        (("d",), "on", "on\nand on"),
        (("d",), "\n", " "),
        (("e",), "one\n", "one "),
        (("g",), "goes on", "went off"),
        (("a",), "one", "\x07"),
    ],
)
def test_what_is_not_certain_is_refused(path: Path, words: str, text: str) -> None:
    """Across the lines of a text, and with characters that no record has, nothing is changed."""
    value = _at(yaml.load(YAML, yaml.BaseLoader), path)
    start = value.index(words)
    assert after(YAML, Edit(path, text, (start, start + len(words)))) is None


def test_a_key_is_renamed_where_it_stands() -> None:
    """Of a key only the name changes; one that needs quotation marks where there are none is refused."""
    assert after(YAML, Edit(("a",), "z", at_key=True)) == YAML.replace("a: one", "z: one")
    assert after(YAML, Edit(("f", "x"), "z-1", at_key=True)) == YAML.replace("{x:", "{z-1:")
    assert after(YAML, Edit(("a",), "z: y", at_key=True)) is None
    assert after('{"a": 1}', Edit(("a",), 'z"', at_key=True), as_json=True) == '{"z\\"": 1}'


def test_several_edits_of_one_text_are_made_together() -> None:
    """Also where one of them asks for quotation marks around the whole."""
    edits = (Edit(("a",), "1", (0, 3)), Edit(("a",), "2: #3", (4, 7)))
    assert after(YAML, *edits) == YAML.replace("a: one two", 'a: "1 2: #3"')
    assert after(YAML, Edit(("a",), "1", (0, 3)), Edit(("a",), "2", (2, 5))) is None


def test_a_text_that_is_written_anew_changes_where_it_differs() -> None:
    """Without a part the whole text is meant; what both have at the beginning and the end stays."""
    assert after(YAML, Edit(("d",), "first line goes on\nlast")) == YAML.replace("third", "last")
    assert after(YAML, Edit(("a",), "one two")) is None


def test_words_may_be_named_instead_of_their_place() -> None:
    """If they stand in the text once."""
    assert after(YAML, Edit(("a",), "2", of="two")) == YAML.replace("a: one two", "a: one 2")
    assert after(YAML, Edit(("a",), "2", of="three")) is None
    assert after(YAML, Edit(("a",), "0", of="o")) is None


@given(
    st.lists(SENTENCES.map(" ".join) | TEXTS, min_size=1, max_size=3),
    TEXTS | SENTENCES.map(" ".join),
    st.data(),
)
def test_any_edit_of_any_text_is_refused_or_reads_back(
    values: list[str], text: str, data: st.DataObject
) -> None:
    """Whatever the notation, the file then says what was to be said, and nothing else in it has changed."""
    written, as_json = data.draw(st.sampled_from([(_yaml, False), (_json, True)]))
    page_text = written({"k": values, "m": {"a": values[0], "b": "kept"}}, data)
    old = json.loads(page_text) if as_json else yaml.load(page_text, yaml.BaseLoader)
    paths: list[Path] = [("k", 0), ("m", "a"), ("k", len(values) - 1)]
    path = data.draw(st.sampled_from(paths))
    value = _at(old, path).strip() if isinstance(_at(old, path), str) else ""
    start = data.draw(st.integers(0, len(value)))
    part = data.draw(st.none() | st.just((start, data.draw(st.integers(start, len(value))))))
    new = after(page_text, Edit(path, text, part), as_json=as_json)
    if new is None:
        return
    lead = len(_at(old, path)) - len(_at(old, path).lstrip())
    whole = _at(old, path)
    wanted = text if part is None else whole[: lead + part[0]] + text + whole[lead + part[1] :]
    _put(old, path, wanted)
    assert (json.loads(new) if as_json else yaml.load(new, yaml.BaseLoader)) == old
    assert new.count("\n") == page_text.count("\n")


def _yaml(value: Any, data: st.DataObject) -> str:
    style = data.draw(st.sampled_from(["", "'", '"', "|", ">"]))
    flow = data.draw(st.sampled_from([False, True, None]))
    text = yaml.dump(
        value,
        default_style=style or None,
        default_flow_style=flow,
        allow_unicode=data.draw(st.booleans()),
        width=data.draw(st.sampled_from([20, 80])),
        sort_keys=False,
    )
    text = text.replace("kept", "kept  # as it is") if flow is False and style == "" else text
    return text.replace("\n", data.draw(st.sampled_from(["\n", "\r\n"])))


def _json(value: Any, data: st.DataObject) -> str:
    return json.dumps(
        value, ensure_ascii=data.draw(st.booleans()), indent=data.draw(st.sampled_from([None, 1, 2]))
    )


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _put(data: Any, path: Path, value: str) -> None:
    _at(data, path[:-1])[path[-1]] = value
