"""What the terminal can show, and lines for the person in front of it."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from eventrecord.cli.speech import spoken
from eventrecord.report.excerpt import visible

__all__ = ["show", "shows_colour", "tell"]


def tell(line: str) -> None:
    """One line on standard error, where it is not mistaken for the result."""
    print(visible(spoken().tell(line)), file=sys.stderr)


def show(line: str) -> None:
    """One line of the result."""
    print(spoken().tell(line))


def shows_colour(stream: TextIO) -> bool:
    """Whether `stream` is a terminal, and nobody asked for no colour (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
