"""A fact as a text states it: what `facts` tells, and what the grammar of each language reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from eventrecord.model.figure import Qualifier

__all__ = ["Stated", "StatedKind"]

StatedKind = Literal[
    "money",
    "count",
    "percent",
    "fraction",
    "ordinal",
    "date",
    "date-range",
    "year",
    "year-range",
    "time",
    "duration",
    "ratio",
]


class Stated(NamedTuple):
    """A figure, date, time or duration in a text, with its place there."""

    kind: StatedKind
    value: Decimal | str
    """A number; else `60-70`, `1/3`, an ISO 8601 date, time, `start/end` or `P5D`."""
    unit: str | None
    """ISO 4217 code of money; `pp` of percentage points; `m2`, `km2`, `ha`, `mu` of an area; else None."""
    qualifier: Qualifier
    surface: str
    """The words, qualifier and (in Chinese) measure word included."""
    start: int
    end: int
    """Offsets in the text, in code points; the end is exclusive."""
