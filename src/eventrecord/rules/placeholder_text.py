"""A wording that still waits to be written: TBD, 待补."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Path, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import signs, telling

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """No wording is a mark for what is to come, nor has one in it."""
    for key, person in context.record.people.items():
        for tag, name in person.name.items():
            if isinstance(name, str) and _is_nothing_else(name, tag):
                yield _found(("people", key, "name", tag), name, None)
    for texts in (context.authored_prose, context.authored_names):
        tags = [tag for tag, text in texts.items() if any(sign in text for sign in signs(tag, "unwritten"))]
        for wording in context.authored if tags else ():
            if wording.tag not in tags or wording.is_name is not (texts is context.authored_names):
                continue
            inside = telling(wording.tag, "unwritten", "inside")
            if _is_nothing_else(wording.plain, wording.tag):
                yield _found(wording.path, wording.plain, None)
            elif inside and (match := inside.search(wording.plain)):
                yield _found(wording.path, match[0], wording.part(*match.span()))


def _is_nothing_else(text: str, tag: str) -> bool:
    whole = telling(tag, "unwritten", "whole")
    return whole is not None and whole.fullmatch(text) is not None


def _found(path: Path, words: str, part: tuple[int, int] | None) -> Diagnostic:
    return RULE.at(
        path,
        say("{words!r} stands for words that are still to be written, and would be printed", words=words),
        hint=say("write them; if nobody knows them yet, say 'state: missing', which is never printed"),
        part=part,
    )


RULE = Rule(
    "placeholder-text", Severity.WARNING, "languages", say("A text still waits to be written."), check
)
