"""From the bytes of a calendar to its lines: folds undone before anything is decoded (RFC 5545, 3.1)."""

from __future__ import annotations

import re
from typing import NamedTuple

from eventrecord.drafts.draft import Note
from eventrecord.drafts.encodings import from_utf_16, is_cut_off, refuse, refuse_if_unlikely
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["LIMIT", "Line", "decoded", "unfolded"]

LIMIT = 10_000_000
"""Bytes that a file may have to be read."""
LINES = 300_000
"""Lines that a calendar may have."""
_FOLD = re.compile(rb"\r?\n[ \t]")
_END = re.compile(rb"\r?\n(?![ \t])")
_BOM = b"\xef\xbb\xbf"
_OCTETS = 75


class Line(NamedTuple):
    """A line as it is meant, and the number of the first one that it stands on in the file."""

    text: str
    number: int


def unfolded(data: bytes, encoding: str | None = None) -> tuple[list[Line], list[Note]]:
    """The lines with their folds undone, and what was wrong with the bytes.

    Raises:
        EventRecordError: the bytes are of another encoding than they are read in.
    """
    notes: list[Note] = []
    if data.count(b"\n") > LINES:
        raise EventRecordError(say("this file has more than {n} lines", n=LINES))
    if encoding == "utf-16":
        data, encoding = from_utf_16(data).encode("utf-8"), None
    refuse_if_unlikely(data, encoding)
    whole = data
    if data.startswith(_BOM):
        data = data.removeprefix(_BOM)
        notes.append(Note("damaged", say("a byte order mark stood before the calendar"), 1))
    if b"\n" in data.replace(b"\r\n", b""):
        notes.append(Note("damaged", say("lines end in LF, not CRLF")))
    long = next((n for n, line in enumerate(data.split(b"\n"), 1) if len(line.rstrip(b"\r")) > _OCTETS), None)
    if long is not None:
        notes.append(Note("damaged", say("a line has more than 75 octets"), long))
    lines, number = [], 1
    for line in _END.split(data):
        joined_line, folds = _FOLD.subn(b"", line)
        text = _decoded(joined_line, encoding or "utf-8", number, whole)
        if folds and encoding is None and not _folds_well(line):
            notes.append(
                Note("damaged", say("a line was folded inside a character; it is whole again"), number)
            )
        if text.strip():
            lines.append(Line(text, number))
        number += 1 + folds
    return lines, notes


def decoded(data: bytes, encoding: str | None = None) -> str:
    """The text of bytes that have no folds, without byte order mark.

    Raises:
        EventRecordError: the bytes are of another encoding than they are read in.
    """
    if encoding == "utf-16":
        return from_utf_16(data)
    refuse_if_unlikely(data, encoding)
    lines = data.removeprefix(_BOM).split(b"\n")
    return "\n".join(
        _decoded(line, encoding or "utf-8", number, data) for number, line in enumerate(lines, 1)
    )


def _folds_well(line: bytes) -> bool:
    try:
        for part in _FOLD.split(line):
            part.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(line: bytes, encoding: str, number: int, data: bytes) -> str:
    try:
        return line.decode(encoding)
    except UnicodeDecodeError:
        pass
    if encoding != "utf-8":
        raise EventRecordError(say("line {n} is not {encoding} either", n=number, encoding=encoding))
    if data.endswith(line) and is_cut_off(data):
        raise EventRecordError(say("line {n} ends inside a character: the file is cut off", n=number))
    refuse(data, number)
