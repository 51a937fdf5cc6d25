"""What one run has checked and found: all that a report may tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import Message, joined, say, say_n
from eventrecord.tongue import ENGLISH, Tongue

__all__ = ["Checked"]


def _errors(file: str) -> Severity:
    return Severity.ERROR


@dataclass(frozen=True, slots=True)
class Checked:
    """Findings of a run, and what they are findings of."""

    findings: Sequence[Diagnostic]
    held: Mapping[str, Collection[str]] = field(default_factory=dict)
    """The records that were read, by the name of their file, and the rules that each was held against."""
    rules: Sequence[str] = ()
    """Names of the rules that the run was to check, in the order of the table."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Text of the files that findings are in, by the name that findings have for them."""
    colour: bool = False
    """Whether the report goes to a terminal that shows colours."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """The files that could not be read, and so are not among the records, with the reason of each."""
    untold: Mapping[Severity, int] = field(default_factory=dict)
    """How many findings more there are, of a severity, than those that are told."""
    tongue: Tongue = ENGLISH
    """Language of the words that a report puts around findings."""
    limit: Callable[[str], Severity] = _errors
    """How grave a finding in a file must be for the run to fail."""
    in_repository: Callable[[str], str] = str
    """What a file is called from the root of the repository that CI checks."""
    told: Message | None = None
    """What was found, in one line, if that is not told by records and rules."""
    of_texts: bool = False
    """Whether texts were held against each other or a record, so that rules are those of texts."""

    def address(self, file: str) -> str:
        """A file's name as CI has it: from the root of the repository, with slashes."""
        return self.in_repository(file).replace("\\", "/").removeprefix("./")

    def fails(self, finding: Diagnostic) -> bool:
        """Whether a finding is grave enough for the run to fail."""
        return finding.severity.rank <= self.limit(finding.file or "").rank

    def summary(self) -> Message:
        """One line: 3 records, 17 rules checked: 1 error, 2 warnings; 1 file could not be read."""
        if self.told is not None:
            return self.told
        unread = say_n("{n} file could not be read", "{n} files could not be read", len(self.unread))
        if self.unread and not self.held:
            return unread
        number = Counter(finding.severity for finding in self.findings) + Counter(self.untold)
        grades = (
            say_n("{n} error", "{n} errors", number[Severity.ERROR]),
            say_n("{n} warning", "{n} warnings", number[Severity.WARNING]),
            say_n("{n} info", "{n} infos", number[Severity.INFO]),
        )
        found = joined((grade for grade in grades if grade.number), say(", "))
        told = say(
            "{records}, {rules} checked: {found}",
            records=say_n("{n} record", "{n} records", len(self.held)),
            rules=say_n("{n} rule", "{n} rules", len(self.rules)),
            found=found or say("nothing found"),
        )
        return say("{told}; {unread}", told=told, unread=unread) if self.unread else told
