"""Reports of findings: text with excerpts, concise, JSON, GitHub annotations."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcwidth

from eventrecord.diagnostic import Diagnostic, Label, Severity, Span
from eventrecord.report import REPORTS, Checked
from eventrecord.report.excerpt import excerpt, visible, width

RECORD = """\
event:
  name:
    zh-Hans: 张江峰会（第一届）
  start: 2022-11-15
  end: 2022-11-14
"""
END = Diagnostic(
    "end-before-start",
    Severity.ERROR,
    "the end, 2022-11-14, is before the start, 2022-11-15",
    ("event", "sub_events", 0, "end"),
    hint="correct one of the two",
    labels=(Label(("event", "start"), "the start", Span(4, 10, 4, 20), "summit.yaml"),),
    file="summit.yaml",
    span=Span(5, 8, 5, 18),
)
NAME = Diagnostic(
    "unverified-wording",
    Severity.INFO,
    "“峰会” is not verified",
    ("event", "name", "zh-Hans"),
    file="summit.yaml",
    span=Span(3, 16, 3, 18),
)
RULES = (*(f"rule-{number}" for number in range(15)), "end-before-start", "unverified-wording")
HELD = dict.fromkeys(("summit.yaml", "week.yaml", "awards.json"), RULES)
EVIL = "\x1b]0;owned\x07\x9b31m\u202e\n::error::forged\r%0A"


def _checked(*findings: Diagnostic, colour: bool = False) -> Checked:
    return Checked(findings, HELD, RULES, texts={"summit.yaml": RECORD}, colour=colour)


def test_text_shows_the_line_the_place_the_other_place_and_a_hint() -> None:
    """A finding is one paragraph: place and message, excerpt and caret, label with its excerpt, hint."""
    assert REPORTS["text"](_checked(END)) == (
        "summit.yaml:5:8: error end-before-start: the end, 2022-11-14, is before the start, 2022-11-15\n"
        "5 |   end: 2022-11-14\n"
        "           ^^^^^^^^^^\n"
        "also here, summit.yaml:4:10: the start\n"
        "4 |   start: 2022-11-15\n"
        "             ^^^^^^^^^^\n"
        "hint: correct one of the two\n"
    )


def test_carets_stand_under_chinese() -> None:
    """A Chinese character takes two columns of a terminal, so it pushes the caret by two and gets two."""
    assert REPORTS["text"](_checked(NAME)) == (
        "summit.yaml:3:16: info unverified-wording: “峰会” is not verified\n"
        "3 |     zh-Hans: 张江峰会（第一届）\n"
        "                     ^^^^\n"
    )


def test_findings_are_paragraphs() -> None:
    """An empty line stands between two findings, none before the first or after the last."""
    text = REPORTS["text"](_checked(END, NAME))
    assert text.count("\n\n") == 1
    assert text[0] != "\n"
    assert not text.endswith("\n\n")


def test_colours_add_nothing_but_colours() -> None:
    """On a terminal the same characters come, painted; each colour is ended."""
    painted = REPORTS["text"](_checked(END, NAME, colour=True))
    assert re.sub("\x1b\\[[0-9;]*m", "", painted) == REPORTS["text"](_checked(END, NAME))
    assert painted.count("\x1b[0m") * 2 == painted.count("\x1b[")


def test_concise_is_one_line_each() -> None:
    """Place, severity, rule and message, for editors and grep."""
    assert REPORTS["concise"](_checked(END, NAME)).splitlines() == [
        "summit.yaml:5:8: error end-before-start: the end, 2022-11-14, is before the start, 2022-11-15",
        "summit.yaml:3:16: info unverified-wording: “峰会” is not verified",
    ]


def test_json_has_the_documented_shape() -> None:
    """All keys are always there; Chinese stays readable."""
    text = REPORTS["json"](_checked(END, NAME))
    assert json.loads(text) == {
        "findings": [
            {
                "rule": "end-before-start",
                "severity": "error",
                "message": "the end, 2022-11-14, is before the start, 2022-11-15",
                "hint": "correct one of the two",
                "path": "event.sub_events[0].end",
                "file": "summit.yaml",
                "line": 5,
                "column": 8,
                "end_line": 5,
                "end_column": 18,
                "where": None,
                "related": [
                    {
                        "message": "the start",
                        "path": "event.start",
                        "file": "summit.yaml",
                        "line": 4,
                        "column": 10,
                        "end_line": 4,
                        "end_column": 20,
                    }
                ],
                "fix": None,
            },
            {
                "rule": "unverified-wording",
                "severity": "info",
                "message": "“峰会” is not verified",
                "hint": None,
                "path": "event.name.zh-Hans",
                "file": "summit.yaml",
                "line": 3,
                "column": 16,
                "end_line": 3,
                "end_column": 18,
                "where": None,
                "related": [],
                "fix": None,
            },
        ],
        "checked": {"records": 3, "rules": 17, "unreadable": []},
    }
    assert "峰会" in text


def test_github_annotations_carry_place_and_hint() -> None:
    """One workflow command per finding; an info is a notice."""
    assert REPORTS["github"](_checked(END, NAME)).splitlines() == [
        "::error file=summit.yaml,line=5,col=8,endLine=5,endColumn=18,title=end-before-start::"
        "the end, 2022-11-14, is before the start, 2022-11-15%0A"
        "also here, summit.yaml:4:10: the start%0Acorrect one of the two",
        "::notice file=summit.yaml,line=3,col=16,endLine=3,endColumn=18,title=unverified-wording::"
        "“峰会” is not verified",
    ]


def test_github_escapes_what_would_end_a_property_or_a_command() -> None:
    """Per cent, line breaks, and in properties colon and comma are escaped as GitHub reads them."""
    finding = Diagnostic(
        "x", Severity.WARNING, "50%:\r\n::error::forged", file="C:\\a,b.yaml", span=Span(1, 1, 1, 2)
    )
    assert REPORTS["github"](Checked([finding])) == (
        "::warning file=C%3A/a%2Cb.yaml,line=1,col=1,endLine=1,endColumn=2,title=x::"
        "50%25:%0A::error::forged\n"
    )


@pytest.mark.parametrize("name", REPORTS)
def test_nothing_that_a_terminal_obeys_gets_through(name: str) -> None:
    """Escapes, C1 controls and changes of direction in a record, a message, a hint, a file name are shown."""
    span = Span(1, 1, 1, 9)
    label = Label((), EVIL, span, EVIL)
    finding = Diagnostic("x", Severity.ERROR, EVIL, ("event", EVIL), EVIL, (label,), file=EVIL, span=span)
    text = REPORTS[name](Checked([finding], {EVIL: ()}, texts={EVIL: EVIL}, unread={EVIL * 2: EVIL}))
    assert not set(text) & set("\x1b\x07\x9b\u202e\r")
    assert not any(line.startswith("::error::") for line in text.splitlines())


@pytest.mark.parametrize("name", REPORTS)
def test_a_finding_without_a_place_is_told(name: str) -> None:
    """A finding about a record that came from no file, or about no place in it."""
    text = REPORTS[name](Checked([Diagnostic("x", Severity.ERROR, "odd")]))
    assert "odd" in text
    assert "None" not in text


@pytest.mark.parametrize("name", ["text", "concise", "github"])
def test_lines_are_for_findings(name: str) -> None:
    """Where nothing was found, nothing is printed; what was checked is told beside it."""
    assert REPORTS[name](Checked([], HELD, RULES)) == ""


def test_json_says_what_was_checked() -> None:
    """Also when nothing was found; and what was not, and why."""
    document = json.loads(REPORTS["json"](Checked([], HELD, RULES, unread={"a.yaml": "Permission denied"})))
    unreadable = [{"file": "a.yaml", "reason": "Permission denied"}]
    assert document == {"findings": [], "checked": {"records": 3, "rules": 17, "unreadable": unreadable}}


@pytest.mark.parametrize(
    ("findings", "summary"),
    [
        ([], "3 records, 17 rules checked: nothing found"),
        ([END], "3 records, 17 rules checked: 1 error"),
        ([NAME, END, END], "3 records, 17 rules checked: 2 errors, 1 info"),
    ],
)
def test_the_summary_counts(findings: list[Diagnostic], summary: str) -> None:
    """Numbers by severity, gravest first; one is singular."""
    assert _checked(*findings).summary() == summary


def test_width_counts_columns() -> None:
    """Full-width takes two columns, a combining accent none."""
    assert [width(text) for text in ("abc", "张江", "（", "e\u0301", "・ア")] == [3, 4, 2, 1, 4]


def test_what_is_invisible_is_shown() -> None:
    """Control and format characters are named, a tab is a space, the rest stays."""
    assert visible("a\x1b[31m\t张\u200b\u2028") == "a<U+001B>[31m 张<U+200B><U+2028>"


def test_a_span_over_lines_is_marked_line_by_line() -> None:
    """Without indentation, empty lines and white space at line ends; of many lines three are shown."""
    text = "a: one\r\n   two  \r\n\r\n   three\r\n   four\r\n"
    assert excerpt(text, Span(1, 4, 5, 8)) == [
        (1, "a: one", "   ^^^"),
        (2, "   two  ", "   ^^^"),
        (4, "   three", "   ^^^^^"),
    ]


@pytest.mark.parametrize("header", [">-", "|", ">2+", "|- # 引言"])
def test_a_text_in_block_style_is_quoted_from_its_first_line(header: str) -> None:
    """What says how the text is folded is no part of it."""
    text = f"a: {header}\n    海港\n    论坛\n"
    assert excerpt(text, Span(1, 4, 3, 7)) == [(2, "    海港", "    ^^^^"), (3, "    论坛", "    ^^^^")]


def test_an_empty_span_still_has_a_caret() -> None:
    """An empty value at the end of a line is marked by one caret behind it."""
    assert excerpt("end:\n", Span(1, 5, 1, 5)) == [(1, "end:", "    ^")]


def test_a_place_that_is_not_in_the_text_has_no_excerpt() -> None:
    """A line number beyond the text gives nothing instead of failing."""
    assert excerpt("one\n", Span(9, 1, 9, 2)) == []
    assert excerpt("one\n", Span(0, 1, 0, 2)) == []


SIGNS = "a1 -\t\x1b\u200b海论é€e\u0301ア゛ｱ（，Ａ한𠮷🎉\u0338ก็"


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(SIGNS), max_size=150), st.data())
def test_carets_stand_under_what_they_mark(line: str, data: st.DataObject) -> None:
    """As another maker's table of widths has it: from the column where the place begins to where it ends."""
    start = data.draw(st.integers(0, len(line)))
    stop = data.draw(st.integers(start, len(line)))
    ((_, shown, carets),) = excerpt(f"\n{line}\n", Span(2, start + 1, 2, stop + 1))
    cells, first, last = _cells(shown), carets.index("^"), len(carets)
    head, marked = _cells(visible(line[:start])), _cells(visible(line[start:stop]))
    assert len(cells) <= 100
    assert set(carets[first:]) == {"^"}
    assert cells[:first] in (head, DOTS + head[len(head) - first + 3 :])
    assert cells[first:last] in (marked, marked[: last - first - 3] + DOTS) or not marked
    assert last - first == len(marked) or cells[last - 3 : last] == DOTS or last - first == 1 > len(marked)
    if len(_cells(visible(line))) <= 100:
        assert shown == visible(line)
        assert last - first == max(1, len(marked))


DOTS = ["."] * 3


def _cells(text: str) -> list[str]:
    """What stands in each column of a terminal, by the widths of `wcwidth`."""
    return [char for char in text for _ in range(max(0, wcwidth(char)))]


@pytest.mark.parametrize("char", ["a", "张", "\x1b", "e\u0301"])
@pytest.mark.parametrize("column", [1, 40, 90, 5_000, 99_000])
def test_long_lines_are_cut_around_the_place(char: str, column: int) -> None:
    """However long the line, the excerpt is at most 100 columns, and the carets stay within it."""
    line = char * 100_000
    ((_, shown, carets),) = excerpt(line, Span(1, column, 1, column + 4))
    assert width(shown) <= 100
    assert len(carets) <= width(shown)
    assert "^" in carets
    assert shown.endswith("...")
    assert shown.startswith("...") == (column > 50 // max(1, width(visible(char))))
