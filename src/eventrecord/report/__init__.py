"""Findings as people and other programs read them: one literal table of pure functions."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from eventrecord.report.checked import Checked

__all__ = ["REPORTS", "Checked"]

Report = Callable[[Checked], str]


def _report(module: str, name: str) -> Report:
    """The function `name` of a module, which is imported when there is something to report."""

    def report(checked: Checked) -> str:
        made: Report = getattr(import_module(f"eventrecord.report.{module}"), name)
        return made(checked)

    return report


REPORTS: dict[str, Report] = {
    "text": _report("text", "text_report"),
    "concise": _report("concise", "concise_report"),
    "json": _report("structured", "json_report"),
    "github": _report("github", "github_report"),
    "gitlab": _report("gitlab", "gitlab_report"),
    "sarif": _report("sarif", "sarif_report"),
    "junit": _report("junit", "junit_report"),
}
"""What `validate --output-format` takes; each gives the whole output, without control characters."""
