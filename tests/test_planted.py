"""Eight faults planted in one nested record, found in one run, whatever notation it is written in."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
import yaml_rs
from jsonschema import Draft202012Validator

from eventrecord.cli import main
from eventrecord.diagnostic import path_text
from eventrecord.reading import read
from eventrecord.reading.source import Lines
from eventrecord.rules import validate
from eventrecord.schema import json_schema

ROOT = Path(__file__).parents[1]
FILE = ROOT / "tests" / "records" / "planted" / "island-week-2031.yaml"
FAULTS = [
    ("wrong-type", "revision.number", "first"),
    ("name-swapped", "people.mao-tan.name.en", None),
    ("wrong-date", "event.end", "2031-06-31"),
    ("unknown-key", "event.sub_events[0].speeker", "speeker"),
    ("wrong-value", "event.sub_events[0].sub_events[0].theme.en.state", "final"),
    ("dangling-reference", "event.sub_events[0].sub_events[0].participants[1].person", "mao-tang"),
    ("weekday-mismatch", "releases[0].body[1].text.en", "Wednesday, June 3"),
    ("value-differs", "releases[0].body[1].text.zh-Hans", "近3亿元"),
]
"""Rule, place in the record, and the characters that are underlined; a mapping is underlined as a whole."""
SHAPE = [fault for fault in FAULTS if fault[0].startswith(("wrong-", "unknown-"))]


@cache
def _data() -> Any:
    return yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)


def _written(notation: str) -> tuple[str, str]:
    """The text of the record and the name of its file."""
    if notation == "json":
        return json.dumps(_data(), ensure_ascii=False, indent=2), "island-week-2031.json"
    if notation == "flow":
        flow = yaml.safe_dump(_data(), allow_unicode=True, sort_keys=False, default_flow_style=True)
        return flow, FILE.name
    return FILE.read_text("utf-8"), FILE.name


@pytest.mark.parametrize("notation", ["block", "flow", "json"])
def test_all_planted_faults_are_found_in_one_run(notation: str) -> None:
    """Faults of shape hide no others, each is underlined to the letter, and nothing else is found."""
    text, name = _written(notation)
    findings = validate(read(text, name))
    assert [(f.rule, str(path_text(f.path))) for f in findings] == [fault[:2] for fault in FAULTS]
    lines = Lines(text)
    for finding, (_, _, underlined) in zip(findings, FAULTS, strict=True):
        assert finding.span is not None
        line, column, end_line, end_column = finding.span
        cut = " ".join(text[lines.offset(line, column) : lines.offset(end_line, end_column)].split())
        assert cut.strip("'\"") == underlined or (underlined is None and "Tan" in cut and cut[-1] == "}")


def test_the_page_that_compares_tools_shows_what_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """The findings on docs/comparison.md are those of today."""
    assert main(["validate", "--lang", "en", "--output-format", "concise", str(FILE)]) == 1
    told = capsys.readouterr().out.replace(str(FILE), f"tests/records/planted/{FILE.name}")
    assert f"```text\n{told}```" in (ROOT / "docs" / "comparison.md").read_text("utf-8")


def test_the_schema_sees_the_faults_of_shape_and_no_others() -> None:
    """An editor underlines what is wrong by the schema alone; facts are for the rules."""
    errors = Draft202012Validator(json_schema()).iter_errors(
        yaml_rs.loads(FILE.read_text("utf-8"), parse_datetime=False)
    )
    places = [".".join(map(str, error.absolute_path)) for error in errors]
    assert len(places) == len(SHAPE) - 1  # that June has 30 days is more than a schema can say
    assert {place.partition(".")[0] for place in places} == {"revision", "event"}
