"""Markdown as its readers see it (CommonMark, tables of GitHub); in time that grows with the text alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.drift.texts.plain import gap_between
from eventrecord.drift.texts.read import Read, joined

__all__ = ["read_markdown"]

_FRONT = re.compile(r"\A---[ \t]*\n(?:.{0,2000}\n){0,200}?---[ \t]*(?:\n|\Z)")
_BLOCK = re.compile(r"[ \t]*(?:(?:#{1,6}|>|[-+*]|\d{1,2}[.)])[ \t]+)+(?:\[[ xX]\][ \t]+)?|[ \t]*>[ \t]*$")
_RULE = re.compile(
    r"[ \t]*(?:[-:|](?:[ \t]*[-:|]){2,}|={3,}|\*(?:[ \t]*\*){2,}|_(?:[ \t]*_){2,}|```.*|~~~.*)[ \t]*"
)
"""Lines that are no words: rules, underlines of headings, fences of code, the line below a table's head."""
_STARTS_BLOCK = re.compile(r"[ \t]*(?:#{1,6}[ \t]|>|[-+*][ \t]|\d{1,2}[.)][ \t]|\||```|~~~|$)")
_INLINE = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<mark>(?<![\d\s])\*{1,3}|\*{1,3}(?![\d\s])|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~|`+)
    | !?\[(?=[^\[\]]{0,1000}\]\()            # what a link or an image is called is kept
    | (?P<link>\]\([^()\s]{0,1000}(?:[ ]"[^"]{0,300}")?\))
    | <(?P<auto>(?:https?:|mailto:)?[^\s<>]{1,300}[@.:][^\s<>]{1,300})>
    | <!--.{0,2000}?--> | </?[a-zA-Z][^<>]{0,500}>
    | (?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)
    | (?P<cell>[ \t]*\|[ \t]*)
    """,
    re.VERBOSE,
)


def read_markdown(source: str) -> Read:
    """The text without marks, a line per paragraph or item; lines of one paragraph are joined."""
    return joined(_parts(source), source)


def _parts(source: str) -> Iterator[tuple[str, int]]:
    position = front.end() if (front := _FRONT.match(source)) else 0
    open_line, last = False, ""
    while position < len(source):
        end = source.find("\n", position)
        end = len(source) if end < 0 else end
        line = source[position:end]
        if open_line:
            joins = not _STARTS_BLOCK.match(line) and not _RULE.fullmatch(line)
            yield gap_between(last, line.lstrip()) if joins else "\n", position - 1
        if not _RULE.fullmatch(line):
            for words, place in _line(line, position):
                yield words, place
                last = words[-1:] or last
        open_line = bool(line.strip())
        if not open_line:
            yield "\n", position
        position = end + 1


def _line(line: str, start: int) -> Iterator[tuple[str, int]]:
    from html import unescape

    block = _BLOCK.match(line)
    position = block.end() if block else len(line) - len(line.lstrip())
    stop = len(line.rstrip())
    table = line.lstrip().startswith("|")
    for match in _INLINE.finditer(line, position, stop):
        yield line[position : match.start()], start + position
        position = match.end()
        if match["escaped"]:
            yield match["escaped"], start + match.start("escaped")
        elif match["auto"]:
            yield match["auto"], start + match.start("auto")
        elif match["entity"]:
            yield unescape(match["entity"]), start + match.start()
        elif match["cell"]:
            yield "\t" if table else match[0], start + match.start()
    yield line[position:stop], start + position
