"""What people meant who wrote a choice, a number or a date otherwise than records do.

The words are in `meant.toml`, beside this module: they are about what people type into a file, not about a
language that editions are written in, and are read only when there is something to explain.
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from decimal import Decimal
from functools import cache
from typing import Any, Literal
from unicodedata import normalize

from eventrecord.message import Named, say
from eventrecord.model.figure import Amount, Area, Money, Qualifier
from eventrecord.model.span import Moment

__all__ = [
    "choice",
    "date",
    "field",
    "figure",
    "is_scale",
    "no_such_day",
    "not_known_yet",
    "tag_meant",
    "units_meant",
]

_LONG = 80
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_YEAR_FIRST = r"(?P<y>\d{4}) ?[./年-] ?(?P<m>\d{1,2})(?: ?[./月-] ?(?P<d>\d{1,2}) ?日?| ?月)?"
_MONTH_FIRST = r"(?P<name>[a-z]{3})[a-z]*\.?(?: (?P<d>\d{1,2})(?:st|nd|rd|th)?)?,? (?P<y>\d{4})"
_DAY_FIRST = r"(?P<d>\d{1,2})(?:st|nd|rd|th)? (?P<name>[a-z]{3})[a-z]*\.?,? (?P<y>\d{4})"
_DAY_MONTH_YEAR = r"(?P<d>\d{1,2}) ?[./-] ?(?P<m>\d{1,2}) ?[./-] ?(?P<y>\d{4})"
_MONTH_DAY_YEAR = r"(?P<m>\d{1,2}) ?[./-] ?(?P<d>\d{1,2}) ?[./-] ?(?P<y>\d{4})"
_CLOCK = r"(?P<hour>\d{1,2})(?:[:时時点點](?:(?P<minute>\d{2})分?)?)?"


_LETTERS_AMONG_DIGITS = re.compile(r"(?<=\d)[,.]?[OoIl][\dOoIl,.]*(?![A-Za-z])", re.ASCII)
_DIGITS = str.maketrans("OoIl", "0011")


def choice(text: str, choices: list[str]) -> str | None:
    """The one of `choices` that a word stands for, or None."""
    words = _table()["choices"]
    said = _plain(text).replace("-", " ").replace("_", " ")
    return next((key for key in choices if said in words.get(key, ())), None)


def field(word: str, fields: list[str]) -> str | None:
    """The one of `fields` that a key stands for which is none of them, or None."""
    words, said = _table()["fields"], _plain(word).replace("-", " ").replace("_", " ")
    return next((name for name in fields if said in words.get(name, ())), None)


def not_known_yet(text: str) -> str | None:
    """What to do about a word that stands for a value to come: TBD, 待定; None if it is none."""
    if _plain(text).strip("[]()【】〔〕") not in _table()["unknown"]:
        return None
    return say("what is not known yet is left out: take the entry out until it is")


def figure(field: str, text: str) -> str | None:
    """How to write a number that came with a hedge, a noun, a sign or another scale; None if not clear."""
    table = _table()
    if text != (digits := _LETTERS_AMONG_DIGITS.sub(lambda found: found[0].translate(_DIGITS), text)):
        return say("write {number}: these are letters, not digits", number=digits)
    units = table.get({"money": "currencies", "area": "areas"}.get(field, "percent"), {})
    hedges = {word: str(key) for key in Qualifier for word in table["choices"].get(str(key), ())}
    hedges |= {str(key).replace("-", " "): str(key) for key in Qualifier}
    codes = {word: code for code, words in units.items() for word in (*words, code.lower()) if word}
    number = rf"{_NUMBER}(?: ?[-–—~至到] ?{_NUMBER})?"
    match = len(text) < _LONG and re.fullmatch(
        rf"(?P<before>{_any(hedges)})? ?(?P<sign>{_any(codes)})? ?(?P<number>{number})"
        rf" ?(?P<scale>{_any(table['scales'])})?(?![a-z]) ?(?P<after>{_any(hedges)})?(?P<rest>.*)",
        _plain(text),
    )
    if not match:
        return None
    factor, scale = table["scales"].get(match["scale"], (1, ""))
    amount = re.sub(
        _NUMBER, lambda found: _times(found[0], factor), re.sub(" ?[–—~至到] ?", "-", match["number"])
    )
    rest = match["rest"].strip()
    unit = codes.get(match["sign"]) or next(
        (codes[part] for part in (rest, *rest.split()[::-1]) if part in codes), None
    )
    written = amount + (f" {scale}" if scale.isascii() and scale else scale) + (f" {unit}" if unit else "")
    if field in _PARSED and not unit:
        return (
            say("write the currency too: `money: {written} CNY`", written=written)
            if field == "money"
            else None
        )
    try:
        _PARSED.get(field, Amount).parse(written)
    except ValueError:
        return None
    hedge = hedges.get(match["before"] or match["after"])
    hint = say("write `{field}: {written}`", field=field, written=written)
    if hedge:
        hint = say("{hint}, and the hedge as `qualifier: {hedge}`", hint=hint, hedge=hedge)
    if field == "count" and rest:
        hint = say("{hint}, and what is counted in `noun:`", hint=hint)
    return hint


def date(text: str) -> str | None:
    """A date or a time of day as records have it; None if not clear."""
    if len(text) > _LONG:
        return None
    words = _table()["dates"]
    said = re.sub(r" ?\([^)]*\)", "", _plain(text))
    half = (
        f"(?P<half>{'|'.join(map(re.escape, sorted((*words['am'], *words['pm']), key=len, reverse=True)))})"
    )
    if year := re.fullmatch(r"(\d{4}) ?年(?:度)?", said, re.ASCII):
        return year[1]
    for day in (_YEAR_FIRST, _MONTH_FIRST, _DAY_FIRST, *_digits_only(said)):
        for clock in (rf"(?:[t, ]*{_CLOCK})? ?{half}?", rf"[, ]*{half} ?{_CLOCK}"):
            match = re.fullmatch(rf"{day}{clock}(?P<zone>z|[+-]\d\d:\d\d)?", said, re.ASCII)
            if match is not None:
                written = _written(match.groupdict(), words)
                return written if written != text else None
    return None


def _digits_only(text: str) -> tuple[str, ...]:
    """How the day and the month stand in 19/11/2025, if they can only stand in one way."""
    match = re.match(r"(\d{1,2}) ?[./-] ?(\d{1,2})\b", text, re.ASCII)
    if match is None or (int(match[1]) <= 12) == (int(match[2]) <= 12):
        return ()
    return (_MONTH_DAY_YEAR,) if int(match[1]) <= 12 else (_DAY_MONTH_YEAR,)


def no_such_day(text: str) -> str | None:
    """Why a date that is written well is not in the calendar: February 2027 has 28 days."""
    match = re.match(r"(\d{4})-(\d\d)(?:-(\d\d))?", text, re.ASCII)
    if match is None or match[1] == "0000":
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
    if not 1 <= month <= 12:
        return say("there is no month {month}", month=match[2])
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return say(
            "{month} {year} has {days} days",
            month=Named(_table()["dates"]["months"][month - 1]),
            year=year,
            days=last,
        )
    return say("hours go from 00 to 23, minutes from 00 to 59")


def is_scale(word: str) -> bool:
    """Whether a word makes a number larger, and is no unit: million."""
    return _plain(word) in _table()["scales"]


def units_meant(text: str, kind: Literal["currencies", "areas"]) -> list[str]:
    """The codes, or units of area, that a word may stand for; none if nobody knows it."""
    word, table = _plain(text), _table()
    if kind == "currencies" and word in table["several"]:
        return list(table["several"][word])
    return [code for code, words in table[kind].items() if word in map(_plain, words)]


def tag_meant(usual: str) -> str | None:
    """The language tag that is meant by one in its usual case, or by a language's name; None if unknown."""
    return next((tag for tag, words in _table()["tags"].items() if usual in words), None)


_PARSED: dict[str, type[Money | Area]] = {"money": Money, "area": Area}


@cache
def _table() -> dict[str, Any]:
    from importlib import resources

    return tomllib.loads(resources.files(__package__).joinpath("meant.toml").read_text("utf-8"))


def _plain(text: str) -> str:
    """The text in small half-width letters, without quotation marks around it."""
    plain = normalize("NFKC", text.replace("㎡", "m2").replace("²", "2"))
    return " ".join(plain.strip(" “”‘’\"'").lower().split())


def _any(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"


def _times(number: str, factor: int) -> str:
    return number if factor == 1 else f"{(Decimal(number.replace(',', '')) * factor).normalize():f}"


def _written(found: dict[str, str | None], words: dict[str, list[str]]) -> str | None:
    months = [name[:3].lower() for name in words["months"]]
    name = found.get("name")
    if name and name not in months:
        return None
    parts = [found["y"] or "", f"{months.index(name) + 1 if name else int(found['m'] or 0):02}"]
    written = "-".join([*parts, f"{int(found['d']):02}"] if found["d"] else parts)
    if found["hour"]:
        hour, half = int(found["hour"]), found["half"]
        hour += 12 if half in words["pm"] and hour < 12 else -12 if half in words["am"] and hour == 12 else 0
        written += f"T{hour:02}:{found['minute'] or '00'}{(found['zone'] or '').upper()}"
    try:
        return str(Moment.parse(written))
    except ValueError:
        return None
