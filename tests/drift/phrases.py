"""Sentences with labelled facts, as the files beside this one hold them; README.md there says how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

__all__ = ["EDITIONS", "FOLDER", "Label", "Phrase", "phrases"]

FOLDER = Path(__file__).parent / "phrases"
EDITIONS = Path(__file__).parent / "editions"
"""Whole releases of ours in the same form."""
_NUMBERS = frozenset({"money", "count", "percent", "ordinal", "year", "ratio"})
_QUALIFIERS = frozenset(
    {"exactly", "nearly", "about", "more-than", "at-least", "less-than", "at-most", "up-to", "several"}
)

_DOUBT = "?"
"""Stands before the reason why a label is doubtful."""


class Label(NamedTuple):
    """A fact as a person reads it."""

    kind: str
    value: Decimal | str
    unit: str | None
    qualifier: str
    surface: str
    start: int
    end: int


class Phrase(NamedTuple):
    """A sentence without its brackets, and the facts in it."""

    text: str
    tag: str
    today: date
    facts: tuple[Label, ...]
    place: str
    doubtful: tuple[Label, ...] = ()
    """Facts that may be read or left."""


def phrases(file: Path) -> Iterator[Phrase]:
    """All sentences of a file."""
    tag, today = "en", date(2022, 11, 16)
    lines = file.read_text("utf-8").splitlines()
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if line.startswith("@"):
            tag, day = line[1:].split()
            today = date.fromisoformat(day)
        elif line and not line.startswith((" ", "#")):
            told = []
            while number < len(lines) and lines[number].startswith("    "):
                told.append(lines[number].split())
                number += 1
            yield _phrase(line, told, tag, today, f"{file.name}:{number}")


def _phrase(line: str, told: list[list[str]], tag: str, today: date, place: str) -> Phrase:
    text, spans = "", []
    for part in re.split(r"(⟦.*?⟧)", line):
        if part.startswith("⟦"):
            spans.append((len(text), len(text) + len(part) - 2))
        text += part.strip("⟦⟧")
    assert len(spans) == len(told), place
    labels = [_label(words, text, span) for words, span in zip(told, spans, strict=True)]
    doubtful = tuple(label for label, words in zip(labels, told, strict=True) if _DOUBT in words)
    return Phrase(
        text, tag, today, tuple(label for label in labels if label not in doubtful), place, doubtful
    )


def _label(words: list[str], text: str, span: tuple[int, int]) -> Label:
    kind, value, *rest = words[: words.index(_DOUBT)] if _DOUBT in words else words
    unit = next((word for word in rest if word not in _QUALIFIERS), None)
    qualifier = next((word for word in rest if word in _QUALIFIERS), "exactly")
    plain = kind in _NUMBERS and "-" not in value[1:]
    return Label(kind, Decimal(value) if plain else value, unit, qualifier, text[slice(*span)], *span)
