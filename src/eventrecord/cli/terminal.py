"""What the terminal can show, and lines for the person in front of it."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from eventrecord.report.excerpt import visible

__all__ = ["shows_colour", "tell"]


def tell(line: str) -> None:
    """One line on standard error, where it is not mistaken for the result."""
    print(visible(line), file=sys.stderr)


def shows_colour(stream: TextIO) -> bool:
    """Whether `stream` is a terminal, and nobody asked for no colour (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
