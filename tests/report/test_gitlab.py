"""The Code Quality report, held against what GitLab documents of it; there is no package with its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from eventrecord.diagnostic import Diagnostic, Severity, Span
from eventrecord.message import say
from eventrecord.report import REPORTS, Checked
from eventrecord.report.telling import told
from eventrecord.tongue import ENGLISH, Tongue

LINE = {"type": "object", "required": ["line"], "properties": {"line": {"type": "integer", "minimum": 1}}}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "pattern": "^[^\n]+$"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "positions"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "positions": {"type": "object", "required": ["begin"], "properties": {"begin": LINE}},
                },
            },
        },
    },
}


def issues(checked: Checked) -> Any:
    """The issues of a report that is as GitLab wants it, each with a fingerprint of its own."""
    found = json.loads(REPORTS["gitlab"](checked))
    jsonschema.validate(found, SCHEMA)
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return found


def test_findings_are_issues(checked: Checked) -> None:
    """With rule, place and severity; the hint is in the line that GitLab shows."""
    unread, name, end = issues(checked)
    assert (unread["severity"], name["severity"], end["severity"]) == ("blocker", "minor", "major")
    assert unread["location"]["path"] == "records/closed.yaml"
    assert end["check_name"] == "end-before-start"
    assert end["description"].endswith("2022-11-15 (correct one of the two)")
    assert end["location"]["positions"]["begin"] == {"line": 5, "column": 8}


def test_without_findings_the_list_is_empty(checked: Checked) -> None:
    """GitLab reads an empty list as nothing found."""
    assert issues(replace(checked, findings=[], unread={})) == []


def fingerprint(finding: Diagnostic) -> str:
    """That of a finding alone."""
    (issue,) = issues(Checked([finding]))
    return str(issue["fingerprint"])


@pytest.mark.parametrize(
    "other",
    [
        {"span": Span(9, 1, 9, 5)},
        {"severity": Severity.INFO},
        {"hint": "look again"},
    ],
)
def test_a_finding_is_known_again(checked: Checked, other: dict[str, Any]) -> None:
    """Wherever it has moved in its file, however grave it is now."""
    assert fingerprint(checked.findings[1]) == fingerprint(replace(checked.findings[1], **other))


def test_a_finding_is_known_again_in_any_language(checked: Checked) -> None:
    """Its values make its fingerprint, not the words around them."""
    names = [fingerprint(told(checked.findings[1], tongue)) for tongue in (ENGLISH, Tongue("zh-Hans"))]
    assert names == [fingerprint(checked.findings[1])] * 2


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "outside-parent"},
        {"file": "records/week.yaml"},
        {"path": ("event", "sub_events", 0, "end")},
        {
            "message": say(
                "the end, {end}, is before the start, {start}", end="2022-11-13", start="2022-11-15"
            )
        },
    ],
)
def test_another_finding_has_another_fingerprint(checked: Checked, other: dict[str, Any]) -> None:
    """Another rule, file, place in the record, or value."""
    assert fingerprint(checked.findings[1]) != fingerprint(replace(checked.findings[1], **other))


def test_findings_that_are_alike_are_told_apart(checked: Checked) -> None:
    """Two of one rule at one place with the same values; the first keeps its fingerprint."""
    one = checked.findings[1]
    first, second = issues(Checked([one, replace(one, span=Span(9, 1, 9, 2))]))
    assert first["fingerprint"] == fingerprint(one) != second["fingerprint"]
