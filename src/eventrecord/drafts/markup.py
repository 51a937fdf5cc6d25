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


def without_markup(text: str, sketch: Sketch, line: int | None = None) -> str:
    """The text as a reader would see it; told if that is not what stands there."""
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
