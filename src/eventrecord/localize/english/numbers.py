"""English numbers in words."""

from __future__ import annotations

from eventrecord.localize.data import Table

__all__ = ["fraction", "ordinal", "spell"]


def spell(number: int, words: Table) -> str:
    """A number below one hundred in words: twenty-five."""
    units, tens = words["units"], words["tens"]
    if number < len(units):
        return str(units[number])
    ten, unit = divmod(number, 10)
    return f"{tens[ten]}-{units[unit]}" if unit else str(tens[ten])


def ordinal(number: int, words: Table) -> str:
    """First to twelfth in words, then 13th, 21st, 22nd."""
    named: list[str] = words["ordinals"]["named"]
    if number <= len(named):
        return named[number - 1]
    suffixes: list[str] = words["ordinals"]["suffixes"]
    last = 0 if number % 100 in (11, 12, 13) or number % 10 > 3 else number % 10
    return f"{number}{suffixes[last]}"


def fraction(numerator: int, denominator: int, words: Table) -> str:
    """Half, one-third, two-thirds, three-quarters; 5/16 where the language has no everyday word."""
    part = words["fractions"].get(str(denominator))
    if part is None or numerator >= len(words["units"]):
        return f"{numerator}/{denominator}"
    if numerator == 1 and "alone" in part:
        return str(part["alone"])
    return f"{spell(numerator, words)}-{part['one'] if numerator == 1 else part['other']}"
