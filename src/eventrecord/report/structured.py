"""For other programs: one JSON document, whose shape only ever grows."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from eventrecord.diagnostic import Diagnostic, Label, Span, path_text
from eventrecord.report.checked import Checked
from eventrecord.report.excerpt import HIDDEN

__all__ = ["document_text", "json_report"]


def json_report(checked: Checked) -> str:
    """`findings` with rule, severity, message, hint, path and position; `checked` with numbers."""
    document = {
        "findings": [_finding(finding) for finding in checked.findings],
        "checked": {
            "records": len(checked.held),
            "rules": len(checked.rules),
            "unreadable": [{"file": file, "reason": reason} for file, reason in checked.unread.items()],
        },
    }
    return document_text(document)


def document_text(document: object) -> str:
    """A JSON document as it goes out: UTF-8, and nothing in it that a terminal would obey."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return "".join(_escaped(char) for char in text) + "\n"


def _escaped(char: str) -> str:
    """JSON lets C1 controls, changes of direction and lone surrogates stand; a terminal obeys them."""
    obeyed = char != "\n" and unicodedata.category(char) in HIDDEN
    return json.dumps(char)[1:-1] if obeyed else char


def _finding(finding: Diagnostic) -> dict[str, Any]:
    from eventrecord.report.fixes import fix_data

    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": path_text(finding.path),
        **_place(finding.file, finding.span),
        "where": finding.where or None,
        "related": [_label(label) for label in finding.labels],
        "fix": fix_data(finding),
    }


def _label(label: Label) -> dict[str, Any]:
    return {"message": label.text, "path": path_text(label.path), **_place(label.file, label.span)}


def _place(file: str | None, span: Span | None) -> dict[str, Any]:
    return {
        "file": file,
        "line": span and span.line,
        "column": span and span.column,
        "end_line": span and span.end_line,
        "end_column": span and span.end_column,
    }
