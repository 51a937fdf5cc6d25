"""The paragraphs of a Word document, by the standard library: a zip archive with XML in it."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from eventrecord.drift.texts.read import Read
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["read_word"]

_DOCUMENT = "word/document.xml"
_LARGEST = 50_000_000
"""Bytes of the document within the archive; a page of text has about 20,000."""
_DEEPEST = 200
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


def read_word(data: bytes, name: str) -> Read:
    """The text of a document, a line for each paragraph; deleted words, notes and headers are left out.

    Raises:
        EventRecordError: it is no Word document, or larger inside than any text.
    """
    text = "\n".join(_paragraphs(_document(data, name), name))
    return Read(text, text)


def _document(data: bytes, name: str) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_DOCUMENT) as file:
            content = file.read(_LARGEST + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, EOFError, OSError):
        raise EventRecordError(say("{path}: is no Word document (.docx)", path=name)) from None
    if len(content) > _LARGEST:
        raise EventRecordError(
            say("{path}: holds a document of more than {limit} MB", path=name, limit=_LARGEST // 1_000_000)
        )
    return content


def _paragraphs(content: bytes, name: str) -> list[str]:
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = reader.refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError, _RefusedError):
        raise EventRecordError(say("{path}: the document in it cannot be read", path=name)) from None
    return reader.paragraphs


class _RefusedError(Exception):
    """The document declares entities, or is nested deeper than any text."""


class _Reader:
    """Collects the words of paragraphs; `w:delText`, what was deleted, is no `w:t`."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []
        self._in_text = False
        self._depth = self._passed = 0

    def start(self, tag: str, _: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _RefusedError
        if tag == _FALLBACK or self._passed:
            self._passed += 1
            return
        match self._name(tag):
            case "p":
                self._open.append([])
            case "t":
                self._in_text = True
            case name if name in _SPACES and self._open:
                self._open[-1].append(_SPACES[name])

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._passed:
            self._passed -= 1
            return
        match self._name(tag):
            case "p":
                self.paragraphs.append("".join(self._open.pop()).replace("\n", " "))
            case "t":
                self._in_text = False

    def words(self, text: str) -> None:
        if self._in_text and self._open and not self._passed:
            self._open[-1].append(text)

    def refuse(self, *_: object) -> None:
        raise _RefusedError

    @staticmethod
    def _name(tag: str) -> str:
        space, _, name = tag.rpartition(" ")
        return name if space in (_W, _STRICT) else ""
