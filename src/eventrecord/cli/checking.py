"""Reading records and holding them against the rules, as `validate` and `publish` both do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from eventrecord.cli.inputs import STANDARD_INPUT, read_input
from eventrecord.cli.office import settings_for
from eventrecord.diagnostic import Severity
from eventrecord.tongue import Tongue

if TYPE_CHECKING:
    from eventrecord.cli.fixing import Fixing
    from eventrecord.diagnostic import Diagnostic
    from eventrecord.reading import Document

__all__ = ["Checking", "Choice", "Outcome", "check", "fails", "findings_in", "in_order"]

_OF_FORMATS = "export-loss"
"""What only publishing finds, which knows the formats."""


class Choice(NamedTuple):
    """What the command line says about rules: names of rules or groups; the settings say the rest."""

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def check_names(self) -> None:
        """See that there are such rules and groups.

        Raises:
            UnknownNameError: one of them is not there.
        """
        from eventrecord.rules.selection import named

        named({*self.select, *self.extend, *self.ignore})

    def rules(self, path: str) -> set[str]:
        """Names of the rules that an input is held against.

        Raises:
            SettingsError: its settings are not usable.
        """
        from eventrecord.rules.selection import chosen

        select = self.select or None
        settings = settings_for(path)
        return chosen(settings, path, select=select, extend=self.extend, ignore=self.ignore)


def check(path: str, rules: Collection[str]) -> tuple[Document, list[Diagnostic]]:
    """An input as it was read, and what is wrong with it, in the order of the file.

    Raises:
        OSError: it cannot be read.
        SettingsError: its settings are not usable.
    """
    document = read_input(path)
    return document, findings_in(document, path, rules)


def findings_in(document: Document, path: str, rules: Collection[str]) -> list[Diagnostic]:
    """What is wrong with an input that was read from `path`.

    Raises:
        SettingsError: its settings are not usable.
    """
    from eventrecord.cli.naming import misnamed
    from eventrecord.rules import validate

    findings = validate(document, settings=settings_for(path), select=rules)
    return [*misnamed(document, rules), *findings]


class Outcome(NamedTuple):
    """What checking one input came to: small, since it may come from another process, and many are kept."""

    path: str
    rules: frozenset[str] = frozenset()
    """Names of the rules that it was held against."""
    id: str | None = None
    """Of the record in it."""
    findings: tuple[Diagnostic, ...] = ()
    """As they are told to people; of very many, the first."""
    failed: bool = False
    """Whether one of them is grave enough for the run to fail."""
    text: str | None = None
    """What was read, where it cannot be read again."""
    unread: str | None = None
    """Why it could not be read."""
    untold: Mapping[Severity, int] = {}
    """How many findings more there are of a severity than those."""

    def answered(self) -> frozenset[str]:
        """The rules that are known to be kept or broken: of a file that is no record, only those it broke."""
        return self.rules if self.id is not None else frozenset(finding.rule for finding in self.findings)


class Checking(NamedTuple):
    """What is done with every input of a run."""

    choice: Choice
    tongue: Tongue
    fail_on: str | None = None
    fixing: Fixing | None = None
    """What mends, if that is wanted: then all is checked in one process."""

    def outcome(self, path: str) -> Outcome:
        """The outcome of one input.

        Raises:
            SettingsError: its settings are not usable.
        """
        rules = self.choice.rules(path)
        try:
            document, found = check(path, rules)
            if self.fixing is not None:
                document, found = self.fixing.mend(path, document, found, rules)
        except OSError as error:
            return Outcome(path, unread=error.strerror or str(error))
        findings: tuple[Diagnostic, ...] = ()
        untold = Counter[Severity]()
        if found:
            from eventrecord.report.bounding import bounded
            from eventrecord.report.telling import told

            findings = tuple(told(finding, self.tongue, document) for finding in bounded(found))
            if len(findings) < len(found):
                untold = Counter(f.severity for f in found) - Counter(f.severity for f in findings)
        return Outcome(
            path,
            frozenset(rules),
            document.record.id if document.record is not None else None,
            findings,
            fails(found, path, self.fail_on),
            document.text if found and path == STANDARD_INPUT else None,
            untold=untold,
        )


def fails(findings: Sequence[Diagnostic], path: str, fail_on: str | None) -> bool:
    """Whether one is as grave as `fail_on`, or else the settings of the file, have it fail."""
    if not findings:
        return False
    limit = Severity(fail_on or settings_for(path).fail_on).rank
    return any(finding.severity.rank <= limit for finding in findings)


def in_order(rules: Collection[str]) -> list[str]:
    """Names of the rules that checking answers, in the order of the table."""
    from eventrecord.rules import RULES

    return [name for name in RULES if name in rules and name != _OF_FORMATS]
