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
    "a abbr b bdi bdo cite code data del dfn em font i img ins kbd mark q rp rt ruby s samp small span strong "
    "sub sup time tt u var wbr".split()
)
_TAG = re.compile(r"""<(/?)([a-zA-Z][a-zA-Z0-9-]{0,30})((?:"[^"]*"|'[^']*'|[^>"']){0,4000}+)>""")
_HIDDEN = re.compile(r"""(?:^|\s)hidden(?=[\s=/]|$)|display\s*:\s*none""", re.IGNORECASE)
_PART = re.compile(r"[ \t\r\n\f]+|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^\s&]+|.", re.DOTALL)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def read_html(source: str) -> Read:
    """The visible text, a line for each block, spaces as a browser shows them."""
    return joined(_spaced(_parts(source)), source)


def _parts(source: str) -> Iterator[tuple[str, int]]:
    """Words, spaces and breaks, each with its place."""
    position, unseen, depth = 0, "", 0
    ends: dict[str, bool] = {}
    while (opening := source.find("<", position)) >= 0:
        if not unseen:
            yield from _words(source, position, opening)
        if source.startswith("<!--", opening):
            position = _after(source, "-->", opening + 4, ends)
            continue
        if source.startswith(("<!", "<?"), opening):
            position = _after(source, ">", opening, ends)
            continue
        tag = _TAG.match(source, opening)
        if tag is None:
            if not unseen:
                yield "<", opening
            position = opening + 1
            continue
        position, name = tag.end(), tag[2].lower()
        if unseen:
            if name == unseen:
                depth += -1 if tag[1] else 1
                unseen = unseen if depth else ""
        elif not tag[1] and name not in _VOID and (name in _UNSEEN or _HIDDEN.search(tag[3])):
            if not tag[3].endswith("/"):
                unseen, depth = name, 1
                if name in _RAW:
                    position = _raw_end(source, name, position, ends)
        if name not in _INLINE:
            yield "\n", opening
    if not unseen:
        yield from _words(source, position, len(source))


def _raw_end(source: str, name: str, start: int, ends: dict[str, bool]) -> int:
    """Where the end tag of a raw element begins; the end of the page where there is none."""
    if ends.get(name, True):
        match = re.compile(rf"</{name}(?=[\s>/])", re.IGNORECASE).search(source, start)
        if match:
            return match.start()
        ends[name] = False
    return len(source)


def _after(source: str, mark: str, start: int, ends: dict[str, bool]) -> int:
    """What follows a mark; where there is none, as browsers do, nothing."""
    place = source.find(mark, start) if ends.get(mark, True) else -1
    if place < 0:
        ends[mark] = False
        return len(source)
    return place + len(mark)


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
