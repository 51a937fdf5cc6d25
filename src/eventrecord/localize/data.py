"""Language data from `locales/`: words, patterns, house styles; a locale inherits from its parent."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

from eventrecord.errors import UnknownNameError
from eventrecord.message import say

__all__ = [
    "Language",
    "Table",
    "inherited",
    "language",
    "locale_chain",
    "locale_tags",
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
        return _inherited(self.tag, "words")

    @cached_property
    def patterns(self) -> Table:
        """Patterns of sentences, by sort of block, read when first asked for."""
        return _inherited(self.tag, "patterns")


def locale_tags() -> list[str]:
    """Tags of the locales that editions can be published in."""
    root = resources.files("eventrecord.locales")
    tags = [entry.name for entry in root.iterdir() if entry.joinpath("locale.toml").is_file()]
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


def style_names(tag: str) -> list[str]:
    """House styles that a locale has, its parents' included."""
    names: set[str] = set()
    for link in locale_chain(tag):
        folder = resources.files("eventrecord.locales").joinpath(link, "styles")
        if folder.is_dir():
            names.update(entry.name.removesuffix(".toml") for entry in folder.iterdir())
    return sorted(names)


@cache
def language(tag: str, style: str | None = None) -> Language:
    """The data of a locale, in its own house style or the one named.

    Raises:
        UnknownNameError: there is no such locale, or it has no such style.
    """
    chain = locale_chain(tag)
    locale = _inherited(tag, "locale")
    name = style or locale["style"]
    styles = [read_table(link, f"styles/{name}") for link in reversed(chain)]
    if not any(styles):
        raise UnknownNameError(say("house style for {tag}", tag=tag), name, style_names(tag))
    return Language(tag=tag, family=locale["family"], style=_merged(styles), style_name=name)


@cache
def read_table(tag: str, name: str) -> Table:
    """One file of a locale, without its parents; empty if there is none."""
    if "/" in tag or tag.startswith("."):
        return {}
    file = resources.files("eventrecord.locales").joinpath(tag, *f"{name}.toml".split("/"))
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


@cache
def inherited(tag: str, name: str) -> Table:
    """One file of a locale on top of its parents'; whoever asks must not change it.

    Raises:
        UnknownNameError: there is no such locale.
    """
    return _inherited(tag, name)


def _inherited(tag: str, name: str) -> Table:
    return _merged([read_table(link, name) for link in reversed(locale_chain(tag))])


def _merged(tables: list[Table]) -> Table:
    merged: Table = {}
    for table in tables:
        for key, value in table.items():
            old = merged.get(key)
            merged[key] = (
                _merged([old, value]) if isinstance(old, dict) and isinstance(value, dict) else value
            )
    return merged
