"""Hold a record against the rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.model.record import Record
from eventrecord.rules.context import Context
from eventrecord.rules.ignoring import Ignores
from eventrecord.rules.precedence import of_one_fault
from eventrecord.rules.rule import Rule
from eventrecord.rules.selection import chosen
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
    extend: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> list[Diagnostic]:
    """Find what is wrong with a record.

    Args:
        subject: a record, a document as `reading` returns it, or the path of a file.
        settings: the office's settings: which rules hold, and how grave their findings are here.
        select: names of rules or groups to check; those of the settings unless given, or else all but the
            groups `diction` and `editions`.
        extend: names of rules or groups to check besides.
        ignore: names of rules or groups to leave out.

    Returns:
        The findings, by place, but those that a comment in the file says to ignore. Those of a document have
        lines and columns. What makes a file unreadable is always among them, whatever was selected: nothing
        else could be checked.

    Raises:
        UnknownNameError: there is no rule or group of a name given.
    """
    settings = settings or _usual_settings()
    document = _document(subject)
    wanted = chosen(
        settings, document.file if document else None, select=select, extend=extend, ignore=ignore
    )
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
        found = of_one_fault(found)
        findings += [document.located(finding) for finding in found] if document else found
    elif remains is not None and document is not None:
        from eventrecord.rules.unharmed import unharmed

        found = of_one_fault([*unharmed(rules, remains, settings)])
        findings += [document.located(finding) for finding in found]
    if document and (comments := document.comments()):
        ignores = Ignores(comments, RULES)
        findings = ignores.heeded(findings)
        about = [*ignores.findings, *ignores.unused(wanted)]
        findings += [document.located(finding) for finding in about if finding.rule in wanted]
    return sorted((_graded(finding, settings) for finding in findings), key=_place)


@cache
def _usual_settings() -> Settings:
    return Settings()


def _found(rules: Iterable[Rule], context: Context) -> list[Diagnostic]:
    return [finding for rule in rules if rule.check is not None for finding in rule.check(context)]


def _document(subject: Document | Record | str | Path) -> Document | None:
    if isinstance(subject, Record):
        return None
    if isinstance(subject, str | Path):
        from eventrecord.reading import read_file

        return read_file(Path(subject))
    return subject


def _graded(finding: Diagnostic, settings: Settings) -> Diagnostic:
    severity = settings.severity.get(finding.rule)
    return replace(finding, severity=Severity(severity)) if severity and severity != "off" else finding


def _place(finding: Diagnostic) -> tuple[str, int, int, int, str, str, str]:
    line, column = (finding.span.line, finding.span.column) if finding.span else (0, 0)
    path = path_text(finding.path)
    return finding.file or "", line, column, finding.severity.rank, finding.rule, path, finding.message
