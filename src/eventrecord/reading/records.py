"""Reading files of records, alone or with the records that they build on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from eventrecord.diagnostic import Severity
from eventrecord.errors import RecordError
from eventrecord.message import say
from eventrecord.model.record import Record
from eventrecord.reading.document import Document, read
from eventrecord.reading.source import LIMIT, too_large

__all__ = ["load", "loads", "read_file", "read_text"]

_SUFFIXES = (".yaml", ".yml", ".json")
_MOST_RELATED = 50
"""Records that one record may build on, near and far."""


def read_file(path: Path, *, related: bool = True) -> Document:
    """Read the record in a file.

    With `related`, the records that its events are part of are read too, from `<id>.yaml`, `.yml` or `.json`
    in the same folder, and theirs. One that is not there or cannot be used is left out, without a finding.

    Raises:
        OSError: there is no such file, it is a folder, or it may not be read.
    """
    document = _read_one(path)
    return _among_others(document, path) if related else document


def read_text(text: str, path: Path) -> Document:
    """Read a text as `read_file` would if it were what is in that file."""
    return _among_others(read(text, str(path)), path)


def load(path: Path | str) -> Record:
    """The record in a file, with the records that it builds on.

    Raises:
        RecordError: the file is no sound record; `findings` says where and why.
        OSError: there is no such file, it is a folder, or it may not be read.
    """
    return _sound(read_file(Path(path)))


def loads(text: str | bytes, *, related: Iterable[Record] = ()) -> Record:
    """The record in a text, YAML or JSON, able to look into the `related` ones.

    Raises:
        RecordError: the text is no sound record; `findings` says where and why.
    """
    record = _sound(read(text))
    others = {other.id: other for other in related}
    return record.with_related(others) if others else record


def _among_others(document: Document, path: Path) -> Document:
    remains = document.remains
    record = document.record or (remains.record if remains else None)
    found = _related(record, path.parent) if record is not None else {}
    if not found:
        return document
    others = {name: other for name, (_, other) in found.items()}
    files = {name: file for name, (file, _) in found.items()}
    if document.record is not None:
        return replace(document, record=document.record.with_related(others), builds_on=files)
    return replace(document, remains=remains.with_related(others), builds_on=files) if remains else document


def _read_one(path: Path) -> Document:
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        # A pipe tells no size. To ask a file for far more than it has takes longer than to read it.
        data = file.read((size or LIMIT) + 1) if size <= LIMIT else b""
    if max(size, len(data)) > LIMIT:
        return Document(str(path), "", None, (too_large(max(size, len(data)), str(path)),))
    return read(data, str(path))


def _related(record: Record, folder: Path) -> dict[str, tuple[Path, Record]]:
    found: dict[str, tuple[Path, Record]] = {}
    seen, waiting = {record.id}, _parents(record)
    while waiting and len(found) < _MOST_RELATED:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        parent = _parent(folder, name)
        if parent is not None:
            found[name] = parent
            waiting += _parents(parent[1])
    return found


def _parents(record: Record) -> list[str]:
    """The ids of the records that the events of `record` are part of."""
    own = record.events()
    named = [event.part_of for event in own.values() if event.part_of and event.part_of not in own]
    return [reference.partition("/")[0] for reference in named]


def _parent(folder: Path, name: str) -> tuple[Path, Record] | None:
    for suffix in _SUFFIXES:
        file = folder / f"{name}{suffix}"
        try:
            record = _record_in(file)
        except OSError:
            continue
        return (file, record) if record is not None and record.id == name else None
    return None


def _record_in(file: Path) -> Record | None:
    """The record in a file; not read again if it was among the last: all sessions of a week build on that."""
    state = file.stat()
    return _read_unless_kept(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _read_unless_kept(file: Path, changed: int, size: int) -> Record | None:
    return _read_one(file).record


def _sound(document: Document) -> Record:
    if document.record is not None:
        return document.record
    errors = [finding for finding in document.findings if finding.severity is Severity.ERROR]
    first = errors[0]
    place = f":{first.span.line}:{first.span.column}" if first.span else ""
    message = say("{file}{place}: {message}", file=document.file, place=place, message=first.message)
    if len(errors) > 1:
        message = say("{message} (and {others} more)", message=message, others=len(errors) - 1)
    raise RecordError(message, document.findings)
