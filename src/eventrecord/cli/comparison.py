"""`facts` and `compare`: what a text states, and where two editions of it come apart."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from eventrecord.cli.inputs import in_repository
from eventrecord.cli.office import settings_for
from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import shows_colour, tell
from eventrecord.cli.texts import given_text, tell_unread_days
from eventrecord.errors import EventRecordError
from eventrecord.message import Message, say, say_n

if TYPE_CHECKING:
    from eventrecord.drift.comparing import Comparison
    from eventrecord.drift.texts import ReadText
    from eventrecord.facts.named import Named as Thing
    from eventrecord.localize.stated import Stated
    from eventrecord.localize.titles import Title
    from eventrecord.model.record import Record
    from eventrecord.report.drifts import Text

__all__ = ["add_arguments", "day", "run"]

_LIMIT = 2_000_000
"""Characters that a text may have."""
_ROOM = 100
"""Columns of what is no terminal."""


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the arguments of one of these commands."""
    number = 1 if command == "facts" else 2
    text = say("a text: .txt, .md, .html or .docx, or - for standard input")
    for name in ("text",) if command == "facts" else ("a", "b"):
        parser.add_argument(name, metavar=name.upper(), help=text)
    parser.add_argument(
        "--locale",
        metavar="TAG",
        action="append",
        required=True,
        help=say("language of the text")
        if number == 1
        else say("language of a text: once for A, once for B"),
    )
    parser.add_argument(
        "--date",
        metavar="DAY",
        action="append",
        default=[],
        type=day,
        help=say("day of publication, which tells what today and a bare 15th are: 2022-11-16"),
    )
    parser.add_argument(
        "--output-format",
        choices=["text", "json"] if command == "facts" else ["text", "json", "html", "github", "sarif"],
        default="text",
        help=say("how to tell it (default: text)"),
    )
    parser.add_argument(
        "--terms",
        metavar="PATH",
        type=Path,
        help=say(
            "names and terms: a folder of terms, or a CSV file with a column per language "
            "(default: the folder that eventrecord.toml names)"
        ),
    )
    parser.add_argument("--record", metavar="RECORD", help=say("a record that tells who and what is named"))
    if command == "compare":
        parser.add_argument(
            "--fail-on",
            choices=["error", "warning"],
            default="error",
            help=say("severity from which on the exit code is 1 (default: error)"),
        )
    parser.set_defaults(texts=number)


def run(arguments: argparse.Namespace) -> int:
    """Print facts, or what sets the texts apart."""
    from eventrecord.localize.nearest import text_locale

    if len(arguments.locale) != arguments.texts:
        raise EventRecordError(
            say_n(
                "give --locale once",
                "give --locale {n} times, for the texts in their order",
                arguments.texts,
            )
        )
    if len(arguments.date) > arguments.texts:
        raise EventRecordError(
            say_n(
                "give --date once: it is the day of the text",
                "give --date {n} times at most, for the texts in their order",
                arguments.texts,
            )
        )
    arguments.locale = [text_locale(tag) for tag in arguments.locale]
    return _facts(arguments) if arguments.texts == 1 else _compare(arguments)


def _facts(arguments: argparse.Namespace) -> int:
    from eventrecord.facts.reading import read_facts

    read = _read(arguments.text, arguments.locale[0])
    found = read_facts(
        read.text,
        arguments.locale[0],
        next(iter(arguments.date), None),
        _terms(arguments, arguments.text),
        _record(arguments.record),
    )
    if arguments.output_format == "json":
        _print_json(
            {
                "facts": [_fact(fact, read) for fact in found.facts],
                "names": [_name(name, read) for name in found.names],
            }
        )
        return 0
    if not arguments.date:
        tell_unread_days((read.text,), arguments.locale)
    from eventrecord.report.stated import facts_report

    print(facts_report(read, found, spoken()), end="")
    if not found.facts and not found.names:
        tell(say("{text}: states and names nothing that can be read", text=_called(arguments.text)))
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    from eventrecord.diagnostic import Severity
    from eventrecord.drift.comparing import compare
    from eventrecord.report.drifts import Text

    if arguments.a == arguments.b or _is_same_file(arguments.a, arguments.b):
        raise EventRecordError(say("{path}: is given twice: name the other text", path=_called(arguments.a)))
    if arguments.locale[0] == arguments.locale[1]:
        tell(say("both texts are read as {locale}: is each --locale right?", locale=arguments.locale[0]))
    a, b = (
        Text(_called(name), _read(name, tag))
        for name, tag in zip((arguments.a, arguments.b), arguments.locale, strict=True)
    )
    dates = (arguments.date * 2)[:2]
    record = _record(arguments.record)
    terms = _terms(arguments, arguments.a)
    found = compare(a.text, b.text, *arguments.locale, *dates, terms=terms, record=record)
    summary = say(
        "{pairs}, {findings}",
        pairs=say_n("{n} fact in both texts", "{n} facts in both texts", len(found.pairs)),
        findings=say_n("{n} finding", "{n} findings", len(found.findings)),
    )
    if arguments.output_format == "json":
        _print_json(_comparison(found, a.read, b.read))
    elif arguments.output_format == "html":
        _print_page(found, a, b, arguments)
        tell(summary)
    else:
        _print_findings(arguments.output_format, found, a, b, summary)
        tell(summary)
    facts = [*found.only_a, *found.only_b, *(side for pair in found.pairs for side in (pair.a, pair.b))]
    if not arguments.date and any(str(fact.value).startswith("--") for fact in facts):
        tell(say("dates without a year are compared by month and day alone: --date has weekdays checked too"))
    if not arguments.date:
        tell_unread_days((a.text, b.text), arguments.locale)
    limit = Severity(arguments.fail_on).rank
    return int(any(drift.severity.rank <= limit for drift in found.findings))


def _print_findings(output_format: str, found: Comparison, a: Text, b: Text, summary: Message) -> None:
    from eventrecord.report import REPORTS
    from eventrecord.report.checked import Checked
    from eventrecord.report.drifts import drift_findings, drift_report

    if output_format == "text":
        room, colour = get_terminal_size((_ROOM, 1)).columns, shows_colour(sys.stdout)
        print(drift_report(found, a, b, spoken(), room=room, colour=colour), end="")
        return
    findings = drift_findings(found, a, b, spoken())
    texts = {text.file: text.read.source for text in (a, b)}
    checked = Checked(
        findings, texts=texts, tongue=spoken(), in_repository=in_repository, told=summary, of_texts=True
    )
    print(REPORTS[output_format](checked), end="")


def _print_page(found: Comparison, a: Text, b: Text, arguments: argparse.Namespace) -> None:
    from eventrecord.report.page import Edition, comparison_page

    dates = (*arguments.date, *arguments.date, None, None)[:2]
    first, second = (
        Edition(Path(text.file).name, text.text, tag, day)
        for text, tag, day in zip((a, b), arguments.locale, dates, strict=True)
    )
    print(comparison_page(found, first, second, spoken()), end="")


def _is_same_file(a: str, b: str) -> bool:
    first, second = Path(a), Path(b)
    return first.is_file() and second.is_file() and first.samefile(second)


def _called(name: str) -> str:
    return "<stdin>" if name == "-" else name


def _read(name: str, locale: str) -> ReadText:
    read = given_text(name, locale)
    if len(read.text) > _LIMIT:
        raise EventRecordError(
            say("{path}: is longer than {limit} million characters", path=name, limit=_LIMIT // 1_000_000)
        )
    return read


def _terms(arguments: argparse.Namespace, text: str) -> Path | None:
    """The terms of the command line, else the office's: those beside the record, or else the text."""
    if arguments.terms is not None:
        return Path(arguments.terms)
    folder = settings_for(arguments.record or text).terms
    return folder if folder is not None and folder.is_dir() else None


def _record(name: str | None) -> Record | None:
    """The record of a file, with those that it builds on."""
    if name is None:
        return None
    if Path(name).is_dir():
        raise EventRecordError(say("{path}: is a folder: name a record in it", path=name))
    from eventrecord.reading import load

    return load(name)


def day(text: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        said = say("{text!r} is no day: write 2022-11-16", text=text)
        raise argparse.ArgumentTypeError(spoken().tell(said)) from None


def _fact(fact: Stated, read: ReadText) -> dict[str, Any]:
    value: str | float | Decimal = fact.value
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else float(value)
    return {
        "kind": fact.kind,
        "value": value,
        "unit": fact.unit,
        "qualifier": fact.qualifier.value,
        "surface": fact.surface,
        **_place(fact, read),
    }


def _name(name: Thing, read: ReadText) -> dict[str, Any]:
    return {
        "kind": name.kind,
        "id": name.id,
        "surface": name.surface,
        **_place(name, read),
        "state": name.state,
        "form": name.form,
        "order": name.order,
        "posts": [
            {
                "surface": title.surface,
                **_place(title, read),
                "organization": title.organization,
            }
            for title in name.titles
        ],
    }


def _comparison(found: Comparison, a: ReadText, b: ReadText) -> dict[str, Any]:
    return {
        "pairs": [
            {"a": _fact(pair.a, a), "b": _fact(pair.b, b), "verdict": pair.verdict} for pair in found.pairs
        ],
        "only_a": [_fact(fact, a) for fact in found.only_a],
        "only_b": [_fact(fact, b) for fact in found.only_b],
        "findings": [
            {
                "rule": drift.rule,
                "severity": drift.severity.value,
                "message": str(spoken().tell(drift.message)),
                "a": _side(drift.a, a),
                "b": _side(drift.b, b),
            }
            for drift in found.findings
        ],
    }


def _side(fact: Stated | Thing | None, read: ReadText) -> dict[str, Any] | None:
    return fact and {**_place(fact, read), "surface": fact.surface}


def _place(stated: Stated | Thing | Title, read: ReadText) -> dict[str, int]:
    """Where in the file something stands, in code points."""
    start, end = read.span(stated.start, stated.end)
    return {"start": start, "end": end}


def _print_json(document: dict[str, Any]) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2))
