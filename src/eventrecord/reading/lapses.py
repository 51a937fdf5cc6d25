"""Lapses that YAML accepts without a word, found in what it made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from eventrecord.diagnostic import Diagnostic, Path, Severity, Span
from eventrecord.message import say
from eventrecord.reading.node import Node, walk
from eventrecord.reading.slips import KEY, how_to_quote
from eventrecord.reading.source import Lines, odd_characters

__all__ = ["WIDE_SLOT", "WRAPPED", "lapses"]

_SWALLOWED = re.compile(r"[,，] ?[a-z]{2,3}(?:-[A-Za-z]{2,4})*：", re.ASCII)
_TIGHT = re.compile(rf"{KEY}:\S", re.ASCII)
_HASH = re.compile(r" +#(?=\S)[^\r\n]*")
_TERSE_COMMENT = re.compile(r"^[ ]*#[^\s!#]", re.MULTILINE)
WIDE_SLOT = re.compile(
    r"(?:｛|(?<!\{)\{(?=[^{}｛｝]*｝))\s*([a-z]+\.[a-z0-9-]+(?:/[a-z0-9-]+)?(?::[a-z-]+)?)\s*(?:｝|\}(?!\}))",
    re.ASCII,
)
WRAPPED = re.compile("“[^“”\n]*”|‘[^‘’\n]*’|＂[^＂\n]*＂")
_MAY_BE_QUOTED = {"quotations", "theme", "topic", "note"}
"""Fields whose text may be a quotation from end to end, or is never printed."""


def lapses(text: str, root: Node, is_prose: Callable[[Path], bool]) -> Iterator[tuple[Diagnostic, Path]]:
    """Each lapse as a finding, with the path below which nothing else needs to be told.

    `is_prose` says whether the model expects free text at a path.
    """
    page = _Page(text)
    for path, node in walk(root):
        if isinstance(node.value, dict) and node.style == "{":
            yield from _in_flow(page, path, node.value, node.span)
        elif isinstance(node.value, str):
            yield from _wide_slots(path, node.value)
            if node.style == '"':
                yield from _escaped(page, path, node.value, node.span)
            elif not node.style:
                yield from _wrapped(path, node.value, node.span, is_prose)
                yield from () if page.terse else _cut_off(page, path, node.span, is_prose)


class _Page:
    """The text, its lines, and whether its comments stand close to their `#`."""

    def __init__(self, text: str) -> None:
        self.text, self.lines = text, Lines(text)
        self.terse = _TERSE_COMMENT.search(text) is not None

    def between(self, span: Span) -> str:
        start = self.lines.offset(span.line, span.column)
        return self.text[start : self.lines.offset(span.end_line, span.end_column)]


def _in_flow(
    page: _Page, path: Path, entries: dict[str, Node], span: Span
) -> Iterator[tuple[Diagnostic, Path]]:
    before: Node | None = None
    for key, child in entries.items():
        if child.key is None or child.style:
            before = child
        elif isinstance(child.value, str):
            before = child
            match = _SWALLOWED.search(child.value)
            if match:
                yield (
                    _full_width(f"`{match[0]}`", (*path, key), child.span),
                    (*path, key),
                )
        elif ":" not in page.between(_from_to(child.key, child.span, after=True)):
            yield _bare_key(page, path, key, child.key, before, span)
            return


def _bare_key(
    page: _Page, path: Path, key: str, place: Span, before: Node | None, mapping: Span
) -> tuple[Diagnostic, Path]:
    if "：" in key or "，" in key:
        return _full_width(
            say("the `{mark}` in `{key}`", mark="：" if "：" in key else "，", key=key), path, place
        ), path
    if _TIGHT.match(key):
        message = say("a space is missing after the colon in `{key}`", key=key)
        return _finding(
            "yaml-syntax", message, say("write the value after a colon and a space"), path, place
        ), path
    if before is None or before.key is None:
        message = say("this text begins with `{{`, which begins a mapping in YAML")
        hint = how_to_quote(page.between(mapping))
        return _finding("unquoted-brace", message, hint, path, mapping), path
    whole = _from_to(before.span, place)
    message = say("the comma cuts this text in two, and `{key}` becomes a field without a value", key=key)
    below = (*path, key)
    return _finding("comma-in-flow", message, how_to_quote(page.between(whole)), below, whole), below


def _escaped(page: _Page, path: Path, value: str, span: Span) -> Iterator[tuple[Diagnostic, Path]]:
    """Escapes for odd characters; those that stand there themselves have been told."""
    if "\\" not in (written := page.between(span)):
        return
    for finding, start, _ in odd_characters(value, escaped=True):
        if value[start] not in written:
            yield replace(finding, path=path, hint=say("take the escape out"), span=span), path
            return


def _wide_slots(path: Path, value: str) -> Iterator[tuple[Diagnostic, Path]]:
    for match in WIDE_SLOT.finditer(value):
        message = say(
            "`{slot}` has braces from a Chinese keyboard, and would be printed as it stands", slot=match[0]
        )
        finding = Diagnostic(
            "full-width-punctuation",
            Severity.ERROR,
            message,
            path,
            hint=say("slots take {{ and }} of the English keyboard: {{{fact}}}", fact=match[1]),
            part=match.span(),
        )
        yield finding, path


def _wrapped(
    path: Path, value: str, span: Span, is_prose: Callable[[Path], bool]
) -> Iterator[tuple[Diagnostic, Path]]:
    if WRAPPED.fullmatch(value) and _MAY_BE_QUOTED.isdisjoint(path) and is_prose(path):
        message = say(
            "the quotation marks {first} {last} around this text are part of it for YAML",
            first=value[0],
            last=value[-1],
        )
        hint = say(
            "take them out; if they should be printed, put the text in quotation marks: '{text}'",
            text=value,
        )
        yield _finding("typographic-quotes", message, hint, path, span, Severity.WARNING), path


def _cut_off(
    page: _Page, path: Path, span: Span, is_prose: Callable[[Path], bool]
) -> Iterator[tuple[Diagnostic, Path]]:
    match = _HASH.match(page.text, page.lines.offset(span.end_line, span.end_column))
    if match is not None and is_prose(path):
        message = say("`{words}` is a comment for YAML and not part of this text", words=match[0].strip())
        whole = page.lines.span(page.lines.offset(span.line, span.column), match.end())
        hint = say(
            "{quoting}; or, if it is a comment, put a space after `#`",
            quoting=how_to_quote(page.between(whole)),
        )
        yield _finding("unquoted-hash", message, hint, path, whole, Severity.WARNING), path


def _full_width(what: str, path: Path, span: Span) -> Diagnostic:
    message = say("{what} comes from a Chinese keyboard, and YAML takes it for part of a word", what=what)
    return _finding(
        "full-width-punctuation", message, say("write `:` or `,`, followed by a space"), path, span
    )


def _finding(
    rule: str, message: str, hint: str, path: Path, span: Span, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic(rule, severity, message, path, hint=hint, span=span)


def _from_to(start: Span, end: Span, *, after: bool = False) -> Span:
    """From the start of the first span, or from `after` it, to the end of the second."""
    line, column = (start.end_line, start.end_column) if after else (start.line, start.column)
    return Span(line, column, end.end_line, end.end_column)
