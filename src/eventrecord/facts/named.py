"""People, bodies, places, events and terms that a text names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from eventrecord.facts.known_name import Form, Kind, KnownName, Standing
from eventrecord.facts.name_table import NameTable
from eventrecord.facts.posts import office_holders, posts_beside, posts_given, ranked, titles_of
from eventrecord.localize.alternatives import either
from eventrecord.localize.characters import simplified
from eventrecord.localize.chinese.people import find_people as find_chinese
from eventrecord.localize.chinese.people import is_name_at
from eventrecord.localize.english.people import find_people as find_english
from eventrecord.localize.language import language
from eventrecord.localize.titles import FoundPerson, Title
from eventrecord.model.agent import NameOrder

if TYPE_CHECKING:
    from eventrecord.localize.terminology.matching import Hit

__all__ = ["Named", "named_things"]

_SHORTEST = 2
"""Characters of a name that may as well be a part of words."""
_MOST_BODIES = 4
"""Bodies before a name in which it may stand."""
_MOST_OF = 0.6
"""Part of the words before a post that a known body must be, to be the one meant."""
_MOST_BEFORE = 2
"""Words before the name of a body that say whose it is: the city's, the provincial."""


class Named(NamedTuple):
    """A name or term in a text, with its place there."""

    kind: Kind
    id: str | None
    """Whose wording it is: id of a concept, or path of the record (people.zhang-wei); None if unknown."""
    surface: str
    start: int
    end: int
    """Offsets in the text, in code points; the end is exclusive."""
    state: Standing | None = None
    """What the terminology says of this wording; None of what is found by pattern."""
    form: Form = "full"
    """full, short-form, abbreviation; pattern for what no table has, near for what is almost a known name."""
    order: NameOrder | None = None
    """In which order a Chinese person's name stands."""
    titles: tuple[Title, ...] = ()
    """Posts beside a person."""
    known: KnownName | None = None
    """The entry that it is a wording of."""


def named_things(text: str, tag: str, names: NameTable, day: date | None = None) -> list[Named]:
    """What a text of locale `tag` names, in its order.

    Names of the table win over what looks like a name; of those that overlap, the one that begins first and
    is longest; a post may hold the name of a body. Traditional and Simplified characters are alike.

    Args:
        text: the text.
        tag: its locale.
        names: what things are called.
        day: the day of the text, which tells what is outdated.

    Raises:
        UnknownNameError: there is no such locale.
    """
    chinese = language(tag).family == "zh"
    searched = simplified(text) if chinese else text
    hits = [hit for hit in names.matcher(tag).find(searched) if _stands(hit, text, chinese=chinese)]
    found = [_known(hit, text, day) for hit in hits]
    titles = titles_of(text, tag)
    people = _people(text, tag, titles)
    posts = [_known(hit, text, day) for hit in names.posts(tag).find(searched)]
    return sorted(
        [*_with_people(text, tag, found, people, titles), *posts], key=lambda one: (one.start, -one.end)
    )


def _stands(hit: Hit[KnownName], text: str, *, chinese: bool) -> bool:
    """Whether a hit is the name, and no part of a word that only looks so."""
    known = hit.values[0]
    if chinese:
        return known.kind != "person" or hit.end - hit.start > 2 or is_name_at(text, hit.start, hit.end)
    if known.form == "abbreviation" or known.kind != "term":
        return text[hit.start].isupper() or not known.words[0].isupper()
    return True


def _known(hit: Hit[KnownName], text: str, day: date | None) -> Named:
    known = min(hit.values, key=lambda one: (not one.usual, one.standing != "preferred"))
    surface = text[hit.start : hit.end]
    standing, order = known.standing_on(day), known.order
    return Named(known.kind, known.id, surface, hit.start, hit.end, standing, known.form, order, (), known)


def _people(text: str, tag: str, titles: Sequence[Title]) -> list[FoundPerson]:
    """People by pattern, but for what is a part of the body that somebody has a post at."""
    found = list(find_chinese(text) if tag.startswith("zh") else find_english(text))
    if not tag.startswith("zh"):
        held = list(office_holders(text, titles))
        ends = {one.end for one in held}
        found = sorted([*(one for one in found if one.end not in ends), *held], key=lambda one: one.start)
    found = _with_later(text, found)
    told = [one._replace(titles=tuple(ranked(title, tag) for title in one.titles)) for one in found]
    bodies = sorted(
        (title.body_start, title.body_start + len(title.body), one.start)
        for one in told
        for title in one.titles
        if title.body_start >= one.end
    )

    def is_of_body(one: FoundPerson) -> bool:
        place = bisect_right(bodies, one.start, key=lambda body: body[0])
        before = bodies[max(0, place - _MOST_BODIES) : place]
        return any(one.start < end and one.start != own for _, end, own in before)

    return [one for one in told if not is_of_body(one)]


def _with_later(text: str, found: list[FoundPerson]) -> list[FoundPerson]:
    """People, and where the text names them again without a post: 的乐景涛自2019年5月起任."""
    names = {one.surface for one in found if len(one.surface) > _SHORTEST}
    taken = {place for one in found for place in (one.start, one.end - 1)}
    again = [
        FoundPerson(match[0], *match.span())
        for match in re.finditer(
            rf"(?<![\w-])(?:{either(names)})(?![\w-])|(?:{either(filter(_is_han, names))})", text
        )
        if match.start() not in taken and match.end() - 1 not in taken
    ]
    return sorted([*found, *again], key=lambda one: one.start)


def _is_han(name: str) -> bool:
    return not name.isascii()


def _with_people(
    text: str, tag: str, found: list[Named], people: Iterable[FoundPerson], titles: Sequence[Title]
) -> list[Named]:
    """Known names, and people by pattern: the posts of known ones, and those who are not known."""
    starts, ends = [one.start for one in found], [one.end for one in found]

    def placed(beside: Iterable[Title]) -> tuple[Title, ...]:
        return tuple(_placed(title, text, found, starts, ends) for title in beside)

    def held_by(start: int, end: int, beside: Iterable[Title]) -> tuple[Title, ...]:
        """Posts beside a name, and one that its bearer was given: 57, director …, was named secretary."""
        held = placed(beside) or placed(posts_beside(titles, text, start, end, tag))
        given = placed(posts_given(titles, text, end, tag))
        return (*held, *(title for title in given if all(title.start != one.start for one in held)))

    own = {one.end for one in found if one.kind == "person"}
    told: dict[int, tuple[Title, ...]] = {}
    others: list[Named] = []
    for person in people:
        beside = _without_others(person, own)
        over = range(bisect_right(ends, person.start), bisect_left(starts, person.end))
        known = [place for place in over if found[place].kind == "person"]
        if known:
            told[known[0]] = told.get(known[0], ()) + beside
        elif not over or all(found[place].kind in ("term", "post") for place in over):
            held = held_by(person.start, person.end, beside)
            others.append(
                Named("person", None, person.surface, person.start, person.end, form="pattern", titles=held)
            )
    for place, one in enumerate(found):
        if one.kind == "person":
            told[place] = held_by(one.start, one.end, told.get(place, ()))
    inside = [(one.start, one.end) for one in others]
    kept = [
        one._replace(titles=told.get(place, ()))
        for place, one in enumerate(found)
        if not any(start < one.end and one.start < end for start, end in _near(inside, one))
    ]
    return sorted([*kept, *others], key=lambda one: one.start)


def _without_others(person: FoundPerson, ends: Collection[int]) -> tuple[Title, ...]:
    """Posts that stand right after no other name: 宁绍卿市长、副市长单以恒 are two people's."""
    others = [title.end for title in person.titles if title.end <= person.start and title.start in ends]
    return tuple(title for title in person.titles if title.end > max(others, default=-1))


def _near(spans: list[tuple[int, int]], one: Named) -> Iterator[tuple[int, int]]:
    place = bisect_left(spans, (one.start, one.end))
    yield from spans[max(0, place - 1) : place + 1]


def _placed(title: Title, text: str, found: list[Named], starts: list[int], ends: list[int]) -> Title:
    """The post with the id of its body, if the words beside it are those of a known one."""
    if title.body_start < 0:
        return title
    stop = title.body_start + len(title.body)
    for place in range(bisect_right(ends, title.body_start), bisect_left(starts, stop)):
        one = found[place]
        if one.kind == "organization" and _is_body(one, title, text):
            official = title.official or (one.known is not None and one.known.official)
            return title._replace(organization=one.id, official=official)
    return title


def _is_body(one: Named, title: Title, text: str) -> bool:
    """Whether a name is the whole of what stands beside a post: CPC is not, of the CPC Hailing Committee."""
    if title.end <= one.start:
        before = text[title.body_start : one.start]
        begins = not before or (before.islower() and len(before.split()) <= _MOST_BEFORE)
        return begins and not text[one.end : one.end + 2].strip().isupper()
    return one.end >= title.start - 1 and (one.end - one.start) > _MOST_OF * len(title.body)
