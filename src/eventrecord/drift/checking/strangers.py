"""People whom a text names and the record does not: somebody of the record misspelt, or somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.drift.checking.telling import named_otherwise
from eventrecord.facts.alike import slips
from eventrecord.facts.known_name import KnownName
from eventrecord.facts.near import find_near
from eventrecord.localize.characters import simplified
from eventrecord.localize.chinese.people import find_people as find_chinese
from eventrecord.localize.chinese.people import find_titles as find_chinese_titles
from eventrecord.localize.data import inherited
from eventrecord.localize.english.people import find_people as find_english
from eventrecord.localize.english.people import find_titles as find_english_titles
from eventrecord.localize.titles import FoundPerson, Title, are_same
from eventrecord.message import listed, say

__all__ = ["lengthened", "strangers"]


class _Person(NamedTuple):
    """Somebody of the record: names, and posts as they are read."""

    names: tuple[Name, ...]
    titles: tuple[Title, ...]


def strangers(
    text: str, tag: str, known: Sequence[Name], names: Sequence[Spotted], where: Iterable[Piece]
) -> Iterator[Departure]:
    """People found by posts, and by how names are written, who are none of the record by that name."""
    find = find_english if tag.startswith("en") else find_chinese
    people = _people(known, tag)
    named = {one.name.fact for one in names if one.name.kind == "people"}
    parts = Covered((one.start, one.end) for one in names)
    whole = Covered(
        (one.start, one.end) for one in names if " " in one.name.form or not one.name.form.isascii()
    )
    for piece in where:
        words = text[piece.start : piece.end].replace("\xa0", " ")
        for person in find(words):
            start, end = piece.start + person.start, piece.start + person.end
            if whole.touches(start, end) or parts.covers(start, end):
                continue
            meant = _misspelt(person, people)
            if meant is not None:
                yield named_otherwise(text[start:end], (start, end), meant.form, meant)
            elif person.titles:
                yield _unknown(text, (start, end), _alike(person, people))
        for fact, person_known in people.items():
            wordings = [KnownName(fact, "person", name.form, tag) for name in person_known.names]
            near = find_near(wordings, words, tag) if fact not in named else None
            if near is not None:
                place = piece.start + near.start, piece.start + near.end
                name = next(one for one in person_known.names if near.known and one.form == near.known.words)
                yield named_otherwise(text[slice(*place)], place, name.form, name)


def lengthened(text: str, tag: str, names: Sequence[Spotted], where: Iterable[Piece]) -> Iterator[Departure]:
    """Chinese names of the record after a post, with a character more: 副市长张为民 for 张为."""
    if tag.startswith("en"):
        return
    known = {
        one.start: one for one in names if one.name.kind == "people" and one.name.fact.startswith("people.")
    }
    never = inherited(tag, "people")["people"]["no_given"]
    for piece in where:
        for person in find_chinese(text[piece.start : piece.end]):
            start, end = piece.start + person.start, piece.start + person.end
            hit = known.get(start)
            if hit and person.titles and end == hit.end + 1 and simplified(text[end - 1]) not in never:
                yield named_otherwise(text[start:end], (start, end), hit.name.form, hit.name)


def _is_part(form: str) -> bool:
    """Whether a form is one word: a family name, which many have."""
    return form.isascii() and " " not in form


def _people(known: Sequence[Name], tag: str) -> dict[str, _Person]:
    find = find_english_titles if tag.startswith("en") else find_chinese_titles
    names: dict[str, list[Name]] = defaultdict(list)
    titles: dict[str, list[Title]] = defaultdict(list)
    for name in known:
        if name.kind == "people" and name.fact.startswith("people.") and not _is_part(name.form):
            names[name.fact].append(name)
        elif name.kind in ("posts", "post"):
            titles[name.fact] += find(name.form)
    return {fact: _Person(tuple(own), tuple(titles[fact])) for fact, own in names.items()}


def _misspelt(person: FoundPerson, people: dict[str, _Person]) -> Name | None:
    """Whose name it is but for a slip."""
    names = (name for known in people.values() for name in known.names)
    return next((name for name in names if slips(person.surface, name.form)), None)


def _alike(person: FoundPerson, people: dict[str, _Person]) -> list[Name]:
    """People of the same post with a part of the name."""
    found = []
    for known in people.values():
        near = [name for name in known.names if _share(person.surface, name.form)]
        if near and any(are_same(title, held) for title in person.titles for held in known.titles):
            found.append(near[0])
    return found


def _unknown(text: str, place: tuple[int, int], alike: Sequence[Name]) -> Departure:
    """That the record names nobody so, and who may be meant."""
    surface = text[slice(*place)]
    said = say("{surface}: the record names nobody of that name", surface=surface)
    if not alike:
        return Departure("unknown-name", Severity.WARNING, said, *place, surface)
    names = listed([name.form for name in alike], last=say(" or "))
    said = say("{said}; is {names} meant?", said=said, names=names)
    return Departure("unknown-name", Severity.WARNING, said, *place, surface, alike[0].path, alike[0].record)


def _share(one: str, other: str) -> bool:
    """Whether two whole names have the family name or the given name in common."""
    if one.isascii() or other.isascii():
        return " " in one and " " in other and not set(one.split()).isdisjoint(other.split())
    return len(one) > 1 and len(other) > 1 and (one[0] == other[0] or one[1:] == other[1:])
