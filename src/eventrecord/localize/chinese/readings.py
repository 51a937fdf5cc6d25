"""How Chinese characters are read: every reading of each, in pinyin without tones."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from eventrecord.localize.data import read_table

__all__ = ["readings"]


@lru_cache(maxsize=4096)
def readings(character: str) -> tuple[str, ...]:
    """All readings of a character, Simplified or Traditional: chan, dan, shan of 单; of others none."""
    own = read_table("zh", "names")["readings"].get(character)
    found = tuple(syllable for syllable, characters in _syllables() if character in characters)
    return (*found, own) if own else found


@cache
def _syllables() -> tuple[tuple[str, str], ...]:
    """Each syllable with the characters read so.

    Looking through these lines for the few characters of a record is faster, and takes far less memory, than
    a table of all characters by character.
    """
    text = resources.files("eventrecord.locales").joinpath("zh", "readings.txt").read_text("utf-8")
    lines = (line.partition(" ") for line in text.splitlines() if not line.startswith("#"))
    return tuple((syllable, characters) for syllable, _, characters in lines)
