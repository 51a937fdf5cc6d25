"""A concept and its terms, in the words of ISO 30042: status, type, validity, per language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import IntEnum
from typing import NamedTuple

from eventrecord.errors import TermsError
from eventrecord.message import say
from eventrecord.model.term import Term
from eventrecord.model.text import State, Text

__all__ = ["STATUSES", "TYPES", "Concept", "Layer", "Row", "TermEntry", "concepts_of", "rows_of"]

STATUSES = ("preferred", "admitted", "deprecated", "forbidden")
TYPES = ("", "short-form", "abbreviation")
_TAGS = ("en", "zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")


class Layer(IntEnum):
    """Where a concept is from; the higher layer goes before the lower."""

    BASE = 0
    OFFICE = 1
    RELATED = 2
    RECORD = 3


class TermEntry(NamedTuple):
    """One term of a concept in one language; fields are the columns of the CSV files."""

    term: str
    status: str = "preferred"
    """preferred, admitted, deprecated or forbidden."""
    state: State = State.HOUSE
    type: str = ""
    """short-form (for later mentions), abbreviation, or nothing of the sort."""
    plural: str = ""
    """English plural, where it is needed or not regular."""
    case: str = ""
    """fixed, where capitals and small letters always stay as they are."""
    convert: str = ""
    """no, where the other Chinese script writes it just so."""
    valid_from: str = ""
    """First year, month or day in which it was in use (ISO 8601)."""
    valid_to: str = ""
    """Last year, month or day in which it was in use."""
    note: str = ""
    source: str = ""

    def holds(self, day: date | None) -> bool:
        """Whether the term was in use on a day; on an unknown day every one was."""
        if day is None or not (self.valid_from or self.valid_to):
            return True
        told = day.isoformat()
        since, until = self.valid_from[:10], self.valid_to[:10]
        return since <= told[: len(since)] and (not until or told[: len(until)] <= until)


class Concept(NamedTuple):
    """A concept and its terms per language, preferred ones first."""

    id: str
    domain: str
    terms: Mapping[str, tuple[TermEntry, ...]]
    definitions: Mapping[str, str] = {}
    layer: Layer = Layer.BASE
    own: Term | None = None
    """The record's entry, if the concept is one of a record."""

    def over(self, below: Concept) -> Concept:
        """This concept laid over another of the same id.

        In a language in which it says what is preferred it replaces the other; else it adds to it.
        """
        terms = dict(below.terms)
        for tag, entries in self.terms.items():
            own = {entry.term for entry in entries}
            keep = () if entries[0].status == "preferred" else terms.get(tag, ())
            added = (*entries, *(entry for entry in keep if entry.term not in own))
            terms[tag] = tuple(sorted(added, key=_entry_order))
        return self._replace(
            domain=self.domain or below.domain,
            terms=terms,
            definitions={**below.definitions, **self.definitions},
        )

    def name(self, day: date | None = None) -> Text:
        """The term to use per language: the preferred one, or the one that held on a day."""
        now = self._each(_current, day)
        if self.own is None:
            return now
        held = self._each(_current, None)
        return self.own.name | {tag: term for tag, term in now.items() if term != held[tag]}

    def short(self, day: date | None = None) -> Text:
        """The short form for later mentions, in the languages that have one."""
        if self.own:
            return self.own.short_name or {}
        return self._each(_short, day)

    def plural(self, day: date | None = None) -> Text:
        """The plural, in the languages that have one."""
        if self.own:
            return self.own.plural or {}
        return self._each(lambda entries, on: (found := _current(entries, on)) and found.plural, day)

    def _each(
        self,
        pick: Callable[[tuple[TermEntry, ...], date | None], TermEntry | str | None],
        day: date | None,
    ) -> Text:
        picked = ((tag, pick(entries, day)) for tag, entries in self.terms.items())
        return {tag: found.term if isinstance(found, TermEntry) else found for tag, found in picked if found}


class Row(NamedTuple):
    """A term with its concept: a line of a CSV file."""

    concept: str
    domain: str
    tag: str
    entry: TermEntry
    definition: str = ""
    place: str = ""
    """Where it was read, for messages: file and line."""


def concepts_of(rows: Iterable[Row], layer: Layer = Layer.BASE) -> dict[str, Concept]:
    """The concepts that rows tell of, by id.

    Raises:
        TermsError: rows of one concept disagree: two preferred terms, two domains, a term twice.
    """
    found: dict[str, tuple[str, dict[str, dict[str, Row]]]] = {}
    definitions: dict[str, dict[str, str]] = {}
    for row in rows:
        domain, terms = found.setdefault(row.concept, (row.domain, {}))
        if domain != row.domain:
            raise TermsError(
                say(
                    "{place}: the concept {concept} stands under {domain} already; its terms belong together",
                    place=row.place,
                    concept=row.concept,
                    domain=domain,
                )
            )
        entries = terms.setdefault(row.tag, {})
        if (first := entries.get(row.entry.term)) is not None:
            raise TermsError(
                say(
                    "{place}: {concept} has the term {term} already, at {first}",
                    place=row.place,
                    concept=row.concept,
                    term=row.entry.term,
                    first=first.place,
                )
            )
        entries[row.entry.term] = row
        if row.definition:
            told = definitions.setdefault(row.concept, {})
            if told.setdefault(row.tag, row.definition) != row.definition:
                raise TermsError(
                    say(
                        "{place}: {concept} has another definition in {tag} already",
                        place=row.place,
                        concept=row.concept,
                        tag=row.tag,
                    )
                )
    return {
        concept: Concept(
            concept,
            domain,
            {tag: _sorted(terms[tag]) for tag in sorted(terms, key=_tag_order)},
            definitions.get(concept, {}),
            layer,
        )
        for concept, (domain, terms) in found.items()
    }


def rows_of(concepts: Iterable[Concept]) -> list[Row]:
    """The rows of concepts, in the order of files: by concept, language, status and term."""
    return [
        Row(
            concept.id,
            concept.domain,
            tag,
            entry,
            concept.definitions.get(tag, "") if place == 0 else "",
        )
        for concept in sorted(concepts, key=lambda concept: concept.id)
        for tag in sorted(concept.terms, key=_tag_order)
        for place, entry in enumerate(concept.terms[tag])
    ]


def _sorted(rows: Mapping[str, Row]) -> tuple[TermEntry, ...]:
    entries = sorted((row.entry for row in rows.values()), key=_entry_order)
    for place, entry in enumerate(entries[1:], 1):
        before = entries[place - 1]
        if entry.status == before.status == "preferred":
            row = rows[entry.term]
            raise TermsError(
                say(
                    "{place}: two terms of {concept} are preferred in {tag}, {one} and {other}; "
                    "one of them must be admitted or deprecated",
                    place=row.place or rows[before.term].place,
                    concept=row.concept,
                    tag=row.tag,
                    one=before.term,
                    other=entry.term,
                )
            )
    return tuple(entries)


def _entry_order(entry: TermEntry) -> tuple[int, str]:
    return STATUSES.index(entry.status), entry.term


def _tag_order(tag: str) -> tuple[int, str]:
    return (_TAGS.index(tag) if tag in _TAGS else len(_TAGS)), tag


def _current(entries: tuple[TermEntry, ...], day: date | None) -> TermEntry | None:
    """The preferred term; where it does not hold on the day, an admitted one that says it does."""
    preferred = next((entry for entry in entries if entry.status == "preferred"), None)
    if preferred is None or preferred.holds(day):
        return preferred
    return next(
        (
            entry
            for entry in entries
            if entry.status == "admitted" and (entry.valid_from or entry.valid_to) and entry.holds(day)
        ),
        preferred,
    )


def _short(entries: tuple[TermEntry, ...], day: date | None) -> TermEntry | None:
    return next(
        (
            entry
            for entry in entries
            if entry.type == "short-form"
            and entry.status in ("preferred", "admitted")
            and entry.state is not State.UNVERIFIED
            and entry.holds(day)
        ),
        None,
    )
