"""A web page as its readers see it; in time that grows with the page alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from eventrecord.drift.texts.read import Read, joined

__all__ = ["read_html"]

_UNSEEN = frozenset({"head", "noscript", "script", "style", "svg", "template", "textarea", "title"})
_RAW = frozenset({"script", "style", "textarea", "title"})
"""Elements in which tags are but letters."""
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})((?:"[^"]*"|'[^']*'|[^>"']){0,4000}+)>""")
_HIDDEN = re.compile(r"""(?:^|\s)hidden(?=[\s=/]|$)|display\s*:\s*none""", re.IGNORECASE)
_PART = re.compile(
    r"[ \t\r\n\f]+|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^\s&]+|.", re.DOTALL
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


def read_html(source: str) -> Read:
    """The visible text, a line for each block, spaces as a browser shows them."""
    return joined(_spaced(_parts(source)), source)


def _parts(source: str) -> Iterator[tuple[str, int]]:
    """Words, spaces and breaks, each with its place."""
    position = 0
    while (opening := source.find("<", position)) >= 0:
        yield from _words(source, position, opening)
        position, name = _after(source, opening)
        if not name and position == opening + 1:
            yield "<", opening
        elif name and name not in _INLINE | _UNSEEN:
            yield "\n", opening
    yield from _words(source, position, len(source))


def _after(source: str, opening: int) -> tuple[int, str]:
    """What follows the tag at a place, with what that hides, and its name; of a comment, its end."""
    if source.startswith("<!--", opening):
        return _past(source, "-->", opening + 4), ""
    if source.startswith(("<!", "<?"), opening):
        return _past(source, ">", opening), ""
    tag = _TAG.match(source, opening)
    if tag is None:
        return opening + 1, ""
    name, end = tag[2].lower(), tag.end()
    hides = name in _UNSEEN or _HIDDEN.search(tag[3])
    if hides and not tag[1] and name not in _VOID and not tag[3].endswith("/"):
        end = _closed(source, name, end)
    return end, name


def _past(source: str, mark: str, start: int) -> int:
    """What follows a mark; where it does not come any more, nothing does, as in browsers."""
    place = source.find(mark, start)
    return len(source) if place < 0 else place + len(mark)


def _closed(source: str, name: str, start: int) -> int:
    """What follows the end of an element, and of those of its name within it."""
    depth = 1
    tags = re.compile(rf"<(/?){name}(?=[\s>/])[^<>]{{0,4000}}>", re.IGNORECASE)
    for tag in tags.finditer(source, start):
        depth += -1 if tag[1] else name not in _RAW
        if not depth:
            return tag.end()
    return len(source)


def _words(source: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    for match in _PART.finditer(source, start, end):
        part = match[0]
        if part.isspace() and part != "\xa0":
            yield " ", match.start()
        elif part.startswith("&") and len(part) > 1:
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
