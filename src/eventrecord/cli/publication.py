"""`publish`: write the editions of records that are sound, all or none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from eventrecord.cli.arguments import SEVERAL, listed
from eventrecord.cli.checking import Choice, check
from eventrecord.cli.inputs import find_inputs
from eventrecord.cli.losses import loss_lines
from eventrecord.cli.office import settings_for
from eventrecord.cli.speech import spoken
from eventrecord.cli.standards import fault_lines
from eventrecord.cli.succession import succession_lines
from eventrecord.cli.terminal import show, shows_colour, tell
from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.errors import EventRecordError, MissingWordingError, UnknownNameError
from eventrecord.message import Named, joined, say, say_n
from eventrecord.report.checked import Checked
from eventrecord.report.telling import told
from eventrecord.report.text import text_report

if TYPE_CHECKING:
    from eventrecord.reading import Document

__all__ = ["add_arguments", "run"]

_A_DRAFT_MAY_LACK = frozenset({"missing-wording", "parity", "missing-issuer", "missing-contact"})
_MANY = 10
"""From how many records on a progress bar is worth its start-up."""


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the arguments of `publish`."""
    parser.add_argument("records", nargs="+", metavar="RECORD", help=say("a record, or a folder of records"))
    parser.add_argument("--out", metavar="DIR", type=FilePath, required=True, help=say("folder to write to"))
    parser.add_argument(
        "--format",
        metavar="NAME",
        action="extend",
        type=listed,
        default=[],
        help=say("only this format{several}", several=SEVERAL),
    )
    parser.add_argument(
        "--locale",
        metavar="TAG",
        action="extend",
        type=listed,
        default=[],
        help=say("only this language{several}", several=SEVERAL),
    )
    parser.add_argument(
        "--draft",
        action="store_true",
        help=say("publish what is not complete, with marks where something is missing"),
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help=say("write nothing; code 1 if an edition is missing or not up to date"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Name each edition written on standard output; with errors in a record, tell them and write nothing."""
    if arguments.out.exists() and not arguments.out.is_dir():
        raise EventRecordError(say("{out}: is a file; --out wants a folder", out=arguments.out))
    documents = _sound_documents(arguments.records, draft=arguments.draft)
    if documents is None:
        return 1
    try:
        files = _rendered(documents, arguments)
    except MissingWordingError as error:
        tell(
            say(
                "{error}; nothing was written. --draft publishes with marks where something is missing",
                error=error.args[0],
            )
        )
        return 1
    if _are_broken(documents, files, draft=arguments.draft):
        return 1
    stale = _stale(documents, arguments, files)
    for line in succession_lines(documents, arguments.out, files):
        tell(line)
    if arguments.check:
        return _compare(arguments.out, files, stale)
    written = _written(arguments.out, files)
    for name in written:
        print(arguments.out / name)
    losses = loss_lines(documents, arguments.format)
    if losses and not files:  # asked for, and there is nothing that it could hold: why?
        for line in losses:
            tell(line)
    elif losses:
        tell(
            say_n(
                "{n} thing that a format has no place for: see eventrecord formats {records}",
                "{n} things that a format has no place for: see eventrecord formats {records}",
                len(losses),
                records=arguments.records[0] if len(arguments.records) == 1 else "RECORD ...",
            )
        )
    if stale:
        names = joined(stale, say(", "))
        tell(
            say_n(
                "{n} edition in {folder} is no longer published: {names}",
                "{n} editions in {folder} are no longer published: {names}",
                len(stale),
                folder=arguments.out,
                names=names,
            )
        )
    tell(
        say_n(
            "{n} edition written, {unchanged} unchanged",
            "{n} editions written, {unchanged} unchanged",
            len(written),
            unchanged=len(files) - len(written),
        )
    )
    return 0


def _are_broken(documents: Sequence[Document], files: Mapping[str, bytes], *, draft: bool) -> bool:
    """Tell what is wrong with editions by the letter of their standards, and whether that is an error."""
    faults = fault_lines(documents, files, draft=draft)
    for lines in faults.values():
        for line in lines:
            tell(line)
    errors = len(faults.get(Severity.ERROR, ()))
    if errors:
        tell(say_n("{n} error, nothing was written", "{n} errors, nothing was written", errors))
    return errors > 0


def _written(folder: FilePath, files: Mapping[str, bytes]) -> list[str]:
    from eventrecord.cli.writing import write_all

    try:
        return write_all(folder, files)
    except OSError as error:
        raise EventRecordError(
            say(
                "{folder}: cannot be written to ({reason}); name a folder with --out that you may write to",
                folder=folder,
                reason=Named(error.strerror or error),
            )
        ) from error


def _compare(folder: FilePath, files: Mapping[str, bytes], stale: Sequence[str]) -> int:
    from eventrecord.cli.writing import differing

    names = differing(folder, files)
    for name in names:
        exists = (folder / name).exists()
        show(
            say("{file}: differs", file=folder / name)
            if exists
            else say("{file}: is missing", file=folder / name)
        )
    for name in stale:
        show(say("{file}: is no longer published", file=folder / name))
    summary = say_n(
        "{n} edition checked, {differing} to be published again",
        "{n} editions checked, {differing} to be published again",
        len(files),
        differing=len(names),
    )
    if stale:
        summary = say("{summary}, {stale} no longer published", summary=summary, stale=len(stale))
    tell(summary)
    return int(bool(names or stale))


def _stale(documents: Sequence[Document], arguments: argparse.Namespace, files: Collection[str]) -> list[str]:
    """Names of editions in the folder that nothing makes any more, whatever `--format` and `--locale` say."""
    from eventrecord.formats import FORMATS
    from eventrecord.publishing import belonging, editions

    names = sorted(file.name for file in arguments.out.iterdir()) if arguments.out.is_dir() else []
    stale: list[str] = []
    for record in (document.record for document in documents if document.record):
        possible = list(editions(record, FORMATS, draft=arguments.draft))
        made = {edition.name for edition in possible}
        if not arguments.format and not arguments.locale:
            made = {each.name for each in possible if each.format.on_request or each.name in files}
        stale += [name for name in belonging(record.id, names, draft=arguments.draft) if name not in made]
    return stale


def _sound_documents(paths: Sequence[str], *, draft: bool) -> list[Document] | None:
    """The records, or None after telling their errors; a draft's own are told and let pass."""
    choice, rules = Choice(), set[str]()
    documents, findings = [], []
    for path in find_inputs(paths).paths:
        held = choice.rules(path)
        rules |= held
        document, found = check(path, held)
        documents.append(document)
        findings += found
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    borne = [finding for finding in errors if draft and finding.rule in _A_DRAFT_MAY_LACK]
    grave = [finding for finding in errors if finding not in borne]
    if errors:
        texts = {file: text for document in documents for file, text in document.texts.items()}
        read = {document.file: document for document in documents}
        shown = Checked(
            [told(finding, spoken(), read.get(finding.file or "")) for finding in grave or borne],
            texts=texts,
            colour=shows_colour(sys.stderr),
            tongue=spoken(),
        )
        print(text_report(shown), end="", file=sys.stderr)
    if grave:
        tell(say_n("{n} error, nothing was written", "{n} errors, nothing was written", len(grave)))
        return None
    if borne:
        marked = sum(_is_marked(finding) for finding in borne)
        tell(
            say(
                "a draft: {wordings}, {errors} to mend before it can be released",
                wordings=say_n("{n} wording is marked", "{n} wordings are marked", marked),
                errors=say_n("{n} error", "{n} errors", len(borne)),
            )
        )
    if len(findings) > len(errors):
        tell(
            say_n(
                "{n} finding below an error: see eventrecord validate",
                "{n} findings below an error: see eventrecord validate",
                len(findings) - len(errors),
            )
        )
    files = {document.record.id: document.file for document in reversed(documents) if document.record}
    for document in documents:
        if document.record and files[document.record.id] != document.file:
            raise EventRecordError(
                say(
                    "{first} and {second} have the same id, {id}, so their editions would have the "
                    "same names",
                    first=files[document.record.id],
                    second=document.file,
                    id=document.record.id,
                )
            )
    return documents


def _is_marked(finding: Diagnostic) -> bool:
    """Whether it is of a wording that is not there; `parity` tells of wordings that differ as well."""
    return finding.rule == "missing-wording" or (finding.rule == "parity" and finding.at_key)


def _rendered(documents: Sequence[Document], arguments: argparse.Namespace) -> dict[str, bytes]:
    from eventrecord.publishing import publish, published_tags

    tags = {tag for document in documents if document.record for tag in published_tags(document.record)}
    for tag in arguments.locale:
        if tag not in tags:
            raise UnknownNameError(say("locale of these records"), tag, sorted(tags))
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

    return track(
        documents, description=spoken().tell(say("rendering")), console=Console(stderr=True), transient=True
    )
