"""`validate`: check records, and say what is wrong, where, and what to do."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from eventrecord.cli.arguments import SEVERAL, listed
from eventrecord.cli.checking import Checking, Choice, fails, in_order
from eventrecord.cli.fixing import Fixing, add_fixing
from eventrecord.cli.inputs import STANDARD_INPUT, Texts, find_inputs, in_repository
from eventrecord.cli.office import settings_for
from eventrecord.cli.progress import counted
from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import shows_colour, tell
from eventrecord.cli.workers import processes_for, results
from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import Named, say, say_n
from eventrecord.report import REPORTS
from eventrecord.report.checked import Checked

__all__ = ["add_arguments", "run"]

_STDIN = "<stdin>"


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
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=_jobs,
        default=0,
        help=say("processes that check records (default: auto, as many as there are cores and pay)"),
    )
    add_fixing(parser)


def run(arguments: argparse.Namespace) -> int:
    """Tell findings on standard output, and a summary on standard error."""
    choice = Choice(tuple(arguments.select), tuple(arguments.extend_select), tuple(arguments.ignore))
    choice.check_names()
    fixing = Fixing.wanted(arguments)
    inputs = find_inputs(arguments.paths)
    checking = Checking(choice, spoken(), arguments.fail_on, fixing)
    jobs = processes_for(len(inputs.paths), arguments.jobs)
    if STANDARD_INPUT in inputs.paths or fixing is not None:
        jobs = 1
    rules, failed = set[str](), False
    held: dict[str, frozenset[str]] = {}
    findings, untold = list[Diagnostic](), Counter[Severity]()
    texts = Texts()
    ids: dict[str, list[str]] = {}
    unread: dict[str, str] = {}
    kept: dict[frozenset[str], frozenset[str]] = {}
    for outcome in counted(results(checking.outcome, inputs.paths, jobs), len(inputs.paths)):
        if outcome.unread is not None:
            unread[outcome.path] = Named(outcome.unread)
            continue
        rules |= outcome.rules
        answered = outcome.answered()
        held[_STDIN if outcome.path == STANDARD_INPUT else outcome.path] = kept.setdefault(answered, answered)
        failed = failed or outcome.failed
        if outcome.id is not None:
            ids.setdefault(outcome.id, []).append(outcome.path)
        if outcome.findings:
            findings += outcome.findings
            untold.update(outcome.untold)
            texts.add(outcome.findings[0].file or outcome.path, outcome.text)
    for path, reason in unread.items():
        tell(say("{path}: cannot be read: {reason}", path=path, reason=reason))
    if len(ids) < len(inputs.paths):
        from eventrecord.cli.naming import same_ids
        from eventrecord.report.telling import told

        for document, finding in same_ids(ids, choice.rules):
            failed = failed or fails([finding], document.file, arguments.fail_on)
            findings.append(told(finding, spoken(), document))
            texts.add(document.file, document.text if document.file == _STDIN else None)
            if fixing is not None:
                fixing.left += 1
        order = {path: number for number, path in enumerate(inputs.paths)}
        findings.sort(key=lambda finding: (order.get(finding.file or "", -1), finding.span or (0,)))
    texts.add_other_places(findings)
    checked = Checked(
        findings,
        held,
        in_order(rules),
        texts=texts,
        colour=shows_colour(sys.stdout),
        unread=unread,
        untold=untold,
        tongue=spoken(),
        limit=lambda file: Severity(arguments.fail_on or settings_for(file).fail_on),
        in_repository=in_repository,
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
    return 2 if unread else _code(fixing, failed=failed)


def _code(fixing: Fixing | None, *, failed: bool) -> int:
    """1 where something is to be done, a grave finding or a change shown; 2 where it could not be done."""
    if fixing is not None and fixing.unwritten:
        return 2
    if fixing is not None and fixing.shows:
        return int(fixing.made > 0)
    return int(failed)


def _jobs(word: str) -> int:
    if word != "auto" and not word.isdecimal():
        raise argparse.ArgumentTypeError(spoken().tell(say("a number, or auto, not {word!r}", word=word)))
    return 0 if word == "auto" else int(word)
