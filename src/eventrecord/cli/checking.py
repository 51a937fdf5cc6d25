"""Reading records and holding them against the rules, as `validate` and `publish` both do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from eventrecord.cli.inputs import read_input
from eventrecord.cli.office import settings_for

if TYPE_CHECKING:
    from eventrecord.diagnostic import Diagnostic
    from eventrecord.reading import Document

__all__ = ["Choice", "check"]


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


def check(path: str, rules: set[str]) -> tuple[Document, list[Diagnostic]]:
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
