"""Whether Latin words can be pinyin, and names made of it: Zhang Wei, but not Anna Weber."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from eventrecord.installed import locales_folder
from eventrecord.localize.data import read_table

__all__ = ["is_pinyin_name", "syllables"]

_LONGEST = 24
_VOWELS = frozenset("aeiouü")
_LETTERS = re.compile(r"[a-zü]+")


@lru_cache(maxsize=4096)
def syllables(word: str) -> int:
    """The least number of syllables of pinyin that a word can be divided into; 0 if it cannot be."""
    letters = re.sub(r"['’-]", "", word.lower())
    if len(letters) > _LONGEST or not _LETTERS.fullmatch(letters):
        return 0
    least = [0] + [0] * len(letters)
    for end in range(1, len(letters) + 1):
        found = [
            least[start] + 1
            for start in range(max(0, end - 6), end)
            if (start == 0 or least[start]) and letters[start:end] in _all()
        ]
        least[end] = min(found, default=0)
    return least[-1]


def is_pinyin_name(words: tuple[str, ...]) -> bool:
    """Whether words may be a Chinese name in pinyin, in either order: Zhang Wei, Weiming Zhang."""
    if not 2 <= len(words) <= 3 or not all(map(syllables, words)):
        return False
    table = read_table("en", "people")
    ends = (words[0], words[1:]), (words[-1], words[:-1])
    plain = [word.lower() for word in words]
    common = set(table["people"]["words"].split())
    return not common.issuperset(plain) and any(
        family.lower() in _families() and sum(map(syllables, given)) <= 2 for family, given in ends
    )


@cache
def _families() -> frozenset[str]:
    return frozenset(read_table("en", "people")["families"]["pinyin"].split())


@cache
def _all() -> frozenset[str]:
    text = (locales_folder() / "zh" / "readings.txt").read_text("utf-8")
    lines = text[text.index("\na ") :].splitlines()
    told = {sound for line in lines if not _VOWELS.isdisjoint(sound := line.partition(" ")[0])}
    return frozenset(told | {word.replace("ü", letters) for word in told for letters in ("v", "u", "yu")})
