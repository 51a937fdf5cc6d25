"""SARIF 2.1.0, which code scanning of GitHub and many editors read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import metadata
from typing import Any
from urllib.parse import quote

from eventrecord.diagnostic import Diagnostic, Fix, Severity, Span, path_text
from eventrecord.message import say
from eventrecord.report.checked import Checked
from eventrecord.report.excerpt import lines_of
from eventrecord.report.fingerprint import fingerprints
from eventrecord.report.structured import document_text

__all__ = ["sarif_report"]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SOURCE = "SRCROOT"
"""What files are relative to: the root of the repository."""


def sarif_report(checked: Checked) -> str:
    """One run: the rules with their pages, the files that were read, the findings."""
    names = list(dict.fromkeys([*checked.rules, *(finding.rule for finding in checked.findings)]))
    places = {name: index for index, name in enumerate(names)}
    marks = fingerprints(checked)
    run = {
        "tool": {
            "driver": {
                "name": "eventrecord",
                "version": metadata.version("eventrecord"),
                "rules": [_rule(name, checked) for name in names],
            }
        },
        "invocations": [_invocation(checked)],
        "artifacts": [{"location": _artifact(checked, file)} for file in _files(checked)],
        "language": checked.tongue.tag[:2],
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [
            _result(finding, mark, places[finding.rule], checked)
            for finding, mark in zip(checked.findings, marks, strict=True)
        ],
    }
    return document_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _files(checked: Checked) -> Iterable[str]:
    """All files of the run, read or not, each once."""
    return {checked.address(file): file for file in (*checked.held, *checked.unread)}.values()


def _rule(name: str, checked: Checked) -> dict[str, Any]:
    from eventrecord.rules import RULES
    from eventrecord.rules.pages import page, text_rules

    if checked.of_texts and name in text_rules():
        return _text_rule(name, checked)
    if name not in RULES:
        return {"id": name}
    rule, text = RULES[name], page(name)
    return {
        "id": name,
        "shortDescription": {"text": checked.tongue.tell(rule.summary)},
        "fullDescription": {"text": _first_section(text)},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _text_rule(name: str, checked: Checked) -> dict[str, Any]:
    """What is told of a finding of texts, in the language of the report as far as it is in both."""
    from eventrecord.rules.pages import text_page, text_severity

    text = text_page(name)
    _, english, chinese, _, why, *_ = text.split("\n\n")
    short = chinese.removeprefix("中文：") if checked.tongue.tag.startswith("zh") else english
    return {
        "id": name,
        "shortDescription": {"text": short},
        "fullDescription": {"text": why.removeprefix("**Why.** ")},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[text_severity(name)]},
        "properties": {"tags": ["texts"]},
    }


def _first_section(page: str) -> str:
    """The paragraphs below the first heading of a page: why there is the rule."""
    return page.split("\n## ")[1].partition("\n")[2].strip().replace("\n", " ")


def _invocation(checked: Checked) -> dict[str, Any]:
    notes: list[dict[str, Any]] = [
        {"level": "note", "message": _message(checked.tongue.tell(checked.summary()))}
    ]
    for file, reason in checked.unread.items():
        told = checked.tongue.tell(say("cannot be read: {reason}", reason=reason))
        place = {"physicalLocation": {"artifactLocation": _artifact(checked, file)}}
        notes.append({"level": "error", "message": _message(told), "locations": [place]})
    return {"executionSuccessful": not checked.unread, "toolExecutionNotifications": notes}


def _result(finding: Diagnostic, mark: str, index: int, checked: Checked) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.hint}" if finding.hint else str(finding.message)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": _message(text),
        "locations": [_location(finding, checked)],
        "partialFingerprints": {"eventrecord/v1": mark},
    }
    if related := [*_related(finding, checked)]:
        result["relatedLocations"] = related
    if finding.fix is not None and finding.fix.splices and finding.file:
        result["fixes"] = [_fix(finding.fix, finding.file, checked)]
    return result


def _fix(fix: Fix, file: str, checked: Checked) -> dict[str, Any]:
    text = checked.texts.get(file, "")
    changes = [
        {"deletedRegion": region(splice.span, text), "insertedContent": {"text": splice.text}}
        for splice in fix.splices
    ]
    return {
        "description": _message(fix.message),
        "artifactChanges": [{"artifactLocation": _artifact(checked, file), "replacements": changes}],
        "properties": {"safe": fix.safe},
    }


def _location(finding: Diagnostic, checked: Checked) -> dict[str, Any]:
    place: dict[str, Any] = {}
    if finding.file:
        place["physicalLocation"] = _physical(checked, finding.file, finding.span)
    if finding.path:
        name = str(path_text(finding.path))
        place["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "member"}]
    return place


def _related(finding: Diagnostic, checked: Checked) -> Iterator[dict[str, Any]]:
    for number, label in enumerate(finding.labels):
        place: dict[str, Any] = {"id": number, "message": _message(label.text)}
        if file := label.file:
            place["physicalLocation"] = _physical(checked, file, label.span)
        yield place


def _message(text: str) -> dict[str, str]:
    """A text whose braces, doubled, do not stand for arguments, and of which no part is taken for a link."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _physical(checked: Checked, file: str, span: Span | None) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(checked, file)}
    if span is not None:
        place["region"] = region(span, checked.texts.get(file, ""))
    return place


def region(span: Span, text: str) -> dict[str, int]:
    """A span as SARIF counts: columns in units of UTF-16, of which an astral character takes two."""
    return {
        "startLine": span.line,
        "startColumn": _column(text, span.line, span.column),
        "endLine": span.end_line,
        "endColumn": _column(text, span.end_line, span.end_column),
    }


def _column(text: str, line: int, column: int) -> int:
    lines = lines_of(text)
    before = lines[line - 1][: column - 1] if 0 < line <= len(lines) else ""
    return column + len(before.encode("utf-16-le", "surrogatepass")) // 2 - len(before)


def _artifact(checked: Checked, file: str) -> dict[str, str]:
    """Where a file is: relative to the root of the repository, unless it lies outside."""
    address = checked.address(file)
    uri = quote(address.encode("utf-8", "surrogatepass"), safe="/")
    if address.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": _SOURCE}
