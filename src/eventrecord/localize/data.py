"""Tables of language data from `locales/`; a locale inherits from its parent."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from eventrecord.errors import UnknownNameError
from eventrecord.installed import locales_folder
from eventrecord.message import say

__all__ = [
    "Table",
    "inherited",
    "locale_chain",
    "locale_tags",
    "merged_tables",
    "read_table",
]

Table = dict[str, Any]
"""A table of a TOML file."""


def locale_tags() -> list[str]:
    """Tags of the locales that editions can be published in."""
    tags = [entry.name for entry in locales_folder().iterdir() if entry.joinpath("locale.toml").is_file()]
    return sorted(tag for tag in tags if not read_table(tag, "locale").get("abstract", False))


@cache
def locale_chain(tag: str) -> tuple[str, ...]:
    """The locale and its parents, itself first: zh-Hant-TW, zh-Hant, zh.

    Raises:
        UnknownNameError: there is no such locale.
    """
    chain = []
    current: str | None = tag
    while current is not None:
        table = read_table(current, "locale")
        if not table:
            raise UnknownNameError(say("locale"), tag, locale_tags())
        chain.append(current)
        current = table.get("parent")
    return tuple(chain)


@cache
def read_table(tag: str, name: str) -> Table:
    """One file of a locale, without its parents; empty if there is none."""
    if "/" in tag or tag.startswith("."):
        return {}
    file = locales_folder().joinpath(tag, *f"{name}.toml".split("/"))
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


@cache
def inherited(tag: str, name: str) -> Table:
    """One file of a locale on top of its parents'; whoever asks must not change it.

    Raises:
        UnknownNameError: there is no such locale.
    """
    return merged_tables([read_table(link, name) for link in reversed(locale_chain(tag))])


def merged_tables(tables: list[Table]) -> Table:
    """Tables over each other, key by key: what a later one says, holds; lists are taken whole."""
    merged: Table = {}
    for table in tables:
        for key, value in table.items():
            old = merged.get(key)
            merged[key] = (
                merged_tables([old, value]) if isinstance(old, dict) and isinstance(value, dict) else value
            )
    return merged
