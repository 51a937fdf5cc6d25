"""What is wrong with editions by the letter of their standards: told by `publish`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from eventrecord.cli.office import settings_for
from eventrecord.cli.speech import spoken
from eventrecord.message import say
from eventrecord.report.concise import place

if TYPE_CHECKING:
    from eventrecord.reading import Document

__all__ = ["fault_lines"]


def fault_lines(
    documents: Iterable[Document], files: Mapping[str, bytes], *, draft: bool
) -> dict[str, list[str]]:
    """A line for each fault of an edition in `files`, by how grave it is here."""
    from eventrecord.formats import FORMATS
    from eventrecord.publishing import editions
    from eventrecord.rules import RULES

    rule, lines = RULES["broken-edition"], dict[str, list[str]]()
    for document in documents:
        severity = settings_for(document.file).severity.get(rule.name, rule.severity)
        if document.record is None or severity == "off":
            continue
        for edition in editions(document.record, FORMATS, draft=draft):
            for why in edition.format.faults(files[edition.name]) if edition.name in files else ():
                message = say("{edition}: {why}", edition=edition.name, why=why)
                found = document.located(rule.at(("event",), message, at_key=True))
                line = f"{place(found)}: {severity} {rule.name}: {spoken().tell(message)}"
                lines.setdefault(severity, []).append(line)
    return lines
