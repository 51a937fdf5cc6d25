"""People's names and posts as an edition writes them."""

from __future__ import annotations

import re
from collections.abc import Callable

from eventrecord.localize.chinese.characters import convert_name
from eventrecord.localize.data import Language
from eventrecord.localize.grammar import GRAMMARS
from eventrecord.localize.lists import joined
from eventrecord.localize.wording import tag_parents
from eventrecord.model.agent import Person, PersonName
from eventrecord.model.record import Record

__all__ = ["is_chinese", "name_in", "posts", "written_name"]

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


def name_in(person: Person, tag: str, record: Record) -> PersonName | str | None:
    """The name for locale `tag`: written, a parent tag's, or made from the other script; else None."""
    for link in tag_parents(tag):
        if link in person.name:
            return person.name[link]
    source = next((record.derive[link] for link in tag_parents(tag) if link in record.derive), None)
    if source is None or source == tag:
        return None
    origin = next((link for link in tag_parents(source) if link in person.name), None)
    if origin is None:
        return None
    return convert_name(person.name[origin], origin, tag)


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
