"""Workflow commands of GitHub Actions: findings as annotations in the change under review."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, Span
from eventrecord.message import say
from eventrecord.report.checked import Checked
from eventrecord.report.excerpt import visible

__all__ = ["github_report"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github_report(checked: Checked) -> str:
    """One `::error file=...,line=...::message` per finding, and per file that could not be read."""
    lines = [_unread(file, reason, checked) for file, reason in checked.unread.items()]
    lines += [_found(finding, checked) for finding in checked.findings]
    return "".join(f"{line}\n" for line in lines)


def _unread(file: str, reason: str, checked: Checked) -> str:
    told = checked.tongue.tell(say("cannot be read: {reason}", reason=reason))
    return _command("error", told, file=checked.address(file), title="unreadable-file")


def _found(finding: Diagnostic, checked: Checked) -> str:
    return _command(
        _COMMANDS[finding.severity],
        "\n".join((finding.message, *_besides(finding, checked))),
        file=finding.file and checked.address(finding.file),
        **_position(finding.span),
        title=finding.rule,
    )


def _position(span: Span | None) -> dict[str, int]:
    """Lines, and within one line columns: GitHub takes none of what goes over several."""
    if span is None:
        return {}
    lines = {"line": span.line, "endLine": span.end_line}
    if span.line != span.end_line:
        return lines
    return {"line": span.line, "col": span.column, "endLine": span.end_line, "endColumn": span.end_column}


def _besides(finding: Diagnostic, checked: Checked) -> Iterator[str]:
    """The other places that belong to a finding, and what to do, a line each."""
    also, near = checked.tongue.tell(say("also here")), checked.tongue.fields["forms"]["near"]
    for label in finding.labels:
        file = label.file
        where = ""
        if file and label.span:
            where = near.format(place=f"{checked.address(file)}:{label.span.line}:{label.span.column}")
        yield f"{also}{where}{checked.tongue.fields['forms']['colon']}{label.text}"
    if finding.hint:
        yield finding.hint


def _command(name: str, message: str, **properties: object) -> str:
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    """A message: its lines and per cents escaped, so that it can neither end nor start a command."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(visible(line).replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
