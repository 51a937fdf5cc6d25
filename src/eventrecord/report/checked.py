"""What one run has checked and found: all that a report may tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say

__all__ = ["Checked", "counted"]


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings of a run, and what they are findings of."""

    findings: Sequence[Diagnostic]
    records: int
    """How many records were read."""
    rules: int
    """How many rules they were held against."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Text of the files that findings are in, by the name that findings have for them."""
    colour: bool = False
    """Whether the report goes to a terminal that shows colours."""
    unreadable: int = 0
    """How many files could not be read, and so are not among the records."""

    def summary(self) -> str:
        """One line: 3 records, 17 rules checked: 1 error, 2 warnings; 1 file could not be read."""
        if self.unreadable and not self.records:
            return self._unread()
        number = Counter(finding.severity for finding in self.findings)
        grades = [counted(number[severity], severity.value) for severity in Severity if number[severity]]
        checked = say(
            "{counted}, {counted_2} checked",
            counted=counted(self.records, "record"),
            counted_2=counted(self.rules, "rule"),
        )
        told = f"{checked}: {', '.join(grades) or 'nothing found'}"
        return f"{told}; {self._unread()}" if self.unreadable else told

    def _unread(self) -> str:
        return say("{counted} could not be read", counted=counted(self.unreadable, "file"))


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `3 infos`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
