"""Hold a record against the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.errors import UnknownNameError
from eventrecord.message import say
from eventrecord.model.record import Record
from eventrecord.rules.context import Context
from eventrecord.rules.rule import GROUPS, ON_REQUEST, Rule
from eventrecord.rules.table import RULES
from eventrecord.settings import Settings

if TYPE_CHECKING:
    from eventrecord.reading import Document

__all__ = ["validate"]


def validate(
    subject: Document | Record | str | Path,
    *,
    settings: Settings | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
) -> list[Diagnostic]:
    """Find what is wrong with a record.

    Args:
        subject: a record, a document as `reading` returns it, or the path of a file.
        settings: the office's settings: how grave a rule's findings are here, or that it is off.
        select: names of rules or groups to check; all but the group `editions` unless given.
        ignore: names of rules or groups to leave out.

    Returns:
        The findings, by place. Those of a document have lines and columns. What makes a file unreadable is
        always among them, whatever was selected: nothing else could be checked.

    Raises:
        UnknownNameError: there is no rule or group of a name given.
    """
    settings = settings or Settings()
    usual = (name for name, rule in RULES.items() if rule.group not in ON_REQUEST)
    wanted = _named(usual if select is None else select) - _named(ignore)
    unknown = sorted(set(settings.severity) - set(RULES))
    if unknown:
        raise UnknownNameError(say("rule"), unknown[0], sorted(RULES))
    wanted -= {name for name, severity in settings.severity.items() if severity == "off"}
    document = _document(subject)
    record = subject if isinstance(subject, Record) else document.record if document else None
    remains = document.remains if document and record is None else None
    findings = [
        finding
        for finding in (document.findings if document else ())
        if record is None or finding.rule in wanted or finding.rule not in RULES
    ]
    rules = [rule for rule in RULES.values() if rule.check is not None and rule.name in wanted]
    if record is not None:
        found = _found(rules, Context(record, settings))
        findings += [document.located(finding) for finding in found] if document else found
    elif remains is not None and document is not None:
        from eventrecord.rules.unharmed import unharmed

        findings += [document.located(finding) for finding in unharmed(rules, remains, settings)]
    return sorted((_graded(finding, settings) for finding in findings), key=_place)


def _found(rules: Iterable[Rule], context: Context) -> list[Diagnostic]:
    return [finding for rule in rules if rule.check is not None for finding in rule.check(context)]


def _document(subject: Document | Record | str | Path) -> Document | None:
    if isinstance(subject, Record):
        return None
    if isinstance(subject, str | Path):
        from eventrecord.reading import read_file

        return read_file(Path(subject))
    return subject


def _named(names: Iterable[str]) -> set[str]:
    given = set(names)
    groups = given - RULES.keys()
    for name in sorted(groups - set(GROUPS)):
        raise UnknownNameError(say("rule"), name, sorted([*RULES, *GROUPS]))
    return given - groups | {rule.name for rule in RULES.values() if rule.group in groups}


def _graded(finding: Diagnostic, settings: Settings) -> Diagnostic:
    severity = settings.severity.get(finding.rule)
    return replace(finding, severity=Severity(severity)) if severity and severity != "off" else finding


def _place(finding: Diagnostic) -> tuple[str, int, int, int, str, str, str]:
    line, column = (finding.span.line, finding.span.column) if finding.span else (0, 0)
    path = path_text(finding.path)
    return finding.file or "", line, column, finding.severity.rank, finding.rule, path, finding.message
