"""Written forms as patterns: `{slot}`, `[optional]`, `<one|or another>`; compiled for reading.

A form says how something is written, in the same signs that house styles write it with. Tokens say what may
stand in a slot and what it means; a slot's name may end in a digit (`{d}`, `{d2}`) where a form has two of
a kind. Parts are forms of their own that others name; guards are conditions without length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from eventrecord.localize.alternatives import either
from eventrecord.localize.chinese.numerals import numerals

__all__ = ["COUNTED", "LONGEST", "Form", "Token", "compiled", "number_token", "opening", "word_token"]

_SPACE = "[ \\n]{1,3}"
LONGEST = 5
_NUMERALS = "".join(char for table in numerals() for char in table)
_DENSE = 2
"""The same where words are not apart, and each character tells more."""
COUNTED = frozenset("0123456789" + _NUMERALS)
_RUN = ("0", _NUMERALS[0])
_RUNS = re.compile(f"[0-9]+|[{_NUMERALS}]+")
"""Characters that are enough to tell which forms may begin with them, where words are apart."""
_OPEN = "*"
"""Ends the beginning of what may go on in more ways than are worth a list."""
_SIGN = re.compile(r"\{([a-z_]+)(\d?)\}|[\[\]<>|]|[^{}\[\]<>|]")
# What ends in a letter or digit is not continued by one, and no number by what may be its rest.
_EDGE = (
    r"(?:(?<![0-9A-Za-z])|(?![0-9A-Za-z]|(?<=[A-Za-z])\.[A-Za-z]))"
    r"(?:(?<![0-9])|(?![.:/\-][0-9]|,[0-9]{3}))"
    r"(?<![ \n])"
)


class Token(NamedTuple):
    """What may stand in a slot: a regular expression without groups, and what the words mean."""

    pattern: str
    opens: frozenset[str]
    """Beginnings of it, in lower case: whole words, five characters, or fewer and an asterisk."""
    read: Callable[[str], Any]
    """The meaning, or None where these words have none."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form ready to be read."""

    name: str
    """What it is a form of."""
    pattern: re.Pattern[str]
    opens: frozenset[str]
    """Its beginnings, as `opening` tells them; none is longer than `LONGEST`."""
    tokens: Mapping[str, Token]
    same: Mapping[str, str]
    """Slots that mean what another one means: a day told by a short word is a day."""

    def read(self, match: re.Match[str]) -> dict[str, Any] | None:
        """The meaning of each slot that is filled; None if one has none."""
        values: dict[str, Any] = {}
        for slot, words in match.groupdict().items():
            if words is None:
                continue
            value = self.tokens[slot].read(words)
            if value is None:
                return None
            name = slot.rstrip("234")
            values[self.same.get(name, name) + slot[len(name) :]] = value
        return values


def word_token(words: Mapping[str, Any]) -> Token:
    """A token of fixed words, whatever their case, each with its meaning."""
    if not words:
        return Token("(?!)", frozenset(), lambda text: None)
    known = {word.casefold(): value for word, value in words.items()}
    pattern = either(known).replace(r"\ ", _SPACE)
    return Token(
        f"(?:{pattern})",
        frozenset(_beginning(word) for word in known),
        lambda t: known.get(" ".join(t.casefold().split())),
    )


def number_token(pattern: str, opens: str, read: Callable[[str], Any], ends: str = ",.") -> Token:
    """A token of digits or numerals that begins with one of `opens`.

    `ends` are characters that may follow the first digits within it: those of 1,200 or of 15th.
    """
    begins = {opening(char) + ("" if char in COUNTED else _OPEN) for char in opens.lower()}
    begins |= {f"{begin}{end}{_OPEN}" for begin in begins if not begin.endswith(_OPEN) for end in ends}
    return Token(f"(?:{pattern})", frozenset(begins), read)


def opening(text: str) -> str:
    """The beginning of a text as beginnings of forms are told: one digit, one numeral for any run of them."""
    return _RUNS.sub(lambda run: _RUN[run[0][0] in _NUMERALS], text.lower())


def compiled(
    name: str,
    form: str,
    tokens: Mapping[str, Token],
    parts: Mapping[str, str],
    guards: Mapping[str, str],
    same: Mapping[str, str],
    *,
    spaced: bool,
) -> Form:
    """A form as a regular expression.

    Args:
        name: what it is a form of.
        form: the form.
        tokens: what may stand in the slots, by slot.
        parts: forms by the names that other forms call them.
        guards: regular expressions without length, by name.
        same: slots that mean what another one means.
        spaced: whether a space may stand on either side of a slot, as some write it in Chinese.
    """
    reader = _Reader(tokens, guards, " ?" if spaced else "")
    pattern, begins = reader.choice(_signs(form, parts, ""), [0])
    opens = frozenset(begin.rstrip(_OPEN) for begin in begins if begin[:1] != " ")
    return Form(name, re.compile(f"(?:{pattern}){_EDGE}", re.IGNORECASE), opens, reader.used, same)


def _signs(form: str, parts: Mapping[str, str], number: str) -> list[tuple[str, str]]:
    """The signs of a form: characters, and slots as (name, number); parts are put in."""
    signs: list[tuple[str, str]] = []
    for match in _SIGN.finditer(form):
        slot, own = match[1], match[2] or number
        if slot is None:
            signs.append((match[0], ""))
        elif slot in parts:
            signs += [("<", ""), *_signs(parts[slot], parts, own), (">", "")]
        else:
            signs.append((slot, own or "0"))
    return signs


class _Reader:
    """Turns the signs of one form into a regular expression."""

    def __init__(self, tokens: Mapping[str, Token], guards: Mapping[str, str], gap: str) -> None:
        self.tokens, self.guards, self.gap = tokens, guards, gap
        self.long = _DENSE if gap else LONGEST
        self.used: dict[str, Token] = {}

    def choice(self, signs: list[tuple[str, str]], at: list[int]) -> tuple[str, set[str]]:
        """Alternatives up to the sign that closes them, and how they may begin."""
        patterns, begins = [], set[str]()
        while True:
            pattern, own = self.sequence(signs, at)
            patterns.append(pattern)
            begins |= own
            if at[0] >= len(signs) or signs[at[0]] != ("|", ""):
                return "|".join(patterns), begins
            at[0] += 1

    def sequence(self, signs: list[tuple[str, str]], at: list[int]) -> tuple[str, set[str]]:
        """Signs one after the other."""
        pattern, begins = "", {""}
        while at[0] < len(signs):
            sign, number = signs[at[0]]
            if not number and sign in "]>|":
                break
            at[0] += 1
            piece, own = self.piece(sign, number, signs, at)
            pattern += piece
            begins = {_joined(begin, then, self.long) for begin in begins for then in own}
        return pattern, begins

    def piece(
        self, sign: str, number: str, signs: list[tuple[str, str]], at: list[int]
    ) -> tuple[str, set[str]]:
        """One sign, or what a bracket holds."""
        if number:
            return self.slot(sign, number.replace("0", ""), first=at[0] == 1)
        if sign in "[<":
            inner, begins = self.choice(signs, at)
            at[0] += 1
            return (f"(?:{inner})?", begins | {""}) if sign == "[" else (f"(?:{inner})", begins)
        if sign == " ":
            return _SPACE, {"" if self.gap else " "}
        if sign == "-":
            return "-{1,2}", {"-" + _OPEN}
        return re.escape(sign), {sign.lower()}

    def slot(self, name: str, number: str, *, first: bool) -> tuple[str, set[str]]:
        """A slot as a named group, or a guard."""
        if name in self.guards:
            return self.guards[name], {""}
        token = self.tokens[name]
        slot = f"{name}{number}"
        group = f"(?P<{slot}>{token.pattern})"
        self.used[slot] = token
        begins = set(token.opens)
        return group + self.gap if first else self.gap + group + self.gap, begins


def _beginning(word: str) -> str:
    """What of a word tells it."""
    return _joined(opening(word), "", LONGEST)


def _joined(begin: str, then: str, longest: int) -> str:
    """What begins with the one and goes on with the other, no longer than it need be."""
    text = begin if begin.endswith(_OPEN) else opening(begin + then)
    return text[:longest] + _OPEN if len(text.rstrip(_OPEN)) >= longest else text
