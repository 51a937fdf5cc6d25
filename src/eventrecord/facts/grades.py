"""How surely two facts are one: by their values, by where they stand, and by what they count.

Facts are paired by a score, the highest first: the grade of their values plus the weights of what speaks for
them and against. Grades and weights were set by pairs of releases that people have labelled
(`python tests/drift/score_compare.py`); only their order, and what lies between them, has a meaning.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Literal, NamedTuple

__all__ = ["Grade", "Relation", "Verdict", "Weight"]

Verdict = Literal["equal", "rounded", "qualifier-differs", "unit-differs", "value-differs"]


class Grade(IntEnum):
    """How surely two facts are one by their values alone."""

    SAME = 100
    """The same, qualified alike."""
    WITHOUT_YEAR = 95
    """The same day, told once without its year."""
    OTHER_QUALIFIER = 90
    """The same number: nearly 30, over 30."""
    PARTLY_TOLD = 85
    """The same as far as both tell: a weekday alone, 8日, half past two."""
    IN_OTHER_WORDS = 80
    """The same, put otherwise: what is left and what is gone, a number with its unit and without."""
    OTHER_UNIT = 75
    """The same number of other things."""
    ROUNDED = 70
    """The same with fewer digits; half as much again and 50 percent."""
    SAME_DIGITS = 65
    """The same digits of what each language puts otherwise: 21 fewer, 21天."""
    ROUNDED_OTHERWISE = 55
    """The same with fewer digits, and qualified otherwise."""
    NEAR = 50
    """Numbers that may be one by their qualifiers, or by a slip of the decimal point."""
    ALIKE = 45
    """Another value that is told in the same rare way: shares of which one is left, months without year."""
    WHOLE_AND_PART = 40
    """A month and a day of it; percent and points, off by ten times."""
    DOUBTFUL = 34
    """Numbers off by ten times that may count anything; from here down, what is beside must tie them."""
    OTHER = 30
    """Another value."""
    OTHER_GRAIN = 25
    """Days, and spans of days, that differ."""


class Relation(NamedTuple):
    """A verdict on two facts, if they are the same fact, and how likely that is by their values alone."""

    verdict: Verdict
    strength: Grade


class Weight:
    """What else speaks for two facts, or against them; and the scores from which they are taken for one."""

    FAR = 60
    """What it costs to be a whole text apart, beyond a sentence."""
    APART = 3
    """What it costs to be a whole text apart at all, so that of two the nearer goes first."""
    LINKED = 12
    """Their sentences share other facts."""
    SAME_NOUN = 14
    """They count the same: students."""
    SAME_KIND = 8
    """They count things of one kind: people."""
    OTHER_WORD = -8
    """They count things that languages may call by words of another kind."""
    OTHER_KIND = -28
    """They count other things."""
    IN_STEP = 3
    """They are the same one, in order, of those that say the same."""
    DOUBTFUL_APART = 16
    """What it costs doubtful facts to stand where nothing ties them to each other."""
    EQUAL_ENOUGH = 60
    """The score from which facts of one value are one."""
    ENOUGH = 24
    """The score from which other facts are one."""
