"""The records that a command was given: files, folders searched for records, standard input."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from eventrecord.errors import EventRecordError
from eventrecord.message import say

if TYPE_CHECKING:
    from eventrecord.diagnostic import Diagnostic
    from eventrecord.reading import Document

__all__ = [
    "STANDARD_INPUT",
    "SUFFIXES",
    "Inputs",
    "Texts",
    "find_inputs",
    "in_repository",
    "looks_like_record",
    "read_input",
    "standard_input",
]

STANDARD_INPUT = "-"
SUFFIXES = (".yaml", ".yml", ".json")
_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
_SCHEMA = ".schema.json"
_RECORD = re.compile(rb"""^[ \t]*["']?format["']?[ \t]*:[ \t]*["']?eventrecord/""", re.MULTILINE)
_COMPACT = re.compile(rb"""[{,]\s*["']?format["']?\s*:\s*["']?eventrecord/""")


class Inputs(NamedTuple):
    """What there is to read: paths, or `-` for standard input; each file once."""

    paths: tuple[str, ...]
    passed_over: int
    """Files in folders that look like no records."""


def find_inputs(typed: Iterable[str]) -> Inputs:
    """The files that `typed` paths stand for; a file that is named is read, whatever is in it.

    Raises:
        FileNotFoundError: there is no such file or folder.
        EventRecordError: a folder without records.
    """
    found: dict[str, str] = {}
    passed_over = 0
    for word in typed:
        if word == STANDARD_INPUT:
            found[word] = word
            continue
        path = Path(word)
        if not path.is_dir():
            path.stat()
            found.setdefault(str(path.resolve()), word)
            continue
        candidates = list(_candidates(path))
        records = [file for file in candidates if _looks_like_record(file)]
        if not records:
            raise EventRecordError(
                say(
                    "{word}: no records in this folder (*.yaml, *.yml, *.json with 'format: eventrecord/1')",
                    word=word,
                )
            )
        passed_over += len(candidates) - len(records)
        for file in records:
            found.setdefault(str(file.resolve()), str(file))
    return Inputs(tuple(found.values()), passed_over)


def read_input(path: str) -> Document:
    """Read one of them.

    Raises:
        OSError: it cannot be read.
    """
    from eventrecord.reading import read, read_file

    if path == STANDARD_INPUT:
        return read(standard_input(), "<stdin>")
    return read_file(Path(path))


def in_repository(file: str) -> str:
    """What CI calls a file: its name from the root of the repository that is checked.

    The root is what GitHub and GitLab say in the environment; anywhere else it is where the command runs.
    """
    here = Path.cwd()
    root = Path(next((os.environ[name] for name in _ROOTS if os.environ.get(name)), here))
    path = Path(os.path.normpath(here / file))
    base = next((base for base in (root, here) if path.is_relative_to(base)), None)
    return file if base is None else path.relative_to(base).as_posix()


def standard_input() -> bytes:
    """All of standard input, also when it is asked for again."""
    return _all_of(sys.stdin)


@lru_cache(maxsize=1)
def _all_of(stream: TextIO) -> bytes:
    return stream.buffer.read()


class Texts(Mapping[str, str]):
    """The texts of files, read when one is asked for and then forgotten: findings may be in thousands."""

    def __init__(self) -> None:
        self._kept: dict[str, str | None] = {}
        self._last = ("", "")

    def add(self, file: str, text: str | None = None) -> None:
        """Have a file among them; with `text`, if it cannot be read again."""
        self._kept.setdefault(file, text)

    def add_other_places(self, findings: Iterable[Diagnostic]) -> None:
        """Have the files among them in which the other places of findings are."""
        for finding in findings:
            for label in finding.labels:
                if label.file is not None:
                    self.add(label.file)

    def __getitem__(self, file: str) -> str:
        """The text of a file."""
        text = self._kept[file]
        if text is not None:
            return text
        if self._last[0] != file:
            self._last = file, self._read(file)
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def _read(self, file: str) -> str:
        from eventrecord.reading.source import decode

        try:
            return decode(Path(file).read_bytes(), file).text
        except OSError:
            raise KeyError(file) from None


def _candidates(folder: Path) -> Iterator[Path]:
    """YAML and JSON files below `folder`, sorted, but schemas and what is in hidden folders."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if not path.name.startswith(".") and not path.is_symlink():
                yield from _candidates(path)
        elif path.name.lower().endswith(SUFFIXES) and not path.name.endswith(_SCHEMA):
            yield path


def _looks_like_record(file: Path) -> bool:
    """Whether there is a record in a file, or might be, because it cannot be read."""
    try:
        return looks_like_record(file.read_bytes())
    except OSError:
        return True


def looks_like_record(data: bytes) -> bool:
    """Whether there is a record in what a file holds."""
    data = data.replace(b"\0", b"")
    return bool(_RECORD.search(data) or _COMPACT.search(data))
