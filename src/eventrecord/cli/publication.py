"""`publish`: write the editions of records that are sound, all or none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from eventrecord.cli.checking import active_rules, check, settings_for
from eventrecord.cli.inputs import find_inputs
from eventrecord.cli.losses import loss_lines
from eventrecord.cli.terminal import shows_colour, tell
from eventrecord.diagnostic import Severity
from eventrecord.errors import EventRecordError, MissingWordingError, UnknownNameError
from eventrecord.report.checked import Checked, counted
from eventrecord.report.text import text_report

if TYPE_CHECKING:
    from eventrecord.reading import Document

__all__ = ["add_arguments", "run"]

_A_DRAFT_MAY_LACK = frozenset({"missing-wording", "missing-issuer", "missing-contact"})
_MANY = 10
"""From how many records on a progress bar is worth its start-up."""


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the arguments of `publish`."""
    parser.add_argument("records", nargs="+", metavar="RECORD", help="a record, or a folder of records")
    parser.add_argument("--out", metavar="DIR", type=FilePath, required=True, help="folder to write to")
    parser.add_argument(
        "--format", metavar="NAME", action="append", default=[], help="only this format; may be repeated"
    )
    parser.add_argument(
        "--locale", metavar="TAG", action="append", default=[], help="only this language; may be repeated"
    )
    parser.add_argument(
        "--draft",
        action="store_true",
        help="publish what is not complete, with marks where something is missing",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; code 1 if an edition is missing or not up to date",
    )


def run(arguments: argparse.Namespace) -> int:
    """Name each edition written on standard output; with errors in a record, tell them and write nothing."""
    from eventrecord.cli.writing import write_all

    documents = _sound_documents(arguments.records, draft=arguments.draft)
    if documents is None:
        return 1
    try:
        files = _rendered(documents, arguments)
    except MissingWordingError as error:
        tell(f"{error}; nothing was written. --draft publishes with marks where something is missing")
        return 1
    if arguments.check:
        return _compare(arguments.out, files)
    written = write_all(arguments.out, files)
    for name in written:
        print(arguments.out / name)
    losses = loss_lines(documents, arguments.format)
    if losses:
        tell(
            f"{counted(len(losses), 'thing')} that a format has no place for: see eventrecord formats RECORD"
        )
    tell(f"{counted(len(written), 'edition')} written, {len(files) - len(written)} unchanged")
    return 0


def _compare(folder: FilePath, files: Mapping[str, bytes]) -> int:
    from eventrecord.cli.writing import differing

    names = differing(folder, files)
    for name in names:
        print(f"{folder / name}: {'differs' if (folder / name).exists() else 'is missing'}")
    tell(f"{counted(len(files), 'edition')} checked, {len(names)} to be published again")
    return int(bool(names))


def _sound_documents(paths: Sequence[str], *, draft: bool) -> list[Document] | None:
    """The records, or None after telling their errors."""
    rules = active_rules(ignore=_A_DRAFT_MAY_LACK if draft else ())
    documents, findings = [], []
    for path in find_inputs(paths).paths:
        document, found = check(path, rules)
        documents.append(document)
        findings += found
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        texts = {document.file: document.text for document in documents}
        report = text_report(Checked(errors, len(documents), len(rules), texts, shows_colour(sys.stderr)))
        print(report, end="", file=sys.stderr)
        tell(f"{counted(len(errors), 'error')}, nothing was written")
        return None
    if findings:
        tell(f"{counted(len(findings), 'finding')} below an error: see eventrecord validate")
    files = {document.record.id: document.file for document in reversed(documents) if document.record}
    for document in documents:
        if document.record and files[document.record.id] != document.file:
            raise EventRecordError(
                f"{files[document.record.id]} and {document.file} have the same id, {document.record.id}, "
                "so their editions would have the same names"
            )
    return documents


def _rendered(documents: Sequence[Document], arguments: argparse.Namespace) -> dict[str, bytes]:
    from eventrecord.publishing import publish, published_tags

    tags = {tag for document in documents if document.record for tag in published_tags(document.record)}
    for tag in arguments.locale:
        if tag not in tags:
            raise UnknownNameError("locale of these records", tag, sorted(tags))
    files: dict[str, bytes] = {}
    for document in _with_progress(documents):
        record = document.record
        assert record is not None
        locales = [tag for tag in arguments.locale if tag in published_tags(record)]
        if locales or not arguments.locale:
            files |= publish(
                record,
                formats=arguments.format,
                locales=locales,
                settings=settings_for(document.file),
                draft=arguments.draft,
            )
    return files


def _with_progress(documents: Sequence[Document]) -> Iterable[Document]:
    """A bar on the terminal while many records are rendered."""
    if len(documents) <= _MANY or not sys.stderr.isatty():
        return documents
    from rich.console import Console
    from rich.progress import track

    return track(documents, description="rendering", console=Console(stderr=True), transient=True)
