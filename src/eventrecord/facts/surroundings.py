"""What stands around the numbers of a text: what they count, in which measure, of which whole, up or down."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from eventrecord.facts.kinds import kinds
from eventrecord.facts.surrounding_words import Lexicon, Words, surrounding_words
from eventrecord.facts.told import Beside, Scope, Told
from eventrecord.localize.stated import Stated

__all__ = ["surrounded"]

_DATES = frozenset({"date", "date-range", "year", "year-range"})
_DIGIT = re.compile(r"\d")
_FAR = 90
"""How many characters about a whole or a rise may be from the number."""
_WHOLE = 40
"""How many characters the name of a whole may be from the number."""
_BARE = re.compile(r"(?<![A-Za-z])\$")
_SHARES = frozenset({"percent", "fraction", "ratio"})
_MEMBERS = 16
"""Characters in which it stands of what a share is."""
_GAPS = " -\u00a0"
_RATE = 30
"""How many characters after a number it may stand in which time."""
_BESIDE = 26
"""How many characters a word that says how exact a number is may reach."""


def surrounded(text: str, facts: Sequence[Stated], tag: str) -> list[Told]:
    """The facts of a text with what stands around each; they are in their order, and none overlap.

    Raises:
        UnknownNameError: there is no such locale.
    """
    words = surrounding_words(tag)
    lower = text.lower() if len(text.lower()) == len(text) else text
    ends = [found.end() for found in words.patterns["sentence"].finditer(text)]
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


def _is_converted(text: str, before: Stated, fact: Stated, words: Words) -> bool:
    """Whether a sum is the one before it in another currency, which is about right whatever it says."""
    if not before.kind == fact.kind == "money" or before.unit == fact.unit:
        return False
    return words.conversion.fullmatch(text, before.end, fact.start) is not None


def _told(text: str, fact: Stated, floor: int, ceiling: int, words: Words, sentence: int) -> Told:
    after = text[fact.end : min(ceiling, fact.end + _FAR)]
    before = text[max(floor, fact.start - _FAR) : fact.start]
    surface = text[fact.start : fact.end]
    measure = _measure(fact, surface, before, after, words) if fact.kind == "count" else None
    is_thing, is_next = fact.kind == "count" and not measure, floor > fact.start - _FAR and floor > 0
    nouns = _nouns(surface, before, after, words, is_next=is_next) if is_thing else frozenset()
    near = _last_part(before, words.patterns["clause"]), _first_part(after, words.patterns["clause"])
    wide = text[max(0, fact.start - _FAR) : fact.end + _FAR]
    is_sum, is_day = fact.kind in ("money", "percent"), fact.kind == "date"
    step = near[0].strip() in words.steps
    moved = (
        _last_part(text[max(0, fact.start - _FAR) : fact.start], words.patterns["sentence"])
        if step
        else near[0]
    )
    return Told(
        fact,
        place=fact.start / max(len(text), 1),
        sentence=sentence,
        nouns=nouns,
        measure=measure,
        unit_end=_unit_end(fact, after, words) if measure else 0,
        scope=_scope(fact, *near, words),
        around=words.lexicons["scopes"].all(wide),
        changes=_beside(fact, moved, near[1], words.lexicons["changes"]),
        rates=_beside(fact, near[0], near[1][:_RATE], words.lexicons["rates"]),
        bases=_beside(fact, *near, words.lexicons["bases"]),
        members=_members(fact, near[1], words),
        amounts=_on_both_sides(fact, *near, words.lexicons["amounts"]) if is_sum else Beside(),
        hints=_on_both_sides(fact, near[0][-_BESIDE:], near[1][:_BESIDE], words.lexicons["hints"]),
        is_through=_is_through(fact, surface, before, words),
        is_weekday=is_day and _DIGIT.search(surface) is None and words.weekday.search(surface) is not None,
        is_bare_month=fact.kind == "date-range" and words.has("bare_month", fact.surface),
        is_half_day=fact.kind == "time" and words.has("half_day", fact.surface),
        base=_base(fact, before, words),
        is_bare_day=is_day and words.has("bare_day", fact.surface),
        is_rest=words.has("rest_before", before) or words.has("rest_after", after),
        is_just_below=words.has("just_below", surface),
        is_bare_date=is_day and words.has("bare_date", fact.surface),
    )


def _beside(fact: Stated, before: str, after: str, lexicon: Lexicon) -> Beside:
    """The words before a number in its clause, all of them; else the first after it."""
    found = list(lexicon.pattern.finditer(before))
    if found:
        keys = frozenset().union(*(lexicon.keys[one[0]] for one in found))
        return Beside(keys, fact.start - len(before) + found[-1].start(), fact.end)
    one = lexicon.pattern.search(after)
    return Beside(
        lexicon.keys[one[0]] if one else frozenset(), fact.start, fact.end + (one.end() if one else 0)
    )


def _members(fact: Stated, after: str, words: Words) -> Beside:
    """The things that a share is told of right after it."""
    lead = words.patterns["members"].match(after) if fact.kind in _SHARES else None
    found = words.lexicons["nouns"].pattern.search(after, lead.end(), lead.end() + _MEMBERS) if lead else None
    if found is None:
        return Beside()
    return Beside(words.lexicons["nouns"].keys[found[0]], fact.start, fact.end + found.end())


def _on_both_sides(fact: Stated, before: str, after: str, lexicon: Lexicon) -> Beside:
    """All words before and after a number."""
    ahead, behind = list(lexicon.pattern.finditer(before)), list(lexicon.pattern.finditer(after))
    keys = frozenset().union(*(lexicon.keys[one[0]] for one in (*ahead, *behind)))
    start = fact.start - (len(before) - ahead[0].start() if ahead else 0)
    return Beside(keys, start, fact.end + (behind[-1].end() if behind else 0))


def _is_through(fact: Stated, surface: str, before: str, words: Words) -> bool:
    if not words.through or not surface.startswith(words.through):
        return False
    return fact.kind == "duration" or words.has("phrasal", before)


def _base(fact: Stated, before: str, words: Words) -> str:
    if fact.kind != "year":
        return ""
    if words.has("base_word", fact.surface):
        return "word"
    return "number" if words.has("base_before", before) else ""


def _scope(fact: Stated, before: str, after: str, words: Words) -> Scope:
    is_other = any(words.has("other_whole", text) for text in (f"%{after}", f"{before}%"))
    for place, text in ((fact.end, after), (fact.start - len(before), before)):
        found = list(words.lexicons["scopes"].pattern.finditer(text))
        if found:
            keys = frozenset().union(*(words.lexicons["scopes"].keys[one[0]] for one in found))
            start, end = place + found[0].start(), place + found[-1].end()
            near = text[: found[0].start()] if place == fact.end else text[found[0].end() :]
            is_told = words.has("share_of", text) and len(near) <= _WHOLE
            return Scope(keys, min(fact.start, start), max(fact.end, end), is_told, is_other)
    return Scope(frozenset(), fact.start, fact.end, is_told=False, is_other=is_other)


def _measure(fact: Stated, surface: str, before: str, after: str, words: Words) -> str | None:
    if fact.unit:
        return fact.unit
    tail = "" if words.apart else _tail(surface, words)
    measures = words.lexicons["measures"]
    found = measures.last(tail) if tail else measures.here(after.lstrip(_GAPS))
    measure = min(found, default=None)
    led = _last_part(before, words.patterns["clause"])
    return next((new for old, lead, new in words.turned if old == measure and lead.search(led)), measure)


def _unit_end(fact: Stated, after: str, words: Words) -> int:
    gap = len(after) - len(after.lstrip(_GAPS))
    found = words.lexicons["measures"].pattern.match(after, gap) if words.apart else None
    return fact.end + found.end() if found else 0


def _nouns(surface: str, before: str, after: str, words: Words, *, is_next: bool) -> frozenset[str]:
    lead = words.patterns["leads"].match(after)
    following = after[lead.end() if lead else 0 :][: words.after]
    nouns = words.lexicons["nouns"].all(_first_part(following, words.patterns["stops"]))
    if words.apart:
        near = _last_part(before, words.patterns["clause"]), _first_part(after, words.patterns["clause"])
        is_coming = any(words.has("comes", text) for text in near)
        comes = is_coming and any(noun.startswith("person") for noun in nouns)
        return nouns | {kinds().comer} if comes else nouns
    tail = _tail(surface, words)
    counters = words.lexicons["counters"]
    counted = counters.last(tail) if tail else counters.here(after)
    if not nouns and not counted:
        led = _last_part(before, words.patterns["stops"])
        theirs = is_next and len(led) == len(before)  # 11个国家的24个舞团
        nouns = words.lexicons["nouns"].all("" if theirs else led[-words.before :])
    other = kinds().other_count(counted)
    return counted | {noun for noun in nouns if noun.partition(".")[0] != other}


def _tail(surface: str, words: Words) -> str:
    """What follows the number of a surface: its measure word, and a qualifier."""
    digits = [at for at, char in enumerate(surface, 1) if char.isdecimal()]
    tail = surface[digits[-1] :] if digits else surface
    if digits and words.lexicons["measures"].pattern.search(tail):
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
