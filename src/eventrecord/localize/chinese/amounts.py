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


def amount_from_text(said: str, powers: Mapping[str, int]) -> Decimal | None:
    """The amount that digits, numerals and powers say; None if they say none.

    Args:
        said: the amount in half width; groups of digits may have commas, decimals 点.
        powers: exponents of the characters for powers of ten, 亿 is 8.
    """
    said = said.replace(",", "")
    if len(said) > _LONGEST:
        return None
    whole, point, rest = said.replace("點", "点").partition("点")
    if not point:
        return _whole(said, powers)
    decimals = re.match(rf"[{_digits()}]*", rest)
    tail = rest[decimals.end() :] if decimals else rest
    before = _whole(whole, powers)
    if before is None or not decimals or not decimals[0] or any(char not in powers for char in tail):
        return None
    digits = "".join(str(numerals().digits[char]) for char in decimals[0])
    return Decimal(f"{before:f}.{digits}") * factor(tail, powers)


def factor(said: str, powers: Mapping[str, int]) -> int:
    """What a row of powers multiplies by: 万亿 is 10 to the 12th."""
    return math.prod(10 ** powers[char] for char in said)


@cache
def _digits() -> str:
    return "".join(numerals().digits)


def _whole(said: str, powers: Mapping[str, int]) -> Decimal | None:
    digits = numerals().digits
    if len(said) > 1 and all(char in digits for char in said):
        return _by_digit(said)
    total = section = Decimal(0)
    digit: Decimal | None = None
    last, big, zero = 0, 0, False
    for token in re.findall(r"[0-9]+(?:\.[0-9]+)?|.", said):
        if (token[0].isdigit() and token.isascii()) or token in digits:
            value = Decimal(token) if token[0].isascii() else Decimal(digits[token])
            if digit is not None:
                return None
            zero, digit = (True, None) if value == 0 and last else (zero, value)
            continue
        if token in numerals().joined:
            if digit is not None or section % 100:
                return None
            section, last = section + numerals().joined[token], 1
            continue
        if token not in powers:
            return None
        power = powers[token]
        if power < 4:
            if section and (last <= power and last < 4):
                return None
            section, digit = section + (1 if digit is None else digit) * 10**power, None
        else:
            unit = section + (digit or 0)
            if unit == 0 and (total == 0 or last < 4):
                unit = Decimal(1)
            if power > big and total:
                total = (total + unit) * 10**power
            else:
                total += unit * 10**power if unit else 0
            section, digit, big = Decimal(0), None, power
        last, zero = power, False
    if digit is not None and last > 1 and not zero and digit < 10 and digit == int(digit):
        digit *= 10 ** (last - 1)  # 一百二 is 120
    if digit is None and not (total or section) and not zero:
        return None
    return total + section + (digit or 0)


def _by_digit(said: str) -> Decimal | None:
    """二〇二二 digit by digit; 三五 is three to five, and no number."""
    digits = [numerals().digits[char] for char in said]
    return Decimal("".join(map(str, digits))) if 0 in digits or len(digits) > 3 else None
