"""A finding: which rule, how grave, what is wrong, where it stands, what to do next."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from eventrecord.message import Called, Where

__all__ = [
    "Diagnostic",
    "Edit",
    "Fix",
    "Label",
    "Path",
    "Severity",
    "Span",
    "Splice",
    "called",
    "path_text",
    "where",
]

Path = tuple[str | int, ...]
"""Way to a value in a record: keys of mappings and indices of lists."""


class Severity(StrEnum):
    """How grave a finding is: error, warning or info."""

    ERROR = "error"
    """The record or its editions are wrong or cannot be published."""
    WARNING = "warning"
    """Likely wrong."""
    INFO = "info"
    """Worth a look."""

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "info").index(self.value)


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Label(NamedTuple):
    """A second place that belongs to a finding: the other language, the parent's date."""

    path: Path
    text: str
    span: Span | None = None
    file: str | None = None
    part: tuple[int, int] | None = None
    """Of a text at `path`, the first and last (excluded) character that it is about."""
    record: str = ""
    """The id of the record that it is in, if that is not the one of the finding."""


class Edit(NamedTuple):
    """New characters for the value at `path`, for a `part` of its text, or for its key."""

    path: Path
    text: str
    part: tuple[int, int] | None = None
    """Of the text at `path`, the first and last (excluded) character that are replaced."""
    at_key: bool = False
    of: str = ""
    """The words that are replaced, where their place in the text is not known but they stand in it once."""


class Splice(NamedTuple):
    """New characters, as the file's notation wants them, for a stretch of the file."""

    span: Span
    text: str


class Fix(NamedTuple):
    """What can be done about a finding without asking further: all of it is done together or not at all.

    Rules say in `edits` what the record's values are to be, and reading finds the `splices` for them. What
    keeps a file from being read has no value yet: its fix consists of splices alone.
    """

    message: str
    """What it does, for people."""
    edits: tuple[Edit, ...] = ()
    safe: bool = True
    """Whether no fact can change by it: a digit, a name or a date is never changed safely."""
    splices: tuple[Splice, ...] = ()
    """Where the file changes, and how."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Rules leave `file` and `span` empty; reading fills them in from `path`."""

    rule: str
    severity: Severity
    message: str
    path: Path = ()
    hint: str | None = None
    labels: tuple[Label, ...] = field(default=())
    at_key: bool = False
    """Whether the finding is about the key at `path` rather than its value."""
    file: str | None = None
    span: Span | None = None
    part: tuple[int, int] | None = None
    """Of a text at `path`, the first and last (excluded) character that the finding is about."""
    fix: Fix | None = None
    where: str = ""
    """The path in words, for people; whoever prints a finding fills it in."""


def path_text(path: Path, record: str = "") -> Where:
    """The path as messages show it: `event.sub_events[0].start`; reports have words for it.

    In another `record` than the one that is spoken of, with the id of that: `ibiws-2022/event.start`.
    """
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return where(path, f"{record}/{text}" if record else text, record)


def called(path: Path, text: str) -> Called:
    """A `text`, such as an id, that stands for the entry at `path`; reports have its name."""
    name = Called(text)
    name.path, name.record = path, ""
    return name


def where(path: Path, text: str, record: str = "") -> Where:
    """A `text` that stands for what is at `path`, maybe of another `record`; reports have words for it."""
    place = Where(text)
    place.path, place.record = path, record
    return place
