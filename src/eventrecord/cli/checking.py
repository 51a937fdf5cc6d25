"""Reading records and holding them against the rules, as `validate` and `publish` both do."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from eventrecord.cli.inputs import read_input
from eventrecord.cli.office import settings_for
from eventrecord.errors import UnknownNameError
from eventrecord.message import say

if TYPE_CHECKING:
    from eventrecord.diagnostic import Diagnostic
    from eventrecord.reading import Document

__all__ = ["active_rules", "check", "findings_in"]


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
