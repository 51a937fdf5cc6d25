"""`validate`: check records, and say what is wrong, where, and what to do."""

from __future__ import annotations

import argparse
import sys

from eventrecord.cli.arguments import SEVERAL, listed
from eventrecord.cli.checking import active_rules, check
from eventrecord.cli.fixing import Fixing, add_fixing
from eventrecord.cli.inputs import STANDARD_INPUT, find_inputs
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
    add_fixing(parser)


def run(arguments: argparse.Namespace) -> int:
    """Tell findings on standard output, and a summary on standard error."""
    rules = active_rules(arguments.select, arguments.ignore)
    fixing = Fixing.wanted(arguments)
    inputs = find_inputs(arguments.paths)
    findings: list[Diagnostic] = []
    texts: dict[str, str] = {}
    ids: dict[str, list[str]] = {}
    unreadable = 0
    for path in inputs.paths:
        try:
            document, found = check(path, rules)
            if fixing:
                document, found = fixing.mend(path, document, found, rules)
        except OSError as error:
            tell(say("{path}: cannot be read: {reason}", path=path, reason=Named(error.strerror)))
            unreadable += 1
            continue
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

        for document, finding in same_ids(ids, rules):
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
    if fixing is None or not fixing.shows:
        output = sys.stderr if fixing and STANDARD_INPUT in inputs.paths else sys.stdout
        print(REPORTS[arguments.output_format](checked), end="", flush=True, file=output)
        tell(checked.summary())
    if fixing is not None:
        tell(fixing.summary())
    if inputs.passed_over:
        tell(
            say_n(
                "passed over: {n} YAML or JSON file without 'format: eventrecord/1'",
                "passed over: {n} YAML or JSON files without 'format: eventrecord/1'",
                inputs.passed_over,
            )
        )
    if unreadable or (fixing and fixing.unwritten):
        return 2
    if fixing is not None and fixing.shows:
        return int(fixing.made > 0)
    limit = Severity(arguments.fail_on).rank
    return int(any(finding.severity.rank <= limit for finding in findings))
