"""What is wrong in how a text is set: faults that a pattern of the locale's `typography.toml` describes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from eventrecord.localize.data import Table, inherited, read_table
from eventrecord.localize.wording import tag_parents

__all__ = ["Change", "Slip", "find_slips", "hide", "locale_of"]

_HIDDEN = "\1"


class Change(NamedTuple):
    """New characters for a stretch of a text."""

    start: int
    end: int
    text: str


class Slip(NamedTuple):
    """A stretch of a text that is wrong by a rule, and what to change, if that is known."""

    rule: str
    start: int
    end: int
    changes: tuple[Change, ...] = ()
    unless: str = ""
    """The key of the house style that makes it right."""

    def moved(self, by: int) -> Slip:
        """The same `by` characters further on."""
        changes = tuple(Change(change.start + by, change.end + by, change.text) for change in self.changes)
        return self._replace(start=self.start + by, end=self.end + by, changes=changes)


class _Case(NamedTuple):
    rule: str
    signs: frozenset[str]
    needs: tuple[str, ...]
    pattern: str
    better: str | Mapping[str, str] | None
    how: str
    """once: one for a run of it; narrow: half-width characters; insert: `better` at the group."""
    unless: str


def locale_of(tag: str) -> str | None:
    """The locale whose typography a wording of `tag` follows; None where there is none."""
    return next((link for link in (*tag_parents(tag), tag.partition("-")[0]) if _is_locale(link)), None)


def hide(text: str, locale: str) -> str:
    """The text with other characters where addresses of pages and of mail stand, for which no rule holds."""
    if "@" in text or "://" in text or "www." in text:
        hidden = re.compile("|".join(inherited(locale, "typography").get("hidden", ())))
        text = hidden.sub(lambda match: _HIDDEN * len(match[0]), text)
    return text


def find_slips(text: str, locale: str) -> Iterator[Slip]:
    """The faults in a text, in its order; none overlap, and none goes over the end of a line.

    Args:
        text: a text, as `hide` gives it, with zero characters where slots are.
        locale: as `locale_of` gives it.
    """
    slips: list[tuple[int, int, Slip]] = []
    for number, case in _suspected(text, locale):
        found = re.compile(case.pattern, re.MULTILINE).finditer(text)  # which keeps what it has compiled
        slips += ((slip.start, number, slip) for slip in (_slip(text, match, case) for match in found))
    slips.sort()
    last = 0
    for start, _, slip in slips:
        if start >= last:
            last = slip.end
            yield slip


def _suspected(text: str, locale: str) -> Iterator[tuple[int, _Case]]:
    """The cases that may be in a text, with their numbers: it has one of their signs, or of their words."""
    cases, index, signs = _cases(locale), _index(locale), set(text)
    found = {
        number
        for sign in index.keys() & signs
        for words, number in index[sign]
        if words == sign or (words[-1] in signs and words in text)
    }
    for number in sorted(found):
        yield number, cases[number]


def _slip(text: str, match: re.Match[str], case: _Case) -> Slip:
    if case.how == "insert":
        place = match.start(1)
        return Slip(case.rule, *match.span(), (Change(place, place, str(case.better)),))
    start, end = match.span(match.re.groups)  # the group, if there is one
    return Slip(case.rule, start, end, tuple(_changes(text, start, end, case)), case.unless)


def _changes(text: str, start: int, end: int, case: _Case) -> Iterator[Change]:
    if case.how == "narrow":
        yield Change(start, end, unicodedata.normalize("NFKC", text[start:end]))
    elif isinstance(case.better, str):
        yield Change(start, end, case.better)
    elif case.how == "once":
        if len(set(text[start:end])) == 1:
            yield Change(start, end, text[start])
    elif case.better is not None:
        for place in range(start, end):
            if text[place] in case.better:
                last = place + 2 if text[place + 1 : end] == " " else place + 1
                yield Change(place, last, case.better[text[place]])


@lru_cache(maxsize=64)
def _index(locale: str) -> dict[str, list[tuple[str, int]]]:
    """By the character that they begin with, the signs and words of all cases, with the case's number."""
    index: dict[str, list[tuple[str, int]]] = {}
    for number, case in enumerate(_cases(locale)):
        for words in (*case.signs, *case.needs):
            index.setdefault(words[0], []).append((words, number))
    return index


def _is_locale(tag: str) -> bool:
    return bool(read_table(tag, "locale"))


@lru_cache(maxsize=64)
def _cases(locale: str) -> tuple[_Case, ...]:
    table = inherited(locale, "typography")
    classes: Table = table.get("classes", {})

    def spelled(pattern: str) -> str:
        for name, signs in classes.items():
            pattern = pattern.replace(f"<{name}>", signs)
        return pattern

    return tuple(
        _Case(
            rule,
            frozenset(case.get("signs", "")),
            tuple(case.get("needs", ())),
            spelled(case["pattern"]),
            case.get("better"),
            case.get("how", ""),
            case.get("unless", ""),
        )
        for rule, cases in table.get("slips", {}).items()
        for case in cases.values()
    )
