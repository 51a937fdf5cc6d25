"""One tag of a web page at a time, told from text as the HTML standard has it; never looks back.

The parser of the standard library takes 20 seconds for 80,000 characters of `<a "` and tells scripts from
text differently from one patch of Python to the next; html5lib and lxml do not say where in the file what
they give stood. What these would do besides, to know which elements are open, is in `elements`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

__all__ = ["RAW", "Tag", "raw_end", "tag_at"]

RAW = frozenset(["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"])
"""Elements in which tags are but letters, until their own end."""
_NAME = re.compile(r"[a-zA-Z][^ \t\r\n\f/>]*")
_ATTRIBUTE = re.compile(
    r"""[ \t\r\n\f/]*(?P<name>[^ \t\r\n\f/>][^ \t\r\n\f/>=]*)
    (?:[ \t\r\n\f]*=[ \t\r\n\f]*(?P<value>"[^"]*(?P<whole>"?)|'[^']*(?P<sound>'?)|[^ \t\r\n\f>]*))?""",
    re.VERBOSE,
)
_LAST = re.compile(r"[ \t\r\n\f/]*>")
_COMMENT = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_ENDS = {name: re.compile(rf"</{name}(?=[ \t\r\n\f/>])", re.IGNORECASE) for name in RAW}


class Tag(NamedTuple):
    """A tag, or a comment, which has no name."""

    end: int
    name: str = ""
    closes: bool = False
    slashed: bool = False
    """It says that nothing is within it, as in XML; which only counts in pictures."""
    attributes: Mapping[str, str] = {}
    """As written, with their quotation marks; of two of one name the first."""


def tag_at(source: str, start: int) -> Tag | None:
    """The tag or comment that begins with the `<` there; None where that is a sign like any other.

    What is not closed any more goes on to the end of the page, as in browsers.
    """
    following = source[start + 1 : start + 2]
    closes = following == "/"
    if name := _NAME.match(source, start + 1 + closes):
        return _named(source, name, closes)
    if source.startswith("<!--", start) and (comment := _COMMENT.match(source, start)):
        return Tag(comment.end())
    if following in ("!", "?") or (closes and start + 2 < len(source)):
        end = source.find(">", start)
        return Tag(len(source) if end < 0 else end + 1)
    return None


def raw_end(source: str, name: str, start: int) -> int:
    """Where the tag begins that closes a raw element; the end of the page where there is none."""
    end = _ENDS[name].search(source, start)
    return end.start() if end else len(source)


def _named(source: str, name: re.Match[str], closes: bool) -> Tag:
    attributes: dict[str, str] = {}
    position = name.end()
    while match := _ATTRIBUTE.match(source, position):
        position = match.end()
        attributes.setdefault(match["name"].lower(), match["value"] or "")
        if match["whole"] == "" or match["sound"] == "":
            return Tag(len(source))
    last = _LAST.match(source, position)
    if last is None:
        return Tag(len(source))
    return Tag(last.end(), name[0].lower(), closes, last[0].endswith("/>"), attributes)
