"""People's names and posts as an edition writes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from eventrecord.localize.chinese.characters import convert_name
from eventrecord.localize.english.names import title_case
from eventrecord.localize.grammar import GRAMMARS
from eventrecord.localize.language import Language
from eventrecord.localize.lists import joined
from eventrecord.localize.wording import tag_parents
from eventrecord.model.agent import NameOrder, Person, PersonName, Romanization, is_transliterated
from eventrecord.model.record import Record

__all__ = ["is_chinese", "later_name", "name_in", "name_style", "posts", "written_name"]

_STYLE = {"order": "family-first", "capital_family": False, "again": "full", "post_case": "as-written"}
"""What holds where a house style says nothing of names."""
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


def name_style(language: Language, key: str) -> Any:
    """What the house style says of names: `order`, `capital_family`, `again` or `post_case`."""
    return language.style.get("names", {}).get(key, _STYLE[key])


def is_chinese(person: Person) -> bool:
    """Whether the person has a Chinese name of their own, not a transliterated foreign one."""
    for tag, name in person.name.items():
        if tag.startswith("zh"):
            words = name if isinstance(name, str) else f"{name.family}{name.given}"
            return _HAN.search(words) is not None and not is_transliterated(name)
    return False


def written_name(person: Person, name: PersonName | str, language: Language, form: str) -> str:
    """The name alone: whole, the `family` name, or `plain`: without honorific and capitals, for data."""
    if isinstance(name, str):
        return name
    if form == "family" and name.family:
        written = name.family
    else:
        if form != "plain" and name_style(language, "capital_family") and name.family:
            name = name.model_copy(update={"family": name.family.upper()})
        chinese = is_chinese(person)
        if chinese and name.order is None:
            name = name.model_copy(update={"order": _usual_order(name, language)})
        written = GRAMMARS[language.family].person_name(name, chinese=chinese, words=language.words)
    if form != "plain" and language.style["honorifics"] and name.honorific:
        return _titled(name.honorific, written, language)
    return written


def _usual_order(name: PersonName, language: Language) -> NameOrder:
    """The house style's order of a Chinese name in Latin letters, unless the spelling is the person's own."""
    own = name.romanization is Romanization.OWN or _HAN.search(f"{name.family}{name.given}")
    order: NameOrder = "family-first" if own else name_style(language, "order")
    return order


def later_name(name: PersonName | str, language: Language) -> str | None:
    """The name of a later mention: the family name, with title if the style wants one; None for it whole."""
    again = name_style(language, "again")
    if again == "full" or isinstance(name, str) or not name.family:
        return None
    if again == "foreign-family" and name.order != "given-first":
        return None
    if again in ("family", "foreign-family"):
        return name.family
    return _titled(name.honorific, name.family, language) if name.honorific else None


def _titled(honorific: str, name: str, language: Language) -> str:
    return str(language.words["honorific"].format(honorific=honorific, name=name))


def posts(person: Person, language: Language, titles: list[tuple[str, str | None]]) -> str:
    """Posts in rank order, each a title, in the house style's case, and the organization as posts name it."""
    if name_style(language, "post_case") == "title" and language.family == "en":
        titles = [(title_case(title, language.words), organization) for title, organization in titles]
    join: Callable[[str, str | None, str, dict[str, object]], str] = GRAMMARS[language.family].post
    written: list[str] = []
    for title, organization in titles:
        written.append(join(title, organization, written[-1] if written else "", language.words))
    return joined(written, "posts", language)
