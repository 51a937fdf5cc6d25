"""Chinese numbers in characters."""

from __future__ import annotations

from decimal import Decimal

from eventrecord.localize.data import Table

__all__ = ["digits_in_characters", "fraction", "number_in_characters", "ordinal", "place", "spell"]


def digits_in_characters(digits: str, words: Table) -> str:
    """Digit by digit, as years are written: 2015 is 二〇一五."""
    return "".join(words["digits"][int(digit)] if digit.isdecimal() else digit for digit in digits)


def number_in_characters(number: Decimal | int, words: Table) -> str:
    """A number below 100,000,000 as it is spoken: 15 is 十五, 4.81 is 四点八一."""
    whole, _, decimals = (f"{number:f}" if isinstance(number, Decimal) else str(number)).partition(".")
    text = _whole(int(whole), words["numerals"], words["scale_characters"])
    if decimals:
        text += words["decimal_point"] + "".join(words["numerals"][int(digit)] for digit in decimals)
    return text


def _whole(number: int, numerals: list[str], scales: list[str]) -> str:
    if number >= 10_000:
        head, tail = divmod(number, 10_000)
        link = numerals[0] if 0 < tail < 1_000 else ""
        rest = link + _whole(tail, numerals, scales) if tail else ""
        return _whole(head, numerals, scales) + scales[3] + rest
    text = ""
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += numerals[digit] + (scales[power - 1] if power else "")
        elif text and not text.endswith(numerals[0]) and number % 10**power:
            text += numerals[0]
    if 10 <= number < 20:
        text = text.removeprefix(numerals[1])
    return text or numerals[0]


def spell(number: int, words: Table) -> str:
    """A small number before a measure word: five days is 五天, two days 两天."""
    return str(words["two_of"]) if number == 2 else number_in_characters(number, words)


def ordinal(number: int, words: Table) -> str:
    """第二, and 首 for the first where a measure word follows."""
    return str(words["ordinals"]["first"]) if number == 1 else place(number, words)


def place(number: int, words: Table) -> str:
    """第一, 第二: a place that no measure word follows."""
    return str(words["ordinals"]["other"].format(n=number_in_characters(number, words)))


def fraction(numerator: int, denominator: int, words: Table) -> str:
    """三分之一; half is 一半."""
    if (numerator, denominator) == (1, 2):
        return str(words["half"])
    return str(
        words["fraction"].format(
            numerator=number_in_characters(numerator, words),
            denominator=number_in_characters(denominator, words),
        )
    )
