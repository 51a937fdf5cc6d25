"""Findings as people and other programs read them: one literal table of pure functions."""

from __future__ import annotations

from collections.abc import Callable

from eventrecord.report.checked import Checked
from eventrecord.report.concise import concise_report
from eventrecord.report.github import github_report
from eventrecord.report.structured import json_report
from eventrecord.report.text import text_report

__all__ = ["REPORTS", "Checked"]

REPORTS: dict[str, Callable[[Checked], str]] = {
    "text": text_report,
    "concise": concise_report,
    "json": json_report,
    "github": github_report,
}
"""What `validate --output-format` takes; each gives the whole output, without control characters."""
