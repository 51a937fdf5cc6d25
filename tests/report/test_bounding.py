"""A record with thousands of faults: so many are told as somebody may read, and how many more there are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from eventrecord.cli import main
from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.report import REPORTS
from eventrecord.report.bounding import MOST, MOST_OF_A_RULE, bounded

BASE = Path(__file__).parents[1] / "rules" / "base.yaml"


def _many(rule: str, count: int, severity: Severity = Severity.WARNING) -> list[Diagnostic]:
    return [Diagnostic(rule, severity, f"{rule} {number}") for number in range(count)]


def test_of_one_rule_the_first_are_told_and_the_rest_is_counted() -> None:
    """The last finding says how many more there are, of which rules, and is as grave as they are."""
    findings = [*_many("parity", 70, Severity.ERROR), *_many("stray-space", 60), *_many("name-drift", 3)]
    told = bounded(findings)
    assert Counter(f.rule for f in told) == {
        "parity": MOST_OF_A_RULE,
        "stray-space": MOST_OF_A_RULE,
        "name-drift": 3,
        "too-many-findings": 1,
    }
    assert told[:-1] == [f for f in findings if f in told]
    assert told[-1].severity is Severity.ERROR
    assert "30 more findings in this file are not told: parity (20), stray-space (10)" in told[-1].message


def test_no_rule_is_left_out_and_no_error_for_an_info() -> None:
    """Where many rules find much, one finding of each is told, and the gravest besides."""
    findings = [f for n in range(20) for f in _many(f"rule-{n}", 40, Severity.INFO)]
    findings += _many("last", 30, Severity.ERROR)
    told = bounded(findings)
    assert len(told) == MOST + 1
    assert {f.rule for f in findings} | {"too-many-findings"} == {f.rule for f in told}
    assert sum(f.rule == "last" for f in told) == 30


def test_few_findings_are_all_told() -> None:
    """Nothing is said of more where there is no more."""
    findings = _many("parity", MOST_OF_A_RULE)
    assert bounded(findings) == findings


@pytest.fixture
def slips(tmp_path: Path) -> str:
    """A record with hundreds of slips of one kind."""
    text = BASE.read_text("utf-8").replace("在{places.lantan}开幕", "很好,好," * 150)
    path = tmp_path / "lantan-forum-2031.yaml"
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("form", REPORTS)
def test_a_faulty_record_gives_a_report_that_can_be_read(
    form: str, slips: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the format; the summary counts them all, and the exit code is the same."""
    only = ["--select", "half-width-punctuation"]
    assert main(["validate", slips, "--output-format", form, "--fail-on", "warning", *only]) == 1
    out, err = capsys.readouterr()
    assert out.count("half-width-punctuation") < 2 * MOST_OF_A_RULE + 60
    assert "too-many-findings" in out
    assert "300 warnings" in err


def test_fixing_goes_by_all_findings(slips: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Not only by those that are told."""
    assert main(["validate", slips, "--fix", "--select", "half-width-punctuation"]) == 0
    assert "300 fixed, 0 left" in capsys.readouterr().err
