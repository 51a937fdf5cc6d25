"""People's names and posts as an edition writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from eventrecord.localize.data import Language, read_table
from eventrecord.localize.grammar import GRAMMARS
from eventrecord.localize.lists import joined
from eventrecord.localize.script import convert
from eventrecord.localize.wording import tag_parents
from eventrecord.model.agent import Person, PersonName
from eventrecord.model.record import Record

__all__ = ["is_chinese", "name_in", "posts", "unsafe_characters", "written_name"]

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def unsafe_characters(name: str, tag: str) -> str:
    """Characters of a name that conversion to `tag` is known to spoil: 于 becomes 於, 范 becomes 範."""
    unsafe = _unsafe(tag)
    return "" if unsafe.isdisjoint(name) else "".join(sign for sign in name if sign in unsafe)


@cache
def _unsafe(tag: str) -> frozenset[str]:
    return frozenset().union(
        *(read_table(link, "script").get("unsafe_in_names", "") for link in tag_parents(tag))
    )


def name_in(person: Person, tag: str, record: Record) -> PersonName | str | None:
    """The name for locale `tag`: written, a parent tag's, or converted where that is safe; else None."""
    for link in tag_parents(tag):
        if link in person.name:
            return person.name[link]
    source = next((record.derive[link] for link in tag_parents(tag) if link in record.derive), None)
    if source is None or source == tag:
        return None
    origin = next((link for link in tag_parents(source) if link in person.name), None)
    if origin is None:
        return None
    name = person.name[origin]
    parts = [name] if isinstance(name, str) else [name.family or "", name.given or ""]
    if unsafe_characters("".join(parts), tag):
        return None
    converted = [convert(part, origin, tag) for part in parts]
    if isinstance(name, str):
        return converted[0]
    return name.model_copy(update={"family": converted[0] or None, "given": converted[1] or None})


def is_chinese(person: Person) -> bool:
    """Whether the person has a Chinese name of their own, not a transliterated foreign one."""
    for tag, name in person.name.items():
        if tag.startswith("zh"):
            if isinstance(name, str):
                return _HAN.search(name) is not None and "·" not in name
            return name.order != "given-first" and _HAN.search(f"{name.family}{name.given}") is not None
    return False


def written_name(person: Person, name: PersonName | str, language: Language, form: str) -> str:
    """The name alone: whole, or in a form `family` for later mentions."""
    if isinstance(name, str):
        return name
    if form == "family" and name.family:
        if language.style["honorifics"] and name.honorific:
            return str(language.words["honorific"].format(honorific=name.honorific, name=name.family))
        return name.family
    written: str = GRAMMARS[language.family].person_name(
        name, chinese=is_chinese(person), words=language.words
    )
    if language.style["honorifics"] and name.honorific:
        return str(language.words["honorific"].format(honorific=name.honorific, name=written))
    return written


def posts(person: Person, language: Language, titles: list[tuple[str, str | None]]) -> str:
    """Posts in rank order, each a title and the organization as posts name it."""
    join: Callable[[str, str | None, str, dict[str, object]], str] = GRAMMARS[language.family].post
    written: list[str] = []
    for title, organization in titles:
        written.append(join(title, organization, written[-1] if written else "", language.words))
    return joined(written, "posts", language)
