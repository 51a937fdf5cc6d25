"""A fact with what its text says around it: what it counts, of which whole, up or down, how exact."""

from __future__ import annotations

from typing import NamedTuple

from eventrecord.localize.stated import Stated

__all__ = ["Beside", "Scope", "Told"]


class Scope(NamedTuple):
    """A whole that is named beside a number."""

    keys: frozenset[str] = frozenset()
    """`nation`; none if no whole is named."""
    start: int = 0
    end: int = 0
    """From the first to the last of the number and the name of the whole."""
    is_told: bool = False
    """Whether the number is of that whole in so many words: 40 percent of the nation's total."""
    is_other: bool = False
    """Whether it is of another whole that is named: 40 percent of the ships, 船舶中40%."""


class Beside(NamedTuple):
    """Words beside a number that say the same sort of thing of it: up, 下降; a day, 每周."""

    keys: frozenset[str] = frozenset()
    """What they say: `up`; none if there are no such words."""
    start: int = 0
    end: int = 0
    """From the first to the last of the number and these words."""

    def differs(self, other: Beside) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.keys and other.keys and not self.keys & other.keys)


_NOTHING, _NO_SCOPE = Beside(), Scope()


class Told(NamedTuple):
    """A fact with what its text says around it."""

    fact: Stated
    place: float = 0.0
    """Where it begins, as a part of the text."""
    sentence: int = 0
    """Which sentence it stands in."""
    nouns: frozenset[str] = frozenset()
    """What is counted: `person`, `person.student`."""
    measure: str | None = None
    """The measure of a count: `km`."""
    scope: Scope = _NO_SCOPE
    """Of which whole it may be a part."""
    around: frozenset[str] = frozenset()
    """Wholes that are named anywhere near."""
    changes: Beside = _NOTHING
    """`up`, `down`."""
    rates: Beside = _NOTHING
    """In which time: `day`, `week` of 26 trains a day, 每周26列."""
    bases: Beside = _NOTHING
    """With what a change compares: `year`, `quarter`, `month` before; 环比 may be of both."""
    members: Beside = _NOTHING
    """What a share is a part of: 40 percent of the exhibitors, 四成采购商."""
    amounts: Beside = _NOTHING
    """Of what a sum is: `revenue`, `exports`."""
    hints: Beside = _NOTHING
    """What words a little apart say of how exact the number is: `above`, `below`, `nearly`, `about`."""
    is_through: bool = False
    """Whether its qualifier may be no qualifier: over five years, turned over 3 billion."""
    is_weekday: bool = False
    """Whether a day is told by its weekday alone, which may be of the week before or after."""
    is_bare_month: bool = False
    """Whether a month or a quarter is told without its year."""
    is_half_day: bool = False
    """Whether a time is told as on a dial, before or after noon: half past two."""
    base: str = ""
    """Of a year: `word` if it is told as the one before (上年), `number` if something is compared with it."""
    is_bare_day: bool = False
    """Whether a day is told without its month, which may be another than it was taken for: 8日."""
    is_bare_date: bool = False
    """Whether a day is told without its year, which may be another than it was taken for: 7月29日."""

    is_just_below: bool = False
    """Whether it is nearly so much and plainly not more: just under half."""
    dollars: frozenset[str] = frozenset()
    """Of which currencies a bare dollar sign may be, by the other dollars of its text: $5 and HK$48."""
    is_rest: bool = False
    """Whether a share is what is left of all: fell to one-third of the earlier level."""
    unit_end: int = 0
    """Where the measure ends, if it stands after the fact: 96.4 megawatts."""

    @property
    def kinds(self) -> frozenset[str]:
        """What is counted, in general: `person`."""
        return frozenset(noun.partition(".")[0] for noun in self.nouns)
