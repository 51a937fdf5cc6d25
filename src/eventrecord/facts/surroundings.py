"""What stands around the numbers of a text: what they count, in which measure, of which whole, up or down."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from eventrecord.localize.alternatives import either
from eventrecord.localize.data import inherited
from eventrecord.localize.stated import Stated

__all__ = ["Told", "told"]

_DATES = frozenset({"date", "date-range", "year", "year-range"})
_DIGIT = re.compile(r"\d")
_EITHER = {"person": "visit", "visit": "person"}
"""Visitors are counted once each, or each time they come: 人, 人次."""
_COMING = frozenset({"visit.visitor"})
_FAR = 90
"""How many characters about a whole or a rise may be from the number."""
_WHOLE = 40
"""How many characters the name of a whole may be from the number."""
_BESIDE = 26
"""How many characters a word that says how exact a number is may reach."""


class Scope(NamedTuple):
    """A whole that is named beside a number."""

    keys: frozenset[str]
    """`nation`; none if no whole is named."""
    start: int
    end: int
    """From the first to the last of the number and the name of the whole."""
    is_told: bool
    """Whether the number is of that whole in so many words: 40 percent of the nation's total."""
    is_other: bool = False
    """Whether it is of another whole that is named: 40 percent of the ships, 船舶中40%."""


class Told(NamedTuple):
    """A fact with what its text says around it."""

    fact: Stated
    place: float
    """Where it begins, as a part of the text."""
    sentence: int
    """Which sentence it stands in."""
    nouns: frozenset[str]
    """What is counted: `person`, `person.student`."""
    measure: str | None
    """The measure of a count: `km`."""
    scope: Scope
    """Of which whole it may be a part."""
    around: frozenset[str]
    """Wholes that are named anywhere near."""
    changes: frozenset[str]
    """`up`, `down`."""
    amounts: frozenset[str]
    """Of what a sum is: `revenue`, `exports`."""
    hints: frozenset[str]
    """What words a little apart say of how exact the number is: `above`, `below`, `nearly`, `about`."""
    is_through: bool
    """Whether its qualifier may be no qualifier: over five years, turned over 3 billion."""
    is_weekday: bool
    """Whether a day is told by its weekday alone, which may be of the week before or after."""
    is_bare_month: bool
    """Whether a month is told without its year."""
    is_half_day: bool
    """Whether a time is told as on a dial, before or after noon: half past two."""
    base: str
    """Of a year: `word` if it is told as the one before (上年), `number` if something is compared with it."""
    is_bare_day: bool
    """Whether a day is told without its month, which may be another than it was taken for: 8日."""

    @property
    def kinds(self) -> frozenset[str]:
        """What is counted, in general: `person`."""
        return frozenset(noun.partition(".")[0] for noun in self.nouns)


class _Words(NamedTuple):
    """Words of one language, and what they mean."""

    stops: re.Pattern[str]
    leads: re.Pattern[str]
    clause: re.Pattern[str]
    sentence: re.Pattern[str]
    before: int
    after: int
    comes: re.Pattern[str]
    share_of: re.Pattern[str]
    through: tuple[str, ...]
    phrasal: re.Pattern[str]
    of: tuple[str, ...]
    weekday: re.Pattern[str]
    bare_month: re.Pattern[str]
    half_day: re.Pattern[str]
    bare_day: re.Pattern[str]
    base_word: re.Pattern[str]
    base_before: re.Pattern[str]
    other_whole: re.Pattern[str]
    conversion: re.Pattern[str]
    numerals: frozenset[str]
    """Characters that numbers are written in."""
    whole: bool
    nouns: _Lexicon
    counters: _Lexicon
    """Words that stand between a number and its noun, and say what kind of noun it is."""
    measures: _Lexicon
    scopes: _Lexicon
    changes: _Lexicon
    amounts: _Lexicon
    hints: _Lexicon


class _Lexicon(NamedTuple):
    """A pattern of words, and the keys of each."""

    pattern: re.Pattern[str]
    keys: dict[str, frozenset[str]]

    def all(self, text: str) -> frozenset[str]:
        """The keys of all words in a text."""
        return frozenset().union(*(self.keys[found[0]] for found in self.pattern.finditer(text)))

    def first(self, text: str) -> frozenset[str]:
        """The keys of the first word in a text."""
        found = self.pattern.search(text)
        return self.keys[found[0]] if found else frozenset()

    def here(self, text: str) -> frozenset[str]:
        """The keys of the word that a text begins with."""
        found = self.pattern.match(text)
        return self.keys[found[0]] if found else frozenset()

    def last(self, text: str) -> frozenset[str]:
        """The keys of the last word in a text."""
        found = [match[0] for match in self.pattern.finditer(text)]
        return self.keys[found[-1]] if found else frozenset()


def told(text: str, facts: Sequence[Stated], tag: str) -> list[Told]:
    """The facts of a text with what stands around each; they are in their order, and none overlap.

    Raises:
        UnknownNameError: there is no such locale.
    """
    words = _words(tag)
    lower = text.lower() if len(text.lower()) == len(text) else text
    ends = [found.end() for found in words.sentence.finditer(text)]
    found = []
    for number, fact in enumerate(facts):
        floor = facts[number - 1].end if number else 0
        ceiling = facts[number + 1].start if number + 1 < len(facts) else len(text)
        if number and facts[number - 1].kind in _DATES and text[floor : fact.start] in words.of:
            floor = facts[number - 2].end if number > 1 else 0  # 接近2019年的两倍: nearly twice
        one = _told(lower, fact, floor, ceiling, words, bisect_right(ends, fact.start))
        if number and _is_converted(lower, facts[number - 1], fact, words):
            one = one._replace(hints=one.hints | {"about"})
        found.append(one)
    return found


def _is_converted(text: str, before: Stated, fact: Stated, words: _Words) -> bool:
    """Whether a sum is the one before it in another currency, which is about right whatever it says."""
    if not before.kind == fact.kind == "money" or before.unit == fact.unit:
        return False
    return words.conversion.fullmatch(text, before.end, fact.start) is not None


def _told(text: str, fact: Stated, floor: int, ceiling: int, words: _Words, sentence: int) -> Told:
    after = text[fact.end : min(ceiling, fact.end + _FAR)]
    before = text[max(floor, fact.start - _FAR) : fact.start]
    surface = text[fact.start : fact.end]
    measure = _measure(fact, surface, after, words) if fact.kind == "count" else None
    nouns = _nouns(surface, before, after, words) if fact.kind == "count" and not measure else frozenset()
    near = _last_part(before, words.clause), _first_part(after, words.clause)
    wide = text[max(0, fact.start - _FAR) : fact.end + _FAR]
    return Told(
        fact,
        fact.start / max(len(text), 1),
        sentence,
        nouns,
        measure,
        _scope(fact, *near, words),
        words.scopes.all(wide),
        words.changes.all(near[0]) or words.changes.first(near[1]),
        words.amounts.all(near[0]) | words.amounts.all(near[1]) if fact.kind == "money" else frozenset(),
        words.hints.all(near[0][-_BESIDE:]) | words.hints.all(near[1][:_BESIDE]),
        _is_through(fact, surface, before, words),
        fact.kind == "date" and _DIGIT.search(surface) is None and words.weekday.search(surface) is not None,
        fact.kind == "date-range" and words.bare_month.search(fact.surface) is not None,
        fact.kind == "time" and words.half_day.search(fact.surface) is not None,
        _base(fact, before, words),
        fact.kind == "date" and words.bare_day.search(fact.surface) is not None,
    )


def _is_through(fact: Stated, surface: str, before: str, words: _Words) -> bool:
    if not words.through or not surface.startswith(words.through):
        return False
    return fact.kind == "duration" or words.phrasal.search(before) is not None


def _base(fact: Stated, before: str, words: _Words) -> str:
    if fact.kind != "year":
        return ""
    if words.base_word.search(fact.surface):
        return "word"
    return "number" if words.base_before.search(before) else ""


def _scope(fact: Stated, before: str, after: str, words: _Words) -> Scope:
    is_other = any(words.other_whole.search(text) for text in (f"%{after}", f"{before}%"))
    for place, text in ((fact.end, after), (fact.start - len(before), before)):
        found = list(words.scopes.pattern.finditer(text))
        if found:
            keys = frozenset().union(*(words.scopes.keys[one[0]] for one in found))
            start, end = place + found[0].start(), place + found[-1].end()
            near = text[: found[0].start()] if place == fact.end else text[found[0].end() :]
            is_told = words.share_of.search(text) is not None and len(near) <= _WHOLE
            return Scope(keys, min(fact.start, start), max(fact.end, end), is_told, is_other)
    return Scope(frozenset(), fact.start, fact.end, is_told=False, is_other=is_other)


def _measure(fact: Stated, surface: str, after: str, words: _Words) -> str | None:
    if fact.unit:
        return fact.unit
    tail = "" if words.whole else _tail(surface, words)
    found = words.measures.last(tail) if tail else words.measures.here(after.lstrip(" -\u00a0"))
    return min(found, default=None)


def _nouns(surface: str, before: str, after: str, words: _Words) -> frozenset[str]:
    lead = words.leads.match(after)
    following = after[lead.end() if lead else 0 :][: words.after]
    nouns = words.nouns.all(_first_part(following, words.stops))
    if words.whole:
        near = _last_part(before, words.clause), _first_part(after, words.clause)
        is_coming = any(words.comes.search(text) for text in near)
        return nouns | _COMING if is_coming and any(noun.startswith("person") for noun in nouns) else nouns
    tail = _tail(surface, words)
    counted = words.counters.last(tail) if tail else words.counters.here(after)
    if not nouns and not counted:
        nouns = words.nouns.all(_last_part(before, words.stops)[-words.before :])
    other = next((_EITHER[key] for key in counted if key in _EITHER), None)
    return counted | {noun for noun in nouns if noun.partition(".")[0] != other}


def _tail(surface: str, words: _Words) -> str:
    """What follows the number of a surface: its measure word, and a qualifier."""
    digits = [at for at, char in enumerate(surface, 1) if char.isdecimal()]
    tail = surface[digits[-1] :] if digits else surface
    if digits and words.measures.pattern.search(tail):
        return tail
    ends = (at for at, char in enumerate(tail, 1) if char in words.numerals)
    return tail[max(ends, default=0) :]


def _first_part(text: str, stops: re.Pattern[str]) -> str:
    stop = stops.search(text)
    return text[: stop.start()] if stop else text


def _last_part(text: str, stops: re.Pattern[str]) -> str:
    end = 0
    for stop in stops.finditer(text):
        end = stop.end()
    return text[end:]


@cache
def _words(tag: str) -> _Words:
    table = inherited(tag, "counted")
    whole: bool = table["whole_words"]
    numerals = inherited(tag, "telling")["numbers"].get("characters", "") + "".join(table["numerals"])
    return _Words(
        stops=re.compile(table["stops"]),
        leads=re.compile(table["leads"]),
        clause=re.compile(table["clause"]),
        sentence=re.compile(table["sentence"]),
        before=table["before"],
        after=table["after"],
        comes=re.compile(table["comes"]),
        share_of=re.compile(table["share_of"]),
        through=tuple(table["through"]),
        phrasal=re.compile(table["phrasal"]),
        of=tuple(table["of"]),
        weekday=re.compile(inherited(tag, "locale")["weekday"]),
        bare_month=re.compile(table["bare_month"]),
        half_day=re.compile(table["half_day"]),
        bare_day=re.compile(table["bare_day"]),
        base_word=re.compile(table["base_word"]),
        base_before=re.compile(table["base_before"]),
        other_whole=re.compile(table["other_whole"]),
        conversion=re.compile(table["reckoning"]["conversion"]),
        numerals=frozenset(numerals),
        whole=whole,
        nouns=_lexicon(table["nouns"], whole=whole),
        counters=_lexicon(table.get("counters", {}), whole=whole),
        measures=_lexicon(table["measures"], whole=whole),
        scopes=_lexicon(table["scopes"], whole=whole),
        changes=_lexicon(table["changes"], whole=whole),
        amounts=_lexicon(table["amounts"], whole=whole),
        hints=_lexicon(table["hints"], whole=whole),
    )


def _lexicon(entries: Mapping[str, list[str]], *, whole: bool) -> _Lexicon:
    keys: dict[str, frozenset[str]] = {}
    for key, words in entries.items():
        for word in words:
            keys[word] = keys.get(word, frozenset()) | {key}
    pattern = f"(?:{either(keys)})"
    return _Lexicon(re.compile(rf"(?<![a-z]){pattern}(?![a-z])" if whole else pattern), keys)
