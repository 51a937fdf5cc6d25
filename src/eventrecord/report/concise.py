"""One line per finding, for editors and grep."""

from __future__ import annotations

from eventrecord.diagnostic import Diagnostic
from eventrecord.report.checked import Checked
from eventrecord.report.excerpt import visible

__all__ = ["concise_report", "line", "place"]


def concise_report(checked: Checked) -> str:
    """`file:line:column: severity rule: message (place in words)`, one per line."""
    return "".join(f"{line(finding, checked)}\n" for finding in checked.findings)


def line(finding: Diagnostic, checked: Checked) -> str:
    """A finding in one line."""
    return f"{place(finding)}: {finding.severity} {finding.rule}: {visible(_message(finding, checked))}"


def _message(finding: Diagnostic, checked: Checked) -> str:
    if not finding.where or finding.where in finding.message:
        return finding.message
    aside: str = checked.tongue.fields["forms"]["aside"]
    return finding.message + aside.format(place=finding.where)


def place(finding: Diagnostic) -> str:
    """Where a finding is: `file:line:column`, as far as it is known."""
    file = visible(finding.file or "<record>")
    return f"{file}:{finding.span.line}:{finding.span.column}" if finding.span else file
