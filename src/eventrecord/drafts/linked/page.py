"""The pieces of JSON-LD in a web page, found in one pass: tags of scripts, of the title, of the language.

A whole library for this, such as extruct, brings lxml and rdflib with it for syntaxes that are not read here;
the parser of the standard library takes many minutes for pages of ten megabytes made to that end.
"""

from __future__ import annotations

import re
from html import unescape

from eventrecord.drafts.encodings import is_utf_8
from eventrecord.drafts.linked.notation import Script
from eventrecord.drafts.sketch import Sketch
from eventrecord.message import say

__all__ = ["Page", "charset_of"]

_TAG = re.compile(r"<!--|<(script|title|html)\b([^<>]{0,2000})>", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\b|\Z", re.IGNORECASE) for name in ("script", "title")}
_ATTRIBUTE = re.compile(
    r"""([a-z:]{1,20})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{1,30})", re.IGNORECASE)
_HEAD = 4096
_ENCODINGS = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
_KIND = "application/ld+json"


class Page:
    """What a page says for programs: `scripts` of linked data, its `title` and its `language`."""

    def __init__(self, text: str) -> None:
        self.scripts: list[Script] = []
        self.title = ""
        self.language: str | None = None
        at, line, counted = 0, 1, 0
        while found := _TAG.search(text, at):
            at, name = found.end(), (found[1] or "").lower()
            attributes = _attributes(found[2] or "")
            if not name:
                end = text.find("-->", at)
                at = end if end >= 0 else len(text)
            elif name == "html":
                self.language = self.language or attributes.get("lang") or attributes.get("xml:lang")
            else:
                end = _end(name, text, at)
                inside = text[at:end]
                if name == "title" and not self.title:
                    self.title = " ".join(unescape(inside[:1000]).split())
                elif name == "script" and _is_data(attributes) and inside.strip():
                    line, counted = line + text.count("\n", counted, at), at
                    self.scripts.append(Script(inside, line))
                at = end


def charset_of(data: bytes, sketch: Sketch) -> str | None:
    """The encoding that a page says it is in, if that is one that is read and the page is not UTF-8."""
    match = _CHARSET.search(data[:_HEAD])
    encoding = _ENCODINGS.get(match[1].decode("ascii").lower()) if match else None
    if encoding is None or not is_utf_8(data):
        return encoding
    sketch.tell("damaged", say("the page says that it is in {encoding}, and is in UTF-8", encoding=encoding))
    return None


def _end(name: str, text: str, start: int) -> int:
    found = _ENDS[name].search(text, start)
    return found.start() if found else len(text)


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(text)
    return {match[1].lower(): unescape(match[2] or match[3] or match[4] or "") for match in found}


def _is_data(attributes: dict[str, str]) -> bool:
    return attributes.get("type", "").partition(";")[0].strip().lower() == _KIND
