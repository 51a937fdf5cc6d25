"""What a text says otherwise than its record, leaves out of it, or adds to it."""

from __future__ import annotations

from dataclasses import dataclass

from eventrecord.diagnostic import Path, Severity
from eventrecord.message import Message

__all__ = ["Departure"]


@dataclass(frozen=True, slots=True)
class Departure:
    """One place where a text departs from its record."""

    rule: str
    severity: Severity
    message: Message
    start: int | None = None
    """Offset in the text, in code points; None where the text lacks something."""
    end: int | None = None
    """The end, exclusive."""
    surface: str = ""
    """The words of the text there."""
    path: Path = ()
    """Where the record says otherwise; empty where it has nothing of the kind."""
    record: str = ""
    """The id of the record in which that is, if not the one that was given."""
