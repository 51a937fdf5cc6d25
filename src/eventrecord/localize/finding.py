"""Figures that a text states, in any of the languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Protocol

from eventrecord.localize.language import language
from eventrecord.localize.masking import masked
from eventrecord.localize.readings import Read, stated
from eventrecord.localize.stated import Stated
from eventrecord.model.figure import Qualifier

__all__ = ["find_figures"]


_NAMING = ("count", "ordinal")
"""Kinds of which a bare one may be part of a name."""


class _Reader(Protocol):
    """The grammar of figures of one locale."""

    @property
    def pattern(self) -> re.Pattern[str]: ...
    def plain(self, text: str) -> str: ...
    def read(self, match: re.Match[str]) -> Read | None: ...
    def is_in_name(self, text: str, start: int, end: int) -> bool: ...


def find_figures(text: str, tag: str) -> Iterator[Stated]:
    """Money, counts, shares, ordinals and ratios in a text of the locale `tag`, in their order there.

    A year, a day or a time may be taken for a count: whoever reads dates as well lets these win.

    Raises:
        UnknownNameError: there is no such locale.
    """
    reader = _reader(tag)
    plain = reader.plain(masked(text, tag))
    position = 0
    while match := reader.pattern.search(plain, position):
        read = reader.read(match)
        position = match.end()
        plainly = read is not None and read.qualifier is None and read.unit is None and read.kind in _NAMING
        if read is None or (plainly and reader.is_in_name(text, match.start(), match.end())):
            continue
        position = read.end or position
        start, qualifier = match.start() - read.earlier, read.qualifier or Qualifier.EXACTLY
        value = stated(read.value) if isinstance(read.value, Decimal) else read.value
        yield Stated(read.kind, value, read.unit, qualifier, text[start:position], start, position)


@cache
def _reader(tag: str) -> _Reader:
    words = language(tag)
    if words.family == "en":
        from eventrecord.localize.english.figures import FigureReader as English

        return English(words)
    from eventrecord.localize.chinese.figures import FigureReader as Chinese

    return Chinese(words)
