"""A sum told in a second currency: only with the rate, its day, and who published it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from eventrecord.message import say
from eventrecord.model.amount import Money
from eventrecord.model.base import Model, SourceId
from eventrecord.model.scalar import Scalar
from eventrecord.model.span import Moment

__all__ = ["Conversion", "Rate"]

_NUMBER = r"\d{1,9}(?:\.\d{1,9})?"
_RATE = re.compile(rf"({_NUMBER}) ([A-Z]{{3}}) = ({_NUMBER}) ([A-Z]{{3}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Rate(Scalar):
    """An exchange rate as it is published: so much of one currency is so much of another."""

    left: Decimal
    from_currency: str
    right: Decimal
    to_currency: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1 USD = 7.0363 CNY`, `100 USD = 703.63 CNY`."""
        match = _RATE.fullmatch(text)
        if match is None or not Decimal(match[1]) or not Decimal(match[3]) or match[2] == match[4]:
            raise ValueError(say("`{text}` is no exchange rate: write 1 USD = 7.0363 CNY", text=text))
        return cls(Decimal(match[1]), match[2], Decimal(match[3]), match[4])

    def convert(self, number: Decimal, from_currency: str, to_currency: str) -> Decimal | None:
        """A sum in the other currency; None where the rate is not of these two."""
        if (from_currency, to_currency) == (self.from_currency, self.to_currency):
            return number * self.right / self.left
        if (from_currency, to_currency) == (self.to_currency, self.from_currency):
            return number * self.left / self.right
        return None

    def __str__(self) -> str:
        return f"{self.left} {self.from_currency} = {self.right} {self.to_currency}"

    @classmethod
    def schema(cls) -> dict[str, object]:
        """JSON Schema for editors."""
        return {
            "type": "string",
            "pattern": rf"^{_NUMBER} [A-Z]{{3}} = {_NUMBER} [A-Z]{{3}}$",
            "description": "Exchange rate as published.",
            "examples": ["1 USD = 7.0363 CNY", "100 USD = 703.63 CNY"],
        }


class Conversion(Model):
    """The same sum in another currency, and by which rate."""

    money: Money
    """The converted sum, rounded as it shall be printed: 29.8 billion USD."""
    rate: Rate
    """The rate: 1 USD = 7.0363 CNY."""
    on: Moment
    """Day of the rate."""
    source: SourceId
    """Id of the source that published the rate."""

    def check(self, stated: Money) -> None:
        """Raises ValueError if this is not `stated` at the rate, rounded."""
        pairs = [(stated.amount.low, self.money.amount.low)]
        if (stated.amount.high is None) != (self.money.amount.high is None):
            raise ValueError(say("a range is converted to a range, one number to one number"))
        if stated.amount.high is not None and self.money.amount.high is not None:
            pairs.append((stated.amount.high, self.money.amount.high))
        for number, converted in pairs:
            exact = self.rate.convert(number, stated.currency, self.money.currency)
            if exact is None:
                raise ValueError(
                    say(
                        "the rate {rate} does not turn {a} into {b}",
                        rate=str(self.rate),
                        a=stated.currency,
                        b=self.money.currency,
                    )
                )
            if abs(exact - converted) > _half_a_step(converted):
                raise ValueError(
                    say(
                        "{stated} {unit} at {rate} is {exact} {currency}, not {converted}",
                        stated=f"{number:,f}",
                        unit=stated.currency,
                        rate=str(self.rate),
                        exact=f"{exact:,.2f}",
                        currency=self.money.currency,
                        converted=f"{converted:,f}",
                    )
                )


def _half_a_step(number: Decimal) -> Decimal:
    """Half of the last digit that is not a zero: 29.8 billion is rounded by 50 million at most."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1)
