"""From bytes to text: size, encoding, and characters that have no place in a record."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from eventrecord.diagnostic import Diagnostic, Severity, Span
from eventrecord.message import say

__all__ = ["LIMIT", "Lines", "Source", "allowed", "decode", "odd_characters", "too_large"]

LIMIT = 10_000_000
"""Bytes that a record may have at most."""
_SHOWN = 20
_BREAK = re.compile(r"\r\n?|\n")
_INVISIBLE = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff"
)
_PLANE_ENDS = [chr(plane | end) for plane in range(0x10000, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF)]
_USUAL = re.compile(  # several times faster without the characters beyond U+FFFF
    f"[{_INVISIBLE}\xa0\xad\u200b-\u200d\u2060\ufffd]"
)
_FORBIDDEN = f"[{_INVISIBLE}{''.join(_PLANE_ENDS)}]"
_HAN = "\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e"
_JOINED = "\u0600-\u109f"
"""Scripts, from Arabic to Burmese, that are spelt with joiners and non-joiners."""
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_HIDDEN = (
    rf"(?:[\xad\u200b\u2060]|(?<![{_JOINED}])\u200c|(?<![{_JOINED}{_EMOJI}])\u200d)+"
    rf"|(?<=[{_HAN}])\xa0+(?=\S)|(?<=[^\s:,\-\[{{])\xa0+(?=[{_HAN}])"
)
_DELETE = say("delete it; it often comes along when text is copied from a document or a web page")
_AGAIN = say("write it again; if there are many, begin once more from a file that is still whole")
_ODD = (
    (
        "control-character",
        Severity.ERROR,
        _FORBIDDEN,
        say("an invisible character that has no place in a record"),
        _DELETE,
    ),
    (
        "lost-character",
        Severity.ERROR,
        "\ufffd+",
        say("the mark of a character that was lost"),
        _AGAIN,
    ),
    (
        "invisible-character",
        Severity.WARNING,
        _HIDDEN,
        say("an invisible character that would be printed"),
        _DELETE,
    ),
)
"""Rule, severity, the characters, what they are, what to do about them; few files ask for the patterns."""
_UTF_16 = say("UTF-16 (Windows Notepad calls it Unicode)")
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", _UTF_16),
    (b"\xfe\xff", "utf-16", _UTF_16),
)
_SIGNATURES = (
    (b"PK\x03\x04", say("a Word or Excel document or a zip archive")),
    (b"\xd0\xcf\x11\xe0", say("an old Word or Excel document")),
    (b"%PDF", say("a PDF")),
    (b"{\\rtf", say("a document in rich text (RTF)")),
    (b"\x89PNG", say("a picture")),
    (b"\xff\xd8\xff", say("a picture")),
)
_LEGACY = (("gb18030", "GBK (GB18030)"), ("big5hkscs", "Big5"))
_COMMON = frozenset("的是不在有人中年日月和与與为為会會了一上，。、：")
_SAVE_AS_UTF_8 = say("open it in your editor and choose: save as, encoding UTF-8")


class Lines:
    """Where the lines of a text begin; turns offsets into lines and columns and back."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(match.end() for match in _BREAK.finditer(self._text))]

    def span(self, start: int, end: int) -> Span:
        """The span from one offset to another, the second exclusive."""
        first, last = bisect_right(self.starts, start), bisect_right(self.starts, end)
        return Span(first, start - self.starts[first - 1] + 1, last, end - self.starts[last - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column that count from 1."""
        return self.starts[min(line, len(self.starts)) - 1] + column - 1


class Source(NamedTuple):
    """A text ready to be parsed.

    `text` is the file's own, without byte order mark. `clean` is as long, with U+FFFD for every forbidden
    character. `readable` is false when there is nothing in it worth parsing.
    """

    text: str
    clean: str
    findings: tuple[Diagnostic, ...] = ()
    readable: bool = True


def decode(data: bytes | str, file: str) -> Source:
    """Turn what was read into text, with findings about size, encoding and characters."""
    size = len(data) if isinstance(data, bytes) else len(data.encode("utf-8", "surrogatepass"))
    if size > LIMIT:
        return Source("", "", (too_large(size, file),), readable=False)
    if isinstance(data, bytes):
        if data.startswith(tuple(mark for mark, _ in _SIGNATURES)):
            return _binary(data, "", file)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return _undecodable(data, error, file)
        if b"\0" in data[:1000]:
            return _binary(data, text, file)
    else:
        text = data.removeprefix("\ufeff")
    if _USUAL.search(text) is None and not any(end in text for end in _PLANE_ENDS):
        return Source(text, text)
    return Source(text, re.sub(_FORBIDDEN, "\ufffd", text), tuple(_characters(text, file)))


def odd_characters(text: str, *, escaped: bool = False) -> Iterator[tuple[Diagnostic, int, int]]:
    """What is wrong with the characters of a text, and from where to where; of each sort the first ones.

    They stand there themselves, or, as in a text that was read, as an escape for them.
    """
    for rule, severity, pattern, what, hint in _ODD:
        first = islice(re.finditer(pattern, text), _SHOWN)
        for number, match in enumerate(first, start=1):
            message = say("here stands {what}: {name}", what=what, name=_name(match[0][0]))
            if escaped:
                message = say("this text has an escape for {what}: {name}", **message.values)
            if number == _SHOWN and (more := len(re.findall(pattern, text)) - _SHOWN):
                message = say("{message}; {more} more such characters follow", message=message, more=more)
            yield Diagnostic(rule, severity, message, hint=hint), *match.span()


def allowed(text: str) -> str:
    """The text without the characters that no text of a record may hold."""
    return re.sub(_FORBIDDEN, "", text)


def too_large(size: int, file: str) -> Diagnostic:
    """The finding about a file of `size` bytes."""
    return Diagnostic(
        "too-large",
        Severity.ERROR,
        say(
            "the file has {size:.1f} MB; a record may have at most {limit:.0f} MB",
            size=size / 1e6,
            limit=LIMIT / 1e6,
        ),
        hint=say("keep pictures and documents in files of their own and name them in the record"),
        file=file,
        span=Span(1, 1, 1, 1),
    )


def _characters(text: str, file: str) -> Iterator[Diagnostic]:
    from eventrecord.reading.mending.characters import taken_out

    lines, told = Lines(text), Counter[str]()
    patterns = {rule: re.compile(pattern) for rule, _, pattern, _, _ in _ODD}
    for finding, start, end in odd_characters(text):
        told[finding.rule] += 1
        places = [(start, end)]
        if told[finding.rule] == _SHOWN:  # it stands for all that follow
            places = [match.span() for match in patterns[finding.rule].finditer(text, start)]
        fix = taken_out(text, places, lines)
        yield replace(finding, file=file, span=lines.span(start, end), fix=fix)


def _name(character: str) -> str:
    from unicodedata import name

    words = say("byte order mark") if character == "\ufeff" else name(character, "").lower()
    return f"U+{ord(character):04X}" + (f" ({words})" if words else "")


def _undecodable(data: bytes, error: UnicodeDecodeError, file: str) -> Source:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _encoded(
                data.decode(codec, "replace"),
                say("the file is saved as {encoding}", encoding=name),
                Span(1, 1, 1, 1),
                file,
            )
    if b"\0" in data[:1000]:
        return _binary(data, "", file)
    data = data.removeprefix(b"\xef\xbb\xbf")
    before = error.object[: error.start].decode("utf-8", "replace").removeprefix("\ufeff")
    at = Lines(before).span(len(before), len(before))
    span = Span(at.line, at.column, at.line, at.column + 1)
    for codec, name in _legacy(data):
        message = say("the file seems to be saved as {encoding}: from here on it is not UTF-8", encoding=name)
        return _encoded(data.decode(codec), message, span, file)
    byte = error.object[error.start]
    message = say("the file is not UTF-8: the byte 0x{byte:02X} here belongs to no character", byte=byte)
    return _encoded(data.decode("utf-8", "replace"), message, span, file)


def _legacy(data: bytes) -> list[tuple[str, str]]:
    """The older Chinese encodings that the bytes can be read in, likeliest first."""
    readings: list[tuple[int, str, str]] = []
    for codec, name in _LEGACY:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        readings.append((-sum(character in _COMMON for character in text), codec, name))
    return [(codec, name) for _, codec, name in sorted(readings, key=lambda reading: reading[0])]


def _encoded(text: str, message: str, span: Span, file: str) -> Source:
    return _refused(text, "not-utf-8", message, _SAVE_AS_UTF_8, span, file)


def _binary(data: bytes, text: str, file: str) -> Source:
    sort = next((name for mark, name in _SIGNATURES if data.startswith(mark)), say("no text"))
    zeros = max(data[:1000][0::2].count(0), data[:1000][1::2].count(0))
    if sort == "no text" and zeros * 4 > len(data[:1000]):
        return _encoded(
            "", say("the file seems to be saved as {encoding}", encoding=_UTF_16), Span(1, 1, 1, 1), file
        )
    message = say("the file is {sort}, not a record", sort=sort)
    return _refused(
        text, "not-text", message, say("a record is a text file, YAML or JSON"), Span(1, 1, 1, 1), file
    )


def _refused(text: str, rule: str, message: str, hint: str, span: Span, file: str) -> Source:
    finding = Diagnostic(rule, Severity.ERROR, message, hint=hint, file=file, span=span)
    return Source(text, "", (finding,), readable=False)
