"""Characters of the other Chinese script: what no text of a locale has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from eventrecord.localize.data import read_table
from eventrecord.localize.wording import tag_parents

__all__ = ["foreign_characters"]


@cache
def foreign_characters(tag: str) -> Mapping[str, str]:
    """Characters that stand in the other script alone, each with its usual counterpart in `tag`.

    What is right in both scripts is not among them: 后 台 里 面 只 斗. Empty for what is no Chinese locale.
    """
    for link in tag_parents(tag):
        if table := read_table(link, "characters"):
            return dict(zip(table["foreign"], table["here"], strict=True))
    return {}
