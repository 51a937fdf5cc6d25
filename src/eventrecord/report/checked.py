"""What one run has checked and found: all that a report may tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eventrecord.diagnostic import Diagnostic, Severity

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

    def summary(self) -> str:
        """One line: 3 records, 17 rules checked: 1 error, 2 warnings."""
        number = Counter(finding.severity for finding in self.findings)
        grades = [counted(number[severity], severity.value) for severity in Severity if number[severity]]
        checked = f"{counted(self.records, 'record')}, {counted(self.rules, 'rule')} checked"
        return f"{checked}: {', '.join(grades) or 'nothing found'}"


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `3 infos`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
