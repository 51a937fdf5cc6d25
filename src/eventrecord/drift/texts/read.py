"""A text without its markup."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["ReadText", "joined"]


@dataclass(frozen=True, slots=True)
class ReadText:
    """What a reader sees of a file; `source` is the text that places are told in.

    Of a text file that is the file itself. A Word document has no lines: its source is the text, a line for
    each paragraph.
    """

    text: str
    source: str
    places: Sequence[int] | None = None
    """Of each character of `text`, and of its end, the place in `source`; None where they are the same."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the source a stretch of the text stands."""
        if self.places is None:
            return start, end
        first = self.places[start]
        return first, max(first, self.places[end - 1] + 1 if end > start else first)


def joined(parts: Iterable[tuple[str, int]], source: str) -> ReadText:
    """A text made of parts with their places; a part that the source does not have has one place."""
    text: list[str] = []
    places = array("L")  # a list would take nine times as much
    for words, place in parts:
        text.append(words)
        kept = source.startswith(words, place)
        places.extend(range(place, place + len(words)) if kept else [place] * len(words))
    places.append(len(source))
    return ReadText("".join(text), source, places)
