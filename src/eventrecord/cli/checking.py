"""Reading records and holding them against the rules, as `validate` and `publish` both do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from eventrecord.cli.inputs import read_input
from eventrecord.cli.office import settings_for
from eventrecord.errors import UnknownNameError
from eventrecord.message import say

if TYPE_CHECKING:
    from eventrecord.diagnostic import Diagnostic
    from eventrecord.reading import Document

__all__ = ["active_rules", "answered", "check", "in_order"]

_OF_FORMATS = "export-loss"
"""What only publishing finds, which knows the formats."""


def active_rules(select: Collection[str] = (), ignore: Collection[str] = ()) -> frozenset[str]:
    """Names of the rules to check: those selected, without those ignored; of a group all its rules.

    Where nothing is selected, all but those of the group `editions`.

    Raises:
        UnknownNameError: there is no rule or group of one of these names.
    """
    from eventrecord.rules import GROUPS, RULES
    from eventrecord.rules.rule import ON_REQUEST

    for name in (*select, *ignore):
        if name not in RULES and name not in GROUPS:
            raise UnknownNameError(say("rule"), name, sorted([*RULES, *GROUPS]))
    return frozenset(
        name
        for name, rule in RULES.items()
        if ({name, rule.group} & set(select) if select else rule.group not in ON_REQUEST)
        and not {name, rule.group} & set(ignore)
    )


def check(path: str, rules: Collection[str]) -> tuple[Document, list[Diagnostic]]:
    """An input as it was read, and what is wrong with it, in the order of the file.

    Raises:
        OSError: it cannot be read.
        SettingsError: its settings are not usable.
    """
    from eventrecord.cli.naming import misnamed
    from eventrecord.rules import validate

    document = read_input(path)
    findings = validate(document, settings=settings_for(path), select=rules)
    return document, [*misnamed(document, rules), *findings]


def answered(document: Document, found: Sequence[Diagnostic], rules: Collection[str]) -> Collection[str]:
    """The rules of which it is known whether a file keeps them: of one that is no record, those it broke."""
    if document.record is None:
        return {finding.rule for finding in found}
    off = {name for name, severity in settings_for(document.file).severity.items() if severity == "off"}
    return frozenset(rules) - off if off else rules


def in_order(rules: Collection[str]) -> list[str]:
    """Names of the rules that checking answers, in the order of the table."""
    from eventrecord.rules import RULES

    return [name for name in RULES if name in rules and name != _OF_FORMATS]
