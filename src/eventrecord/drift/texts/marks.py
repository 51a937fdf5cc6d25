"""The words between the marks of Markdown, within a block; markdown-it-py knows the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from eventrecord.drift.texts.lines import Piece, along
from eventrecord.drift.texts.plain import gap_between

__all__ = ["unmarked"]

_NEW_LINE = re.compile(r"<br\b", re.IGNORECASE)


def unmarked(block: Piece, references: dict[str, Any]) -> Iterator[Piece]:
    """What a reader sees of a block, lines of a paragraph joined."""
    gap, last, after = -1, "", 0
    for token in _tokens(block.words, references):
        at = max(token.meta["at"], after)  # of marks in a row each is told to stand where the first does
        if token.type == "softbreak":
            gap = at
        elif piece := _words(token, at, block):
            if gap >= 0 and (between := gap_between(last, piece.words)):
                yield block.part(gap, between)
            yield piece
            gap, last = -1, piece.words[-1]
            after = min(at + len(piece.words), len(block.words) - 1)


def _words(token: Token, at: int, block: Piece) -> Piece | None:
    """What is seen of a token; nothing of one that is but a mark."""
    if token.type == "hardbreak" or (token.type == "html_inline" and _NEW_LINE.match(token.content)):
        return block.part(at, "\n")
    if not token.content or token.type == "html_inline":
        return None
    if token.type == "image":
        words = "".join(child.content for child in token.children or ())
        places = along(words, block.words, at + 2, at + 2 + len(token.content))
        return Piece(words, [block.places[place] for place in places]) if words else None
    if token.type == "code_inline":
        at += len(token.markup)
        bare = block.words[at : at + len(token.content)].replace("\n", " ") == token.content
        at += not bare
        return Piece(token.content, block.places[at : at + len(token.content)])
    at += not block.words.startswith(token.content, at) and block.words.startswith(token.content, at + 1)
    return block.part(at, token.content)


class _State(StateInline):
    """Notes where in the block each token begins."""

    begun = 0

    def append_pending(self, text: str) -> None:
        """Take letters that are no marks."""
        if not self.pending:
            self.begun = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802  # the parser calls it by this name
        """Make a token of them."""
        token = super().pushPending()
        token.meta["at"] = self.begun
        return token

    def push(self, *of: Any) -> Token:
        """Make a token of a mark, or of what one stands for."""
        token = super().push(*of)
        token.meta["at"] = self.pos
        return token


def _tokens(words: str, references: dict[str, Any]) -> list[Token]:
    parser = _parser()
    state = _State(words, parser, references, [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    return state.tokens


@cache
def _parser() -> MarkdownIt:
    """Reads marks up to its usual depth: what brackets within brackets cost grows with that."""
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.inline.ruler2.disable("fragments_join")
    return parser
