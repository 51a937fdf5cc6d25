"""Small Chinese numbers read from characters: 十一, 三十, 二百零五; digit by digit 二〇二二."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from eventrecord.localize.data import read_table

__all__ = ["common_characters", "neighbours", "number_from_characters", "numerals"]


class Numerals(NamedTuple):
    """What each character counts."""

    digits: dict[str, int]
    powers: dict[str, int]
    joined: dict[str, int]


@cache
def numerals() -> Numerals:
    """The characters of `locales/zh/numerals.toml`."""
    table = read_table("zh", "numerals")
    digits = {char: value for value, characters in enumerate(table["digits"]) for char in characters}
    return Numerals(digits, table["powers"], table["joined"])


def number_from_characters(text: str) -> int | None:
    """A number below 10,000 from its characters; None where they are no such number.

    Both ways of writing are read: 二百零五, and digit by digit 二〇二二. 一百二 is left to those who read
    colloquial numbers.
    """
    digits, powers, joined = numerals()
    if not text or len(text) > 8 or not all(c in digits or c in powers or c in joined for c in text):
        return None
    if all(char in digits for char in text):
        return int("".join(str(digits[char]) for char in text)) if len(text) <= 4 else None
    total, digit, zero, least = 0, None, False, 10_000
    for char in text:
        if char in digits:
            if digit is not None or (zero and digits[char] == 0):
                return None
            zero, digit = zero or digits[char] == 0, digits[char] or None
            continue
        power = powers.get(char, 10)
        bare = digit is None
        if zero and bare:
            return None
        if (
            power >= least
            or (bare and char in powers and (power > 10 or total))
            or (not bare and char in joined)
        ):
            return None
        total += joined.get(char, (digit or 1) * power)
        digit, zero, least = None, False, power
    if digit is not None and least > 10 and not zero:
        return None
    return total + (digit or 0) if digit is not None or not zero else None


def common_characters(text: str, money: str) -> str:
    """The text with the characters of cheques made common where they tell a sum: 伍佰万元; as long as it was.

    Args:
        text: the text.
        money: a pattern of what follows a sum.
    """
    formal = _formal()
    if not any(char in text for char in formal):
        return text
    digits = "".join((*formal, *(digit for digit in numerals().digits if digit in "零〇"), "万萬亿億"))
    sums = rf"[{digits}]{{2,30}}(?={money})|(?<=[0-9])[{''.join(formal)}](?=[万萬亿億]?(?:{money}))"
    common = {ord(char): digit for char, digit in formal.items()}
    return re.sub(sums, lambda found: found[0].translate(common), text)


@cache
def _formal() -> dict[str, str]:
    return dict(read_table("zh", "numerals")["formal"])


def neighbours(text: str) -> tuple[int, int] | None:
    """Two digits that say between which numbers something is: 七八 is seven to eight, 三五 three to five."""
    digits = numerals().digits
    if len(text) != 2 or not all(char in digits for char in text):
        return None
    low, high = (digits[char] for char in text)
    return (low, high) if low and (high - low == 1 or (low, high) == (3, 5)) else None
