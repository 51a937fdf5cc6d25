"""What numbers that belong together say of each other: growth, shares, lengths, rates of currencies."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from eventrecord.facts.values import Range
from eventrecord.localize.data import read_table

__all__ = ["days_between", "growth", "may_convert", "share"]

_OFF = 5
"""How many times a sum may be off what is about right: rates move, slips of a decimal point are by ten."""


def may_convert(first: Fraction, unit: str, second: Fraction, other: str) -> bool:
    """Whether one sum can be the other; not if it is off by several times. True of unknown currencies.

    It tells slips of scale, 万 for million or a misplaced point, not a wrong rate: that would take the rates
    of the day.
    """
    per_dollar = read_table("root", "currencies")["per_dollar"]
    if unit not in per_dollar or other not in per_dollar or first <= 0 or second <= 0:
        return True
    about = Fraction(str(per_dollar[other])) / Fraction(str(per_dollar[unit]))
    return about / _OFF <= second / first <= about * _OFF


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
