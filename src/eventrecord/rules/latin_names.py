"""Latin names of people whose Chinese names the record has: what they are, and how the two go together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from eventrecord.diagnostic import Path
from eventrecord.model.agent import NameOrder, Person, PersonName, Romanization
from eventrecord.rules.context import Context

__all__ = ["Fit", "LatinName", "chinese_name", "fit", "in_pinyin", "latin_names", "style_order", "written"]

# A large set takes a while to compile, and few records need it: `re` does it then, and keeps it.
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_OTHERWISE = {Romanization.HONG_KONG, Romanization.TAIWAN, Romanization.SINGAPORE, Romanization.OWN}
"""Romanizations that are not pinyin."""


class Fit(Enum):
    """How a Latin name goes with a Chinese one."""

    GOOD = auto()
    GIVEN_FIRST = auto()
    """A reading, written whole with the given name first."""
    SWAPPED = auto()
    """Its parts are those of the Chinese name, each in the other's place."""
    NONE = auto()
    """No reading of the characters."""


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


def latin_names(context: Context) -> Iterator[LatinName]:
    """All Latin names of people whose Chinese names the record has."""
    for key, person in context.record.people.items():
        chinese = chinese_name(person)
        if chinese is None:
            continue
        path: Path = ("people", key, "name")
        for tag, name in person.name.items():
            if not tag.startswith("zh") and re.search("[A-Za-z]", written(name)):
                yield LatinName((*path, tag), tag, name, person.name[chinese], (*path, chinese))


def chinese_name(person: Person) -> str | None:
    """The tag of a person's own Chinese name, if there is one; a foreigner's is written given name first."""
    for tag, name in person.name.items():
        if tag.startswith("zh") and re.fullmatch(rf"(?:{_HAN}|\s|·)+", written(name)):
            given_first = "·" in name if isinstance(name, str) else name.order == "given-first"
            return None if given_first else tag
    return None


def written(name: str | PersonName) -> str:
    """A name family name first: characters together, Latin parts with a space."""
    if isinstance(name, str):
        return name
    parts = [part for part in (name.family, name.given) if part]
    return ("" if re.search(_HAN, "".join(parts)) else " ").join(parts)


def fit(latin: LatinName) -> Fit:
    """How the name goes with the Chinese one, part by part where both are in parts."""
    from eventrecord.localize.chinese.romanization import is_read, orders

    name, chinese = latin.name, latin.chinese
    if isinstance(name, str):
        found = orders(written(chinese), name)
        if not found:
            return Fit.NONE
        return Fit.GOOD if "family-first" in found else Fit.GIVEN_FIRST
    if not (name.family and name.given):
        family = None if isinstance(chinese, str) else chinese.family
        known = family and name.family
        return Fit.GOOD if not known or is_read(family or "", name.family or "") else Fit.NONE
    if isinstance(chinese, str) or not (chinese.family and chinese.given):
        found = orders(written(chinese), written(name))
        return Fit.GOOD if "family-first" in found else Fit.SWAPPED if found else Fit.NONE
    if is_read(chinese.family, name.family) and is_read(chinese.given, name.given, initials=True):
        return Fit.GOOD
    swapped = is_read(chinese.family, name.given) and is_read(chinese.given, name.family)
    return Fit.SWAPPED if swapped else Fit.NONE


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


def style_order(context: Context, tag: str) -> NameOrder:
    """In which order the house style of the editions in a language writes Chinese people's names."""
    from eventrecord.localize.data import language, style_names

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
