"""Quotation marks and brackets of a text: which belong together, and what is wrong with them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from eventrecord.localize.data import inherited
from eventrecord.localize.typography import Change, Slip

__all__ = ["find_mark_slips", "has_marks"]

_COUNTED = r"(?:^|[;,:.、；。：\n] ?)[0-9A-Za-z一二三四五六七八九十]{1,3}$"
"""What stands before a bracket that closes a number in a list: a), 1）."""
_HAN = r"[^\W\x00-\u052f]|\0"
"""A Chinese character, or a slot: what is quoted around one is not quoted from English."""
_QUOTES = "“‘「『"
_OPENED_AFTER = frozenset(" \n\t(（[—–“‘「『《\0")
_CURLY = {'"': "“”", "'": "‘’"}
_STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'"}


class _Marks(NamedTuple):
    signs: frozenset[str]
    sign: str
    """A pattern of any of them."""
    closers: dict[str, str]
    """By what opens a pair, what closes it."""
    openers: dict[str, str]
    nested: dict[str, str]
    quotes: tuple[str, str]
    """The quotes of the locale, outer and inner."""
    wrong: str
    """What opens quotes of the other script."""
    outermost: bool
    straight: bool


class _Pair(NamedTuple):
    start: int
    end: int
    opener: str
    depth: int
    """How many quotations it stands in."""
    within: str
    """What opens the pair that it stands in; nothing for none."""


def has_marks(text: str, locale: str) -> bool:
    """Whether there is anything to look at."""
    return not _marks(locale).signs.isdisjoint(text)


def find_mark_slips(text: str, locale: str) -> Iterator[Slip]:
    """What is wrong with the marks of a text that come in pairs.

    Rules: unpaired-mark, nested-quotes, wrong-quotes, straight-quotes; where straight quotes are quotes,
    mixed-quotes instead.
    """
    marks = _marks(locale)
    pairs, lone = _paired(text, marks)
    straight = '"' in text or "'" in text
    if straight and marks.straight:
        yield from _mixed(text)
        if '"' in text:
            lone = [place for place in lone if text[place] not in "“”"]
            if "“" not in text and "”" not in text:
                yield from _odd(text)
    elif straight and marks.quotes[0]:
        yield from _straight(text, marks)
    yield from (Slip("unpaired-mark", place, place + 1) for place in lone)
    chinese = [match.start() for match in re.finditer(_HAN, text)] if marks.wrong and pairs else []
    for pair in pairs:
        yield from _respelled(pair, marks, chinese)


@lru_cache(maxsize=16)
def _marks(locale: str) -> _Marks:
    table = inherited(locale, "typography").get("marks", {})
    pairs = table.get("pairs", [])
    signs = frozenset("".join(pairs) + "\"'")
    return _Marks(
        signs,
        f"[{re.escape(''.join(sorted(signs)))}]",
        {pair[0]: pair[1] for pair in pairs},
        {pair[1]: pair[0] for pair in pairs},
        table.get("nested", {}),
        (table.get("outer", ""), table.get("inner", "")),
        "".join(pair[0] for pair in table.get("wrong", ())),
        table.get("outermost", False),
        table.get("straight", False),
    )


def _paired(text: str, marks: _Marks) -> tuple[list[_Pair], list[int]]:
    """Pairs of marks, those that begin first first, and marks that have no other half."""
    pairs: list[_Pair] = []
    lone: list[int] = []
    opened: list[int] = []
    open_now: Counter[str] = Counter()
    for match in re.finditer(marks.sign, text):
        place, sign = match.start(), match[0]
        if sign in marks.closers:
            opened.append(place)
            open_now[sign] += 1
        elif (opener := marks.openers.get(sign)) is None or _is_apostrophe(text, place, open_now["‘"] > 0):
            continue
        elif not open_now[opener]:
            if not _is_no_bracket(text, place):
                lone.append(place)
        else:
            while text[opened[-1]] != opener:
                open_now[text[opened[-1]]] -= 1
                lone.append(opened.pop())
            start = opened.pop()
            open_now[opener] -= 1
            depth = sum(open_now[quote] for quote in _QUOTES)
            within = text[opened[-1]] if opened else ""
            pairs.append(_Pair(start, place + 1, opener, depth, within))
    return sorted(pairs), sorted(lone + opened)


def _is_apostrophe(text: str, place: int, quoted: bool) -> bool:
    if text[place] != "’":
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    latin = before.isascii() and before.isalnum()
    if quoted:
        return latin and after.isascii() and after.isalpha()
    return latin or (after.isascii() and after.isalnum())


def _is_no_bracket(text: str, place: int) -> bool:
    if text[place] not in ")）":
        return False
    return (
        text[max(place - 1, 0)] in ":;-" or re.search(_COUNTED, text[max(0, place - 6) : place]) is not None
    )


def _respelled(pair: _Pair, marks: _Marks, chinese: list[int]) -> Iterator[Slip]:
    start, end, opener, depth, within = pair
    if opener in marks.wrong:
        if _has(chinese, start, end):
            yield _with(pair, "wrong-quotes", marks.quotes[min(depth, 1)])
    elif within == opener and opener in marks.nested:
        yield _with(pair, "nested-quotes", marks.nested[opener])
    elif marks.outermost and opener == marks.quotes[1][0] and depth == 0 and _has(chinese, start, end):
        yield _with(pair, "nested-quotes", marks.quotes[0])


def _has(places: list[int], start: int, end: int) -> bool:
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def _with(pair: _Pair, rule: str, better: str) -> Slip:
    changes = Change(pair.start, pair.start + 1, better[0]), Change(pair.end - 1, pair.end, better[1])
    return Slip(rule, pair.start, pair.end, changes)


def _straight(text: str, marks: _Marks) -> Iterator[Slip]:
    """Straight quotes in a language that has none, in pairs."""
    for sign in "\"'":
        places = [place for place, one in enumerate(text) if one == sign and _is_quote(text, place)]
        for start, end in zip(places[::2], places[1::2], strict=False):
            yield _with(_Pair(start, end + 1, sign, 0, ""), "straight-quotes", marks.quotes[0])
        if len(places) % 2:
            yield Slip("unpaired-mark", places[-1], places[-1] + 1)


def _is_quote(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if text[place] == "'":
        return bool(re.match(_HAN, before) or re.match(_HAN, after))
    return not before.isdigit()


def _odd(text: str) -> Iterator[Slip]:
    """Of an odd number of straight quotes that which is most likely alone."""
    places = [place for place, one in enumerate(text) if one == '"' and not text[place - 1 : place].isdigit()]
    if len(places) % 2:
        opening = [place for place in places if place == 0 or text[place - 1] in _OPENED_AFTER]
        place = opening[-1] if len(opening) * 2 > len(places) else places[-1]
        yield Slip("unpaired-mark", place, place + 1)


def _mixed(text: str) -> Iterator[Slip]:
    """Straight and curly quotes in one text: the kind that is rarer, of equals the straight."""
    straight = [
        place for place, one in enumerate(text) if one in _CURLY and not text[place - 1 : place].isdigit()
    ]
    curly = [place for place, one in enumerate(text) if one in _STRAIGHT]
    if straight and curly:
        for place in straight if len(straight) <= len(curly) else curly:
            yield Slip("mixed-quotes", place, place + 1, (Change(place, place + 1, _other(text, place)),))


def _other(text: str, place: int) -> str:
    """A straight quote for a curly one, or the reverse."""
    if text[place] in _STRAIGHT:
        return _STRAIGHT[text[place]]
    return _CURLY[text[place]][place > 0 and text[place - 1] not in _OPENED_AFTER]
