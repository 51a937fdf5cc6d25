"""`validate`: check records, and say what is wrong, where, and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from eventrecord.cli.arguments import SEVERAL, listed
from eventrecord.cli.checking import Choice, check
from eventrecord.cli.inputs import find_inputs
from eventrecord.cli.office import settings_for
from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import shows_colour, tell
from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import Named, say, say_n
from eventrecord.report import REPORTS
from eventrecord.report.checked import Checked

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the arguments of `validate`."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=say("a record, a folder searched for records, or - for standard input"),
    )
    parser.add_argument(
        "--output-format",
        choices=list(REPORTS),
        default="text",
        help=say("how to tell findings (default: text)"),
    )
    parser.add_argument(
        "--select",
        metavar="RULE",
        action="extend",
        type=listed,
        default=[],
        help=say("check only this rule, or group of rules{several}", several=SEVERAL),
    )
    parser.add_argument(
        "--extend-select",
        metavar="RULE",
        action="extend",
        type=listed,
        default=[],
        help=say("check this rule, or group of rules, besides the usual ones{several}", several=SEVERAL),
    )
    parser.add_argument(
        "--ignore",
        metavar="RULE",
        action="extend",
        type=listed,
        default=[],
        help=say("leave out this rule, or group of rules{several}", several=SEVERAL),
    )
    parser.add_argument(
        "--fail-on",
        choices=["error", "warning"],
        help=say("severity from which on the exit code is 1 (default: as the settings say, else error)"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Tell findings on standard output, and a summary on standard error."""
    choice = Choice(tuple(arguments.select), tuple(arguments.extend_select), tuple(arguments.ignore))
    choice.check_names()
    inputs = find_inputs(arguments.paths)
    rules: set[str] = set()
    failed = False
    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    ids: dict[str, list[str]] = {}
    unreadable = 0
    for path in inputs.paths:
        try:
            held = choice.rules(path)
            document, found = check(path, held)
        except OSError as error:
            tell(say("{path}: cannot be read: {reason}", path=path, reason=Named(error.strerror)))
            unreadable += 1
            continue
        rules |= held
        failed = failed or fails(found, path, arguments.fail_on)
        if document.record is not None:
            ids.setdefault(document.record.id, []).append(path)
        if found:
            from eventrecord.report.telling import told

            findings += [told(finding, spoken(), document) for finding in found]
            texts[document.file] = document.text
        del document  # its memory serves the next one
    if len(ids) < len(inputs.paths):
        from eventrecord.cli.naming import same_ids
        from eventrecord.report.telling import told

        for document, finding in same_ids(ids, choice.rules):
            failed = failed or fails([finding], document.file, arguments.fail_on)
            findings.append(told(finding, spoken(), document))
            texts[document.file] = document.text
    checked = Checked(
        findings,
        records=len(inputs.paths) - unreadable,
        rules=len(rules),
        texts=texts,
        colour=shows_colour(sys.stdout),
        unreadable=unreadable,
        tongue=spoken(),
    )
    print(REPORTS[arguments.output_format](checked), end="", flush=True)
    tell(checked.summary())
    if inputs.passed_over:
        tell(
            say_n(
                "passed over: {n} YAML or JSON file without 'format: eventrecord/1'",
                "passed over: {n} YAML or JSON files without 'format: eventrecord/1'",
                inputs.passed_over,
            )
        )
    if unreadable:
        return 2
    return int(failed)


def fails(findings: Sequence[Diagnostic], path: str, fail_on: str | None) -> bool:
    """Whether one is as grave as `fail_on`, or else the settings of the file, have it fail."""
    if not findings:
        return False
    limit = Severity(fail_on or settings_for(path).fail_on).rank
    return any(finding.severity.rank <= limit for finding in findings)
