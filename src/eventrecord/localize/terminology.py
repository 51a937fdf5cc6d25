"""The terminology base: concepts and what they are called, from the CSV files in `locales/terms/`."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from eventrecord.model.text import State

__all__ = ["Concept", "TermEntry", "terminology"]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term of a concept in one language (ISO 30042)."""

    term: str
    status: str
    """preferred, admitted, deprecated or forbidden."""
    state: State
    plural: str
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Concept:
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
        for row in csv.DictReader(io.StringIO(file.read_text("utf-8"), newline="")):
            _, terms = found.setdefault(row["concept"], (file.name.removesuffix(".csv"), {}))
            terms.setdefault(row["tag"], []).append(
                TermEntry(
                    row["term"], row["status"], State(row["state"]), row["plural"], row["note"], row["source"]
                )
            )
    return {
        concept: Concept(concept, domain, {tag: tuple(entries) for tag, entries in terms.items()})
        for concept, (domain, terms) in found.items()
    }
