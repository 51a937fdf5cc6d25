"""JUnit XML, which most CI systems show: a test case for each rule and file, so that green rules show too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from eventrecord.diagnostic import Diagnostic
from eventrecord.message import say
from eventrecord.report.checked import Checked
from eventrecord.report.concise import line
from eventrecord.report.excerpt import visible

__all__ = ["MOST", "junit_report"]

MOST = 20_000
"""Test cases from which on there is one for each rule instead: GitLab refuses reports of much more."""
_FORBIDDEN = re.compile("[\ufffe\uffff]")


class _Case(NamedTuple):
    """A test case: its outcome and what there is to say about it."""

    suite: str
    name: str
    outcome: str = ""
    """`failure`, `error`, `skipped`, or nothing if all is well."""
    message: str = ""
    text: str = ""


def junit_report(checked: Checked) -> str:
    """One `testsuite` for each file, and in it one `testcase` for each rule."""
    cases = [*_unread(checked)]
    pairs = len(checked.held) * len(checked.rules)
    cases += _by_file(checked) if pairs <= MOST else _by_rule(checked)
    suites: dict[str, list[_Case]] = defaultdict(list)
    for case in cases:
        suites[case.suite].append(case)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_counts('eventrecord', cases, total=True)}>",
    ]
    for name, some in suites.items():
        lines += [f"  <testsuite{_counts(name, some)}>", *map(_written, some), "  </testsuite>"]
    return "\n".join([*lines, "</testsuites>", ""])


def _unread(checked: Checked) -> Iterator[_Case]:
    for file, reason in checked.unread.items():
        told = checked.tongue.tell(say("cannot be read: {reason}", reason=reason))
        yield _Case(checked.address(file), "unreadable-file", "error", told)


def _by_file(checked: Checked) -> Iterator[_Case]:
    found: dict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for finding in checked.findings:
        found[finding.file or "<record>", finding.rule].append(finding)
    rules = dict.fromkeys(checked.rules)
    others: dict[str, dict[str, None]] = defaultdict(dict)
    for file, rule in found:
        if rule not in rules or file not in checked.held:
            others[file][rule] = None
    for file in dict.fromkeys([*checked.held, *others]):
        address = checked.address(file)
        names = rules | others[file] if file in checked.held else others[file]
        for rule in names:
            yield _case(checked, address, rule, found[file, rule], held=rule in checked.held.get(file, ()))


def _by_rule(checked: Checked) -> Iterator[_Case]:
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in checked.findings:
        found[finding.rule].append(finding)
    held = {rule for rules in checked.held.values() for rule in rules}
    for rule in dict.fromkeys([*checked.rules, *found]):
        yield _case(checked, "eventrecord", rule, found[rule], held=rule in held)


def _case(checked: Checked, suite: str, rule: str, found: list[Diagnostic], *, held: bool) -> _Case:
    text = "\n".join(line(finding, checked) for finding in found)
    grave = [finding for finding in found if checked.fails(finding)]
    if grave:
        first: str = visible(grave[0].message)
        if len(grave) > 1:
            first = checked.tongue.tell(say("{message} (the first of {n})", message=first, n=len(grave)))
        return _Case(suite, rule, "failure", first, text)
    if not held and not found:
        skipped = say("not checked: the rule is off here, or the record has errors that come first")
        return _Case(suite, rule, "skipped", checked.tongue.tell(skipped))
    return _Case(suite, rule, text=text)


def _counts(name: str, cases: Iterable[_Case], *, total: bool = False) -> str:
    outcomes = [case.outcome for case in cases]
    counts = {
        "name": name,
        "tests": len(outcomes),
        "failures": outcomes.count("failure"),
        "errors": outcomes.count("error"),
    }
    return _attributes(counts if total else counts | {"skipped": outcomes.count("skipped")})


def _written(case: _Case) -> str:
    start = f"    <testcase{_attributes({'classname': case.suite, 'name': case.name})}"
    if case.outcome == "skipped":
        return f"{start}><skipped>{_text(case.message)}</skipped></testcase>"
    if case.outcome:
        told = _attributes({"message": case.message})
        return f"{start}><{case.outcome}{told}>{_text(case.text)}</{case.outcome}></testcase>"
    return f"{start}><system-out>{_text(case.text)}</system-out></testcase>" if case.text else f"{start}/>"


def _attributes(values: dict[str, object]) -> str:
    return "".join(f" {name}={quoteattr(_fit(str(value)))}" for name, value in values.items())


def _text(text: str) -> str:
    return _fit(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fit(text: str) -> str:
    """Without what may not stand in XML, or would be obeyed by a terminal."""
    return "\n".join(_FORBIDDEN.sub("\ufffd", visible(part)) for part in text.split("\n"))
