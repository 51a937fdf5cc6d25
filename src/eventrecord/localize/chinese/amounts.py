"""Amounts read from digits and characters together: 2100亿, 3万5千, 一百二, 四点八一."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from eventrecord.localize.chinese.numerals import numerals

__all__ = ["amount_from_text", "factor"]

_LONGEST = 60
"""Characters of an amount; what is longer is none."""


def amount_from_text(said: str, powers: Mapping[str, int], points: str) -> Decimal | None:
    """The amount that digits, numerals and powers say; None if they say none.

    Args:
        said: the amount in half width; groups of digits may have commas.
        powers: exponents of the characters for powers of ten, 亿 is 8.
        points: characters for the decimal point.
    """
    said = said.replace(",", "").translate(_apart())
    if len(said) > _LONGEST:
        return None
    whole, *rest = re.split(f"[{points}]", said)
    if not rest:
        return _whole(said, powers)
    decimals = "".join(str(numerals().digits.get(char, "")) for char in rest[0])
    tail = rest[0][len(decimals) :]
    before = _whole(whole, powers)
    if before is None or not decimals or len(rest) > 1 or any(char not in powers for char in tail):
        return None
    return Decimal(f"{before:f}.{decimals}") * factor(tail, powers)


def factor(said: str, powers: Mapping[str, int]) -> int:
    """What a row of powers multiplies by: 万亿 is 10 to the 12th."""
    return math.prod(10 ** powers[char] for char in said)


def _whole(said: str, powers: Mapping[str, int]) -> Decimal | None:
    """So many of the highest power, and what comes after it."""
    top = max((powers[char] for char in said if char in powers), default=0)
    if not top:
        return _without_powers(said)
    head, *tails = re.split("[" + "".join(char for char in powers if powers[char] == top) + "]", said)
    many = _whole(head, powers) if head else Decimal(1)
    digit = top < 4 and (len(head) > 1 or head in powers) and not head.isascii()
    if many is None or digit or len(tails) > 1:
        return None
    rest = _rest(tails[0], top, powers)
    return None if rest is None or rest >= 10**top else many * 10**top + rest


def _rest(tail: str, top: int, powers: Mapping[str, int]) -> Decimal | None:
    """What follows a power: 零五, 五十, or as one says it, 一百二 for 一百二十."""
    if not tail:
        return Decimal(0)
    zero = numerals().digits.get(tail[0]) == 0 and len(tail) > 1
    rest = _whole(tail[1:] if zero else tail, powers)
    if rest is not None and not zero and len(tail) == 1 and tail not in powers:
        rest *= 10 ** (top - 1)
    return rest


def _without_powers(said: str) -> Decimal | None:
    """2100, 五; 二〇二二 digit by digit, but 三五 is three to five and no number."""
    if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", said):
        return Decimal(said)
    digits = [numerals().digits.get(char) for char in said]
    if not digits or None in digits or not (len(digits) == 1 or 0 in digits or len(digits) > 3):
        return None
    return Decimal("".join(map(str, digits)))


@cache
def _apart() -> dict[int, str]:
    """廿 as 二十."""
    digits, powers, joined = numerals()
    ten = next(char for char, power in powers.items() if power == 10)
    names = {value: char for char, value in reversed(digits.items())}
    return str.maketrans({char: names[value // 10] + ten for char, value in joined.items()})
