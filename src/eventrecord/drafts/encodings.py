"""In which encoding bytes are: UTF-8, unless it is told; another is offered where it gives words in use."""

from __future__ import annotations

import codecs
import re
from typing import NoReturn

from eventrecord.errors import EventRecordError, UnknownNameError
from eventrecord.message import joined, say

__all__ = [
    "ENCODINGS",
    "encoding_named",
    "from_utf_16",
    "is_cut_off",
    "is_utf_8",
    "refuse",
    "refuse_if_unlikely",
]

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16")
"""Encodings that a file may be read in when it is told; only UTF-8 is taken without being told."""
_LABELS = {
    "utf-8": {"utf8", "unicode-1-1-utf-8", "x-unicode20utf8"},
    "gb18030": {"gbk", "x-gbk", "gb2312", "gb_2312", "gb_2312-80", "chinese", "csgb2312", "iso-ir-58"},
    "big5hkscs": {"big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"},
    "utf-16": {"utf-16le", "utf-16be", "utf16"},
}
"""What else each is called: labels of the WHATWG's Encoding Standard, which reads them alike."""
_IN_USE = {"gb18030": "gb2312", "big5hkscs": "big5"}
"""Encodings that many bytes are valid in, and the older one that holds the characters in common use."""
_BIG5_COMMON = range(0xA1, 0xC7)
"""First bytes of punctuation and of the characters that Big5 holds to be common."""
_NEIGHBOURS = {"euc_jp": re.compile("[\u3041-\u30ff]"), "euc_kr": re.compile("[\uac00-\ud7a3]")}
"""Encodings whose texts look like Chinese, too, and the letters without which nobody writes in them."""
_LIKELY = 0.8
_LETTERS = {"euc_jp": 0.3, "euc_kr": 0.9}
"""How many of the characters are such letters, at least."""
_ENOUGH = 12
"""Characters that tell Chinese from its neighbours: in fewer, the same bytes are words of both."""
_SAMPLE = 200_000


def encoding_named(label: str) -> str:
    """The one of `ENCODINGS` that a label means, as browsers take it: GBK is gb18030, Big5 is big5hkscs.

    Raises:
        UnknownNameError: it means none of them.
    """
    said = label.strip().lower()
    for encoding in ENCODINGS:
        if said == encoding or said in _LABELS[encoding]:
            return encoding
    raise UnknownNameError(say("encoding"), label, list(ENCODINGS))


def from_utf_16(data: bytes) -> str:
    """The text of bytes in UTF-16, in whichever order they say, or that their zeros show.

    Raises:
        EventRecordError: they are no UTF-16.
    """
    order = "utf-16"
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        order = "utf-16-be" if data[:_SAMPLE:2].count(0) > data[1:_SAMPLE:2].count(0) else "utf-16-le"
    try:
        return data.decode(order).removeprefix("\ufeff").encode("utf-8", "replace").decode("utf-8")
    except UnicodeDecodeError:
        raise EventRecordError(say("this is no {encoding} either", encoding="utf-16")) from None


def refuse(data: bytes, number: int) -> NoReturn:
    """Say what to do with a file that is not UTF-8, as a line of it shows.

    Raises:
        EventRecordError: always.
    """
    others = [encoding for encoding in _IN_USE if _share(data, encoding) >= _LIKELY]
    if any(_is_of_neighbours(data, encoding) for encoding in _NEIGHBOURS):
        others = []
    if _is_utf_16(data):
        others = ["utf-16"]
    if not others:
        raise EventRecordError(say("line {n} is not UTF-8: save the file as UTF-8", n=number))
    raise EventRecordError(
        say(
            "line {n} is not UTF-8, but may be {encoding}: save the file as UTF-8, or add --encoding {first}",
            n=number,
            encoding=joined(others, say(" or ")),
            first=others[0],
        )
    )


def refuse_if_unlikely(data: bytes, encoding: str | None) -> None:
    """Refuse bytes that would be read as nonsense: UTF-16 that is not told, or an encoding not theirs.

    Raises:
        EventRecordError: they would.
    """
    if encoding is None and _is_utf_16(data):
        refuse(data, 1)
    if encoding in _IN_USE and _share(data, encoding) == 0:
        raise EventRecordError(
            say(
                "read as {encoding}, this file has no character in common use: it is in another encoding; "
                "save it as UTF-8",
                encoding=encoding,
            )
        )


def is_utf_8(data: bytes) -> bool:
    """Whether bytes are UTF-8 and have more than ASCII."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not data.isascii()


def is_cut_off(data: bytes) -> bool:
    """Whether bytes are UTF-8 but for the last character, of which the end is missing."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf_16(data: bytes) -> bool:
    head = data[:_SAMPLE]
    return head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or head.count(0) * 3 > len(head)


def _share(data: bytes, encoding: str) -> float:
    """How many of the characters that an encoding finds are in common use; 0 if it cannot read the bytes."""
    found = _foreign(data, encoding)
    if found is None:
        return 0
    return sum(_is_common(char, encoding) for char in found) / len(found) if found else 1


def _is_of_neighbours(data: bytes, encoding: str) -> bool:
    found = [char for char in _foreign(data, encoding) or "" if char.isalpha()]
    letters = _NEIGHBOURS[encoding].findall("".join(found))
    return len(found) >= _ENOUGH and len(letters) >= _LETTERS[encoding] * len(found)


def _foreign(data: bytes, encoding: str) -> str | None:
    """The characters beyond ASCII that an encoding finds; None if it cannot read the bytes."""
    try:
        text = data.replace(b"\r\n ", b"").replace(b"\n ", b"").decode(encoding)
    except UnicodeDecodeError:
        return None
    return "".join(char for char in text[:_SAMPLE] if char > "\x7f")


def _is_common(char: str, encoding: str) -> bool:
    try:
        told = char.encode(_IN_USE[encoding])
    except UnicodeEncodeError:
        return False
    return encoding != "big5hkscs" or told[0] in _BIG5_COMMON
