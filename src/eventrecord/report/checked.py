"""What one run has checked and found: all that a report may tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import Message, joined, say, say_n
from eventrecord.tongue import ENGLISH, Tongue

__all__ = ["Checked"]


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
    tongue: Tongue = ENGLISH
    """Language of the words that a report puts around findings."""

    def summary(self) -> Message:
        """One line: 3 records, 17 rules checked: 1 error, 2 warnings; 1 file could not be read."""
        unread = say_n("{n} file could not be read", "{n} files could not be read", self.unreadable)
        if self.unreadable and not self.records:
            return unread
        number = Counter(finding.severity for finding in self.findings)
        grades = (
            say_n("{n} error", "{n} errors", number[Severity.ERROR]),
            say_n("{n} warning", "{n} warnings", number[Severity.WARNING]),
            say_n("{n} info", "{n} infos", number[Severity.INFO]),
        )
        found = joined((grade for grade in grades if grade.number), say(", "))
        told = say(
            "{records}, {rules} checked: {found}",
            records=say_n("{n} record", "{n} records", self.records),
            rules=say_n("{n} rule", "{n} rules", self.rules),
            found=found or say("nothing found"),
        )
        return say("{told}; {unread}", told=told, unread=unread) if self.unreadable else told
