"""`check`: where a text that people have edited departs from its record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventrecord.cli.comparison import day
from eventrecord.cli.inputs import STANDARD_INPUT, in_repository, read_input
from eventrecord.cli.office import settings_for
from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import shows_colour, tell
from eventrecord.cli.texts import given_text, tell_unread_days
from eventrecord.errors import EventRecordError
from eventrecord.message import joined, say, say_n

if TYPE_CHECKING:
    from eventrecord.diagnostic import Diagnostic
    from eventrecord.drift.checking import Departure
    from eventrecord.drift.texts import ReadText
    from eventrecord.message import Where
    from eventrecord.reading import Document
    from eventrecord.reading.source import Lines

__all__ = ["add_arguments", "run"]

_REPORTS = ("text", "concise", "json", "html", "github", "gitlab", "sarif", "junit")


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the arguments of `check`."""
    parser.add_argument(
        "text", metavar="TEXT", help=say("a text: .txt, .md, .html or .docx, or - for standard input")
    )
    parser.add_argument("--record", metavar="RECORD", required=True, help=say("the record that it is of"))
    parser.add_argument("--locale", metavar="TAG", required=True, help=say("language of the text"))
    parser.add_argument(
        "--date",
        metavar="DAY",
        type=day,
        help=say("day of the text, for today and dates without a year (default: that of its release)"),
    )
    parser.add_argument(
        "--release",
        metavar="ID",
        help=say("release that it is a text of (default: the one that it is most like)"),
    )
    parser.add_argument(
        "--output-format",
        choices=list(_REPORTS),
        default="text",
        help=say("how to tell findings (default: text)"),
    )
    parser.add_argument(
        "--fail-on",
        choices=["error", "warning"],
        default="error",
        help=say("severity from which on the exit code is 1 (default: error)"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Tell findings on standard output, and a summary on standard error."""
    from eventrecord.diagnostic import Severity
    from eventrecord.drift.checking import check
    from eventrecord.localize.nearest import text_locale

    arguments.locale = text_locale(arguments.locale)
    name = "<stdin>" if arguments.text == STANDARD_INPUT else arguments.text
    read = given_text(arguments.text, arguments.locale)
    document = _document(arguments.record)
    assert document.record is not None
    found = check(
        read.text,
        document.record,
        arguments.locale,
        date=arguments.date,
        release=arguments.release,
        settings=settings_for(arguments.record),
    )
    _tell(arguments, name, read, document, found)
    if not arguments.date and not any(release.issued for release in document.record.releases):
        tell_unread_days((read.text,), (arguments.locale,))
    limit = Severity(arguments.fail_on).rank
    return int(any(one.severity.rank <= limit for one in found))


def _document(path: str) -> Document:
    """The record, if it is sound enough to hold a text against it."""
    if Path(path).is_dir():
        raise EventRecordError(say("{path}: is a folder: name a record in it", path=path))
    document = read_input(path)
    if document.record is None:
        problem = document.findings[0].message if document.findings else say("it is no record")
        raise EventRecordError(
            say("{path}: {problem} (see eventrecord validate {path})", path=path, problem=problem)
        )
    return document


def _tell(
    arguments: argparse.Namespace, name: str, read: ReadText, document: Document, found: list[Departure]
) -> None:
    from eventrecord.reading.source import Lines
    from eventrecord.report.structured import document_text
    from eventrecord.report.telling import words_for

    if arguments.output_format == "json":
        lines = Lines(read.source)
        words = words_for(spoken(), document)
        print(document_text({"findings": [_data_of(one, read, lines, words) for one in found]}), end="")
        return
    if arguments.output_format == "html":
        _print_page(arguments, name, read, document, found)
    else:
        _print_findings(arguments, name, read, document, found)
    numbers = [
        say_n("{n} error", "{n} errors", sum(one.severity.rank == 0 for one in found)),
        say_n("{n} warning", "{n} warnings", sum(one.severity.rank == 1 for one in found)),
        say_n("{n} info", "{n} infos", sum(one.severity.rank == 2 for one in found)),
    ]
    told_numbers = joined((one for one in numbers if one.number), say(", ")) or say("nothing found")
    tell(say("{text} against {record}: {found}", text=name, record=arguments.record, found=told_numbers))


def _print_page(
    arguments: argparse.Namespace, name: str, read: ReadText, document: Document, found: list[Departure]
) -> None:
    from eventrecord.report.page import Edition, check_page

    text = Edition(Path(name).name, read.text, arguments.locale, arguments.date)
    print(check_page(found, text, Path(arguments.record).name, document.data_of, spoken()), end="")


def _print_findings(
    arguments: argparse.Namespace, name: str, read: ReadText, document: Document, found: list[Departure]
) -> None:
    from eventrecord.reading.source import Lines
    from eventrecord.report import REPORTS
    from eventrecord.report.checked import Checked
    from eventrecord.report.telling import told

    lines = Lines(read.source)
    findings = [told(_finding(one, name, read, lines, document), spoken(), document) for one in found]
    checked = Checked(
        findings,
        {name: ()},
        tuple(sorted({one.rule for one in found})),
        texts={name: read.source} | document.texts,
        colour=shows_colour(sys.stdout),
        tongue=spoken(),
        in_repository=in_repository,
        of_texts=True,
    )
    print(REPORTS[arguments.output_format](checked), end="", flush=True)


def _finding(one: Departure, name: str, read: ReadText, lines: Lines, document: Document) -> Diagnostic:
    from eventrecord.diagnostic import Diagnostic, Label, Severity, path_text
    from eventrecord.drift.advice import RECORD_ADVICE

    span = None
    if one.start is not None and one.end is not None:
        span = lines.span(*read.span(one.start, one.end))
    labels: tuple[Label, ...] = ()
    if one.path:
        told_before = one.rule == "left-out"  # its message names the place
        said = (
            say("the record")
            if told_before
            else say("the record: {place}", place=path_text(one.path, one.record))
        )
        labels = (Label(one.path, said, record=one.record),)
    hint = None if one.severity is Severity.INFO else RECORD_ADVICE.get(one.rule)
    placed = document.located(Diagnostic(one.rule, one.severity, one.message, hint=hint, labels=labels))
    return replace(placed, file=name, span=span)


def _data_of(one: Departure, read: ReadText, lines: Lines, words: Callable[[Where], str]) -> dict[str, Any]:
    from eventrecord.diagnostic import path_text

    place = None
    if one.start is not None and one.end is not None:
        start, end = read.span(one.start, one.end)
        span = lines.span(start, end)
        place = {
            "start": start,
            "end": end,
            "line": span.line,
            "column": span.column,
            "surface": one.surface,
        }
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "message": str(spoken().tell(one.message, words)),
        "text": place,
        "record": {"path": str(path_text(one.path, one.record))} if one.path else None,
    }
