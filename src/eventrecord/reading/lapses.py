"""Lapses that YAML accepts without a word, found in what it made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice, takewhile

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity, Span
from eventrecord.message import say
from eventrecord.reading.mending.characters import escape_taken_out
from eventrecord.reading.mending.quoting import in_quotes
from eventrecord.reading.mending.slipping import written_instead
from eventrecord.reading.node import Node, walk
from eventrecord.reading.slips import FULL_WIDTH_KEY, KEY, how_to_quote
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

    def is_bare(self, node: Node) -> bool:
        """Whether a key stands alone, without even a colon."""
        bare = node.value is None and not node.style and node.key is not None
        return bare and ":" not in self.between(_from_to(node.key or node.span, node.span, after=True))

    def in_quotes(self, span: Span, *, with_hash: bool = False) -> Fix | None:
        """A fix that puts what stands there in quotation marks."""
        start = self.lines.offset(span.line, span.column)
        end = self.lines.offset(span.end_line, span.end_column)
        return in_quotes(self.text, self.lines, start, end, with_hash=with_hash)

    def written(self, span: Span, pairs: tuple[tuple[str, str], ...]) -> Fix | None:
        """A fix that writes, of each pair, the second for the first, which stands there once."""
        start, raw = self.lines.offset(span.line, span.column), self.between(span)
        if any(raw.count(old) != 1 for old, _ in pairs):
            return None
        places = tuple((start + raw.index(old), start + raw.index(old) + len(old), new) for old, new in pairs)
        return written_instead(self.text, self.lines, places)


def _in_flow(
    page: _Page, path: Path, entries: dict[str, Node], span: Span
) -> Iterator[tuple[Diagnostic, Path]]:
    before: Node | None = None
    for number, (key, child) in enumerate(entries.items()):
        if child.key is None or child.style:
            before = child
        elif isinstance(child.value, str):
            before = child
            match = _SWALLOWED.search(child.value)
            if match:
                below = (*path, key)
                fix = page.written(child.span, ((match[0], re.sub("[,，] ?", ", ", match[0][:-1]) + ": "),))
                yield _full_width(f"`{match[0]}`", below, child.span, fix), below
        elif page.is_bare(child):
            bare = takewhile(page.is_bare, islice(entries.values(), number, None))
            last = [node.key for node in bare if node.key][-1]
            yield _bare_key(page, path, key, _from_to(child.key, last), before, span)
            return


def _bare_key(
    page: _Page, path: Path, key: str, place: Span, before: Node | None, mapping: Span
) -> tuple[Diagnostic, Path]:
    """The finding about keys without values, the first of them `key`, all of them at `place`."""
    if "：" in key or "，" in key:
        mark = "：" if "：" in key else "，"
        fix = page.written(place, (("：", ": "),)) if FULL_WIDTH_KEY.match(key) else None
        return _full_width(say("the `{mark}` in `{key}`", mark=mark, key=key), path, place, fix), path
    if _TIGHT.match(key):
        message = say("a space is missing after the colon in `{key}`", key=key)
        hint = say("write the value after a colon and a space")
        return _finding(
            "yaml-syntax", message, hint, path, place, fix=page.written(place, ((":", ": "),))
        ), path
    if before is None or before.key is None:
        message = say("this text begins with `{{`, which begins a mapping in YAML")
        quoting = how_to_quote(page.between(mapping))
        return _finding("unquoted-brace", message, quoting, path, mapping, fix=page.in_quotes(mapping)), path
    whole = _from_to(before.span, place)
    message = say("the comma cuts this text in two, and `{key}` becomes a field without a value", key=key)
    below = (*path, key)
    fix = None if before.style else page.in_quotes(whole)
    return _finding("comma-in-flow", message, how_to_quote(page.between(whole)), below, whole, fix=fix), below


def _escaped(page: _Page, path: Path, value: str, span: Span) -> Iterator[tuple[Diagnostic, Path]]:
    """Escapes for odd characters; those that stand there themselves have been told."""
    if "\\" not in (written := page.between(span)):
        return
    for finding, start, end in odd_characters(value, escaped=True):
        if value[start] not in written:
            fix = escape_taken_out(path, value, start, end)
            yield replace(finding, path=path, hint=say("take the escape out"), span=span, fix=fix), path
            return


def _wide_slots(path: Path, value: str) -> Iterator[tuple[Diagnostic, Path]]:
    lead = len(value) - len(value.lstrip())
    for match in WIDE_SLOT.finditer(value):
        message = say(
            "`{slot}` has braces from a Chinese keyboard, and would be printed as it stands", slot=match[0]
        )
        slot = f"{{{match[1]}}}"
        edit = Edit(path, slot, (match.start() - lead, match.end() - lead))
        finding = Diagnostic(
            "full-width-punctuation",
            Severity.ERROR,
            message,
            path,
            hint=say("slots take {{ and }} of the English keyboard: {{{fact}}}", fact=match[1]),
            part=edit.part,
            fix=Fix(say("replace it by {new}", new=slot), (edit,)),
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
        fix = Fix(say("delete the quotation marks"), (Edit(path, value[1:-1]),), safe=False)
        yield _finding("typographic-quotes", message, hint, path, span, Severity.WARNING, fix), path


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
        fix = page.in_quotes(whole, with_hash=True)
        yield _finding("unquoted-hash", message, hint, path, whole, Severity.WARNING, fix), path


def _full_width(what: str, path: Path, span: Span, fix: Fix | None) -> Diagnostic:
    message = say("{what} comes from a Chinese keyboard, and YAML takes it for part of a word", what=what)
    hint = say("write `:` or `,`, followed by a space")
    return _finding("full-width-punctuation", message, hint, path, span, fix=fix)


def _finding(
    rule: str,
    message: str,
    hint: str,
    path: Path,
    span: Span,
    severity: Severity = Severity.ERROR,
    fix: Fix | None = None,
) -> Diagnostic:
    return Diagnostic(rule, severity, message, path, hint=hint, span=span, fix=fix)


def _from_to(start: Span, end: Span, *, after: bool = False) -> Span:
    """From the start of the first span, or from `after` it, to the end of the second."""
    line, column = (start.end_line, start.end_column) if after else (start.line, start.column)
    return Span(line, column, end.end_line, end.end_column)
