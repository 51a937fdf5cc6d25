"""Sentences of a wording with the slots in them, and the words by which a language tells of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from eventrecord.localize.data import Table, inherited, read_table
from eventrecord.model.slot import Slot

__all__ = ["Sentence", "sentences", "signs", "telling"]


class Sentence(NamedTuple):
    """A sentence of a wording; `text` has zero characters where slots are."""

    text: str
    start: int
    """Its offset in the wording."""
    slots: tuple[Slot, ...]

    def before(self, place: int) -> str:
        """The sentence up to an offset of the wording."""
        return self.text[: place - self.start]

    def after(self, place: int) -> str:
        """The sentence from an offset of the wording on."""
        return self.text[place - self.start :]


def sentences(words: str, slots: tuple[Slot, ...], tag: str) -> Iterator[Sentence]:
    """The sentences of a wording, in their order; of a language without data, the whole of it."""
    plain = words
    for slot in slots:
        plain = plain[: slot.start] + "\0" * (slot.end - slot.start) + plain[slot.end :]
    start, stop = 0, telling(tag, "sentences", "stop")
    for end in [*(match.end() for match in stop.finditer(plain)), len(plain)] if stop else [len(plain)]:
        if end > start:
            yield Sentence(
                plain[start:end], start, tuple(slot for slot in slots if start <= slot.start < end)
            )
        start = end


@cache
def signs(tag: str, group: str) -> tuple[str, ...]:
    """Words of a group of `telling.toml`, in small letters: every text that it is about has one."""
    return tuple(_group(tag, group).get("signs", ()))


@cache
def telling(tag: str, group: str, name: str, **values: str) -> re.Pattern[str] | None:
    """A pattern of `telling.toml`, with values in it; None where there is no data for the language."""
    words = _group(tag, group)
    if name not in words:
        return None
    text = str(words[name])
    for key, value in values.items():
        text = text.replace(f"{{{key}}}", value)
    return re.compile(text)


def _group(tag: str, group: str) -> Table:
    while tag and not read_table(tag, "locale"):
        tag = tag.rpartition("-")[0]
    words: Table = inherited(tag, "telling").get(group, {}) if tag else {}
    return words
