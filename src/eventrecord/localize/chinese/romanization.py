"""Whether a Latin name is the pinyin of a Chinese one, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, islice, product
from typing import TYPE_CHECKING

from eventrecord.localize.chinese.readings import readings

if TYPE_CHECKING:
    from eventrecord.localize.data import Table
    from eventrecord.model.agent import NameOrder

__all__ = ["check_name", "compound_family", "is_frequent_family", "is_read", "orders", "pinyin_name"]

_LONGEST = 24, 240
"""More characters, or letters, than any name has."""
_MOST_READINGS = 60
_A_SLIP = 0.85
"""How like two spellings are of which one is a typing error."""
_UMLAUT = "u[\u0300-\u0307\u0309-\u036f]*\u0308"
_MARKS = "[\u0300-\u036f]+"
_INITIAL_OR_GAP = r"((?<![a-z])[a-z]\.)|[\s'’‘ʼʻ`´,.·\-‐‑‒–—−]+"


def check_name(chinese: str, latin: str) -> NameOrder | None:
    """Whether a Latin name is a Chinese one in pinyin, and in which order its parts stand.

    Any reading of each character counts (单 is Shan as well as Dan), be it Simplified or Traditional. Letter
    case, spaces, hyphens, apostrophes, commas, tone marks and full-width letters do not matter, as long as no
    gap divides a syllable; ü may be written u, yu or v; given names may be initials (Zhang W.).

    Args:
        chinese: the name in characters, family name first.
        latin: the name in Latin letters.

    Returns:
        `"family-first"` (董晨, Dong Chen), also where both orders fit (李莉, Li Li); `"given-first"` (Chen
        Dong); None if it is no reading of the characters, or `chinese` is not just Chinese characters.
    """
    return next(iter(orders(chinese, latin)), None)


def orders(chinese: str, latin: str) -> tuple[NameOrder, ...]:
    """All orders in which a Latin name fits a Chinese one, as `check_name` tells the first of them."""
    spellings, letters = _spellings_of(chinese), _letters(latin)
    if not (spellings and letters):
        return ()
    found: list[NameOrder] = []
    if _fits([spellings[0], *map(_or_initials, spellings[1:])], letters):
        found.append("family-first")
    for family in range(1, min(3, len(spellings))):
        given = map(_or_initials, spellings[family:])
        if _fits([*given, *spellings[:family]], letters):
            return (*found, "given-first")
    return tuple(found)


@lru_cache(maxsize=1024)  # several rules ask the same of the same record
def is_read(chinese: str, latin: str, *, initials: bool = False) -> bool:
    """Whether Latin letters are a reading of characters as they stand, of a part of a name for example."""
    spellings, letters = _spellings_of(chinese), _letters(latin)
    if not (spellings and letters):
        return False
    return _fits(list(map(_or_initials, spellings)) if initials else spellings, letters)


def pinyin_name(family: str, given: str, like: str) -> str:
    """A name in pinyin as GB/T 28039 writes it: in the readings that `like` slips from, else the usual.

    Empty, if a character has no reading, or there are more than names have.
    """
    if len(family + given) > _LONGEST[0]:
        return ""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(b=_letters(like), autojunk=False)
    best, closest = "", 0.0
    sounds = [*map(_family_readings, family), *map(readings, given)]
    for chosen in islice(product(*sounds), _MOST_READINGS):
        parts = _joined(chosen[: len(family)]), _joined(chosen[len(family) :])
        for ordered in (parts, parts[::-1]):
            matcher.set_seq1(_letters(" ".join(ordered)))
            ratio = matcher.ratio()
            if not best or (ratio > _A_SLIP and ratio > closest):
                best, closest = " ".join(parts).strip(), ratio
    return best


def compound_family(chinese: str) -> str:
    """The family name of two characters that a name begins with (欧阳), if it begins with one."""
    begin = chinese[:2]
    return begin if begin in _compounds() else ""


def is_frequent_family(characters: str) -> bool:
    """Whether it is one of the family names that many people have, and few as a given name."""
    return characters in _frequent()


def _family_readings(character: str) -> tuple[str, ...]:
    """Readings of a character, that of family names first."""
    usual = _table()["family_readings"].get(character)
    return tuple(dict.fromkeys((usual, *readings(character)))) if usual else readings(character)


@cache
def _compounds() -> frozenset[str]:
    return frozenset(_table()["compound"]["surnames"].split())


@cache
def _frequent() -> frozenset[str]:
    return frozenset(_table()["frequent"]["surnames"].split())


def _table() -> Table:
    from eventrecord.localize.data import read_table

    return read_table("zh", "names")


def _joined(syllables: Sequence[str]) -> str:
    """Syllables as one capitalized word, with an apostrophe where it could be divided otherwise: Ping'an."""
    rest = (f"'{syllable}" if syllable[0] in "aoe" else syllable for syllable in syllables[1:])
    return "".join([*syllables[:1], *rest]).capitalize()


def _fits(spellings: Sequence[Sequence[str]], letters: str) -> bool:
    """Whether a spelling of each follows one of the last, to the end; `ends`: places reached so far."""
    ends = {0}
    for spelled in spellings:
        starts = {end + 1 if letters.startswith(" ", end) else end for end in ends}
        ends = {start + len(word) for start in starts for word in spelled if letters.startswith(word, start)}
    return len(letters) in ends


def _spellings_of(chinese: str) -> list[tuple[str, ...]]:
    """The spellings of each character; nothing if one is no character, or there are too many."""
    if len(chinese) > _LONGEST[0]:
        return []
    spellings = [_spellings(character) for character in chinese]
    if not all(spellings):
        characters = "".join(_compatible(chinese).split())
        spellings = [_spellings(character) for character in characters[: _LONGEST[0]]]
    return spellings if all(spellings) else []


def _compatible(text: str) -> str:
    """Full-width letters as letters, compatibility ideographs and wide spaces as plain ones."""
    from unicodedata import normalize

    return normalize("NFKC", text)


@lru_cache(maxsize=4096)
def _spellings(character: str) -> tuple[str, ...]:
    """How a character's readings are written in names: lü is lv, lu or lyu as well."""
    return tuple(dict.fromkeys(chain.from_iterable(map(_written, readings(character)))))


def _written(syllable: str) -> tuple[str, ...]:
    if "ü" in syllable:
        return tuple(syllable.replace("ü", written) for written in ("v", "u", "yu"))
    return (syllable,)


def _or_initials(spellings: Sequence[str]) -> tuple[str, ...]:
    return (*spellings, *{f"{spelling[0]}." for spelling in spellings})


def _letters(latin: str) -> str:
    """Lower-case letters without marks, ü as v, a space for each gap, initials with a stop; or nothing."""
    if len(latin) > _LONGEST[1]:
        return ""
    if latin.isascii() and latin.replace(" ", "").isalpha():
        return " ".join(latin.lower().split())
    text = latin.lower() if latin.isascii() else _unmarked(latin)
    text = re.sub(_INITIAL_OR_GAP, lambda found: found[1] or " ", text).strip()
    return text if re.fullmatch("[a-z. ]+", text) else ""


def _unmarked(latin: str) -> str:
    from unicodedata import normalize

    text = normalize("NFD", _compatible(latin).casefold())
    return re.sub(_MARKS, "", re.sub(_UMLAUT, "v", text))
