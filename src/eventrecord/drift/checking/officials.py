"""Posts that a text gives to people of the record, all of them together, against those that they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.drift.checking.telling import named_otherwise, post_left_out
from eventrecord.localize.chinese.people import find_people as find_chinese
from eventrecord.localize.chinese.people import find_titles as find_chinese_titles
from eventrecord.localize.english.people import find_people as find_english
from eventrecord.localize.english.people import find_titles as find_english_titles
from eventrecord.localize.titles import FoundPerson, Title, are_same
from eventrecord.message import say

__all__ = ["is_official", "posts_of_officials"]

_JOINT = 1
"""Characters between two posts of one list in Chinese: the comma."""


class _Post(NamedTuple):
    """A post of the record, and how it is read in the text's language."""

    name: Name
    title: Title


class _Told(NamedTuple):
    """Posts that a text tells beside one mention of somebody."""

    start: int
    end: int
    titles: tuple[Title, ...]


def is_official(post: Name) -> bool:
    """Whether a post is held for a state, a party or a town."""
    return any(title.official for title in _titles(post.form)(post.form))


def posts_of_officials(
    text: str,
    tag: str,
    known: Iterable[Name],
    names: Sequence[Spotted],
    edited: Sequence[Piece],
    printed: Set[str],
    *,
    is_ours: bool,
) -> Iterator[Departure]:
    """Officials with another post, without one of theirs, or with these in another order.

    A later mention may be shorter: what counts is what the text tells of somebody anywhere.

    Args:
        text: the text.
        tag: its locale.
        known: all names of the record.
        names: those in the text.
        edited: the sentences that are in no edition word for word.
        printed: people whose posts the edition tells.
        is_ours: whether the text is an edited edition; what others write owes nobody all of their posts.
    """
    held = {fact: posts for fact, posts in _held(known).items() if fact in printed}
    people = [one for one in names if one.name.fact in held and one.name.kind == "people"]
    if not people:
        return
    mentions: dict[str, list[Spotted]] = defaultdict(list)
    for one in people:
        mentions[one.name.fact].append(one)
    places = Covered((piece.start, piece.end) for piece in edited)
    for fact, own in mentions.items():
        posts = held[fact]
        if not any(each.title.official for each in posts):
            continue
        if any(places.covers(one.start, one.end) for one in own):
            yield from _differing(
                text, tag, posts, [_told(text, tag, one) for one in _whole(own)], places, is_ours
            )


def _differing(
    text: str, tag: str, posts: Sequence[_Post], told: Sequence[_Told], places: Covered, is_ours: bool
) -> Iterator[Departure]:
    seen: set[int] = set()
    wrong = False
    for one in told:
        numbers = [_number(title, posts) for title in one.titles]
        for title, number in zip(one.titles, numbers, strict=True):
            if number is None and title.official and not title.shared and places.covers(one.start, one.end):
                wrong = True
                near = next((post for n, post in enumerate(posts) if n not in numbers), posts[0])
                place = title.start, title.end
                yield named_otherwise(text[slice(*place)], place, near.name.form, near.name)
        order = [number for number in numbers if number is not None]
        seen.update(order)
        if any(first > second for first, second in pairwise(order)):
            name = text[one.start : one.end]
            rightly = [posts[number].name.form for number in sorted(set(order))]
            said = say(
                "the text tells the posts of {name} in another order; the record has {said}",
                name=name,
                said=", ".join(rightly),
            )
            first, last = min(t.start for t in one.titles), max(t.end for t in one.titles)
            held = posts[order[0]].name
            yield Departure(
                "post-differs", Severity.ERROR, said, first, last, text[first:last], held.path, held.record
            )
    lacking = [post for number, post in enumerate(posts) if number not in seen]
    if lacking and is_ours and not wrong:
        loose = [title for one in told for title in _unattached(text, tag, one)]
        lacking = [post for post in lacking if not any(are_same(title, post.title) for title in loose)]
        first_told = next((one for one in told if one.titles), told[0])
        place = first_told.start, first_told.end
        for post in lacking:
            yield post_left_out(text, place, post.name.form, post.name, official=True)


def _whole(mentions: Sequence[Spotted]) -> list[Spotted]:
    """Each mention once, by the longest form that was found there."""
    found: list[Spotted] = []
    for one in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _held(known: Iterable[Name]) -> dict[str, list[_Post]]:
    """The posts of everybody whose every post can be read, in the order of the record."""
    found: dict[str, dict[int, _Post | None]] = defaultdict(dict)
    for name in known:
        if name.kind != "post" or name.path[2] != "posts":
            continue
        titles = list(_titles(name.form)(name.form))
        number = int(name.path[3])
        if found[name.fact].get(number) is None:
            found[name.fact][number] = _Post(name, titles[0]) if len(titles) == 1 else None
    return {
        fact: [post for _, post in sorted(posts.items()) if post is not None]
        for fact, posts in found.items()
        if all(post is not None for post in posts.values())
    }


def _titles(words: str) -> Callable[[str], Iterable[Title]]:
    return find_english_titles if words.isascii() else find_chinese_titles


def _number(title: Title, posts: Sequence[_Post]) -> int | None:
    """Which of the posts a text tells: of two of one rank, the one of that body."""
    near = [number for number, post in enumerate(posts) if are_same(title, post.title)]
    return max(near, key=lambda n: (len(set(title.body) & set(posts[n].title.body)), -n), default=None)


def _unattached(text: str, tag: str, mention: _Told) -> list[Title]:
    """The posts in the line of a mention that stand beside nobody: Zhang Wei, who is a member."""
    line, _ = _line(text, mention.start, mention.end)
    people, titles = _found(line, tag)
    own = {title.start for one in people for title in one.titles}
    return [title for title in titles if title.start not in own]


def _line(text: str, start: int, end: int) -> tuple[str, int]:
    """The line around a stretch, and where it begins."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[first : len(text) if last < 0 else last].replace("\xa0", " "), first


def _found(line: str, tag: str) -> tuple[list[FoundPerson], list[Title]]:
    if tag.startswith("en"):
        return list(find_english(line)), list(find_english_titles(line))
    return list(find_chinese(line)), list(find_chinese_titles(line))


def _told(text: str, tag: str, mention: Spotted) -> _Told:
    """The posts around a mention, in its line."""
    line, start = _line(text, mention.start, mention.end)
    low, high = mention.start - start, mention.end - start
    people, titles = _found(line, tag)
    found = [t for one in people if one.start < high and one.end > low for t in one.titles]
    found = found or list(_adjacent(titles, low, high))
    return _Told(
        mention.start,
        mention.end,
        tuple(
            title._replace(start=title.start + start, end=title.end + start)
            for title in sorted(found, key=lambda title: title.start)
        ),
    )


def _adjacent(titles: Sequence[Title], low: int, high: int) -> Iterator[Title]:
    """Posts right before a name, and what is listed before these; or the one right after it."""
    place = low
    for title in sorted(titles, key=lambda title: -title.end):
        if 0 <= place - title.end <= (0 if place == low else _JOINT):
            yield title
            place = title.body_start if title.body_start >= 0 else title.start
    yield from (title for title in titles if title.start == high)
