"""What `--fix` would do about a finding, for people and for other programs."""

from __future__ import annotations

from typing import Any

from eventrecord.diagnostic import Diagnostic, Fix
from eventrecord.message import say
from eventrecord.tongue import Tongue

__all__ = ["fix_data", "fix_words"]


def fix_words(fix: Fix, tongue: Tongue) -> str:
    """What a fix does, and with which option."""
    pattern = say("{what} (--fix)", what=fix.message)
    if not fix.safe:
        pattern = say("{what} (--fix --unsafe-fixes)", what=fix.message)
    return str(tongue.tell(pattern))


def fix_data(finding: Diagnostic) -> dict[str, Any] | None:
    """What a fix does, whether it is safe, and the characters that it puts where in the file."""
    if finding.fix is None:
        return None
    return {
        "message": finding.fix.message,
        "safe": finding.fix.safe,
        "edits": [
            {
                "line": splice.span.line,
                "column": splice.span.column,
                "end_line": splice.span.end_line,
                "end_column": splice.span.end_column,
                "text": splice.text,
            }
            for splice in finding.fix.splices
        ],
    }
