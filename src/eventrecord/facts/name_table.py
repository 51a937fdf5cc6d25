"""What people, bodies, places, events and terms are called: from the base, a file or folder, and a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from eventrecord.errors import TermsError
from eventrecord.facts.known_name import Form, Kind, KnownName, Standing
from eventrecord.facts.person_names import person_names
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import read_table
from eventrecord.localize.english.nouns import plural_of
from eventrecord.localize.terminology.base import Terminology, is_name, office_terms, terminology
from eventrecord.localize.terminology.concept import Concept, Layer, concepts_of
from eventrecord.localize.terminology.files import read_terms
from eventrecord.localize.terminology.folding import folded
from eventrecord.localize.terminology.matching import Matcher
from eventrecord.localize.terminology.record_terms import record_concepts
from eventrecord.localize.wording import tag_parents
from eventrecord.message import Named, say
from eventrecord.model.record import Record
from eventrecord.model.text import State, Text, Wording

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["NameTable", "name_key", "name_table"]

_KINDS: dict[str, Kind] = {
    "companies": "organization",
    "events": "event",
    "government": "organization",
    "organizations": "organization",
    "person": "person",
    "people": "person",
    "places": "place",
    "posts": "post",
}
"""Domains of terms that are names; others hold terms."""


class NameTable:
    """Wordings of everything that has a name, by language: found in texts, and held against each other."""

    def __init__(self, known: Iterable[KnownName]) -> None:
        self._by_id: dict[str, list[KnownName]] = {}
        for one in known:
            self._by_id.setdefault(one.id, []).append(one)
        self._matchers: dict[tuple[str, bool], Matcher[KnownName]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._by_id

    def kind(self, name: str) -> Kind:
        """What the thing of that id is."""
        return self._by_id[name][0].kind

    def ids(self) -> Iterator[str]:
        """Ids of all things."""
        return iter(self._by_id)

    def wordings(self, name: str, tag: str) -> tuple[KnownName, ...]:
        """What a thing is called in texts of a locale; those of other regions come last."""
        family = tag.partition("-")[0]
        chain = tag_parents(tag)
        told = [one for one in self._by_id.get(name, ()) if one.tag.partition("-")[0] == family]
        here = [one for one in told if one.tag in chain]
        keys = {name_key(one.words) for one in here}
        elsewhere = [
            one._replace(standing="regional") if here and one.standing == "preferred" else one
            for one in told
            if one.tag not in chain and name_key(one.words) not in keys
        ]
        return (*here, *elsewhere)

    def matcher(self, tag: str) -> Matcher[KnownName]:
        """What finds all wordings but posts in a text of a locale, made Simplified where it is Chinese."""
        return self._matcher(tag, posts=False)

    def posts(self, tag: str) -> Matcher[KnownName]:
        """The same for posts, which hold names of bodies: academician of the Chinese Academy of Sciences."""
        return self._matcher(tag, posts=True)

    def _matcher(self, tag: str, *, posts: bool) -> Matcher[KnownName]:
        if (tag, posts) not in self._matchers:
            self._matchers[tag, posts] = Matcher(
                (simplified(known.words), known)
                for name in self._by_id
                if (self.kind(name) == "post") == posts
                for known in self.wordings(name, tag)
            )
        return self._matchers[tag, posts]

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Ids of the people."""
        return tuple(name for name, known in self._by_id.items() if known[0].kind == "person")


def name_key(words: str) -> str:
    """What names are compared by: width, case, script and quotation marks do not matter."""
    return simplified(folded(words))


def name_table(terms: Path | None = None, record: Record | None = None) -> NameTable:
    """The names of the base, over them those of a folder or file, over them those of a record.

    Args:
        terms: a folder of terms, or a CSV file of terms or names.
        record: a record; its people are `people.<id>`, its places `places.<id>`, as paths have it, and the
            theme of an event `events.<id>.theme`.

    Raises:
        TermsError: the terms cannot be used.
    """
    if record is None:
        return _table(terms, _stamps(terms) if terms else ())
    concepts = Terminology(record_concepts(record), _concepts(terms))
    return NameTable(_joined([*_of_record(record)], _known(concepts)))


@lru_cache(maxsize=8)
def _table(terms: Path | None, _: tuple[object, ...]) -> NameTable:
    """The names of the base and of a folder or file, made once for each state of it."""
    return NameTable(_known(_concepts(terms)))


def _stamps(path: Path) -> tuple[object, ...]:
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path] if path.exists() else []
    return tuple((file, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


def _concepts(terms: Path | None) -> Terminology:
    concepts = terminology()
    return Terminology(_own_terms(terms, concepts), concepts) if terms else concepts


def _known(concepts: Mapping[str, Concept]) -> list[KnownName]:
    return [one for concept in concepts.values() for one in _of_concept(concept)]


def _own_terms(path: Path, known: Mapping[str, Concept]) -> Mapping[str, Concept]:
    if path.is_dir():
        return office_terms(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TermsError(
            say("{file}: cannot be read: {error}", file=path, error=Named(error.strerror))
        ) from None
    return concepts_of(read_terms(data, str(path), known.values()), Layer.OFFICE)


def _joined(record: list[KnownName], concepts: list[KnownName]) -> Iterator[KnownName]:
    """Both, those of a concept under the id that the record has for what is called so."""
    ids = {(one.tag, one.kind, name_key(one.words)): one.id for one in record if one.form == "full"}
    also: dict[str, str] = {}
    for one in concepts:
        if home := ids.get((one.tag, one.kind, name_key(one.words))):
            also.setdefault(one.id, home)
    told = {(one.id, one.tag, name_key(one.words)) for one in record}
    yield from record
    for one in concepts:
        here = also.get(one.id, one.id)
        if (here, one.tag, name_key(one.words)) in told:
            continue
        overruled = (
            here != one.id
            and one.standing == "preferred"
            and any(known.id == here and known.tag == one.tag for known in record)
        )
        yield one._replace(id=here, standing="admitted" if overruled else one.standing)


def _of_concept(concept: Concept) -> Iterator[KnownName]:
    kind = _KINDS.get(concept.domain, "term")
    if kind == "person":
        names = {tag: entries[0].term for tag, entries in concept.terms.items()}
        yield from person_names(concept.id, names)
        return
    official = concept.domain == "government"
    own = is_name(concept) and not (official and _is_general(concept))
    for tag, entries in concept.terms.items():
        for entry in entries:
            if entry.state is State.UNVERIFIED and entry.status in ("deprecated", "forbidden"):
                continue
            form = cast("Form", entry.type or "full")  # TYPES of the base
            status = cast("Standing", entry.status)  # STATUSES of the base
            known = KnownName(
                concept.id, kind, entry.term, tag, status, form, official=official, own=own, entry=entry
            )
            yield from _spelled(known)
            plural = entry.plural or _plural(known)
            if plural:
                yield known._replace(words=plural, usual=False)


def _plural(known: KnownName) -> str | None:
    """The regular plural of an English term that is no name: superconductors."""
    counted = known.kind == "term" and known.tag.startswith("en") and known.words.islower()
    return plural_of(known.words) if counted else None


def _is_general(concept: Concept) -> bool:
    """Whether it is what many bodies are called: Standing Committee, 办公室."""
    return all(
        len(entries[0].term.split(" ")) < 3 and (entries[0].term.isascii() or len(entries[0].term) <= 6)
        for entries in concept.terms.values()
    )


def _of_record(record: Record) -> Iterator[KnownName]:
    for prefix, owner in ((("", record)), *((f"{name}/", one) for name, one in record.related.items())):
        for name, person in owner.people.items():
            yield from person_names(f"people.{prefix}{name}", person.name)
        for name, body in owner.organizations.items():
            told: dict[Form, Text | None] = {
                "full": body.name,
                "short-form": body.short_name,
                "abbreviation": body.abbreviation,
            }
            yield from _of_texts(f"organizations.{prefix}{name}", "organization", told)
            yield from _of_texts(
                f"organizations.{prefix}{name}", "organization", {"short-form": body.in_posts}
            )
        for name, place in owner.places.items():
            told = {"full": place.name, "short-form": place.short_name}
            yield from _of_texts(f"places.{prefix}{name}", "place", told)
        for event in owner.event.walk():
            told = {"full": event.name, "short-form": event.short_name}
            yield from _of_texts(f"events.{prefix}{event.id}", "event", told)
            yield from _of_texts(f"events.{prefix}{event.id}.theme", "term", {"full": event.theme})


def _of_texts(name: str, kind: Kind, told: Mapping[Form, Text | None]) -> Iterator[KnownName]:
    for form, text in told.items():
        for tag, wording in (text or {}).items():
            words = wording.text if isinstance(wording, Wording) else wording
            if words:
                standing: Standing = "preferred" if form == "full" else "admitted"
                yield from _spelled(
                    KnownName(name, kind, words.removeprefix("the "), tag, standing, form, own=True)
                )


def _spelled(known: KnownName) -> Iterator[KnownName]:
    """A name, and the same in other spellings of its words: Center and Centre."""
    yield known
    if known.tag.startswith("en"):
        words = known.words.split(" ")
        for place, word in enumerate(words):
            for other in _spellings().get(word.lower(), ()):
                spelled = [*words[:place], other, *words[place + 1 :]]
                yield known._replace(words=" ".join(spelled), usual=False)


def _spellings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for words in read_table("en", "people")["people"]["spellings"]:
        for word in words:
            found[word] = [other for other in words if other != word]
    return found
