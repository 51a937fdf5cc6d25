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

ABOUT_TWO = (
    "disputed-fact",
    "duplicate-id",
    "duplicate-key",
    "duration-mismatch",
    "end-before-start",
    "inferred-fact-printed",
    "missing-wording",
    "name-drift",
    "name-mismatch",
    "name-order-mixed",
    "name-swapped",
    "official-left-out",
    "outside-parent",
    "parity",
    "part-of-cancelled",
    "qualified-range",
    "qualifier-differs",
    "rank-changed",
    "rank-differs",
    "stale-wording",
    "stand-in",
    "unit-differs",
    "value-differs",
)
"""Rules about something that does not fit something else in the record."""


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


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("parity", ["会上签约{figures.deals}。", "{places.lantan}"]),
        ("value-differs", ["2100亿元", "RMB 21 billion"]),
    ],
)
def test_of_the_other_language_the_fact_is_shown(
    name: str, places: list[str], laid_over: Callable[[str], str]
) -> None:
    """Its slot or its words are marked, not the whole text."""
    text = laid_over(_BLOCK.findall((PAGES / f"{name}.md").read_text("utf-8"))[0])
    finding = validate(read(text, "example.json"), select=[name])[0]
    shown = []
    for span in (finding.span, *(label.span for label in finding.labels)):
        assert span is not None
        shown.append(text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1].strip('"'))
    assert shown == places


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
