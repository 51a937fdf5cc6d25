"""The paragraphs of a Word document, by the standard library: a zip archive with XML in it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from eventrecord.drift.texts.read import ReadText
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["read_word"]

_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_LARGEST = 50_000_000
"""Bytes of the document within the archive; a page of text has about 20,000."""
_DEEPEST = 200
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_PASSED = frozenset(["del", "moveFrom", "pPrChange", "rPrChange"])
"""What was deleted, what stands elsewhere now, and how words and paragraphs looked before."""
_OFF = ("0", "false", "off")
_SPACES = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


def read_word(data: bytes, name: str) -> ReadText:
    """The text of a document, a line for each paragraph, as if all changes in it were accepted.

    What is hidden, by itself or by a style, is left out, and so are notes, headers and footers.

    Raises:
        EventRecordError: it is no Word document, or larger inside than any text.
    """
    document, styles = _contents(data, name)
    look = _Styles()
    if styles:
        _parse(styles, look, name)
    reader = _Reader(look.hidden())
    _parse(document, reader, name)
    text = "\n".join(reader.paragraphs)
    return ReadText(text, text)


def _contents(data: bytes, name: str) -> tuple[bytes, bytes]:
    """The document and its styles, which it need not have."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = (_DOCUMENT, _STYLES) if _STYLES in archive.namelist() else (_DOCUMENT,)
            found = [archive.open(member).read(_LARGEST + 1) for member in members]
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError, NotImplementedError, EOFError, OSError):
        raise EventRecordError(say("{path}: is no Word document (.docx)", path=name)) from None
    if any(len(content) > _LARGEST for content in found):
        raise EventRecordError(
            say("{path}: holds a document of more than {limit} MB", path=name, limit=_LARGEST // 1_000_000)
        )
    return found[0], found[-1] if len(found) > 1 else b""


def _parse(content: bytes, reader: _Elements, name: str) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = reader.refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError, _RefusedError):
        raise EventRecordError(say("{path}: the document in it cannot be read", path=name)) from None


class _RefusedError(Exception):
    """The document declares entities, or is nested deeper than any text."""


class _Elements:
    """Follows the elements of Word's that are open; what is passed over is not told."""

    def __init__(self) -> None:
        self.open: list[str] = []
        """Their names, outermost first; of another's elements it is empty."""
        self._passed = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        name = name if space in (_W, _STRICT) else ""
        if len(self.open) + self._passed >= _DEEPEST:
            raise _RefusedError
        if self._passed or name in _PASSED or tag == _FALLBACK:
            self._passed += 1
            return
        self.begin(name, attributes.get(f"{space} val"))
        self.open.append(name)

    def end(self, _: str) -> None:
        if self._passed:
            self._passed -= 1
        else:
            self.finish(self.open.pop())

    def words(self, text: str) -> None:
        if not self._passed and self.open[-1:] == ["t"]:
            self.told(text)

    def refuse(self, *_: object) -> None:
        raise _RefusedError

    def begin(self, name: str, value: str | None) -> None:
        """An element begins, with what its attribute `val` says."""

    def finish(self, name: str) -> None:
        """An element ends."""

    def told(self, text: str) -> None:
        """Words, or a part of them."""


class _Styles(_Elements):
    """Which styles hide what is set in them, by themselves or by what they are based on."""

    def __init__(self) -> None:
        super().__init__()
        self._hides: dict[str, bool] = {}
        self._based: dict[str, str] = {}
        self._style = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if name == "style":
            self._style = attributes.get(f"{space} styleId", "")
        super().start(tag, attributes)

    def begin(self, name: str, value: str | None) -> None:
        if name == "vanish" and self.open[-2:] == ["style", "rPr"]:
            self._hides[self._style] = value not in _OFF
        elif name == "basedOn" and value:
            self._based[self._style] = value

    def hidden(self) -> frozenset[str]:
        """Ids of styles."""
        return frozenset(style for style in {*self._hides, *self._based} if self._is_hidden(style))

    def _is_hidden(self, style: str) -> bool:
        for _ in range(_DEEPEST):
            if style in self._hides or style not in self._based:
                break
            style = self._based[style]
        return self._hides.get(style, False)


class _Reader(_Elements):
    """Collects the words of paragraphs; `w:delText`, what was deleted, is no `w:t`."""

    def __init__(self, hidden: frozenset[str]) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self._hiding = hidden
        self._words: list[list[str]] = []
        self._hides: list[bool] = []
        """Of each paragraph and run that is open, whether what is directly in it is hidden."""

    def begin(self, name: str, value: str | None) -> None:
        if name in ("p", "r"):
            self._hides.append(self._hides[-1:] == [True])
            if name == "p":
                self._words.append([])
        elif (name == "pStyle" and self.open[-2:] == ["p", "pPr"]) or (
            name == "rStyle" and self.open[-2:] == ["r", "rPr"]
        ):
            self._hides[-1] |= value in self._hiding
        elif name == "vanish" and self.open[-2:] == ["r", "rPr"]:
            self._hides[-1] = value not in _OFF
        elif name in _SPACES and self.open[-1:] == ["r"]:
            self.told(_SPACES[name])

    def finish(self, name: str) -> None:
        if name == "p":
            self.paragraphs.append("".join(self._words.pop()).replace("\n", " "))
        if name in ("p", "r"):
            self._hides.pop()

    def told(self, text: str) -> None:
        if self._words and not self._hides[-1]:
            self._words[-1].append(text)
