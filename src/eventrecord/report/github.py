"""Workflow commands of GitHub Actions: findings as annotations in the change under review."""

from __future__ import annotations

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.report.checked import Checked
from eventrecord.report.excerpt import visible

__all__ = ["github_report"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(checked: Checked) -> str:
    """One `::error file=...,line=...::message` per finding."""
    return "".join(f"{_command(finding)}\n" for finding in checked.findings)


def _command(finding: Diagnostic) -> str:
    span = finding.span
    properties = {
        "file": finding.file and finding.file.replace("\\", "/"),
        "line": span and span.line,
        "col": span and span.column,
        "endLine": span and span.end_line,
        "endColumn": span and span.end_column,
        "title": finding.rule,
    }
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    hint = f"\n{finding.hint}" if finding.hint else ""
    return f"::{_COMMANDS[finding.severity]} {given}::{_data(finding.message + hint)}"


def _data(text: str) -> str:
    """A message: its lines and per cents escaped, so that it can neither end nor start a command."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
