"""Wordings that a draft lacks in a language of its record: marked where somebody has to write them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

__all__ = ["mark_missing"]


def mark_missing(value: Any, locales: Sequence[str], tags: Container[str]) -> None:
    """Mark, in every text of a draft, the languages of its record in which it has no words.

    One script of Chinese is made from the other. Names of people, which are no texts, are left as they are.

    Args:
        value: the draft, or a part of it.
        locales: the languages of the record.
        tags: all languages that have words in the draft.
    """
    if isinstance(value, list):
        for inner in value:
            mark_missing(inner, locales, tags)
    elif isinstance(value, dict):
        if _is_text(value, tags):
            has_chinese = any(tag.startswith("zh") for tag in value)
            for tag in locales:
                if tag not in value and not (has_chinese and tag.startswith("zh")):
                    value[tag] = {"state": "missing"}
            return
        for key, inner in value.items():
            if key == "people":
                for person in inner.values() if isinstance(inner, dict) else ():
                    mark_missing(
                        {name: told for name, told in person.items() if name != "name"}, locales, tags
                    )
            else:
                mark_missing(inner, locales, tags)


def _is_text(value: dict[str, Any], tags: Container[str]) -> bool:
    return bool(value) and all(isinstance(words, str) and tag in tags for tag, words in value.items())
