"""`validate`: check records, and say what is wrong, where, and what to do."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection

from eventrecord.cli.arguments import SEVERAL, listed
from eventrecord.cli.checking import active_rules, answered, check, in_order
from eventrecord.cli.inputs import find_inputs, in_repository
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
        default="error",
        help=say("severity from which on the exit code is 1 (default: error)"),
    )


def run(arguments: argparse.Namespace) -> int:
    """Tell findings on standard output, and a summary on standard error."""
    rules = active_rules(arguments.select, arguments.ignore)
    inputs = find_inputs(arguments.paths)
    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    ids: dict[str, list[str]] = {}
    held: dict[str, Collection[str]] = {}
    unread: dict[str, str] = {}
    for path in inputs.paths:
        try:
            document, found = check(path, rules)
        except OSError as error:
            reason = Named(error.strerror)
            tell(say("{path}: cannot be read: {reason}", path=path, reason=reason))
            unread[path] = reason
            continue
        held[document.file] = answered(document, found, rules)
        if document.record is not None:
            ids.setdefault(document.record.id, []).append(path)
        if found:
            from eventrecord.report.telling import told

            findings += [told(finding, spoken(), document) for finding in found]
            texts |= document.texts
        del document  # its memory serves the next one
    if len(ids) < len(inputs.paths):
        from eventrecord.cli.naming import same_ids
        from eventrecord.report.telling import told

        for document, finding in same_ids(ids, rules):
            findings.append(told(finding, spoken(), document))
            texts |= document.texts
    checked = Checked(
        findings,
        held,
        in_order(rules),
        texts=texts,
        colour=shows_colour(sys.stdout),
        unread=unread,
        tongue=spoken(),
        limit=lambda file: Severity(arguments.fail_on),
        in_repository=in_repository,
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
    return 2 if unread else int(any(map(checked.fails, findings)))
