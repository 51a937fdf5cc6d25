"""The people of two editions: who is who, under which name, with which posts, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from eventrecord.facts.name_table import NameTable, name_key
from eventrecord.facts.named import Named
from eventrecord.facts.near import agree, find_name, find_near, is_han, is_verifiable, slips
from eventrecord.facts.posts import posts_beside, titles_of
from eventrecord.localize.titles import Title, are_same

__all__ = ["Couple", "Edition", "Someone", "coupled", "is_taken", "someones"]


_MOST = 500
"""People of one edition that are held against the other's: more are in no release."""
_MOSTLY = 0.6
"""Part of a name that is the whole, as far as slips go."""
_MOST_SOUGHT = 40
"""People who are looked for in the whole of the other text."""


class Edition(NamedTuple):
    """A text with the names in it."""

    text: str
    tag: str
    named: tuple[Named, ...]
    names: NameTable


def is_taken(near: Named, one: Named) -> bool:
    """Whether what is nearly a name is, or is mostly, another one that is known, or a part of one."""
    if one.known is None or not one.known.own or one.kind == "post":
        return False
    shared = min(one.end, near.end) - max(one.start, near.start)
    inside = near.start <= one.start and one.end <= near.end
    if inside:
        return one.form == "full" and shared > _MOSTLY * (near.end - near.start)
    return shared > 0 and (one.form == "full" or shared == near.end - near.start)


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


def someones(named: Iterable[Named]) -> list[Someone]:
    """The people that a text names, by first mention."""
    found: dict[str, list[Named]] = {}
    for one in named:
        if one.kind == "person" and len(found) < _MOST:
            words = sorted(name_key(one.surface).replace("-", " ").split())
            found.setdefault(one.id or " ".join(words), []).append(one)
    return [
        Someone(mentions[0].id, tuple(mentions), tuple(_distinct(mentions))) for mentions in found.values()
    ]


def coupled(a: Edition, b: Edition) -> tuple[list[Couple], list[Someone], list[Someone]]:
    """Who is in both editions, and who in one alone.

    Names that agree go before names that nearly do, these before the same posts; whoever is still alone is
    looked for in the whole of the other text.
    """
    left, right = someones(a.named), someones(b.named)
    couples: list[Couple] = []

    def take(same: Callable[[Someone, Someone], bool], *, sure: bool, lone: bool = False) -> None:
        for one in list(left):
            fits = [other for other in right if same(one, other)]
            rivals = [other for other in left if fits and same(other, fits[0])]
            if fits and not (lone and (len(fits) > 1 or len(rivals) > 1)):
                couples.append(Couple(one, fits[0], sure))
                left.remove(one)
                right.remove(fits[0])

    take(lambda one, other: one.id is not None and one.id == other.id, sure=True)
    take(lambda one, other: _agree(one, other, a, b), sure=True)
    for one in left[:_MOST_SOUGHT]:
        if found := _found(one, a, b):
            couples.append(Couple(one, found, sure=True))
            left.remove(one)
    for other in right[:_MOST_SOUGHT]:
        if found := _found(other, b, a):
            couples.append(Couple(found, other, sure=True))
            right.remove(other)
    take(lambda one, other: _may_be(one, other) and _nearly(one, other, a, b), sure=False)
    for one in left[:_MOST_SOUGHT]:
        if near := _near(one, b):
            couples.append(Couple(one, near, sure=False))
            left.remove(one)
    for other in right[:_MOST_SOUGHT]:
        if near := _near(other, a):
            couples.append(Couple(near, other, sure=False))
            right.remove(other)
    take(lambda one, other: _may_be(one, other) and _same_posts(one, other), sure=False, lone=True)
    take(lambda one, other: _may_be(one, other) and _like_posts(one, other), sure=False, lone=True)
    take(_are_lone, sure=False, lone=True)
    couples.sort(key=lambda couple: couple.a.first.start)
    return couples, left, right


def _distinct(mentions: list[Named]) -> Iterator[Title]:
    told: list[Title] = []
    for mention in mentions:
        for title in mention.titles:
            if not any(are_same(title, other) for other in told):
                told.append(title)
                yield title


def _agree(one: Someone, other: Someone, a: Edition, b: Edition) -> bool:
    if _is_otherwise(one, b) or _is_otherwise(other, a):
        return False
    return _may_be(one, other) and agree(one.first.surface, other.first.surface)


def _is_otherwise(one: Someone, there: Edition) -> bool:
    """Whether the table has a name of somebody for the other edition: another one is not right there."""
    return one.id is not None and any(known.usual for known in there.names.wordings(one.id, there.tag))


def _may_be(one: Someone, other: Someone) -> bool:
    """Whether they are not two people of the table."""
    return one.id is None or other.id is None


def _nearly(one: Someone, other: Someone, a: Edition, b: Edition) -> bool:
    wanted = [
        known.words
        for someone, there in ((one, b), (other, a))
        if someone.id
        for known in there.names.wordings(someone.id, there.tag)
    ]
    told = other.first.surface if one.id else one.first.surface
    return (
        any(slips(words, told) for words in wanted)
        if wanted
        else slips(one.first.surface, other.first.surface)
    )


def _same_posts(one: Someone, other: Someone) -> bool:
    """Whether they hold the same posts, and their names do not speak against it unless one can read them."""
    if not (one.titles and other.titles):
        return False
    return any(are_same(title, theirs) for title in one.titles for theirs in other.titles)


def _like_posts(one: Someone, other: Someone) -> bool:
    """Whether posts may be the same but for their rank, and nobody can compare the names."""
    if not _cannot_tell(one, other):
        return False
    return any(not title.heads.isdisjoint(theirs.heads) for title in one.titles for theirs in other.titles)


def _are_lone(one: Someone, other: Someone) -> bool:
    """Whether both hold posts, and have names of one length that cannot be compared: 丘倩儀, Yau Sin-yee."""
    if not (_may_be(one, other) and one.titles and other.titles and _cannot_tell(one, other)):
        return False
    first, second = one.first.surface, other.first.surface
    chinese, latin = (first, second) if is_han(first) else (second, first)
    return is_han(chinese) and len(chinese) == len(latin.replace("-", " ").split())


def _cannot_tell(one: Someone, other: Someone) -> bool:
    first, second = one.first.surface, other.first.surface
    chinese, latin = (first, second) if is_han(first) else (second, first)
    return not is_verifiable(chinese, latin)


def _found(one: Someone, here: Edition, there: Edition) -> Someone | None:
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


def _near(one: Someone, there: Edition) -> Someone | None:
    """The person in the other text, with a slip in the name that the table has."""
    if one.id is None:
        return None
    named = find_near(there.names.wordings(one.id, there.tag), there.text, there.tag)
    if named is None or any(
        known.start < named.end and named.start < known.end and known.id for known in there.named
    ):
        return None
    return Someone(one.id, (named,), ())
