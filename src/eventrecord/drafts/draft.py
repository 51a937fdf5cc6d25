"""A draft: a record that a person has to look through, with what was guessed, lost or damaged on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from eventrecord.message import Message, say
from eventrecord.reading.source import allowed

__all__ = ["LOST", "MARK", "Draft", "Note", "NoteKind"]

LOST, MARK = "\ufffd", "[?]"
"""What stands for a lost character, and what records can hold instead."""
NoteKind = Literal["guessed", "lost", "damaged"]
_KINDS = {"guessed": say("guessed"), "lost": say("lost"), "damaged": say("damaged")}


class Note(NamedTuple):
    """Something to look at.

    `guessed` stands in the draft unproven, `lost` stands in the source alone, `damaged` was wrong in the
    source and is told as it was read.
    """

    kind: NoteKind
    message: Message
    line: int | None = None
    """Line of the source, from 1; of several alike, the first."""
    file: str | None = None
    """Name of the source, where there are several."""

    def told(self) -> Message:
        """The note as a line for people."""
        where = _KINDS[self.kind]
        if self.file is not None:
            where = say("{kind}, {file}", kind=where, file=self.file)
        if self.line is not None:
            where = say("{kind}, line {n}", kind=where, n=self.line)
        return say("{kind}: {message}", kind=where, message=self.message)


@dataclass(frozen=True)
class Draft:
    """A record as plain data in the order of the format, and notes on it."""

    data: dict[str, Any]
    notes: tuple[Note, ...] = ()

    def text(self, tell: Callable[[str], str] = str) -> str:
        """The record as YAML, with the notes as comments above it.

        Args:
            tell: says a message in the language of its reader; without it, in English.
        """
        from eventrecord.reading.emission import as_yaml

        title = say("a draft: look it through, then delete these lines")
        comments = [title, *(note.told() for note in self.notes)]
        return "".join(f"# {_one_line(tell(comment))}\n" for comment in comments) + as_yaml(self.data)


def _one_line(text: str) -> str:
    return allowed(" ".join(text.split())).replace(LOST, MARK)
