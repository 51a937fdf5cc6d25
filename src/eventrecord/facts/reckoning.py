"""What numbers that belong together say of each other: growth, shares, lengths, rates of currencies."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from eventrecord.facts.values import Range

__all__ = ["days_between", "growth", "may_convert", "share"]

_PER_DOLLAR = {
    "USD": (1, 1),
    "CNY": (6, 8.7),
    "HKD": (7.7, 7.9),
    "MOP": (7.9, 8.3),
    "TWD": (25, 36),
    "JPY": (75, 165),
    "KRW": (850, 1600),
    "EUR": (0.6, 1.25),
    "GBP": (0.45, 0.95),
    "CHF": (0.7, 1.85),
    "SGD": (1.15, 1.9),
    "AUD": (0.88, 2.1),
    "CAD": (0.9, 1.65),
    "NZD": (1.1, 2.6),
    "MYR": (2.9, 5),
    "THB": (24, 50),
}
"""The least and the most of a currency that a US dollar has been worth since 1995."""
_ROUNDED = Fraction(6, 100)
"""How far sums may be rounded, as a part of them."""


def may_convert(first: Fraction, unit: str, second: Fraction, other: str) -> bool:
    """Whether one sum can be the other at a rate that there has been; true of unknown currencies."""
    if unit not in _PER_DOLLAR or other not in _PER_DOLLAR or first <= 0 or second <= 0:
        return True
    least = [Fraction(str(_PER_DOLLAR[name][0])) for name in (unit, other)]
    most = [Fraction(str(_PER_DOLLAR[name][1])) for name in (unit, other)]
    rate = second / first
    return least[1] / most[0] * (1 - _ROUNDED) <= rate <= most[1] / least[0] * (1 + _ROUNDED)


def growth(before: Range, now: Range) -> Range:
    """By which part of what it was a number has changed, at least and at most, as far as it is rounded."""
    ends = [abs(top - base) / base for top in now for base in before if base > 0]
    return (min(ends), max(ends)) if ends else (Fraction(0), Fraction(0))


def share(part: Range, whole: Range) -> Range:
    """Which part of a whole another number is, at least and at most."""
    ends = [one / all_ for one in part for all_ in whole if all_ > 0]
    return (min(ends), max(ends)) if ends else (Fraction(0), Fraction(0))


def days_between(first: date, last: date) -> int:
    """How many days a span has, both ends counted."""
    return (last - first).days + 1
