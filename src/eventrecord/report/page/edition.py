"""A text that a page shows, and what is told of it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

__all__ = ["Edition"]


class Edition(NamedTuple):
    """A text, as a reader sees it."""

    file: str
    """Its name without the folders: those are nobody's business who gets the page."""
    text: str
    tag: str
    """Its locale."""
    day: date | None = None
    """Its day of publication, if that was given."""
