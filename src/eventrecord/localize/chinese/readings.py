"""How Chinese characters are read: every reading of each, in pinyin without tones."""

from __future__ import annotations

from functools import cache, lru_cache

from eventrecord.installed import locales_folder

__all__ = ["readings"]


@lru_cache(maxsize=4096)
def readings(character: str) -> tuple[str, ...]:
    """All readings of a character, Simplified or Traditional, the usual one first: dan, chan, shan of 单."""
    found: list[str] = []
    text = _file()
    place = -1 if character.isascii() else text.find(character)
    while place >= 0:
        line = text.rfind("\n", 0, place) + 1
        space = text.find(" ", line, place)
        if space > line:
            usual = text.find(" ", space + 1, place) < 0
            found.insert(0 if usual else len(found), text[line:space])
        place = text.find(character, place + 1)
    return tuple(found)


@cache
def _file() -> str:
    """Lines of a syllable, the characters usually read so, and those that may be.

    Looking through them for the few characters of a record is faster, and takes far less memory, than to make
    a table of all characters.
    """
    text = (locales_folder() / "zh" / "readings.txt").read_text("utf-8")
    return text[text.index("\na ") :]
