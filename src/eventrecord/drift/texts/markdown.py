"""Markdown as its readers see it: CommonMark, with the tables and struck words of GitHub.

What is a block and what is a mark, markdown-it-py says, in time that grows with the text alone; what it does
not say is where in the file each character stands. Lines of blocks are found again by their numbers
(`lines`), and within a block it is noted where each piece was read (`marks`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from eventrecord.drift.texts.html import read_html
from eventrecord.drift.texts.lines import Lines, Piece
from eventrecord.drift.texts.marks import unmarked
from eventrecord.drift.texts.read import ReadText, joined

__all__ = ["read_markdown"]

_FRONT = re.compile(r"\A---[ \t]*\n(?:.{0,2000}\n){0,200}?---[ \t]*(?:\n|\Z)")
_CELLS = ("td_open", "th_open")
_HOLDING = ("inline", "html_block", "fence", "code_block")
_DEEPEST = 100
"""Lists and quotations within each other; the parser passes over what is deeper."""


def read_markdown(source: str) -> ReadText:
    """The text without marks, a line for each paragraph, item and row; lines of a paragraph are joined."""
    front = _FRONT.match(source)
    return joined(_parts(source, front.end() if front else 0), source)


def _parts(source: str, start: int) -> Iterator[tuple[str, int]]:
    """Words, gaps and breaks, each with its place."""
    lines, references = Lines(source, start), dict[str, Any]()
    place, cells, kind, below, underlined = start, 0, "", -1, -1
    for token in _parser().parse(source[start:], references):
        if token.type in _CELLS:
            cells, kind = cells + 1, token.type
        elif token.type in ("tr_open", "table_close"):
            cells, kind = 0, ""
        elif token.type == "heading_open" and token.map:
            underlined = token.map[1]
        if token.type not in _HOLDING or token.map is None:
            continue
        first, last = token.map
        if cells:
            block = lines.cell(token.content, first, place if cells > 1 else 0)
        else:
            block = lines.block(token.content.rstrip("\n"), first + (token.type == "fence"), last)
        pieces = list(_pieces(token, block, references))
        if cells > 1:
            yield ("\t" if pieces else ""), place
        elif below >= 0 and (pieces or cells):
            yield "\n" if first <= below + (kind == "td_open") else "\n\n", place
        for piece in pieces:
            yield from _placed(piece, source)
            place = piece.places[-1] + 1
        if pieces or cells:
            below = max(last, underlined)


def _pieces(token: Token, block: Piece, references: dict[str, Any]) -> Iterator[Piece]:
    """What is seen of a block; of a piece of a web page, what is seen of that."""
    if token.type == "inline":
        yield from unmarked(block, references)
    elif token.type == "html_block":
        read = read_html(block.words)
        words = read.text.rstrip("\n")
        if words:
            yield Piece(words, [block.places[read.span(at, at + 1)[0]] for at in range(len(words))])
    elif block.words:
        yield block


def _placed(piece: Piece, source: str) -> Iterator[tuple[str, int]]:
    """A piece as a whole, or sign by sign where the file does not have it so."""
    first = piece.places[0]
    if piece.places[-1] - first == len(piece.words) - 1 and source.startswith(piece.words, first):
        yield piece.words, first
    else:
        yield from zip(piece.words, piece.places, strict=True)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.disable(["inline", "text_join"])
    return parser
