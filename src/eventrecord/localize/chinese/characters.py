"""Characters of names in the other script: each by itself, and not always as running text has them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from eventrecord.localize.chinese.romanization import compound_family
from eventrecord.localize.data import read_table
from eventrecord.localize.wording import tag_parents
from eventrecord.model.agent import PersonName, is_transliterated

__all__ = ["Unsafe", "convert_name", "unsafe_characters"]


class Unsafe(NamedTuple):
    """A character with several forms in the other script, of which the bearer of the name has one."""

    character: str
    forms: str
    """The one that is printed first."""


class _Forms(NamedTuple):
    given: dict[str, str]
    family: dict[str, str]
    compound: dict[str, str]
    """Family names of two characters, whole."""
    doubtful: frozenset[str]
    """Characters with several forms."""


def unsafe_characters(name: PersonName | str, source: str, tag: str) -> list[Unsafe]:
    """Characters of a name of locale `source` that may be one or another in locale `tag`: 于 is 于 or 於."""
    if is_transliterated(name):
        return []  # of the characters that sound like somebody's name, the usual forms are the right ones
    known = _forms(source, tag)
    if known.doubtful.isdisjoint(_signs(name)):
        return []
    found = []
    placed = _placed(name)
    if _family(placed) in known.compound:
        placed = [(character, in_family) for character, in_family in placed if not in_family]
    for character, in_family in placed:
        forms = (known.family if in_family else known.given).get(character, "")
        if len(forms) > 1:
            found.append(Unsafe(character, forms))
    return list(dict.fromkeys(found))


def convert_name(name: PersonName | str, source: str, tag: str) -> PersonName | str:
    """A name as locale `tag` writes it, character by character; of several forms the usual one."""
    from eventrecord.localize.script import convert

    known = _forms(source, tag)
    foreign = is_transliterated(name)
    family, given = "", ""
    for character, in_family in _placed(name):
        forms = (known.family if in_family and not foreign else known.given).get(character)
        written = forms[0] if forms else convert(character, source, tag)
        family, given = (family + written, given) if in_family else (family, given + written)
    family = known.compound.get(_family(_placed(name)), family)
    if isinstance(name, str):
        return family + given
    return name.model_copy(update={"family": family or None, "given": given or None})


def _signs(name: PersonName | str) -> str:
    return name if isinstance(name, str) else (name.family or "") + (name.given or "")


def _placed(name: PersonName | str) -> list[tuple[str, bool]]:
    """Each character, family name first, and whether it is of the family name."""
    if isinstance(name, PersonName):
        return [(c, True) for c in name.family or ""] + [(c, False) for c in name.given or ""]
    length = 0 if is_transliterated(name) else len(compound_family(name)) or 1
    return [(character, place < length) for place, character in enumerate(name)]


def _family(placed: list[tuple[str, bool]]) -> str:
    return "".join(character for character, in_family in placed if in_family)


@cache
def _forms(source: str, tag: str) -> _Forms:
    """Forms of characters by character, in given names and in family names; those of the place go first.

    From one place to another of the same script, nothing is in doubt.
    """
    given: dict[str, str] = {}
    family: dict[str, str] = {}
    compound: dict[str, str] = {}
    script = tag.split("-")[1:2]
    for link in reversed(tag_parents(tag)) if source.split("-")[1:2] != script else ():
        table = read_table(link, "names")
        given |= {word[0]: word[-1] for word in table.get("one", {}).get("forms", "").split()}
        given |= table.get("several", {})
        family |= table.get("family", {})
        compound |= table.get("compound", {})
    family = given | family
    doubtful = {character for table in (given, family) for character in table if len(table[character]) > 1}
    return _Forms(given, family, compound, frozenset(doubtful))
