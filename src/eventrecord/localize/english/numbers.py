"""English numbers in words, written and read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eventrecord.localize.data import Table

__all__ = ["fraction", "number_from_words", "ordinal", "ordinal_in_words", "spell"]

_SPELLED_PARTS = 100
"""Denominators below are said in words, so that 5/16 is no day of May."""


def spell(number: int, words: Table) -> str:
    """A number in words: twenty-five, one hundred and five, three thousand."""
    for power, name in words["powers"]:
        if number >= 10**power:
            head, tail = divmod(number, 10**power)
            link = words["tail"] if tail < 100 else " "
            return f"{spell(head, words)} {name}" + (f"{link}{spell(tail, words)}" if tail else "")
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


def ordinal_in_words(number: int, words: Table) -> str:
    """An ordinal below one hundred in words: sixteenth, twenty-third."""
    units, tens = words["ordinals"]["units"], words["ordinals"]["tens"]
    if number < len(units):
        return str(units[number])
    ten, unit = divmod(number, 10)
    return f"{words['tens'][ten]}-{units[unit]}" if unit else str(tens[ten])


def fraction(numerator: int, denominator: int, words: Table) -> str:
    """Half, one-third, three-quarters, seven twenty-thirds; 21/32 where words would be hard to read."""
    if denominator >= _SPELLED_PARTS or numerator >= len(words["units"]):
        return f"{numerator}/{denominator}"
    parts = words["fractions"]
    part = parts.get(str(denominator), parts["other"])
    if numerator == 1 and "alone" in part:
        return str(part["alone"])
    named = part["one" if numerator == 1 else "other"].format(ordinal=ordinal_in_words(denominator, words))
    return f"{spell(numerator, words)}{' ' if '-' in named else '-'}{named}"


def number_from_words(said: Iterable[str], small: Mapping[str, int], scales: Mapping[str, int]) -> int | None:
    """The number that words say, or None if they say none: two, hundred, and, five is 205.

    `small` holds what zero to ninety are called, `scales` what hundred, thousand and the like are.
    """
    total, group, lowest = 0, None, 0
    for word in said:
        if word in scales:
            scale = scales[word]
            if group is None or (scale < 1000 and group >= 100) or (lowest and scale >= lowest):
                return None
            group *= scale
            if scale >= 1000:
                total, group, lowest = total + group, None, scale
        elif word in small:
            value = small[word]
            room = 100 if group is None else 1 if group % 10 else 10 if group % 100 else 100
            if value >= room or (group is not None and (value == 0 or 0 < group % 100 < 20)):
                return None
            group = (group or 0) + value
    return total + (group or 0) if total or group is not None else None
