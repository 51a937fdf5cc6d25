"""Findings about two places show both."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from eventrecord.reading import read, read_file
from eventrecord.rules import validate

PAGES = Path(__file__).parents[2] / "docs" / "rules"
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)

ABOUT_TWO = {
    "disputed-fact": "conflicts",
    "duplicate-id": "first",
    "duplicate-key": "first",
    "duration-mismatch": "begins",
    "end-before-start": "begins",
    "inferred-fact-printed": "inferred",
    "missing-wording": "en",
    "name-drift": "the name",
    "name-mismatch": "",
    "name-order-mixed": "",
    "name-swapped": "",
    "outside-parent": "to",
    "parity": "states",
    "part-of-cancelled": "cancelled",
    "qualified-range": "range",
    "stale-wording": "",
    "stand-in": "printed",
}
"""Rules about something that does not fit something else in the record, and a word of what is beside it."""


@pytest.mark.parametrize("name", ABOUT_TWO)
def test_what_does_not_fit_is_shown_beside_it(
    name: str, laid_over: Callable[[str], str], pasted_in: Callable[[str], str]
) -> None:
    """The other language, the parent's dates, the first of two: each with a place of its own."""
    example = _BLOCK.findall((PAGES / f"{name}.md").read_text("utf-8"))[0]
    text = pasted_in(example) if name == "duplicate-key" else laid_over(example)
    findings = validate(read(text, "example.yaml"), select=[name])
    finding = next(found for found in findings if found.rule == name)
    assert finding.labels
    for label in finding.labels:
        assert label.span is not None
        assert label.span != finding.span
        assert label.file == finding.file


def test_parity_shows_the_slot_that_the_other_language_has(laid_over: Callable[[str], str]) -> None:
    """Of the other wording its slot is marked, not the whole text."""
    example = _BLOCK.findall((PAGES / "parity.md").read_text("utf-8"))[0]
    text = laid_over(example)
    (finding,) = validate(read(text, "example.json"), select=["parity"])
    (label,) = finding.labels
    assert label.span is not None
    line, column, _, end = label.span
    assert text.splitlines()[line - 1][column - 1 : end - 1] == "{places.lantan}"


WEEK = """\
format: eventrecord/1
id: ocean-week
revision: {number: 1, at: 2031-05-01}
locales: [en]
event:
  id: week
  name: {en: Ocean Week}
  start: 2031-05-01
  end: 2031-05-07
  status: scheduled
"""
CANCELLED = "cancelled\n  changes: [{at: 2031-05-01, status: cancelled}]"
FORUM = """\
format: eventrecord/1
id: ocean-forum
revision: {number: 1, at: 2031-05-01}
locales: [en]
event:
  id: forum
  name: {en: Ocean Forum}
  part_of: ocean-week
  start: 2031-05-09
"""


@pytest.mark.parametrize(
    ("week", "rule", "shown"),
    [
        (WEEK, "outside-parent", "2031-05-07"),
        (WEEK.replace("scheduled", CANCELLED), "part-of-cancelled", "cancelled"),
    ],
)
def test_the_other_record_is_shown_too(tmp_path: Path, week: str, rule: str, shown: str) -> None:
    """What does not fit may stand in the file of the record that this one is part of."""
    other = tmp_path / "ocean-week.yaml"
    other.write_text(week, "utf-8")
    (tmp_path / "ocean-forum.yaml").write_text(FORUM, "utf-8")
    document = read_file(tmp_path / "ocean-forum.yaml")
    (finding,) = validate(document, select=[rule])
    (label,) = finding.labels
    assert label.file == str(other)
    assert label.span is not None
    line, column, _, end = label.span
    assert week.splitlines()[line - 1][column - 1 : end - 1] == shown
    assert document.texts[label.file] == week


def test_another_record_that_has_gone_has_no_place(tmp_path: Path) -> None:
    """The finding stays, and says in words what is there no more to show."""
    other = tmp_path / "ocean-week.yaml"
    other.write_text(WEEK, "utf-8")
    (tmp_path / "ocean-forum.yaml").write_text(FORUM, "utf-8")
    document = read_file(tmp_path / "ocean-forum.yaml")
    other.unlink()
    ((label,),) = (finding.labels for finding in validate(document, select=["outside-parent"]))
    assert (label.file, label.span) == (None, None)
    assert label.text == "week: 2031-05-01 to 2031-05-07"
