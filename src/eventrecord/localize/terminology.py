"""The terminology base: concepts and what they are called, from the CSV files in `locales/terms/`."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from eventrecord.model.text import State

__all__ = ["Concept", "TermEntry", "terminology"]


class TermEntry(NamedTuple):
    """One term of a concept in one language (ISO 30042)."""

    term: str
    status: str
    """preferred, admitted, deprecated or forbidden."""
    state: State
    plural: str
    note: str
    source: str


class Concept(NamedTuple):
    """A concept and its terms per language, preferred ones first."""

    id: str
    domain: str
    terms: Mapping[str, tuple[TermEntry, ...]]

    def preferred(self) -> dict[str, str]:
        """The preferred term per language tag."""
        return {
            tag: entries[0].term for tag, entries in self.terms.items() if entries[0].status == "preferred"
        }


@cache
def terminology() -> Mapping[str, Concept]:
    """All concepts of the base by id."""
    found: dict[str, tuple[str, dict[str, list[TermEntry]]]] = {}
    folder = resources.files("eventrecord.locales").joinpath("terms")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".csv"):
            continue
        rows = csv.reader(io.StringIO(file.read_text("utf-8"), newline=""))
        next(rows)
        for concept, tag, term, status, state, plural, note, source in rows:
            _, terms = found.setdefault(concept, (file.name.removesuffix(".csv"), {}))
            entry = TermEntry(term, status, State(state), plural, note, source)
            terms.setdefault(tag, []).append(entry)
    return {
        concept: Concept(concept, domain, {tag: tuple(entries) for tag, entries in terms.items()})
        for concept, (domain, terms) in found.items()
    }
