"""Characters of the other Chinese script: what no text of a locale has."""

from __future__ import annotations

from functools import cache

from eventrecord.installed import locales_folder
from eventrecord.localize.data import read_table
from eventrecord.localize.wording import tag_parents

__all__ = ["counterpart", "foreign_characters", "simplified"]


@cache
def foreign_characters(tag: str) -> frozenset[str]:
    """Characters that stand in the other script alone; none for what is no Chinese locale.

    What is right in both scripts is not among them: 后 台 里 面 只 斗.
    """
    return frozenset(_lines(tag)[0])


def counterpart(character: str, tag: str) -> str:
    """What a text of `tag` usually has for one of its foreign characters."""
    foreign, here = _lines(tag)
    return here[foreign.index(character)]


def simplified(text: str) -> str:
    """A Chinese text with Simplified characters for Traditional ones, each at its place: to compare names.

    No edition is made so: of characters with several counterparts it takes one.
    """
    return text if text.isascii() else text.translate(_simple())


@cache
def _simple() -> dict[int, str]:
    table = {ord(foreign): here for foreign, here in zip(*_lines("zh-Hans"), strict=True)}
    variants: dict[str, str] = read_table("zh", "names")["variants"]
    return table | {ord(one): other for one, other in variants.items()}


@cache
def _lines(tag: str) -> tuple[str, str]:
    """The foreign characters of a locale, and in the same order their counterparts."""
    for link in tag_parents(tag):
        file = locales_folder() / link / "characters.txt"
        if file.is_file():
            foreign, here = file.read_text("utf-8").splitlines()
            return foreign, here
    return "", ""
