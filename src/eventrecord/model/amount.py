"""Numbers, sums, areas and fractions, each written as one value."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from eventrecord.message import say
from eventrecord.model.scalar import Scalar, plain_schema

__all__ = ["AREA_UNITS", "SCALE", "Amount", "Area", "Fraction", "Money"]

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
SCALE = "(?:" + "|".join(sorted((s for s in _SCALES if s), key=len, reverse=True)) + ")"
"""A pattern of the words and characters that make a number larger: billion, 亿."""
_AMOUNT = re.compile(rf"({_NUMBER})(?:\s*[-–]\s*({_NUMBER}))?\s*({SCALE})?", re.ASCII)
_MONEY = re.compile(rf"(?:({_NUMBER}.*?)\s*([A-Za-z]+|元)|([A-Za-z]+)\s*({_NUMBER}.*))", re.ASCII)


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


def _scaled(digits: str, factor: int) -> Decimal:
    number = Decimal(digits.replace(",", ""))
    return number if factor == 1 else (number * factor).normalize().quantize(Decimal(1))
