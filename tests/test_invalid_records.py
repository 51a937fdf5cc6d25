"""Records with one fault each, and the findings that they must give: no more, no less, at the right place."""

from __future__ import annotations

from pathlib import Path

import pytest

from eventrecord.diagnostic import Diagnostic
from eventrecord.rules import validate

FOLDER = Path(__file__).parent / "records" / "invalid"
RECORDS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".yaml", ".json"))


def place(finding: Diagnostic) -> str:
    """Where a finding is, its rule and its severity, as the `.findings` files have them."""
    assert finding.span is not None
    return f"{finding.span.line}:{finding.span.column} {finding.rule} {finding.severity}"


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name)
def test_one_fault_gives_its_one_finding(path: Path) -> None:
    """A record with one fault gives exactly the findings beside it."""
    lines = path.with_suffix(".findings").read_text(encoding="utf-8").splitlines()
    wanted = [line.split(" ", 3) for line in lines]
    findings = validate(path, ignore=["placeholder-address"])
    assert [place(finding) for finding in findings] == [" ".join(parts[:3]) for parts in wanted]
    for finding, parts in zip(findings, wanted, strict=True):
        assert parts[3] in finding.message


def test_no_findings_without_a_record() -> None:
    """Every expectation belongs to a record."""
    expected = {path.with_suffix(".findings").name for path in RECORDS}
    assert {path.name for path in FOLDER.glob("*.findings")} == expected
    assert len(RECORDS) >= 30
