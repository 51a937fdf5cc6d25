"""What only shows among files: a name that is not the record's id, an id that two records have."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.cli.inputs import SUFFIXES, read_input
from eventrecord.cli.office import settings_for
from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import listed, say, say_n

if TYPE_CHECKING:
    from eventrecord.reading import Document

__all__ = ["misnamed", "same_ids"]

_SHOWN = 3
"""Files with the same id of which the place is shown."""


def misnamed(document: Document, rules: Collection[str]) -> list[Diagnostic]:
    """A finding if other records look in vain for a file with the id of this one."""
    file = Path(document.file)
    if document.record is None or file.suffix not in SUFFIXES or file.stem == document.record.id:
        return []
    name = document.record.id
    message = say(
        "the file of {id!r} is called {file}: records that build on it look for {wanted}",
        id=name,
        file=file.name,
        wanted=Path(name).with_suffix(file.suffix),
    )
    return _found(
        "file-name", document, message, say("rename the file, or give the record its name as id"), rules
    )


def same_ids(
    files: Mapping[str, Sequence[str]], rules_of: Callable[[str], Collection[str]]
) -> Iterator[tuple[Document, Diagnostic]]:
    """A finding for each id that more than one of the files has, at every one of its places.

    `files` are inputs by the id of the record in them; `rules_of` tells what an input is held against. They
    are read again, which only happens when something is wrong: else all records of a folder had to be kept.
    """
    for name, paths in files.items():
        documents = [read_input(path) for path in paths] if len(paths) > 1 else []
        for path, document in zip(paths, documents, strict=False):
            others = [other for other in documents if other is not document]
            message = say_n(
                "{others} has the same id, {id!r}: their editions would have the same names",
                "{others} have the same id, {id!r}: their editions would have the same names",
                len(others),
                others=listed(other.file for other in others),
                id=name,
            )
            hint = say("give each record an id of its own, and its file the same name")
            labels = tuple(
                Label(("id",), say("the same id"), other.span(("id",)), other.file)
                for other in others[:_SHOWN]
            )
            for finding in _found("duplicate-id", document, message, hint, rules_of(path), labels):
                yield document, finding


def _found(
    name: str,
    document: Document,
    message: str,
    hint: str,
    rules: Collection[str],
    labels: tuple[Label, ...] = (),
) -> list[Diagnostic]:
    """The finding of a rule at the id of a record, as grave as the settings have it; none if it is off."""
    from eventrecord.rules import RULES
    from eventrecord.rules.ignoring import Ignores

    rule = RULES[name]
    if name not in rules:
        return []
    severity = settings_for(document.file).severity.get(name, rule.severity)
    grade = rule.severity if severity == "off" else Severity(severity)
    found = [replace(document.located(rule.at(("id",), message, hint=hint, labels=labels)), severity=grade)]
    comments = document.comments()
    return Ignores(comments, RULES).heeded(found) if comments else found
