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

__all__ = ["Beside", "Scope", "Told", "surrounded"]

_DATES = frozenset({"date", "date-range", "year", "year-range"})
_DIGIT = re.compile(r"\d")
_EITHER = {"person": "visit", "visit": "person"}
"""Visitors are counted once each, or each time they come: 人, 人次."""
_COMING = frozenset({"visit.visitor"})
_FAR = 90
"""How many characters about a whole or a rise may be from the number."""
_WHOLE = 40
"""How many characters the name of a whole may be from the number."""
_BARE = re.compile(r"(?<![A-Za-z])\$")
_GAPS = " -\u00a0"
_RATE = 30
"""How many characters after a number it may stand in which time."""
_BESIDE = 26
"""How many characters a word that says how exact a number is may reach."""


class Scope(NamedTuple):
    """A whole that is named beside a number."""

    keys: frozenset[str] = frozenset()
    """`nation`; none if no whole is named."""
    start: int = 0
    end: int = 0
    """From the first to the last of the number and the name of the whole."""
    is_told: bool = False
    """Whether the number is of that whole in so many words: 40 percent of the nation's total."""
    is_other: bool = False
    """Whether it is of another whole that is named: 40 percent of the ships, 船舶中40%."""


class Beside(NamedTuple):
    """Words beside a number that say the same sort of thing of it: up, 下降; a day, 每周."""

    keys: frozenset[str] = frozenset()
    """What they say: `up`; none if there are no such words."""
    start: int = 0
    end: int = 0
    """From the first to the last of the number and these words."""

    def differs(self, other: Beside) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.keys and other.keys and not self.keys & other.keys)


_NOTHING, _NO_SCOPE = Beside(), Scope()


class Told(NamedTuple):
    """A fact with what its text says around it."""

    fact: Stated
    place: float = 0.0
    """Where it begins, as a part of the text."""
    sentence: int = 0
    """Which sentence it stands in."""
    nouns: frozenset[str] = frozenset()
    """What is counted: `person`, `person.student`."""
    measure: str | None = None
    """The measure of a count: `km`."""
    scope: Scope = _NO_SCOPE
    """Of which whole it may be a part."""
    around: frozenset[str] = frozenset()
    """Wholes that are named anywhere near."""
    changes: Beside = _NOTHING
    """`up`, `down`."""
    rates: Beside = _NOTHING
    """In which time: `day`, `week` of 26 trains a day, 每周26列."""
    bases: Beside = _NOTHING
    """With what a change compares: `year`, `quarter`, `month` before; 环比 may be of both."""
    amounts: Beside = _NOTHING
    """Of what a sum is: `revenue`, `exports`."""
    hints: Beside = _NOTHING
    """What words a little apart say of how exact the number is: `above`, `below`, `nearly`, `about`."""
    is_through: bool = False
    """Whether its qualifier may be no qualifier: over five years, turned over 3 billion."""
    is_weekday: bool = False
    """Whether a day is told by its weekday alone, which may be of the week before or after."""
    is_bare_month: bool = False
    """Whether a month or a quarter is told without its year."""
    is_half_day: bool = False
    """Whether a time is told as on a dial, before or after noon: half past two."""
    base: str = ""
    """Of a year: `word` if it is told as the one before (上年), `number` if something is compared with it."""
    is_bare_day: bool = False
    """Whether a day is told without its month, which may be another than it was taken for: 8日."""
    is_bare_date: bool = False
    """Whether a day is told without its year, which may be another than it was taken for: 7月29日."""

    is_just_below: bool = False
    """Whether it is nearly so much and plainly not more: just under half."""
    dollars: frozenset[str] = frozenset()
    """Of which currencies a bare dollar sign may be, by the other dollars of its text: $5 and HK$48."""
    is_rest: bool = False
    """Whether a share is what is left of all: fell to one-third of the earlier level."""
    unit_end: int = 0
    """Where the measure ends, if it stands after the fact: 96.4 megawatts."""

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
    bare_date: re.Pattern[str]
    just_below: re.Pattern[str]
    steps: tuple[str, ...]
    """What alone before a number says how far something moved, told before a comma: , by 21,000."""
    rest: tuple[re.Pattern[str], re.Pattern[str]]
    """What stands before and after a share that is left."""
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
    turned: tuple[tuple[str, re.Pattern[str], str], ...]
    """Measures that are others after some words: kilometres, after 时速, are such an hour."""
    scopes: _Lexicon
    changes: _Lexicon
    rates: _Lexicon
    bases: _Lexicon
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


def surrounded(text: str, facts: Sequence[Stated], tag: str) -> list[Told]:
    """The facts of a text with what stands around each; they are in their order, and none overlap.

    Raises:
        UnknownNameError: there is no such locale.
    """
    words = _words(tag)
    lower = text.lower() if len(text.lower()) == len(text) else text
    ends = [found.end() for found in words.sentence.finditer(text)]
    sums = (fact for fact in facts if fact.kind == "money" and "$" in fact.surface and not _is_bare(fact))
    dollars = frozenset(fact.unit for fact in sums if fact.unit)
    found = []
    for number, fact in enumerate(facts):
        floor = facts[number - 1].end if number else 0
        ceiling = facts[number + 1].start if number + 1 < len(facts) else len(text)
        if number and facts[number - 1].kind in _DATES and text[floor : fact.start] in words.of:
            floor = facts[number - 2].end if number > 1 else 0  # 接近2019年的两倍: nearly twice
        one = _told(lower, fact, floor, ceiling, words, bisect_right(ends, fact.start))
        if number and _is_converted(lower, facts[number - 1], fact, words):
            one = one._replace(hints=one.hints._replace(keys=one.hints.keys | {"about"}))
        elif _is_bare(fact):
            one = one._replace(dollars=dollars)
        found.append(one)
    return found


def _is_bare(fact: Stated) -> bool:
    """Whether a sum has a dollar sign that does not tell whose dollar it is."""
    return fact.kind == "money" and _BARE.search(fact.surface) is not None


def _is_converted(text: str, before: Stated, fact: Stated, words: _Words) -> bool:
    """Whether a sum is the one before it in another currency, which is about right whatever it says."""
    if not before.kind == fact.kind == "money" or before.unit == fact.unit:
        return False
    return words.conversion.fullmatch(text, before.end, fact.start) is not None


def _told(text: str, fact: Stated, floor: int, ceiling: int, words: _Words, sentence: int) -> Told:
    after = text[fact.end : min(ceiling, fact.end + _FAR)]
    before = text[max(floor, fact.start - _FAR) : fact.start]
    surface = text[fact.start : fact.end]
    measure = _measure(fact, surface, before, after, words) if fact.kind == "count" else None
    is_thing, is_next = fact.kind == "count" and not measure, floor > fact.start - _FAR and floor > 0
    nouns = _nouns(surface, before, after, words, is_next=is_next) if is_thing else frozenset()
    near = _last_part(before, words.clause), _first_part(after, words.clause)
    wide = text[max(0, fact.start - _FAR) : fact.end + _FAR]
    is_sum, is_day = fact.kind in ("money", "percent"), fact.kind == "date"
    step = near[0].strip() in words.steps
    moved = _last_part(text[max(0, fact.start - _FAR) : fact.start], words.sentence) if step else near[0]
    return Told(
        fact,
        place=fact.start / max(len(text), 1),
        sentence=sentence,
        nouns=nouns,
        measure=measure,
        unit_end=_unit_end(fact, after, words) if measure else 0,
        scope=_scope(fact, *near, words),
        around=words.scopes.all(wide),
        changes=_beside(fact, moved, near[1], words.changes),
        rates=_beside(fact, near[0], near[1][:_RATE], words.rates),
        bases=_beside(fact, *near, words.bases),
        amounts=_on_both_sides(fact, *near, words.amounts) if is_sum else _NOTHING,
        hints=_on_both_sides(fact, near[0][-_BESIDE:], near[1][:_BESIDE], words.hints),
        is_through=_is_through(fact, surface, before, words),
        is_weekday=is_day and _DIGIT.search(surface) is None and words.weekday.search(surface) is not None,
        is_bare_month=fact.kind == "date-range" and words.bare_month.search(fact.surface) is not None,
        is_half_day=fact.kind == "time" and words.half_day.search(fact.surface) is not None,
        base=_base(fact, before, words),
        is_bare_day=is_day and words.bare_day.search(fact.surface) is not None,
        is_rest=words.rest[0].search(before) is not None or words.rest[1].search(after) is not None,
        is_just_below=words.just_below.search(surface) is not None,
        is_bare_date=is_day and words.bare_date.search(fact.surface) is not None,
    )


def _beside(fact: Stated, before: str, after: str, words: _Lexicon) -> Beside:
    """The words before a number in its clause, all of them; else the first after it."""
    found = list(words.pattern.finditer(before))
    if found:
        keys = frozenset().union(*(words.keys[one[0]] for one in found))
        return Beside(keys, fact.start - len(before) + found[-1].start(), fact.end)
    one = words.pattern.search(after)
    return Beside(
        words.keys[one[0]] if one else frozenset(), fact.start, fact.end + (one.end() if one else 0)
    )


def _on_both_sides(fact: Stated, before: str, after: str, words: _Lexicon) -> Beside:
    """All words before and after a number."""
    ahead, behind = list(words.pattern.finditer(before)), list(words.pattern.finditer(after))
    keys = frozenset().union(*(words.keys[one[0]] for one in (*ahead, *behind)))
    start = fact.start - (len(before) - ahead[0].start() if ahead else 0)
    return Beside(keys, start, fact.end + (behind[-1].end() if behind else 0))


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


def _measure(fact: Stated, surface: str, before: str, after: str, words: _Words) -> str | None:
    if fact.unit:
        return fact.unit
    tail = "" if words.whole else _tail(surface, words)
    found = words.measures.last(tail) if tail else words.measures.here(after.lstrip(_GAPS))
    measure = min(found, default=None)
    led = _last_part(before, words.clause)
    return next((new for old, lead, new in words.turned if old == measure and lead.search(led)), measure)


def _unit_end(fact: Stated, after: str, words: _Words) -> int:
    gap = len(after) - len(after.lstrip(_GAPS))
    found = words.measures.pattern.match(after, gap) if words.whole else None
    return fact.end + found.end() if found else 0


def _nouns(surface: str, before: str, after: str, words: _Words, *, is_next: bool) -> frozenset[str]:
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
        led = _last_part(before, words.stops)
        theirs = is_next and len(led) == len(before)  # 11个国家的24个舞团
        nouns = words.nouns.all("" if theirs else led[-words.before :])
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
        bare_date=re.compile(table["bare_date"]),
        just_below=re.compile(table["just_below"]),
        steps=tuple(table["steps"]),
        rest=(re.compile(table["rest"][0]), re.compile(table["rest"][1])),
        base_word=re.compile(table["base_word"]),
        base_before=re.compile(table["base_before"]),
        other_whole=re.compile(table["other_whole"]),
        conversion=re.compile(table["reckoning"]["conversion"]),
        numerals=frozenset(numerals),
        whole=whole,
        nouns=_lexicon(table["nouns"], whole=whole),
        counters=_lexicon(table.get("counters", {}), whole=whole),
        measures=_lexicon(table["measures"], whole=whole),
        turned=tuple((old, re.compile(lead), new) for old, lead, new in table["turned"]),
        scopes=_lexicon(table["scopes"], whole=whole),
        changes=_lexicon(table["changes"], whole=whole),
        rates=_lexicon(table["rates"], whole=whole),
        bases=_lexicon(table["bases"], whole=whole),
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
