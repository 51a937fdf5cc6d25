"""Comments that say to ignore a finding: what they cover, and what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.reading import Document, read
from eventrecord.reading.mending import mend
from eventrecord.rules import validate
from eventrecord.settings import Settings

BASE = Path(__file__).with_name("base.yaml").read_text("utf-8")
UNIT, END = "    money: 3 billion RMB\n", "  end: 2031-05-11\n"
FAULTY = BASE.replace("end: 2031-05-13", "end: 2031-05-11").replace("CNY", "RMB")


def _rules(text: str, **arguments: object) -> list[str]:
    return [finding.rule for finding in validate(read(text, "forum.yaml"), **arguments)]  # type: ignore[arg-type]


def _at_the_end(line: str, comment: str) -> str:
    return FAULTY.replace(line, f"{line[:-1]}  # eventrecord: {comment}\n")


def _above(line: str, comment: str) -> str:
    return FAULTY.replace(line, f"  # eventrecord: {comment}\n{line}")


def test_the_faults_are_there() -> None:
    """Without a comment, two."""
    assert _rules(FAULTY) == ["unit-unknown", "end-before-start"]


@pytest.mark.parametrize(
    "text",
    [
        _at_the_end(UNIT, "ignore[unit-unknown] so on the sheet"),
        _above(UNIT, "ignore[unit-unknown] so on the sheet"),
        _above("  deals:\n", "ignore[unit-unknown] so on the sheet"),
        _at_the_end("figures:\n", "ignore[unit-unknown] so on the sheet"),
        f"# eventrecord: ignore-file[unit-unknown] so on the sheet\n{FAULTY}",
        _at_the_end(UNIT, "ignore [unit-unknown]: so on the sheet"),
    ],
)
def test_a_comment_covers_a_finding(text: str) -> None:
    """At the end of the line, above it, above or beside what the line is a part of, or for the whole file."""
    assert _rules(text) == ["end-before-start"]


def test_one_comment_names_several_rules() -> None:
    """With commas between."""
    text = f"# eventrecord: ignore-file[unit-unknown, end-before-start] a test\n{FAULTY}"
    assert _rules(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        (_at_the_end(END, "ignore[unit-unknown] why"), "unused-ignore", "nothing of unit-unknown is found"),
        (FAULTY + "# eventrecord: ignore[parity] why\n", "unused-ignore", "nothing of parity is found"),
        (_at_the_end(UNIT, "ignore[unit-unknown]"), "ignore-without-reason", "not why"),
        (_at_the_end(UNIT, "ignore[unit-unknown] -"), "ignore-without-reason", "not why"),
        (_at_the_end(UNIT, "ignore[unit-unknwon] why"), "bad-ignore", "no rule 'unit-unknwon'"),
        (_at_the_end(UNIT, "ignore[numbers] why"), "bad-ignore", "'numbers' is a group"),
        (_at_the_end(UNIT, "ignore unit-unknown"), "bad-ignore", "not understood"),
        (_at_the_end(UNIT, "ignore[] why"), "bad-ignore", "no rule ''"),
        (_at_the_end(UNIT, "disable[parity] why"), "bad-ignore", "not understood"),
        (_above(UNIT, "ignore-file[unit-unknown] why"), "bad-ignore", "at the top"),
    ],
)
def test_a_comment_may_itself_be_at_fault(text: str, rule: str, says: str) -> None:
    """It is told at the comment, as a warning."""
    found = [finding for finding in validate(read(text, "forum.yaml")) if finding.rule == rule]
    assert [finding.severity for finding in found] == [Severity.WARNING]
    assert says in found[0].message
    assert found[0].span is not None
    line = text.splitlines()[found[0].span.line - 1]
    assert line[found[0].span.column - 1 :].startswith("# eventrecord:")


def test_the_nearest_comment_is_the_one_that_is_needed() -> None:
    """Of two that cover a finding the wider one is superfluous."""
    text = _at_the_end(UNIT, "ignore[unit-unknown] near")
    text = text.replace("  deals:\n", "  deals:  # eventrecord: ignore[unit-unknown] far\n")
    found = [finding for finding in validate(read(text)) if finding.rule != "end-before-start"]
    assert [(finding.rule, finding.span and finding.span.line) for finding in found] == [
        ("unused-ignore", text[: text.index("far")].count("\n") + 1)
    ]


def test_a_comment_in_the_wrong_line_is_told_the_right_one() -> None:
    """The hint has the line of the nearest finding; where there is none, the comment can go."""
    text = _at_the_end("  deals:\n", "ignore[end-before-start] why")
    hint = next(finding.hint for finding in validate(read(text)) if finding.rule == "unused-ignore")
    line = text[: text.index("end: 2031-05-11")].count("\n") + 1
    assert hint == f"delete the comment, or move it to the end of line {line}, where the nearest finding is"
    text = _at_the_end("  deals:\n", "ignore[parity] why")
    hint = next(finding.hint for finding in validate(read(text)) if finding.rule == "unused-ignore")
    assert hint == "delete the comment"


def test_part_of_a_comment_may_be_unused() -> None:
    """Only the rule that is not found is named."""
    text = _at_the_end(UNIT, "ignore[unit-unknown, parity] why")
    found = next(finding for finding in validate(read(text)) if finding.rule == "unused-ignore")
    assert found.message == "nothing of parity is found here"
    assert found.hint == "take parity out of the brackets"


def test_a_rule_that_is_not_checked_leaves_its_comments_alone() -> None:
    """Else every narrower run would call the rest of the comments unused."""
    text = _at_the_end(END, "ignore[unit-unknown] why")
    assert _rules(text, select=["dates", "unused-ignore"]) == ["end-before-start"]
    assert "unused-ignore" not in _rules(text, ignore=["unit-unknown"])
    assert "unused-ignore" not in _rules(text, settings=Settings(severity={"unused-ignore": "off"}))


def test_a_comment_about_what_only_shows_among_files_is_never_unused() -> None:
    """A single record cannot tell whether its name or id is in the way of another one."""
    text = BASE.replace("\nrevision:", "  # eventrecord: ignore[file-name, duplicate-id] why\nrevision:", 1)
    assert _rules(text) == []


def test_what_makes_a_file_unreadable_cannot_be_ignored() -> None:
    """The comment is not looked at, either."""
    text = (
        f"# eventrecord: ignore-file[missing-key, wrong-date] why\n{BASE.replace('2031-05-12', '2031-05-32')}"
    )
    assert _rules(text) == ["wrong-date"]


def test_a_text_is_no_comment() -> None:
    """What stands in quotes, or in a block of text, is printed and not obeyed."""
    text = FAULTY.replace(
        "name:\n      en: contracts signed",
        'note: "# eventrecord: ignore[parity] x"\n    name:\n      en: contracts signed',
        1,
    )
    assert _rules(text) == ["unit-unknown", "end-before-start"]


def test_json_has_no_comments() -> None:
    """What looks like one in JSON is text."""
    data = yaml.load(FAULTY, yaml.BaseLoader) | {"note": "# eventrecord: ignore-file[unit-unknown] why"}
    findings = validate(read(json.dumps(data, ensure_ascii=False), "forum.json"))
    assert {finding.rule for finding in findings} == {"unit-unknown", "end-before-start"}


def test_many_comments_take_no_square_of_work(growth: Callable[..., float]) -> None:
    """Of thousands, each is looked at once."""
    comment = "  # eventrecord: ignore[unit-unknown, parity, end-before-start] why\n"
    few, many = (FAULTY.replace("figures:\n", "figures:\n" + comment * n, 1) for n in (250, 2_000))
    assert growth(lambda text: validate(read(text)), few, many) < 12


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  end: 2031-05-13   # eventrecord: ignore[parity] why\n", "  end: 2031-05-13\n"),
        ("  # eventrecord: ignore[parity]\n  end: 2031-05-13\n", "  end: 2031-05-13\n"),
        (
            "  end: 2031-05-11  # eventrecord: ignore[parity,end-before-start] why: [a]\n",
            "  end: 2031-05-11  # eventrecord: ignore[end-before-start] why: [a]\n",
        ),
        ("  end: 2031-05-13\n  # eventrecord: ignore[parity] why", "  end: 2031-05-13\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_comment_that_covers_nothing_can_be_deleted(before: str, after: str, newline: str) -> None:
    """With the line that it has to itself, or the space before it; nothing else in the file changes."""
    line = "  end: 2031-05-13\n"
    old, new = (BASE.replace(line, text).replace("\n", newline) for text in (before, after))
    if not before.endswith("\n"):
        old, new = (text.partition(line)[0] + with_it for text, with_it in ((BASE, before), (BASE, after)))

    def found(document: Document) -> list[Diagnostic]:
        return validate(document)

    mended = mend(read(old, "forum.yaml"), found, lambda text: read(text, "forum.yaml"))
    assert mended.document.text == new
    assert [finding.rule for finding in mended.findings if finding.rule == "unused-ignore"] == []


@pytest.mark.parametrize(
    "comment",
    ["ignore[end-before-start] why", "ignore[parity, unit-unknwon] why", "ignore[parity, dates] why"],
)
def test_a_comment_that_somebody_has_to_look_at_is_not_deleted(comment: str) -> None:
    """It stands in the wrong place, or has a slip in it."""
    text = _at_the_end(UNIT, comment).replace("RMB", "CNY")
    found = [finding for finding in validate(read(text, "forum.yaml")) if finding.rule == "unused-ignore"]
    assert [finding.fix for finding in found] == [None]
