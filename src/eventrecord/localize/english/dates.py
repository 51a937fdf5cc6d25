"""The words of English dates, times and durations, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventrecord.localize.calendar.forms import Token, number_token, word_token
from eventrecord.localize.data import Table

__all__ = ["tokens"]

_DIGITS = "0123456789"


def tokens(words: Table, names: Mapping[str, Mapping[str, int]]) -> dict[str, Token]:
    """What may stand in the slots of English forms.

    Args:
        words: the locale's words: numbers below one hundred are read in words.
        names: months and weekdays by name, and numbers beside those below one hundred.
    """
    hours = dict(zip(words["units"][1:13], range(1, 13), strict=True))
    spelled = _spelled(words["units"], words["tens"]) | dict(names["number"])
    return {
        "month": _names(names["month"]),
        "weekday": _names(names["weekday"]),
        "y": number_token("1[5-9][0-9]{2}|2[01][0-9]{2}", "12", int),
        "yy": number_token("[0-9]{2}", _DIGITS, int),
        "m": number_token("1[0-2]|0?[1-9]", _DIGITS, int),
        "d": number_token(
            "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?",
            _DIGITS,
            lambda text: int(text.rstrip("stndrhSTNDRH")),
            "snrt",
        ),
        "dth": number_token(
            "(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)", _DIGITS, lambda text: int(text[:-2]), "snrt"
        ),
        "yb": number_token("19[0-9]{2}|(?<!over )2000|20(?!00)[0-4][0-9]", "12", int),
        "hw": word_token(hours),
        "h": number_token("2[0-4]|1[0-9]|0?[0-9]", _DIGITS, int),
        "hh": number_token("0[0-9]", "0", int),
        "mm": number_token("[0-5][0-9]", "012345", int),
        "n": _either(
            number_token(r"[0-9]{1,3}(?:,[0-9]{3}|\.[0-9]{1,2})?|[0-9]{4,5}", _DIGITS, _plain),
            word_token(spelled),
        ),
    }


def _plain(text: str) -> str:
    return text.replace(",", "")


def _either(digits: Token, words: Token) -> Token:
    return Token(
        f"(?:{digits.pattern}|{words.pattern})",
        digits.opens | words.opens,
        lambda text: digits.read(text) if text[0].isdigit() else words.read(text),
    )


def _names(names: Mapping[str, int]) -> Token:
    """Names with a capital, or in capitals."""
    token = word_token(names)

    def read(text: str) -> Any:
        return token.read(text) if text[0].isupper() else None

    return Token(token.pattern, token.opens, read)


def _spelled(units: list[str], tens: list[str]) -> dict[str, int]:
    """One to ninety-nine."""
    numbers = {word: number for number, word in enumerate(units) if number}
    for ten, word in enumerate(tens):
        if word:
            numbers[word] = ten * 10
            numbers |= {
                f"{word}-{unit}": ten * 10 + number for number, unit in enumerate(units[1:10], start=1)
            }
    return numbers
