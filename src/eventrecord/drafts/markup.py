"""Text out of HTML that stands where plain text should; in time that grows with the text alone."""

from __future__ import annotations

import re
from html import unescape

from eventrecord.drafts.sketch import Sketch
from eventrecord.message import say

__all__ = ["without_markup"]

_NAMES = "a|b|br|div|em|h[1-6]|i|li|ol|p|span|strong|table|tr|td|ul|u"
_MARKUP = re.compile(rf"</?(?:{_NAMES})\b[^<>]{{0,500}}>", re.IGNORECASE)
_BREAK = re.compile(r"<(?:br|div|h[1-6]|li|p|tr)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")


_SCRIPTED = re.compile(r"\\(?:(['\"])|n(?=\s|<|&lt;|$))")
"""What WordPress escapes for JavaScript, and plugins put into JSON: a quote, a line end."""
_SHORTCODE = re.compile(
    r"\[/?[a-z][a-z0-9_-]{1,40}(?:\s+[a-z_]{1,40}=(?:\"[^\"\[\]]{0,200}\"|'[^'\[\]]{0,200}'))+\s?/?\]"
)
"""A piece of WordPress that a plugin should have filled in: [gallery ids="1,2"]."""
_RULER = re.compile(r"^[-:~_=*]{20,}$", re.MULTILINE)
"""A line of marks, such as Google puts around the address of a meeting."""


def without_markup(text: str, sketch: Sketch, line: int | None = None) -> str:
    """The text as a reader would see it; told if that is not what stands there."""
    if _SCRIPTED.search(text):
        sketch.tell("damaged", say("a text has escapes of JavaScript in it: they are undone"), line)
        text = _SCRIPTED.sub(lambda match: match[1] or "\n", text)
    for marks, told in (
        (_SHORTCODE, say("a text has shortcodes of WordPress in it: they are taken out")),
        (_RULER, say("a text has lines of mere marks in it: they are taken out")),
    ):
        if marks.search(text):
            sketch.tell("damaged", told, line)
            text = marks.sub("", text).strip()
    if _ENTITY.search(text) and not _MARKUP.search(text):
        sketch.tell(
            "damaged", say("a text has HTML entities in it: they are taken for their characters"), line
        )
        text = unescape(text)
    if not _MARKUP.search(text):
        return text
    sketch.tell("damaged", say("a text has HTML in it: the markup is taken out"), line)
    plain = unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return "\n".join(words for words in map(str.strip, plain.splitlines()) if words)
