"""What a row of the table of formats holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eventrecord.diagnostic import Path
from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.model.release import Release

__all__ = ["Break", "Format", "Loss", "Render"]

Loss = tuple[Path, str]
"""A part of the record that a format cannot carry, and why."""

Break = tuple[str, str, str]
"""The rule that is broken, the UID of the event's entry, and what is wrong."""

Render = Callable[[Record, Localizer, Release | None], str | bytes]
"""Writes one edition: the record in the localizer's locale; for prose, of that release.

For an all-languages document the localizer is that of the record's first locale.
"""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the suffix of its files, and the function that writes it."""

    name: str
    suffix: str
    media_type: str
    summary: str
    render: Render
    per_locale: bool = True
    """One file per locale, or one for all languages."""
    on_request: bool = False
    """Published only where it is asked for by its name."""
    per_release: bool = False
    """One file per release (prose), or one per record (data)."""
    losses: Callable[[Record], list[Loss]] = lambda record: []
    """What this format cannot carry of a record."""
    follows: Callable[[bytes, bytes], list[Break]] = lambda old, new: []
    """What is wrong with a new edition after the one before it."""
    faults: Callable[[bytes], list[str]] = lambda edition: []
    """What is wrong with an edition by the letter of its standard: such a one is not written."""
