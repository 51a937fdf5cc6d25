"""Ids and language tags for what came without them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

from eventrecord.localize.characters import foreign_characters
from eventrecord.localize.chinese.readings import readings
from eventrecord.localize.data import locale_tags
from eventrecord.model.base import ID_PATTERN
from eventrecord.model.text import TAG_PATTERN
from eventrecord.reading.tags import is_mistaken, suggested

__all__ = ["is_chinese", "is_id", "is_tag", "language_of", "own_id", "tag_of"]

_LONGEST = 60
_SYLLABLES = 12
_IN_HAN = ("ja", "zh")
_HAN = re.compile(r"[\u3400-\u9fff]")


def own_id(text: str, fallback: str, taken: Container[str] = ()) -> str:
    """An id of the letters and digits of a text, Chinese in pinyin, else the fallback; numbered if taken."""
    if _HAN.search(text) and not re.search(r"[A-Za-z]", text):
        text = " ".join(_in_pinyin(text))
    plain = unicodedata.normalize("NFKD", text[:1000]).encode("ascii", "ignore").decode("ascii").lower()
    name = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST].strip("-")
    if not re.search(r"[a-z]", name):
        name = fallback
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found


def _in_pinyin(text: str) -> Iterator[str]:
    """Characters as they are usually read, up to the first mark: an id says what it is of, and no more."""
    phrase = re.split(r"[^\w\s·—-]", text.strip(), maxsplit=1)[0] or text
    for character in phrase[:_SYLLABLES]:
        yield next(iter(readings(character)), character)


def is_id(text: str) -> bool:
    """Whether a text is an id as records have them."""
    return len(text) <= _LONGEST and re.fullmatch(ID_PATTERN, text) is not None


def tag_of(told: str | None) -> str | None:
    """A language tag as the source has it, in the form of BCP 47; None where there is none to be used.

    A region that has no locale of its own is left out: en-US is en.
    """
    if not told:
        return None
    tag = told if is_tag(told) else suggested(told[:40])
    if tag is None or not is_tag(tag):
        return None
    if tag in locale_tags():
        return tag
    wider = re.sub(r"-([A-Z]{2}|[0-9]{3})$", "", tag)
    return wider if wider in locale_tags() else tag


def is_tag(text: str) -> bool:
    """Whether a text is a language tag as records have them, which says in which script Chinese is."""
    return re.fullmatch(TAG_PATTERN, text, re.ASCII) is not None and not is_mistaken(text)


def language_of(text: str, known: Iterable[str] = ()) -> str:
    """A guess at the language of a text by its characters: zh-Hans, zh-Hant, else a known one, else en."""
    if not _HAN.search(text):
        return next((tag for tag in known if tag.partition("-")[0] not in _IN_HAN), "en")
    simplified, traditional = (
        sum(char in foreign_characters(tag) for char in text) for tag in ("zh-Hant", "zh-Hans")
    )
    scripts = ["zh-Hans", "zh-Hant"]
    if simplified != traditional:
        scripts = [scripts[traditional > simplified]]
    return next((tag for tag in known if tag.startswith(tuple(scripts))), scripts[0])


def is_chinese(text: str) -> bool:
    """Whether there are Chinese characters in a text."""
    return _HAN.search(text) is not None
