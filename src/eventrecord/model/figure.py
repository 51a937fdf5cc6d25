"""Figures: a value with its unit, its qualifier, and what it is a figure of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from eventrecord.message import joined, say
from eventrecord.model.base import TermId
from eventrecord.model.scalar import Scalar, plain_schema
from eventrecord.model.source import Fact
from eventrecord.model.span import Moment, Period
from eventrecord.model.text import Text

__all__ = ["AREA_UNITS", "Amount", "Area", "Figure", "FigureKind", "Fraction", "Money", "Qualifier"]

FigureKind = Literal[
    "money", "count", "percent", "points", "fraction", "multiple", "ordinal", "score", "area"
]
AREA_UNITS = ("m2", "km2", "ha", "mu")
_SCALES = {
    "": 1,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "万": 10**4,
    "萬": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "万亿": 10**12,
    "萬億": 10**12,
}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,12})?"
_SCALE = "(?:" + "|".join(sorted((s for s in _SCALES if s), key=len, reverse=True)) + ")"
_AMOUNT = re.compile(rf"({_NUMBER})(?:\s*[-–]\s*({_NUMBER}))?\s*({_SCALE})?", re.ASCII)
_MONEY = re.compile(rf"(?:({_NUMBER}.*?)\s*([A-Za-z]+|元)|([A-Za-z]+)\s*({_NUMBER}.*))", re.ASCII)


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


@dataclass(frozen=True, slots=True)
class Amount(Scalar):
    """A number, or a range of two; digits are kept as stated (117.30 has two decimals)."""

    low: Decimal
    high: Decimal | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `25`, `1,200`, `60-70`, `210 billion`, `2100亿`."""
        match = _AMOUNT.fullmatch(text)
        if match is None:
            raise ValueError(
                say("`{text}` is no number: write 25, 1,200, 60-70, 210 billion or 2100亿", text=text)
            )
        low, high, scale = match.groups()
        factor = _SCALES[scale or ""]
        first = _scaled(low, factor)
        last = _scaled(high, factor) if high else None
        if last is not None and last <= first:
            raise ValueError(say("the range {text} does not rise", text=text))
        return cls(first, last)

    @property
    def value(self) -> Decimal:
        """The number; the lower one of a range."""
        return self.low

    def __str__(self) -> str:
        return f"{self.low}" if self.high is None else f"{self.low}-{self.high}"

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        return plain_schema(
            r"^[0-9]", "Number", "A number or a range.", [25, "60-70", "1.2 million", "120万"]
        )


@dataclass(frozen=True, slots=True)
class Money(Scalar):
    """An amount in a currency (ISO 4217)."""

    amount: Amount
    currency: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `210 billion CNY`, `CNY 210 billion`, `2100亿 CNY`."""
        match = _MONEY.fullmatch(text)
        if match is None:
            raise ValueError(
                say(
                    "`{text}` is no sum of money: write the amount and the currency, 210 billion CNY",
                    text=text,
                )
            )
        amount, currency = match[1] or match[4], match[2] or match[3]
        return cls(Amount.parse(amount.strip()), currency)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        return {
            "type": "string",
            "title": "Money",
            "description": "Amount and ISO 4217 currency code.",
            "examples": ["210 billion CNY", "2100亿 CNY", "1,200 HKD"],
        }


@dataclass(frozen=True, slots=True)
class Area(Scalar):
    """An area in m2, km2, ha or mu (亩)."""

    amount: Amount
    unit: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `35,000 m2`."""
        number, _, unit = text.rpartition(" ")
        return cls(Amount.parse(number.strip()), unit)

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}"

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        return {
            "type": "string",
            "title": "Area",
            "description": f"Amount and unit: {', '.join(AREA_UNITS)}.",
            "examples": ["35,000 m2"],
        }


@dataclass(frozen=True, slots=True)
class Fraction(Scalar):
    """A simple fraction, as stated: 1/3, 2/5."""

    numerator: int
    denominator: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1/3`."""
        match = re.fullmatch(r"(\d{1,4})\s*/\s*(\d{1,4})", text, re.ASCII)
        if match is None or not 0 < int(match[1]) < int(match[2]):
            raise ValueError(say("`{text}` is no fraction: write 1/3", text=text))
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator}"

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        return {
            "type": "string",
            "pattern": r"^\d{1,4} */ *\d{1,4}$",
            "title": "Fraction",
            "description": "Numerator and denominator.",
            "examples": ["1/3", "2/5"],
        }


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
    partners: list[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]] = []
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

    @cached_property
    def kind(self) -> FigureKind:
        """Which value field is set."""
        return next(name for name in FIGURE_KINDS if getattr(self, name) is not None)

    @property
    def value(self) -> Money | Amount | Fraction | Area | int:
        """The value itself."""
        value: Money | Amount | Fraction | Area | int = getattr(self, self.kind)
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


def _scaled(digits: str, factor: int) -> Decimal:
    number = Decimal(digits.replace(",", ""))
    return number if factor == 1 else (number * factor).normalize().quantize(Decimal(1))
