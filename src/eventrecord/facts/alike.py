"""Whether two names may be one, or nearly are: in another script or order, or with a slip."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cache
from itertools import islice, product
from unicodedata import combining, normalize

from eventrecord.facts.name_table import name_key
from eventrecord.localize.characters import simplified
from eventrecord.localize.chinese.readings import readings
from eventrecord.localize.chinese.romanization import check_name, compound_family, is_read, pinyin_name
from eventrecord.localize.chinese.syllables import is_pinyin_name, syllables
from eventrecord.localize.data import read_table

__all__ = [
    "agree",
    "chinese_slip",
    "distance",
    "have_half",
    "is_han",
    "is_verifiable",
    "is_within",
    "likeness",
    "name_keys",
    "part_keys",
    "shares_syllable",
    "slips",
    "small_words",
]

_HAN = re.compile("[\u3400-\u9fff]+")
_WORDS = re.compile("[a-zà-ÿ]+")
_MOST_READINGS = 24


@cache
def small_words() -> frozenset[str]:
    """Words of English names that say nothing: of, the."""
    return frozenset(read_table("en", "people")["people"]["small"])


def is_han(name: str) -> bool:
    """Whether a name is written in Chinese characters alone, as Chinese names are."""
    return _HAN.fullmatch(name) is not None


def is_verifiable(chinese: str, latin: str) -> bool:
    """Whether one can tell from two names that they are not one person's: the Latin one is pinyin."""
    return is_han(chinese) and "-" not in latin and is_pinyin_name(tuple(latin.split()))


def agree(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same, in the other order, or the reading of the other."""
    if is_han(one) and is_han(other):
        return name_key(one) == name_key(other)
    if is_han(one) or is_han(other):
        chinese, latin = (one, other) if is_han(one) else (other, one)
        return check_name(chinese, latin) is not None
    if not (one.isascii() and other.isascii()):
        return name_key(one) == name_key(other)
    return _letters(one) == _letters(other)


def name_keys(name: str) -> set[Hashable]:
    """What a name shares with every one that may be the same person's, one key at least."""
    found: set[Hashable] = {name_key(name)}
    if is_han(name):
        length = len(compound_family(name)) or 1
        families = {written for end in (1, length) for written in _spelled(name[:end])}
        initials = {sound[0] for sound in readings(name[length : length + 1])}
        return found | {(family, initial) for family in families for initial in initials}
    words = _WORDS.findall(_plain(name))
    if name.isascii():
        found.add(_letters(name))
    for family, given in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        found |= {(family[0], word[0]) for word in given}
    return found


def _spelled(characters: str) -> set[str]:
    """Ways in which characters are written with letters; ü in each of those that names have."""
    sounds = islice(product(*map(readings, characters)), _MOST_READINGS)
    return {"".join(chosen).replace("ü", letter) for chosen in sounds for letter in ("u", "v", "yu")}


def part_keys(name: str) -> Iterator[Hashable]:
    """Words or readings of a name of which every other one with a slip has one, too."""
    if not is_han(name):
        words = _plain(name).split()
        yield from words
        for family, given in ((words[:1], words[1:]), (words[-1:], words[:-1])):
            yield from ("".join(family), "".join(given).replace("-", "")) if len(words) > 2 else ()
        return
    plain = simplified(name)
    length = len(compound_family(plain)) or 1
    for part in (plain[:length], plain[length:]):
        yield part
        for chosen in islice(product(*map(readings, part)), _MOST_READINGS):
            yield "".join(chosen)


def slips(one: str, other: str) -> bool:
    """Whether two names are not the same, but nearly: other letters, or characters that sound alike."""
    if is_han(one) and is_han(other):
        return chinese_slip(simplified(one), simplified(other))
    if is_han(one) or is_han(other):
        chinese, latin = (one, other) if is_han(one) else (other, one)
        length = len(compound_family(chinese)) or 1
        made = pinyin_name(chinese[:length], chinese[length:], latin)
        return bool(made) and is_verifiable(chinese, latin) and distance(_joined(made), _joined(latin)) <= 1
    if not (one.isascii() and other.isascii()):
        return False
    return distance(_joined(one), _joined(other)) == 1 or sorted(one.lower().split()) == sorted(
        other.lower().split()
    )


def have_half(one: str, other: str) -> bool:
    """Whether two names have the family name and a syllable of the given one in common: 祥宁, Xiaoning."""
    if is_han(one) and is_han(other):
        return chinese_slip(simplified(one), simplified(other))
    if is_han(one) or is_han(other):
        chinese, latin = (one, other) if is_han(one) else (other, one)
        length = len(compound_family(chinese)) or 1
        return any(
            is_read(chinese[:length], family) and shares_syllable(chinese[length:], given)
            for family, given in _divided(latin)
        )
    return any(
        family == other_family
        and any(a == x or b == y for a, b in _halves(given) for x, y in _halves(other_given))
        for family, given in _divided(one)
        for other_family, other_given in _divided(other)
    )


def shares_syllable(chinese: str, latin: str) -> bool:
    """Whether a given name of two characters is in one of them what a Latin one says there."""
    if len(chinese) != 2:
        return False
    return any(is_read(chinese[0], a) or is_read(chinese[1], b) for a, b in _halves(latin))


def _divided(latin: str) -> list[tuple[str, str]]:
    """The family and the given name of a Latin name as Chinese people have it, in either order."""
    words = latin.lower().split()
    if "-" not in latin and not is_pinyin_name(tuple(latin.split())):
        return []
    return [(words[0], "".join(words[1:])), (words[-1], "".join(words[:-1]))] if len(words) > 1 else []


def _halves(given: str) -> list[tuple[str, str]]:
    """Each way in which a Latin given name is two syllables."""
    if given.count("-") == 1:
        first, _, second = given.partition("-")
        return [(first, second)]
    ends = range(1, len(given))
    return [
        (given[:end], given[end:]) for end in ends if syllables(given[:end]) == 1 == syllables(given[end:])
    ]


def likeness(one: str, other: str) -> float:
    """How much two names of one language have in common: 1 where all words or characters are the same."""
    first, second = _tokens(one), _tokens(other)
    return len(first & second) / max(len(first | second), 1)


def is_within(short: str, full: str) -> bool:
    """Whether a short name's characters stand in the full one, in their order: 市经信委."""
    rest = iter(simplified(full))
    return all(character in rest for character in simplified(short))


def chinese_slip(one: str, other: str) -> bool:
    """Whether two names in Simplified characters are not the same, but in part alike in form or sound."""
    length = len(compound_family(one)) or 1
    if one[:length] != other[:length]:
        return one[length:] == other[length:] and len(one) > length + 1 and _sound_alike(one[0], other[0])
    mine, theirs = one[length:], other[length:]
    if mine == theirs or not (mine and theirs):
        return False
    if len(mine) == len(theirs):
        return any(a == b or _sound_alike(a, b) for a, b in zip(mine, theirs, strict=True))
    return mine in theirs or theirs in mine


def _sound_alike(one: str, other: str) -> bool:
    return not set(readings(one)).isdisjoint(readings(other))


def _tokens(name: str) -> frozenset[str]:
    if name.isascii() or not _HAN.search(name):
        return frozenset(word for word in _WORDS.findall(name.lower()) if word not in small_words())
    return frozenset(simplified(name))


def _letters(name: str) -> tuple[str, ...]:
    return tuple(sorted(_WORDS.findall(name.lower())))


def _joined(name: str) -> str:
    return "".join(_WORDS.findall(name.lower()))


def distance(one: str, other: str) -> int:
    """How many letters are another, missing or too many, or two in each other's place; 3 where many."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)


def _plain(name: str) -> str:
    """A name in small letters without marks."""
    if name.isascii():
        return name.lower()
    return "".join(letter for letter in normalize("NFD", name.lower()) if not combining(letter))
