"""A web page as its readers see it; in time that grows with the page alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from eventrecord.drift.texts.elements import BLOCKS, Elements
from eventrecord.drift.texts.read import ReadText, joined
from eventrecord.drift.texts.tags import RAW, raw_end, tag_at

__all__ = ["read_html"]

_PART = re.compile(
    r"[ \t\r\n\f]+|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^ \t\r\n\f&]+|&"
)


def read_html(source: str) -> ReadText:
    """The visible text, a line for each block, spaces as a browser shows them."""
    return joined(_spaced(_parts(source)), source)


def _parts(source: str) -> Iterator[tuple[str, int]]:
    """Words, spaces and breaks, each with its place."""
    elements = Elements()
    position = 0
    while (opening := source.find("<", position)) >= 0:
        if elements.seen:
            yield from _words(source, position, opening, "pre" in elements)
        tag = tag_at(source, opening)
        if tag is None:
            if elements.seen:
                yield "<", opening
            position = opening + 1
            continue
        position = tag.end
        if not tag.name:
            continue
        shown = elements.seen
        if tag.closes:
            elements.end(tag.name)
        else:
            shown = elements.begin(tag)
            if tag.name in RAW and "svg" not in elements:
                position = raw_end(source, tag.name, position)
        if shown and tag.name in BLOCKS:
            yield "\n", opening
    if elements.seen:
        yield from _words(source, position, len(source), "pre" in elements)


def _words(source: str, start: int, end: int, keeps_lines: bool) -> Iterator[tuple[str, int]]:
    for match in _PART.finditer(source, start, end):
        part = match[0]
        if part[0] in " \t\r\n\f":
            yield "\n" if keeps_lines and "\n" in part else " ", match.start()
        elif part[0] == "&":
            yield unescape(part), match.start()
        else:
            yield part, match.start()


def _spaced(parts: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Runs of spaces and breaks as one, none at the edges of a line."""
    gap, place, begun = "", 0, False
    for words, at in parts:
        if words in (" ", "\n"):
            if not gap or words == "\n":
                gap, place = words, at
            continue
        if gap and begun:
            yield gap, place
        gap, begun = "", True
        yield words, at
    if begun and gap == "\n":
        yield gap, place
