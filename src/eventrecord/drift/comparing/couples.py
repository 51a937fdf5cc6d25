"""The people of two editions: who is who, under which name, with which posts, in which order."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.facts.alike import agree, have_half, is_han, is_verifiable, name_keys, part_keys, slips
from eventrecord.facts.name_table import name_key
from eventrecord.facts.named import Named
from eventrecord.facts.near import find_name, find_near, find_sound
from eventrecord.facts.posts import posts_beside, titles_of
from eventrecord.localize.titles import Title, are_same

__all__ = ["Couple", "Someone", "coupled"]

_MOST = 500
"""People of one edition that are held against the other's: more are in no release."""
_MOST_SOUGHT = 40
"""People who are looked for in the whole of the other text."""


class Someone(NamedTuple):
    """A person of one edition: every mention, and the posts of all of them."""

    id: str | None
    mentions: tuple[Named, ...]
    titles: tuple[Title, ...]

    @property
    def first(self) -> Named:
        """Where the person is first named."""
        return self.mentions[0]

    @property
    def official(self) -> bool:
        """Whether a post is one of a state, a party or a town."""
        return any(title.official for title in self.titles)


class Couple(NamedTuple):
    """Somebody whom both editions name; `sure` where the names agree, and not only the posts or the look."""

    a: Someone
    b: Someone
    sure: bool


def _someones(named: Iterable[Named]) -> list[Someone]:
    """The people that a text names, by first mention."""
    found: dict[str, list[Named]] = {}
    for one in named:
        if one.kind == "person" and len(found) < _MOST:
            words = sorted(name_key(one.surface).replace("-", " ").split())
            found.setdefault(one.id or " ".join(words), []).append(one)
    return [
        Someone(mentions[0].id, tuple(mentions), tuple(_distinct(mentions))) for mentions in found.values()
    ]


def coupled(a: NamedText, b: NamedText) -> tuple[list[Couple], list[Someone], list[Someone]]:
    """Who is in both editions, and who in one alone.

    Names that agree go before names that nearly do, these before the same posts; whoever is still alone is
    looked for in the whole of the other text.
    """
    left, right = _Side(_someones(a.named), a, b), _Side(_someones(b.named), b, a)
    couples: list[Couple] = []

    def take(keys: Keys, same: Same = _always, *, sure: bool, lone: bool = False) -> None:
        mine, theirs = left.by_key(keys) if lone else {}, right.by_key(keys)
        for one in list(left.people.values()):
            fits = list(islice(right.free(one, left.keys(one, keys), theirs, same), 2))
            if not fits or (lone and len(fits) > 1):
                continue
            other = fits[0]
            rivals = left.free(other, right.keys(other, keys), mine, lambda o, p: same(p, o)) if lone else ()
            if len(list(islice(rivals, 2))) <= 1:
                couples.append(Couple(one, other, sure))
                left.drop(one)
                right.drop(other)

    def seek(find: Callable[[Someone, NamedText, NamedText], Someone | None], *, sure: bool) -> None:
        for one in list(islice(left.people.values(), _MOST_SOUGHT)):
            if found := find(one, a, b):
                couples.append(Couple(one, found, sure))
                left.drop(one)
        for other in list(islice(right.people.values(), _MOST_SOUGHT)):
            if found := find(other, b, a):
                couples.append(Couple(found, other, sure))
                right.drop(other)

    take(_ids, sure=True)
    take(_names, lambda one, other: _agree(one, other, a, b), sure=True)
    seek(_found, sure=True)
    take(_words, lambda one, other: _may_be(one, other) and _nearly(one, other, a, b), sure=False)
    seek(_near, sure=False)
    take(_words, lambda one, other: _may_be(one, other) and _half(one, other, a, b), sure=False, lone=True)
    take(_posts, _may_be, sure=False, lone=True)
    take(_heads, lambda one, other: _may_be(one, other) and _cannot_tell(one, other), sure=False, lone=True)
    take(_lengths, lambda one, other: _may_be(one, other) and _are_lone(one, other), sure=False, lone=True)
    couples.sort(key=lambda couple: couple.a.first.start)
    return couples, list(left.people.values()), list(right.people.values())


Keys = Callable[[Someone, NamedText, NamedText], Iterable[Hashable]]
"""What somebody of an edition must have in common with whom the other has, to be looked at as the same."""
Same = Callable[[Someone, Someone], bool]


class _Side:
    """The people of an edition who have none in the other so far, each by number."""

    def __init__(self, people: Sequence[Someone], here: NamedText, there: NamedText) -> None:
        self._editions = here, there
        self._numbers = {id(one): number for number, one in enumerate(people)}
        self.people = dict(enumerate(people))

    def keys(self, one: Someone, keys: Keys) -> Iterable[Hashable]:
        return keys(one, *self._editions)

    def by_key(self, keys: Keys) -> dict[Hashable, list[int]]:
        """Numbers of those who are left, by each of their keys."""
        found: dict[Hashable, list[int]] = {}
        for number, one in self.people.items():
            for key in set(self.keys(one, keys)):
                found.setdefault(key, []).append(number)
        return found

    def free(
        self, other: Someone, keys: Iterable[Hashable], index: Mapping[Hashable, list[int]], same: Same
    ) -> Iterator[Someone]:
        """Those who are left and may be somebody of the other side, in the order of the text."""
        for number in sorted({number for key in set(keys) for number in index.get(key, ())}):
            if number in self.people and same(other, self.people[number]):
                yield self.people[number]

    def drop(self, one: Someone) -> None:
        del self.people[self._numbers[id(one)]]


def _always(_: Someone, __: Someone) -> bool:
    return True


def _ids(one: Someone, _: NamedText, __: NamedText) -> Iterable[Hashable]:
    return (one.id,) if one.id else ()


def _names(one: Someone, _: NamedText, __: NamedText) -> Iterable[Hashable]:
    return name_keys(one.first.surface)


def _words(one: Someone, here: NamedText, there: NamedText) -> Iterator[Hashable]:
    """Parts of a name that another one has, too, if it is nearly the same."""
    yield from part_keys(one.first.surface)
    for edition in (here, there):
        for known in edition.names.wordings(one.id, edition.tag) if one.id else ():
            yield from part_keys(known.words)


def _posts(one: Someone, _: NamedText, __: NamedText) -> Iterable[Hashable]:
    return [(head, title.ranks) for title in one.titles for head in title.heads]


def _heads(one: Someone, _: NamedText, __: NamedText) -> Iterable[Hashable]:
    return [head for title in one.titles for head in title.heads]


def _lengths(one: Someone, _: NamedText, __: NamedText) -> Iterable[Hashable]:
    name = one.first.surface
    return (len(name) if is_han(name) else len(name.replace("-", " ").split()),) if one.titles else ()


def _distinct(mentions: list[Named]) -> Iterator[Title]:
    told: list[Title] = []
    for mention in mentions:
        for title in mention.titles:
            if not any(_is_again(title, other) for other in told):
                told.append(title)
                yield title


def _is_again(title: Title, before: Title) -> bool:
    """Whether a post is one that was told before: in the same words, or without a body of its own."""
    again = title.surface == before.surface or not (title.body and before.body)
    return again and are_same(title, before)


def _agree(one: Someone, other: Someone, a: NamedText, b: NamedText) -> bool:
    if _is_otherwise(one, b) or _is_otherwise(other, a):
        return False
    return _may_be(one, other) and agree(one.first.surface, other.first.surface)


def _is_otherwise(one: Someone, there: NamedText) -> bool:
    """Whether the table has a name of somebody for the other edition: another one is not right there."""
    return one.id is not None and any(known.usual for known in there.names.wordings(one.id, there.tag))


def _may_be(one: Someone, other: Someone) -> bool:
    """Whether they are not two people of the table."""
    return one.id is None or other.id is None


def _nearly(one: Someone, other: Someone, a: NamedText, b: NamedText) -> bool:
    return any(slips(first, second) for first, second in _namings(one, other, a, b))


def _half(one: Someone, other: Someone, a: NamedText, b: NamedText) -> bool:
    return any(have_half(first, second) for first, second in _namings(one, other, a, b))


def _namings(one: Someone, other: Someone, a: NamedText, b: NamedText) -> list[tuple[str, str]]:
    """Names to hold against each other: what the table has for either in the other's edition, if it does."""
    wanted = [
        known.words
        for someone, there in ((one, b), (other, a))
        if someone.id
        for known in there.names.wordings(someone.id, there.tag)
    ]
    told = other.first.surface if one.id else one.first.surface
    return [(words, told) for words in wanted] or [(one.first.surface, other.first.surface)]


def _are_lone(one: Someone, other: Someone) -> bool:
    """Whether names of one length cannot be compared, one in characters: 丘倩儀, Yau Sin-yee."""
    return _cannot_tell(one, other) and (is_han(one.first.surface) or is_han(other.first.surface))


def _cannot_tell(one: Someone, other: Someone) -> bool:
    first, second = one.first.surface, other.first.surface
    chinese, latin = (first, second) if is_han(first) else (second, first)
    return not is_verifiable(chinese, latin)


def _found(one: Someone, here: NamedText, there: NamedText) -> Someone | None:
    """The person in the other text, where it is named without a post: by reading or characters."""
    if _is_otherwise(one, there):
        return None
    taken = [named for named in there.named if named.kind == "person"]
    named = find_name(one.first.surface, there.text, there.tag)
    if named is None or any(named.start < other.end and other.start < named.end for other in taken):
        return None
    titles = titles_of(there.text, there.tag)
    beside = posts_beside(titles, there.text, named.start, named.end, there.tag)
    return Someone(one.id, (named,), beside)


def _near(one: Someone, here: NamedText, there: NamedText) -> Someone | None:
    """The person in the other text, with a slip in the name that the table or this text has."""
    if one.id:
        named = find_near(there.names.wordings(one.id, there.tag), there.text, there.tag)
    elif there.tag.startswith("zh") and not here.tag.startswith("zh"):
        named = find_sound(one.first.surface, there.text)
    else:
        return None
    if named is None or any(
        known.start < named.end and named.start < known.end and (known.id or known.kind == "person")
        for known in there.named
    ):
        return None
    return Someone(one.id, (named,), ())
