"""One line on the terminal that says how far a long run has come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from eventrecord.cli.speech import spoken
from eventrecord.message import say

__all__ = ["counted"]

Item = TypeVar("Item")
_PATIENCE = 1.0
"""Seconds for which nobody needs to be told."""
_EVERY = 0.2
"""Seconds between one number and the next."""
_CLEAR = "\r\x1b[K"


def counted(items: Iterable[Item], number: int) -> Iterator[Item]:
    """The items; on a terminal, when they take long, with a line on standard error that counts them."""
    if not sys.stderr.isatty():
        yield from items
        return
    due, shown = monotonic() + _PATIENCE, False
    try:
        for done, item in enumerate(items):
            if monotonic() >= due:
                line = spoken().tell(say("{done:,} of {number:,}", done=done, number=number))
                print(f"{_CLEAR}{_bar(done, number)} {line}", end="", file=sys.stderr, flush=True)
                due, shown = monotonic() + _EVERY, True
            yield item
    finally:
        if shown:
            print(_CLEAR, end="", file=sys.stderr, flush=True)


def _bar(done: int, number: int, width: int = 30) -> str:
    full = done * width // number
    return f"[{'#' * full}{'.' * (width - full)}]"
