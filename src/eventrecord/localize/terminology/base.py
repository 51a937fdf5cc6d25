"""The terminology base: concepts and what they are called. Ours, the office's and the record's, in layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from eventrecord.errors import TermsError
from eventrecord.installed import locales_folder
from eventrecord.localize.terminology.concept import Concept, Layer, Row, TermEntry, concepts_of
from eventrecord.localize.terminology.folding import folded
from eventrecord.localize.terminology.record_terms import record_concepts
from eventrecord.localize.terminology.table import own_concepts, read_table
from eventrecord.localize.wording import choose, tag_parents
from eventrecord.message import Named, say
from eventrecord.model.record import Record
from eventrecord.model.text import State
from eventrecord.settings import Settings

__all__ = ["PROPER_NAMES", "Suspect", "Terminology", "day_of", "is_name", "office_terms", "terminology"]

PROPER_NAMES = frozenset({"companies", "events", "government", "organizations", "places", "posts"})
"""Domains of the base that hold proper names; a common noun must not act inside one."""
_REGIONS = ("zh-Hant-TW", "zh-Hant-HK")
"""Languages that write one script in two ways."""


class Suspect(NamedTuple):
    """A term that a text of some language should not, or should rather not, use."""

    key: str
    """The term as it is searched."""
    stems: tuple[str, ...]
    """What a text must have of it, or of its plural."""
    concept: Concept
    tag: str
    """The language it is told for: of another region, maybe."""
    entry: TermEntry


class Terminology(Mapping[str, Concept]):
    """Concepts by id, those of one layer laid over those of another, language by language."""

    def __init__(self, concepts: Mapping[str, Concept], below: Terminology | None = None) -> None:
        self._below = below
        self._own = {
            name: concept.over(below[name]) if below and name in below else concept
            for name, concept in concepts.items()
        }
        self._suspects: dict[str, tuple[Suspect, ...]] = {}
        self._names: dict[str, tuple[tuple[str, str], ...]] = {}
        self._counterparts: dict[tuple[str, str], tuple[tuple[str, str, str], ...]] = {}

    def __getitem__(self, name: str) -> Concept:
        if name in self._own or self._below is None:
            return self._own[name]
        return self._below[name]

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        if self._below is not None:
            yield from (name for name in self._below if name not in self._own)

    def __len__(self) -> int:
        return len(self._own) + sum(name not in self._own for name in self._below or ())

    def suspects(self, tag: str) -> tuple[Suspect, ...]:
        """Terms that texts of language `tag` should look twice at.

        Forbidden and deprecated ones; names that are not preferred; those that hold for a time only; those of
        another region where this one has its own. Unverified ones are left out: nobody should be corrected
        by a guess.
        """
        if tag not in self._suspects:
            below = self._below.suspects(tag) if self._below else ()
            self._suspects[tag] = (
                *(below if not self._covers else (one for one in below if one.concept.id not in self._own)),
                *(_suspect(*one) for one in self._watched if _is_suspect(*one, tag)),
            )
        return self._suspects[tag]

    @cached_property
    def _covers(self) -> bool:
        """Whether a concept of the layers below is told of otherwise here; in few records one is."""
        return self._below is not None and any(name in self._below for name in self._own)

    @cached_property
    def _watched(self) -> list[tuple[Concept, str, TermEntry]]:
        return [one for concept in self._own.values() for one in _watched(concept)]

    def suspects_in(self, text: str, tag: str) -> list[Suspect]:
        """Those that may stand in a folded text of that language; fast, and sometimes wrong."""
        return [one for one in self.suspects(tag) if any(stem in text for stem in one.stems)]

    def names(self, tag: str) -> tuple[tuple[str, str], ...]:
        """Names of bodies, events and places in texts of language `tag`, each after the id of its concept.

        Preferred ones that somebody has confirmed.
        """
        if tag not in self._names:
            below = self._below.names(tag) if self._below else ()
            if self._covers:
                below = tuple(one for one in below if one[0] not in self._own)
            own = tuple(
                (concept.id, entry.term)
                for concept in self._own.values()
                if is_name(concept) and concept.domain != "posts"
                for link in tag_parents(tag)
                for entry in concept.terms.get(link, ())[:1]
                if entry.status == "preferred" and entry.state is not State.UNVERIFIED
            )
            self._names[tag] = below + own if own else below
        return self._names[tag]

    @cached_property
    def unconverted(self) -> tuple[tuple[str, str], ...]:
        """Chinese terms that keep their characters in every script, each after the id of its concept."""
        below = self._below.unconverted if self._below else ()
        return (
            *(
                (concept.id, entry.term)
                for concept in self._own.values()
                for tag, entries in concept.terms.items()
                if tag.startswith("zh")
                for entry in entries
                if entry.convert == "no" and entry.state is not State.UNVERIFIED
            ),
            *(below if not self._covers else (one for one in below if one[0] not in self._own)),
        )

    def counterparts(self, source: str, target: str) -> tuple[tuple[str, str, str], ...]:
        """Names in two languages that base or office have in both, each after the id of its concept."""
        asked = source, target
        if asked not in self._counterparts:
            below = self._below.counterparts(source, target) if self._below else ()
            self._counterparts[asked] = (
                *(
                    (concept.id, here.words, there.words)
                    for concept in self._own.values()
                    if is_name(concept) and concept.layer <= Layer.OFFICE
                    for text in [_preferred(concept)]
                    if (here := choose(text, source, {})) and (there := choose(text, target, {}))
                ),
                *(below if not self._covers else (one for one in below if one[0] not in self._own)),
            )
        return self._counterparts[asked]


def terminology(record: Record | None = None, settings: Settings | None = None) -> Terminology:
    """Every concept by id: of the base, over it the office's, over that the record's.

    A layer replaces what lies below it language by language, so that an office that names a place in
    Chinese keeps its English. Terms of related records have the record's id before theirs.

    Raises:
        TermsError: the office's folder of terms cannot be used.
    """
    found = _base()
    if settings is not None and settings.terms is not None:
        found = Terminology(office_terms(settings.terms), found)
    if record is not None and (record.terms or record.related):
        found = Terminology(record_concepts(record), found)
    return found


def office_terms(folder: Path) -> Mapping[str, Concept]:
    """The concepts of a folder of CSV files, each file a domain.

    Raises:
        TermsError: there is no such folder, or a file in it cannot be used.
    """
    if not folder.is_dir():
        raise TermsError(
            say(
                "{folder}: there is no such folder, and the settings say that terms are in it; "
                "eventrecord terms add makes it",
                folder=folder,
            )
        )
    files = sorted(folder.glob("*.csv"))
    return _office(tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files))


def day_of(record: Record) -> date:
    """The day whose terms hold where no release says another: that of the record's revision."""
    return record.revision.at.day


def is_name(concept: Concept) -> bool:
    """Whether a concept has proper names: those of the base by their domain, others' in any case."""
    return concept.domain in PROPER_NAMES or concept.layer > Layer.BASE


def _preferred(concept: Concept) -> dict[str, str]:
    """The first term per language, where it is to be used and somebody has confirmed it."""
    return {
        tag: entries[0].term
        for tag, entries in concept.terms.items()
        if entries[0].status == "preferred" and entries[0].state is not State.UNVERIFIED
    }


@cache
def _base() -> Terminology:
    files = sorted((locales_folder() / "terms").glob("*.csv"))
    return Terminology(
        {
            concept.id: concept
            for file in files
            for concept in own_concepts(file.read_text("utf-8"), file.name)
        }
    )


@lru_cache(maxsize=8)
def _office(files: tuple[tuple[Path, int, int], ...]) -> Mapping[str, Concept]:
    return concepts_of(
        (row for file, _, _ in files for row in _of_domain(file)),
        Layer.OFFICE,
    )


def _of_domain(file: Path) -> Iterator[Row]:
    domain = file.name.removesuffix(".csv")
    for row in read_table(_text(file), str(file), domain=domain):
        if row.domain != domain:
            raise TermsError(
                say(
                    "{place}: terms of {domain} have a file of their own, {domain}.csv",
                    place=row.place,
                    domain=row.domain,
                )
            )
        yield row


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TermsError(say("{file}: is not UTF-8: save it as UTF-8", file=file)) from None
    except OSError as error:
        raise TermsError(
            say("{file}: cannot be read: {error}", file=file, error=Named(error.strerror))
        ) from None


def _suspect(concept: Concept, tag: str, entry: TermEntry) -> Suspect:
    key = folded(entry.term)
    stems = (key.removesuffix("y"), *((folded(entry.plural),) if entry.plural else ()))
    return Suspect(key, stems, concept, tag, entry)


def _watched(concept: Concept) -> Iterator[tuple[Concept, str, TermEntry]]:
    """Terms of a concept that texts of some language should look twice at."""
    for tag, entries in concept.terms.items():
        unsure = entries[0].state is State.UNVERIFIED
        for entry in entries:
            if entry.state is State.UNVERIFIED or (entry.status == "admitted" and unsure):
                continue  # nobody should be corrected by a guess, or to one
            usual = entry.status == "preferred" or (
                entry.status == "admitted" and (entry.type or not is_name(concept))
            )
            if not usual or entry.valid_from or entry.valid_to or tag in _REGIONS:
                yield concept, tag, entry


def _is_suspect(concept: Concept, told: str, entry: TermEntry, tag: str) -> bool:
    """Whether a watched term is one for texts of language `tag`: told for it, or for another region only."""
    chain = tag_parents(tag)
    if told in chain:
        return entry.status != "preferred" or bool(entry.valid_from or entry.valid_to)
    own = next((concept.terms[link] for link in chain if link in concept.terms), ())
    elsewhere = told in _REGIONS and tag in _REGIONS and entry.status == "preferred"
    return elsewhere and bool(own) and entry.term not in {term.term for term in own}
