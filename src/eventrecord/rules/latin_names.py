"""Latin names of people whose Chinese names the record has: what they are, and how the two go together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from eventrecord.diagnostic import Path
from eventrecord.model.agent import NameOrder, Person, PersonName, Romanization, is_transliterated
from eventrecord.model.record import Record
from eventrecord.rules.context import Context

__all__ = [
    "Fit",
    "LatinName",
    "chinese_name",
    "fit",
    "has_latin",
    "in_pinyin",
    "is_foreign",
    "latin_names",
    "style_order",
    "written",
]

_OTHERWISE = {Romanization.HONG_KONG, Romanization.TAIWAN, Romanization.SINGAPORE, Romanization.OWN}
"""Romanizations that are not pinyin."""


Fit = Literal["good", "given-first", "swapped", "none"]
"""How a Latin name goes with a Chinese one.

Good, or a reading that is written whole given name first, or with its parts in each other's place, or
no reading of the characters.
"""


class LatinName(NamedTuple):
    """A name in Latin letters, of somebody whose Chinese name is known."""

    path: Path
    tag: str
    name: str | PersonName
    chinese: str | PersonName
    chinese_path: Path

    @property
    def is_pinyin(self) -> bool:
        """Whether it should be a reading of the characters: nothing says that it was made otherwise."""
        return isinstance(self.name, str) or self.name.romanization not in _OTHERWISE

    @property
    def orders(self) -> tuple[NameOrder, ...]:
        """The orders in which it is a reading of the characters: one, both (Li Li), or none."""
        from eventrecord.localize.chinese.romanization import orders

        return orders(written(self.chinese), written(self.name))


def latin_names(record: Record) -> Iterator[LatinName]:
    """All Latin names of people whose Chinese names the record has."""
    for key, person in record.people.items():
        chinese = chinese_name(person)
        if chinese is None:
            continue
        path: Path = ("people", key, "name")
        for tag, name in person.name.items():
            if not tag.startswith("zh") and has_latin(name):
                yield LatinName((*path, tag), tag, name, person.name[chinese], (*path, chinese))


def chinese_name(person: Person) -> str | None:
    """The tag of a person's own Chinese name, if there is one; a foreigner's is written given name first."""
    for tag, name in person.name.items():
        if tag.startswith("zh") and is_han(name):
            return None if is_transliterated(name) else tag
    return None


def written(name: str | PersonName) -> str:
    """A name family name first: characters together, Latin parts with a space."""
    if isinstance(name, str):
        return name
    parts = [part for part in (name.family, name.given) if part]
    return (" " if any(map(has_latin, parts)) else "").join(parts)


def has_latin(name: str | PersonName) -> bool:
    """Whether a name has Latin letters."""
    return any("a" <= letter <= "z" for letter in _letters(name).lower())


def is_han(name: str | PersonName) -> bool:
    """Whether a name is in Chinese characters, a foreigner's with a middle dot included."""
    signs = [sign for sign in _letters(name) if not is_transliterated(sign) and not sign.isspace()]
    return bool(signs) and all("\u3400" <= sign <= "\u9fff" or sign >= "\U00020000" for sign in signs)


def _letters(name: str | PersonName) -> str:
    """A name with nothing between its parts."""
    return name if isinstance(name, str) else (name.family or "") + (name.given or "")


def fit(latin: LatinName) -> Fit:
    """How the name goes with the Chinese one, part by part where both are in parts."""
    from eventrecord.localize.chinese.romanization import is_read

    name, chinese = latin.name, latin.chinese
    if isinstance(name, str):
        found = latin.orders
        return "good" if "family-first" in found else "given-first" if found else "none"
    if not (name.family and name.given):
        family = None if isinstance(chinese, str) else chinese.family
        known = family and name.family
        return "good" if not known or is_read(family or "", name.family or "") else "none"
    if isinstance(chinese, str) or not (chinese.family and chinese.given):
        found = latin.orders
        return "good" if "family-first" in found else "swapped" if found else "none"
    if is_read(chinese.family, name.family) and is_read(chinese.given, name.given, initials=True):
        return "good"
    swapped = is_read(chinese.family, name.given) and is_read(chinese.given, name.family)
    return "swapped" if swapped else "none"


def in_pinyin(latin: LatinName) -> str:
    """The Chinese name in pinyin, family name first, in the reading that is most like the Latin name."""
    from eventrecord.localize.chinese.romanization import compound_family, pinyin_name

    chinese = latin.chinese
    if isinstance(chinese, str):
        length = len(compound_family(chinese)) or 1
        family, given = chinese[:length], chinese[length:]
    else:
        family, given = chinese.family or "", chinese.given or ""
    return pinyin_name(family, given, written(latin.name))


def is_foreign(chinese: str | PersonName) -> bool:
    """Whether a name in characters is longer than Chinese ones are, and so perhaps a transliterated one."""
    from eventrecord.localize.chinese.romanization import compound_family

    if isinstance(chinese, str):
        return len(chinese) > 4
    family = chinese.family or ""
    return len(family) > 2 or (
        len(family) == 2 and not compound_family(family) and len(chinese.given or "") != 2
    )


def style_order(context: Context, tag: str) -> NameOrder:
    """In which order the house style of the editions in a language writes Chinese people's names."""
    from eventrecord.localize.language import language
    from eventrecord.localize.styles import style_names

    edition = next(
        (link for link in (tag, *context.tags) if link.startswith(tag) and link in context.tags), ""
    )
    if not edition:
        return "family-first"
    chosen = context.settings.style.get(edition)
    if chosen is not None and chosen not in style_names(edition):
        return "family-first"
    order: NameOrder = language(edition, chosen).style.get("names", {}).get("order", "family-first")
    return order
