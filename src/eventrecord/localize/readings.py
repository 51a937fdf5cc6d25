"""What a match of a pattern for figures says, and how shares and ratios are told."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from eventrecord.localize.stated import StatedKind
from eventrecord.model.figure import Qualifier

__all__ = ["Read", "fraction", "ratio", "stated"]


class Read(NamedTuple):
    """What a match says, before its place in the text is worked out."""

    kind: StatedKind
    value: Decimal | str
    unit: str | None = None
    qualifier: Qualifier | None = None
    end: int | None = None
    """Where it ends, if before the end of the match."""
    earlier: int = 0
    """How many characters before the match it begins."""


def stated(number: Decimal) -> Decimal:
    """A number without zeros that only its scale has left behind the point: 3.5万 is 35000."""
    return Decimal(int(number)) if number == number.to_integral_value() else number


def fraction(numerator: Decimal | None, denominator: Decimal | None) -> Read | None:
    """A part of one; None where the numbers make none."""
    if numerator is None or denominator is None or not 0 < numerator < denominator:
        return None
    if numerator != int(numerator) or denominator != int(denominator):
        return None
    return Read("fraction", f"{int(numerator)}/{int(denominator)}")


def ratio(left: Decimal | None, right: Decimal | None) -> Read | None:
    """One number by another; None where the numbers make no ratio."""
    return Read("ratio", (left / right).normalize()) if left and right else None
