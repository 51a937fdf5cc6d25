"""Names that are almost, or in another script, the ones looked for: slips, homophones, swaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from eventrecord.facts.alike import chinese_slip, distance, is_han, likeness, shares_syllable, small_words
from eventrecord.facts.known_name import KnownName
from eventrecord.facts.named import Named
from eventrecord.localize.characters import simplified
from eventrecord.localize.chinese.people import is_family, is_name_at
from eventrecord.localize.chinese.readings import readings
from eventrecord.localize.chinese.romanization import check_name, compound_family, is_read
from eventrecord.localize.chinese.syllables import is_pinyin_name
from eventrecord.localize.english.people import capital_runs
from eventrecord.localize.language import language
from eventrecord.localize.titles import title_words

__all__ = ["find_name", "find_near", "find_sound", "near_places"]

_LEAST_CHINESE, _SURE_CHINESE, _LONG_CHINESE = 4, 5, 8
"""Characters of a name below which a likeness says nothing; from which one, and two, may differ."""
_SHORT = 5
"""Letters up to which a word with two slips is another word."""
_ONE_LETTER, _TURNED, _TWO_LETTERS, _OF_LONG, _OTHER_WORD = 0.95, 0.9, 0.85, 0.7, 0.6
"""How near words are to a name, whose own words are 1 to it; only the order counts.

They have another letter; stand in another order; have two other letters; are a long name with a word more,
less or otherwise; are one of three words or more with another word in it.
"""


def find_name(name: str, text: str, tag: str) -> Named | None:
    """Where a text of locale `tag` has the reading of a name, or the characters that are read so."""
    if language(tag).family == "zh":
        places = _characters_read(name, text) if not is_han(name) else _same_characters(name, text)
    else:
        places = _read_words(name, text) if is_han(name) else iter(())
    for start, end in places:
        return Named("person", None, text[start:end], start, end, form="pattern")
    return None


def find_sound(latin: str, text: str) -> Named | None:
    """Where a Chinese text has a name that a Latin one nearly is the reading of: 仇明煜, for Qiu Minghui."""
    words = latin.split()
    if not is_pinyin_name(tuple(words)):
        return None
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        for start, character in enumerate(text):
            told = text[start : start + 3]
            if is_family(character) and is_read(character, family) and len(told) == 3 and is_han(told):
                near = shares_syllable(told[1:], "".join(given))
                if near and is_name_at(text, start, start + 3):
                    return Named("person", None, told, start, start + 3, form="near")
    return None


def find_near(wordings: Iterable[KnownName], text: str, tag: str) -> Named | None:
    """Where a text has one of these wordings nearly, though it may be another's: the best place, or None."""
    found = near_places(wordings, text, tag, strict=False)
    return max(found, key=lambda told: (told[0], -told[1].start), default=(0, None))[1]


def near_places(
    wordings: Iterable[KnownName], text: str, tag: str, *, strict: bool
) -> Iterator[tuple[float, Named]]:
    """Where a text has one of these wordings nearly, each with how near, up to 1.

    A person's name with another character or letter; of others a letter, a word or the order of words, in
    Chinese a character or two, of long names a third of them, or their order.

    Args:
        wordings: names as they should be.
        text: the text.
        tag: its locale.
        strict: let only slips through that are hardly another name.
    """
    near = _near_chinese if language(tag).family == "zh" else _near_english
    for known in wordings:
        if known.form == "full" and known.usual:
            for score, start, end in near(known, text, strict):
                yield (
                    score,
                    Named(known.kind, known.id, text[start:end], start, end, form="near", known=known),
                )


def _near_chinese(known: KnownName, text: str, strict: bool) -> Iterator[tuple[float, int, int]]:
    name, plain = simplified(known.words), simplified(text)
    if known.kind == "person":
        length = len(compound_family(name)) or 1
        given = [place - length for place in _places(name[length:], plain) if len(name) > length + 1]
        for start in sorted({*_places(name[:length], plain), *(place for place in given if place >= 0)}):
            told = plain[start : start + len(name)]
            if is_han(told) and len(told) > length + 1 and chinese_slip(name, told):
                yield likeness(name, told), start, start + len(name)
        return
    if len(name) < (_SURE_CHINESE if strict else _LEAST_CHINESE):
        return
    most = 1 + (len(name) >= _LONG_CHINESE) if strict else max(1, len(name) // 3)
    heads, tails = _places(name[:2], plain), _places(name[-2:], plain)
    for start in sorted({*heads, *(tail - len(name) + 2 for tail in tails)}):
        told = plain[max(start, 0) : start + len(name)]
        if len(told) < len(name) or not told.isalnum():
            continue
        differing = sum(a != b for a, b in zip(name, told, strict=True))
        turned = sorted(name) == sorted(told)
        if differing > most and not turned:
            continue
        if differing and (told[-1] == name[-1] or (differing == 1 and len(name) >= _SURE_CHINESE)):
            yield 1 - differing / len(name), start, start + len(name)


def _places(part: str, text: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(part), text)]


def _near_english(known: KnownName, text: str, strict: bool) -> Iterator[tuple[float, int, int]]:
    wanted = tuple(known.words.lower().split())
    words, places = _words_of(text)
    anchors = {place for word in (wanted[0], wanted[-1]) for place in places.get(word, ())}
    starts = {place - back for place in anchors for back in range(len(wanted) + 1)}
    for start in sorted(starts):
        for length in (len(wanted), len(wanted) - 1, len(wanted) + 1):
            told = words[max(start, 0) : max(start, 0) + length]
            if start >= 0 and len(told) == length and len({word.stretch for word in told}) == 1:
                score = _score(known, wanted, tuple(word.word for word in told), strict)
                if score:
                    yield score, told[0].start, told[-1].end


def _score(known: KnownName, wanted: tuple[str, ...], told: tuple[str, ...], strict: bool) -> float:
    """How near words are to a name; 0 if they are it, or another."""
    if told == wanted or not small_words().isdisjoint((told[0], told[-1])):
        return 0
    differing = [(a, b) for a, b in zip(wanted, told, strict=False) if a != b]
    if len(told) == len(wanted) and len(differing) == 1:
        old, new = differing[0]
        if new in title_words("en", "titles"):
            return 0  # Minister of Commerce is no slip of the Ministry of Commerce
        slip = distance(old, new)
        if slip == 1 and (known.kind == "person" or len(wanted) > (2 if strict else 1)):
            return _ONE_LETTER
        if slip == 2 and len(old) > _SHORT and known.kind != "person":
            return _TWO_LETTERS
    edges = told[0] == wanted[0] and told[-1] == wanted[-1]
    if known.kind == "person" or (len(told) != len(wanted) and not edges):
        return 0
    mine, theirs = ([word for word in words if word not in small_words()] for words in (wanted, told))
    if sorted(mine) == sorted(theirs) and len(mine) > 1 and not _same_but_small(wanted, told):
        return _TURNED
    if len(mine) > 3 and len(set(mine) ^ set(theirs)) <= 2 and abs(len(mine) - len(theirs)) <= 1:
        return _OF_LONG
    if not strict and len(mine) == len(theirs) > 2 and mine[-1] == theirs[-1]:
        return _OTHER_WORD if len(set(mine) ^ set(theirs)) == 2 else 0
    return 0


def _same_but_small(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether words differ in an article alone, as sentences have it."""
    return [word for word in one if word != "the"] == [word for word in other if word != "the"]


class _Word(NamedTuple):
    word: str
    start: int
    end: int
    stretch: int


@lru_cache(maxsize=4)
def _words_of(text: str) -> tuple[tuple[_Word, ...], dict[str, list[int]]]:
    """Words of names in a text, in small letters, and where each stands among them."""
    words: list[_Word] = []
    places: dict[str, list[int]] = {}
    for number, (start, end) in enumerate(_stretches(text)):
        for match in re.finditer(r"[\w’'&-]+", text[start:end]):
            word = match[0].lower()
            places.setdefault(word, []).append(len(words))
            words.append(_Word(word, start + match.start(), start + match.end(), number))
    return tuple(words), places


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Words with capitals, with the small words that may stand within a name."""
    begin = stop = -1
    for start, end in capital_runs(text):
        gap = text[stop:start].strip() if begin >= 0 else ""
        if begin >= 0 and start - stop < 14 and set(gap.lower().split()) <= small_words() | {"&"}:
            stop = end
            continue
        if begin >= 0:
            yield begin, stop
        begin, stop = start, end
    if begin >= 0:
        yield begin, stop


def _characters_read(latin: str, text: str) -> Iterator[tuple[int, int]]:
    parts = latin.replace("-", " ").split()
    if len(parts) < 2:
        return
    count = range(2, 5)
    initials = {latin[0].lower(), parts[-1][0].lower()}
    for start, character in enumerate(text):
        if "\u3400" <= character <= "\u9fff" and any(sound[0] in initials for sound in readings(character)):
            for length in count:
                told = text[start : start + length]
                if len(told) == length and is_han(told) and _reads(told, latin):
                    yield start, start + length


def _reads(chinese: str, latin: str) -> bool:
    words = latin.split()
    length = len(compound_family(chinese)) or 1
    family, given = chinese[:length], chinese[length:]
    return bool(given) and any(
        is_read(family, own) and is_read(given, " ".join(rest))
        for own, rest in ((words[0], words[1:]), (words[-1], words[:-1]))
    )


def _same_characters(chinese: str, text: str) -> Iterator[tuple[int, int]]:
    place = simplified(text).find(simplified(chinese))
    if place >= 0:
        yield place, place + len(chinese)


def _read_words(chinese: str, text: str) -> Iterator[tuple[int, int]]:
    sounds = {sound[0] for sound in readings(chinese[0])}
    for start, end in capital_runs(text):
        words = list(re.finditer(r"\S+", text[start:end]))
        for first in range(len(words)):
            for last in range(first + 2, min(first + 3, len(words)) + 1):
                told = text[start + words[first].start() : start + words[last - 1].end()]
                initials = {words[first][0][0].lower(), words[last - 1][0][0].lower()}
                if not initials.isdisjoint(sounds) and check_name(chinese, told):
                    yield start + words[first].start(), start + words[first].start() + len(told)
