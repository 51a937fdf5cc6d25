"""Findings that a comment in the record says to ignore, and what is wrong with such comments."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Fix, Severity, Splice
from eventrecord.message import listed, say
from eventrecord.rules.rule import GROUPS, Rule

if TYPE_CHECKING:
    from eventrecord.reading.comments import Comment

__all__ = ["IGNORES", "Ignores"]

BAD = Rule(
    "bad-ignore",
    Severity.WARNING,
    "shape",
    say("A comment that says to ignore something is not understood."),
)
WITHOUT_REASON = Rule(
    "ignore-without-reason",
    Severity.WARNING,
    "shape",
    say("A comment says to ignore something, but not why."),
)
UNUSED = Rule(
    "unused-ignore", Severity.WARNING, "shape", say("A comment says to ignore what is not found there.")
)
IGNORES = (BAD, WITHOUT_REASON, UNUSED)
"""The rules about comments; they have no `check`, since a record knows no comments."""

_FORM = re.compile(r"(ignore|ignore-file)[ \t]*\[([^\[\]]*)\](.*)")
_ELSEWHERE = frozenset({"duplicate-id", "export-loss", "file-name"})
"""Rules that also find something among files or when publishing: nobody can tell here that they do not."""


@dataclass(eq=False, slots=True)
class Ignore:
    """A comment with the rules that it names; `used` are those of which it covers a finding."""

    comment: Comment
    rules: frozenset[str]
    whole_file: bool
    used: set[str] = field(default_factory=set)


class Ignores:
    """What the comments of one file say to ignore, and what is wrong with the comments themselves."""

    def __init__(self, comments: Iterable[Comment], known: Collection[str]) -> None:
        self.findings: list[Diagnostic] = []
        """About comments that are not understood, or give no reason."""
        self._known = known
        self._told: dict[str, list[int]] = {}
        """By rule, the lines of findings that no comment covers."""
        self._found = [ignore for comment in comments if (ignore := self._understood(comment))]

    def heeded(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that no comment covers; of several that do, the nearest is used."""
        by_rule: dict[str, list[Diagnostic]] = {}
        for finding in findings:
            by_rule.setdefault(finding.rule, []).append(finding)
        kept = {rule: list(self._kept(found, self._of(rule))) for rule, found in by_rule.items()}
        self._told = {rule: [_line(finding) for finding in found] for rule, found in kept.items()}
        return [finding for found in kept.values() for finding in found]

    def unused(self, checked: Collection[str]) -> Iterator[Diagnostic]:
        """A finding for each comment that covers nothing of a rule that was checked."""
        for ignore in self._found:
            names = sorted((ignore.rules & set(checked)) - ignore.used - _ELSEWHERE)
            if names:
                said = say("nothing of {names} is found here", names=listed(names))
                hint, fix = self._remedy(ignore, names)
                yield replace(_at(UNUSED, ignore.comment, said, hint), fix=fix)

    def _remedy(self, ignore: Ignore, names: list[str]) -> tuple[str, Fix | None]:
        """What to do with a comment that covers nothing of some rules, or where it should stand instead.

        One that may only be in the wrong place is not deleted: its reason would be lost.
        """
        here = ignore.comment.span.line
        told = [line for name in names for line in self._told.get(name, ())]
        fix = None if told else _without(ignore, names)
        if len(names) < len(ignore.rules):
            return say("take {names} out of the brackets", names=listed(names)), fix
        if not told:
            return say("delete the comment"), fix
        line = min(told, key=lambda line: (abs(line - here), line))
        hint = say(
            "delete the comment, or move it to the end of line {line}, where the nearest finding is",
            line=line,
        )
        return hint, fix

    def _of(self, rule: str) -> list[Ignore]:
        return [ignore for ignore in self._found if rule in ignore.rules]

    def _kept(self, findings: list[Diagnostic], ignores: list[Ignore]) -> Iterator[Diagnostic]:
        """What is left of the findings of one rule. Both are gone through once, line by line."""
        whole = next((ignore for ignore in ignores if ignore.whole_file), None)
        waiting = sorted(
            (ignore for ignore in ignores if not ignore.whole_file and ignore.comment.first),
            key=lambda ignore: (-ignore.comment.first, ignore.comment.last),
        )
        open_ones: list[Ignore] = []
        for finding in sorted(findings, key=_line):
            line = _line(finding)
            while waiting and waiting[-1].comment.first <= line:
                open_ones.append(waiting.pop())
            while open_ones and open_ones[-1].comment.last < line:
                open_ones.pop()
            near = open_ones[-1] if open_ones else whole
            if near is None:
                yield finding
            else:
                near.used.add(finding.rule)

    def _understood(self, comment: Comment) -> Ignore | None:
        match = _FORM.fullmatch(comment.text)
        if match is None:
            said = say("what follows 'eventrecord:' is not understood")
            self._tell(BAD, comment, said, say("write: # eventrecord: ignore[rule] reason"))
            return None
        whole_file, names = match[1] == "ignore-file", [name.strip() for name in match[2].split(",")]
        if whole_file and not comment.at_top:
            said = say("'ignore-file' stands at the top of a file, above everything else")
            self._tell(BAD, comment, said, say("move it there; for one place, write 'ignore'"))
            return None
        for name in names:
            if name in GROUPS:
                said = say("{name!r} is a group; a comment names single rules", name=name)
                self._tell(BAD, comment, said, say("the settings can leave out whole groups"))
            elif name not in self._known:
                self._tell(BAD, comment, say("there is no rule {name!r}", name=name), self._meant(name))
        if not match[3].strip(" \t-:"):
            said = say("here it says to ignore something, but not why")
            self._tell(WITHOUT_REASON, comment, said, say("write the reason after the brackets"))
        return Ignore(comment, frozenset(names) & frozenset(self._known), whole_file)

    def _meant(self, name: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(name[:100], sorted(self._known), n=1)
        return say("did you mean {near!r}?", near=near[0]) if near else say("eventrecord rules lists them")

    def _tell(self, rule: Rule, comment: Comment, message: str, hint: str) -> None:
        self.findings.append(_at(rule, comment, message, hint))


def _without(ignore: Ignore, names: list[str]) -> Fix | None:
    """Deletes the comment, or of its brackets the names; None where a slip in it has to be seen to first."""
    comment, match = ignore.comment, _FORM.fullmatch(ignore.comment.text)
    written = [name.strip() for name in match[2].split(",")] if match else []
    if match is None or set(written) != ignore.rules:
        return None
    kept = [name for name in written if name not in names]
    if not kept:
        return Fix(say("delete the comment"), splices=(Splice(comment.whole, ""),))
    first, last = (comment.at + place for place in match.span(2))
    inside = comment.span._replace(column=first, end_column=last)
    told = say("take {names} out of the brackets", names=listed(names))
    return Fix(told, splices=(Splice(inside, ", ".join(kept)),))


def _at(rule: Rule, comment: Comment, message: str, hint: str) -> Diagnostic:
    return replace(rule.at((), message, hint=hint), span=comment.span)


def _line(finding: Diagnostic) -> int:
    return finding.span.line if finding.span else 0
