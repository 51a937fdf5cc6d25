"""The numerals of Chinese dates, times and durations, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from eventrecord.localize.calendar.forms import Token, number_token, word_token
from eventrecord.localize.chinese.numerals import neighbours, number_from_characters, numerals
from eventrecord.localize.data import Table

__all__ = ["tokens"]

_DIGITS = "0123456789"


def tokens(words: Table, names: Mapping[str, Mapping[str, int]]) -> dict[str, Token]:
    """What may stand in the slots of Chinese forms: numbers in digits or in characters.

    Args:
        words: the locale's words.
        names: weekdays by the last character of their name.
    """
    return {
        "weekday": word_token(names["weekday"]),
        "y": _number("1[0-9]{3}|2[01][0-9]{2}", 4, exact=True),
        "yy": number_token("[0-9]{2}", "0123456789", int),
        "e": _number("[0-9]{1,3}", 5),
        "m": _number("1[0-2]|0?[1-9]", 2),
        "d": _number("3[01]|[12][0-9]|0?[1-9]", 3),
        "h": _number("2[0-4]|1[0-9]|0?[0-9]", 3),
        "hd": number_token("2[0-4]|1[0-9]|0?[0-9]", _DIGITS, int),
        "mm": _number("[0-5]?[0-9]", 3),
        "n": number_token(
            rf"[0-9]{{4,6}}|{_lengths()}",
            _DIGITS + _characters(),
            lambda text: None if neighbours(text) else _read(text),
        ),
        "ny": number_token(
            _lengths(), _DIGITS + _characters(), lambda text: None if neighbours(text) else _read(text)
        ),
        "pair": number_token(f"[{''.join(numerals().digits)}]{{2}}", "".join(numerals().digits), neighbours),
        "first_months": _number("1[01]|[2-9]", 2),
        "roc": number_token("1[0-4][0-9]", "1", int),
        "ee": number_token("[3-9][0-9]", "3456789", int),
        "dd": number_token("3[01]|[12][0-9]|0?[1-9]", _DIGITS, int),
    }


def _characters() -> str:
    return "".join(char for table in numerals() for char in table)


def _lengths() -> str:
    """Numbers of years, which have fewer digits than the name of one."""
    return rf"[0-9]{{1,3}}(?:,[0-9]{{3}}|\.[0-9]{{1,2}})?|[{_characters()}]{{1,5}}"


def _number(digits: str, longest: int, *, exact: bool = False) -> Token:
    """Digits as given, or so many characters."""
    characters = f"[{_characters()}]{{{longest if exact else 1},{longest}}}"
    return number_token(f"{digits}|{characters}", _DIGITS + _characters(), _read)


def _read(text: str) -> int | str | None:
    return text.replace(",", "") if text[0] in _DIGITS else number_from_characters(text)
