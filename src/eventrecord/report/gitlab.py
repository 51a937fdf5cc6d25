"""GitLab's Code Quality report: findings in the merge request, new ones told from those that were there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eventrecord.diagnostic import Diagnostic, Severity, Span
from eventrecord.message import say
from eventrecord.report.checked import Checked
from eventrecord.report.excerpt import visible
from eventrecord.report.fingerprint import fingerprints
from eventrecord.report.structured import document_text

__all__ = ["gitlab_report"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_UNREAD = "unreadable-file"


def gitlab_report(checked: Checked) -> str:
    """A list of issues; a file that could not be read is a blocker."""
    return document_text([*_unread(checked), *_found(checked)])


def _unread(checked: Checked) -> Iterator[dict[str, Any]]:
    for file, reason in checked.unread.items():
        described = checked.tongue.tell(say("cannot be read: {reason}", reason=reason))
        address = checked.address(file)
        yield _issue(_UNREAD, described, "blocker", f"{_UNREAD} {address}", address, None)


def _found(checked: Checked) -> Iterator[dict[str, Any]]:
    for finding, fingerprint in zip(checked.findings, fingerprints(checked), strict=True):
        yield _issue(
            finding.rule,
            _described(finding),
            _SEVERITIES[finding.severity],
            fingerprint,
            checked.address(finding.file or "<record>"),
            finding.span,
        )


def _issue(
    name: str, described: str, severity: str, fingerprint: str, file: str, span: Span | None
) -> dict[str, Any]:
    span = span or Span(1, 1, 1, 1)
    return {
        "description": described,
        "check_name": name,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {
            "path": file,
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }


def _described(finding: Diagnostic) -> str:
    """GitLab shows one line."""
    return visible(f"{finding.message} ({finding.hint})" if finding.hint else finding.message)
