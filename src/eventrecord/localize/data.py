"""Language data from `locales/`: words, patterns, house styles; a locale inherits from its parent."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from eventrecord.errors import UnknownNameError
from eventrecord.installed import locales_folder
from eventrecord.message import say

__all__ = [
    "Language",
    "Table",
    "inherited",
    "language",
    "locale_chain",
    "locale_tags",
    "merged_tables",
    "read_table",
    "style_names",
]

Table = dict[str, Any]
"""A table of a TOML file."""


@dataclass(frozen=True)
class Language:
    """All data of one locale in one house style, its parents' included."""

    tag: str
    family: str
    """Whose grammar it follows: en or zh."""
    style: Table
    style_name: str

    @cached_property
    def words(self) -> Table:
        """Words and names, read when first asked for: most rules need none."""
        return inherited(self.tag, "words")

    @cached_property
    def lexicon(self) -> Table:
        """How figures and dates are written, and what the words of a text say of them."""
        return inherited(self.tag, "lexicon")

    @cached_property
    def patterns(self) -> Table:
        """Patterns of sentences, by sort of block, read when first asked for."""
        return merged_tables([inherited(self.tag, "patterns"), self.style.get("patterns", {})])


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


def style_names(tag: str, office: str = "") -> list[str]:
    """House styles that a locale has, its parents' and the office's own included."""
    from eventrecord.localize.styles import named_styles

    return named_styles(tag, office)


@lru_cache(maxsize=256)
def language(tag: str, style: str | None = None, office: str = "") -> Language:
    """The data of a locale, in its own house style or the one named.

    `office` holds the office's own styles, as `Settings.own_styles` gives them: two offices never mix.

    Raises:
        UnknownNameError: there is no such locale, or it has no such style.
        SettingsError: the office's own style cannot be used.
    """
    from eventrecord.localize.styles import style_table

    locale = inherited(tag, "locale")
    name = style or locale["style"]
    return Language(tag, locale["family"], style_table(tag, name, office), name)


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
