"""One table of language families: the few things that words alone cannot say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from eventrecord.localize.chinese import names as chinese_names
from eventrecord.localize.chinese import numbers as chinese_numbers
from eventrecord.localize.data import Table
from eventrecord.localize.english import names as english_names
from eventrecord.localize.english import numbers as english_numbers
from eventrecord.localize.english import sentences as english_sentences

__all__ = ["GRAMMARS", "Grammar"]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Functions of a language family; `words` is the locale's `words.toml`."""

    spell: Callable[[int, Table], str]
    ordinal: Callable[[int, Table], str]
    place: Callable[[int, Table], str]
    fraction: Callable[[int, int, Table], str]
    person_name: Callable[..., str]
    post: Callable[[str, str | None, str, Table], str]
    sentence: Callable[[str], str]


def _unchanged(text: str) -> str:
    return text


GRAMMARS = {
    "en": Grammar(
        english_numbers.spell,
        english_numbers.ordinal,
        english_numbers.ordinal,
        english_numbers.fraction,
        english_names.person_name,
        english_names.post,
        english_sentences.capitalize_sentence,
    ),
    "zh": Grammar(
        chinese_numbers.spell,
        chinese_numbers.ordinal,
        chinese_numbers.place,
        chinese_numbers.fraction,
        chinese_names.person_name,
        chinese_names.post,
        _unchanged,
    ),
}
