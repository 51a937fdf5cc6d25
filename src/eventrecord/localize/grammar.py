"""One table of language families: the few things that words alone cannot say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eventrecord.localize import chinese, english
from eventrecord.localize.data import Table

__all__ = ["GRAMMARS", "Grammar"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Functions of a language family; `words` is the locale's `words.toml`."""

    spell: Callable[[int, Table], str]
    ordinal: Callable[[int, Table], str]
    fraction: Callable[[int, int, Table], str]
    person_name: Callable[..., str]
    post: Callable[[str, str | None, str, Table], str]
    sentence: Callable[[str], str]


def _unchanged(text: str) -> str:
    return text


GRAMMARS = {
    "en": Grammar(
        english.spell,
        english.ordinal,
        english.fraction,
        english.person_name,
        english.post,
        english.capitalize_sentence,
    ),
    "zh": Grammar(
        chinese.spell, chinese.ordinal, chinese.fraction, chinese.person_name, chinese.post, _unchanged
    ),
}
