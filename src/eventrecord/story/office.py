"""Whether what an office made of its own can be used: styles, sentence patterns, templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any

from eventrecord.errors import SettingsError
from eventrecord.localize.data import inherited, locale_chain, locale_tags
from eventrecord.localize.language import language
from eventrecord.localize.patterns import fill
from eventrecord.localize.styles import own_tables, style_names
from eventrecord.message import joined, say
from eventrecord.model.release import COMPOSED
from eventrecord.settings import Settings
from eventrecord.story.blocks import EVENT_BLOCKS
from eventrecord.story.templated import EDITION_NAMES, TEMPLATED_FORMATS
from eventrecord.story.view import SLOTS

__all__ = ["check_office"]


def check_office(settings: Settings) -> None:
    """Refuse settings whose own styles, patterns or templates cannot be used; nothing is published by them.

    Raises:
        SettingsError: says which file and key or line, what is wrong there, and what is allowed.
    """
    _check_styles(settings.own_styles)
    for name, (file, source) in settings.own_templates.items():
        _check_template(name, file, source)


@lru_cache(maxsize=64)
def _check_styles(office: str) -> None:
    for name, own in own_tables(office).items():
        tags = [tag for tag in locale_tags() if name in style_names(tag, office)]
        if not tags:
            raise SettingsError(
                say(
                    "{file}: {key} builds on no house style: write extends = one of {known}",
                    file=own["file"],
                    key=own["key"] or name,
                    known=", ".join(sorted({style for tag in locale_tags() for style in style_names(tag)})),
                )
            )
        for tag in tags:
            style = language(tag, name, office).style
            _check_patterns(style.get("patterns", {}), own)


def _check_template(name: str, file: str, source: str) -> None:
    from eventrecord.story.templates import read_template

    tag, _, what = name.rpartition(".")
    known = sorted({link for each in locale_tags() for link in locale_chain(each)})
    if tag not in known:
        why = say("{file}: begins with no language; known: {known}", file=file, known=", ".join(known))
        raise SettingsError(why)
    if what in TEMPLATED_FORMATS:
        read_template(file, source, EDITION_NAMES)
    elif what in COMPOSED:
        names = SLOTS if what in EVENT_BLOCKS else ()
        read_template(file, source, {*names, "items", "text"})
    else:
        known = [*TEMPLATED_FORMATS, *COMPOSED]
        why = say("{file}: {what!r} is no block or format with templates; known: {known}", file=file,
                  what=what, known=", ".join(known))  # fmt: skip
        raise SettingsError(why)


def _check_patterns(patterns: dict[str, Any], own: dict[str, Any]) -> None:
    for place, value in _leaves(patterns):
        key = ".".join(part for part in (own["key"], "patterns", *place) if part)
        block = place[0]
        ours = {tag: inherited(tag, "patterns") for tag in locale_tags()}
        like = [found for table in ours.values() if (found := _at(table, place)) is not None]
        if not like:
            known = ", ".join(
                sorted({".".join(path) for table in ours.values() for path, _ in _leaves(table)})
            )
            raise SettingsError(
                say(
                    "{file}: there are no patterns {key!r}; known: {known}",
                    file=own["file"],
                    key=key,
                    known=known,
                )
            )
        if not any(_depth(value) == _depth(one) for one in like):
            raise SettingsError(
                say("{file}: {key} is not built as ours: {ours!r}", file=own["file"], key=key, ours=like[0])
            )
        allowed = _slots_of(block)
        for pattern in _texts(value):
            _check_pattern(pattern, allowed, own["file"], key)


def _check_pattern(pattern: str, allowed: frozenset[str], file: str, key: str) -> None:
    strange = sorted(set(re.findall(r"\{([^{}]*)\}", pattern)) - allowed)
    if strange or "{" in re.sub(r"\{[a-z_]+\}", "", pattern) or "}" in re.sub(r"\{[a-z_]+\}", "", pattern):
        slot = strange[0] if strange else "{"
        message = say(
            "{file}: {key}: there is no slot {slot!r}; known here: {known}",
            file=file,
            key=key,
            slot=slot,
            known=joined(sorted(allowed), say(", ")),
        )
        near = get_close_matches(slot, sorted(allowed), 1)
        raise SettingsError(
            say("{message}; did you mean `{meant}`?", message=message, meant=near[0]) if near else message
        )
    try:
        fill(pattern, lambda name: None)
    except ValueError as error:
        raise SettingsError(say("{file}: {key}: {error}", file=file, key=key, error=error.args[0])) from None


@cache
def _slots_of(block: str) -> frozenset[str]:
    """Slots that patterns of a block may have: of an event, or those that ours have."""
    texts = [text for tag in locale_tags() for text in _texts(inherited(tag, "patterns").get(block, {}))]
    found = frozenset(name for text in texts for name in re.findall(r"\{([a-z_]+)\}", text))
    return found | frozenset(SLOTS) if block in EVENT_BLOCKS else found


def _leaves(table: dict[str, Any], place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*place, key))
        else:
            yield (*place, key), value


def _at(table: Any, place: tuple[str, ...]) -> Any:
    for key in place:
        table = table.get(key) if isinstance(table, dict) else None
    return None if isinstance(table, dict) else table


def _depth(value: Any) -> int:
    """0 for a text, 1 for texts, 2 for lists of them; -1 for what is none of these."""
    if isinstance(value, str):
        return 0
    depths = {_depth(part) for part in value} if isinstance(value, list) else set()
    return depths.pop() + 1 if len(depths) == 1 and -1 not in depths else -1


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
