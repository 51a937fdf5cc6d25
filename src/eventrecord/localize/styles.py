"""House styles: ours, one over another, and the office's own differences over ours."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache

from eventrecord.errors import SettingsError, UnknownNameError
from eventrecord.installed import locales_folder
from eventrecord.localize.data import Table, locale_chain, locale_tags, merged_tables, read_table
from eventrecord.message import say

__all__ = ["own_tables", "style_names", "style_table"]


def style_names(tag: str, office: str = "") -> list[str]:
    """House styles that a locale has, its parents' and the office's own included."""
    names = _our_names(tag)
    for name, own in own_tables(office).items():
        told = {key for key, value in own["table"].items() if isinstance(value, dict)}
        if told & set(locale_chain(tag)) or own["table"].get("extends") in names:
            names.add(name)
    return sorted(names)


def style_table(tag: str, name: str, office: str = "") -> Table:
    """All keys of a house style; the office's own are checked.

    Raises:
        UnknownNameError: the locale has no such style.
        SettingsError: the office's own style cannot be used.
    """
    table = _resolved(tag, name, own_tables(office), ())
    if name in own_tables(office):
        from eventrecord.localize.house import check_style

        check_style(table, own_tables(office)[name])
    return table


@lru_cache(maxsize=64)
def own_tables(office: str) -> Mapping[str, Table]:
    """The office's own styles by name, each as `Settings.own_styles` writes it: key, file and table."""
    tables: dict[str, Table] = json.loads(office) if office else {}
    return tables


def _our_names(tag: str) -> set[str]:
    names: set[str] = set()
    for link in locale_chain(tag):
        folder = locales_folder() / link / "styles"
        if folder.is_dir():
            names.update(entry.name.removesuffix(".toml") for entry in folder.iterdir())
    return names


@cache
def _ours(tag: str, name: str) -> Table:
    """A style of ours over the one that it extends; empty if there is none."""
    table = merged_tables([read_table(link, f"styles/{name}") for link in reversed(locale_chain(tag))])
    base = table.get("extends")
    return _without(merged_tables([_ours(tag, base), table]), "extends") if base else table


def _resolved(tag: str, name: str, office: Mapping[str, Table], seen: tuple[str, ...]) -> Table:
    own = office.get(name)
    differences = _for_locale(tag, own["table"]) if own else None
    if own is None or not differences:
        if not (ours := _ours(tag, name)):
            known = style_names(tag, json.dumps(dict(office)) if office else "")
            raise UnknownNameError(say("house style for {tag}", tag=tag), name, known)
        return ours
    base = differences.get("extends", name)
    if not isinstance(base, str) or base in seen:
        message = say("{place}: {name} extends itself by way of others", place=own["file"], name=name)
        raise SettingsError(message)
    if base == name:
        ours = _ours(tag, name)
        listed = ", ".join(sorted(_our_names(tag)))
        if not ours:
            raise SettingsError(
                say(
                    "{place}: {key} says nothing to build on for {tag}: write extends = one of {known}",
                    place=own["file"],
                    key=own["key"] or name,
                    tag=tag,
                    known=listed,
                )
            )
    else:
        try:
            ours = _resolved(tag, base, office, (*seen, name))
        except UnknownNameError as error:
            message = say("{place}: extends: {error}", place=own["file"], error=error.args[0])
            raise SettingsError(message) from None
    return _without(merged_tables([ours, differences]), "extends")


def _for_locale(tag: str, table: Table) -> Table:
    """What a style of the office says for all languages, and over it what it says for this one."""
    tags = set(_all_tags())
    common = {key: value for key, value in table.items() if key not in tags}
    own = [table[link] for link in reversed(locale_chain(tag)) if isinstance(table.get(link), dict)]
    if not own and set(table) <= tags:
        return {}
    return merged_tables([common, *own])


@cache
def _all_tags() -> tuple[str, ...]:
    """Locales, those included that are there for their children only."""
    return tuple(dict.fromkeys(link for tag in locale_tags() for link in locale_chain(tag)))


def _without(table: Table, key: str) -> Table:
    return {name: value for name, value in table.items() if name != key}
