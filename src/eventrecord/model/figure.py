"""Figures: a value with its unit, its qualifier, and what it is a figure of."""

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from eventrecord.message import joined, say
from eventrecord.model.amount import AREA_UNITS, Amount, Area, Fraction, Money
from eventrecord.model.base import Spelling, TermId
from eventrecord.model.conversion import Conversion
from eventrecord.model.source import Fact
from eventrecord.model.span import Moment, Period
from eventrecord.model.text import Text

__all__ = [
    "AREA_UNITS",
    "Amount",
    "Area",
    "Figure",
    "FigureKind",
    "FigureValue",
    "Fraction",
    "Money",
    "Qualifier",
]

FigureKind = Literal[
    "money", "count", "percent", "points", "fraction", "multiple", "ordinal", "score", "area"
]
FigureValue = Money | Amount | Fraction | Area | int


class Qualifier(StrEnum):
    """How a value stands to the truth: "nearly" is data, not decoration."""

    EXACTLY = "exactly"
    NEARLY = "nearly"
    ABOUT = "about"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"
    UP_TO = "up-to"
    SEVERAL = "several"

    @property
    def direction(self) -> Literal["exactly", "about", "below", "above"]:
        """Where the true value lies beside the one that is told."""
        if self in (Qualifier.NEARLY, Qualifier.LESS_THAN, Qualifier.AT_MOST, Qualifier.UP_TO):
            return "below"
        if self in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
            return "above"
        return "exactly" if self is Qualifier.EXACTLY else "about"


class Comparison(Fact):
    """What a change is measured against."""

    direction: Literal["up", "down", "level"]
    """Whether the figure is a rise, a fall or no change."""
    base: Period | None = None
    """The period compared with."""
    than: Text | None = None
    """What is compared with, where it is no period."""


class Figure(Fact):
    """A number worth printing: exactly one of the value fields, and what the number means."""

    money: Money | None = None
    """A sum of money: 210 billion CNY."""
    count: Amount | None = None
    """How many of what `noun` names: 25, 60-70."""
    percent: Amount | None = None
    """Per cent: 10."""
    points: Amount | None = None
    """Percentage points."""
    fraction: Fraction | None = None
    """A fraction: 1/3."""
    multiple: Amount | None = None
    """How many times: 2.3."""
    ordinal: Annotated[int, Field(ge=1, le=9999)] | None = None
    """The how-manieth: 2 for the second."""
    score: Amount | None = None
    """Points of an index or a score, decimals as stated: 117.33."""
    area: Area | None = None
    """An area: 35,000 m2."""

    qualifier: Qualifier = Qualifier.EXACTLY
    """exactly (the default), nearly, about, more-than, at-least, less-than, at-most, up-to, several."""
    name: Text | None = None
    """What the figure is called, for tables and data."""
    noun: Text | None = None
    """What is counted, as it follows the number: forums; 场论坛."""
    noun_one: Text | None = None
    """The same after one, in languages where it differs: forum."""
    converted: Conversion | None = None
    """A sum of money in a second currency, with rate, day and source."""
    of: TermId | None = None
    """The term that the figure measures."""
    scope: Text | None = None
    """Within what: the park, the city, cross-border deals."""
    whole: Text | None = None
    """Of what a share is the share."""
    period: Period | None = None
    """The time it covers."""
    as_of: Moment | None = None
    """The day it was true."""
    comparison: Comparison | None = None
    """What it is compared with, when it is a change."""
    partners: list[Annotated[str, Spelling(r"^[A-Z]{2}$")]] = []
    """Countries and territories it was done with (ISO 3166-1 alpha-2), in the order to print."""
    partners_complete: bool = True
    """Whether `partners` are all of them."""

    @model_validator(mode="after")
    def _one_value(self) -> Self:
        given = [name for name in FIGURE_KINDS if getattr(self, name) is not None]
        if len(given) != 1:
            said = "none" if not given else " and ".join(given)
            raise ValueError(
                say(
                    "a figure has exactly one value, this one has {said}: {names}",
                    said=said,
                    names=joined(FIGURE_KINDS, say(", ")),
                )
            )
        return self

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.converted is not None:
            if self.money is None:
                raise ValueError(say("only a sum of money is converted"))
            self.converted.check(self.money)
        if self.qualifier is Qualifier.SEVERAL and self.kind not in ("money", "count", "area"):
            raise ValueError(say("`several` is said of a count, a sum or an area: 100 for hundreds"))
        return self

    @cached_property
    def kind(self) -> FigureKind:
        """Which value field is set."""
        return next(name for name in FIGURE_KINDS if getattr(self, name) is not None)

    @property
    def value(self) -> FigureValue:
        """The value itself."""
        value: FigureValue = getattr(self, self.kind)
        return value


FIGURE_KINDS: tuple[FigureKind, ...] = (
    "money",
    "count",
    "percent",
    "points",
    "fraction",
    "multiple",
    "ordinal",
    "score",
    "area",
)
