"""Posts that the record gives to people, and those that a text tells beside their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.localize.chinese.people import find_people as find_chinese
from eventrecord.localize.chinese.people import find_titles as find_chinese_titles
from eventrecord.localize.english.people import find_people as find_english
from eventrecord.localize.english.people import find_titles as find_english_titles
from eventrecord.localize.titles import FoundPerson, Title

__all__ = [
    "HeldPost",
    "ToldPosts",
    "found_in",
    "held_posts",
    "line_around",
    "titles_in",
    "told_posts",
    "whole_mentions",
]

_JOINT = 1
"""Characters between two posts of one list in Chinese: the comma."""


class HeldPost(NamedTuple):
    """A post of the record, and how it is read in the text's language."""

    name: Name
    title: Title


class ToldPosts(NamedTuple):
    """Posts that a text tells beside one mention of somebody."""

    start: int
    end: int
    titles: tuple[Title, ...]


def whole_mentions(mentions: Sequence[Spotted]) -> list[Spotted]:
    """Each mention once, by the longest form that was found there."""
    found: list[Spotted] = []
    for one in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def held_posts(known: Iterable[Name], kind: str = "posts") -> dict[str, list[HeldPost]]:
    """The posts of everybody whose every post can be read, in the order of the record.

    Args:
        known: all names of the record.
        kind: `posts`, or `memberships`.
    """
    found: dict[str, dict[int, HeldPost | None]] = defaultdict(dict)
    for name in known:
        if name.kind != "post" or name.path[2] != kind:
            continue
        titles = titles_in(name.form)
        number = int(name.path[3])
        if found[name.fact].get(number) is None:
            found[name.fact][number] = HeldPost(name, titles[0]) if len(titles) == 1 else None
    return {
        fact: [post for _, post in sorted(posts.items()) if post is not None]
        for fact, posts in found.items()
        if all(post is not None for post in posts.values())
    }


def titles_in(words: str) -> list[Title]:
    """The posts in a form of a name, in whatever language that is."""
    plain = words.replace("’", "'")
    return list(find_english_titles(plain) if plain.isascii() else find_chinese_titles(words))


def line_around(text: str, start: int, end: int) -> tuple[str, int]:
    """The line around a stretch, and where it begins."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return text[first : len(text) if last < 0 else last].replace("\xa0", " "), first


def found_in(line: str, tag: str) -> tuple[list[FoundPerson], list[Title]]:
    """People in a line, and all posts in it."""
    if tag.startswith("en"):
        return list(find_english(line)), list(find_english_titles(line))
    return list(find_chinese(line)), list(find_chinese_titles(line))


def told_posts(text: str, tag: str, mention: Spotted) -> ToldPosts:
    """The posts around a mention, in its line."""
    line, start = line_around(text, mention.start, mention.end)
    low, high = mention.start - start, mention.end - start
    people, titles = found_in(line, tag)
    found = [t for one in people if one.start < high and one.end > low for t in one.titles]
    found = found or list(_adjacent(titles, low, high))
    return ToldPosts(
        mention.start,
        mention.end,
        tuple(
            title._replace(
                start=title.start + start,
                end=title.end + start,
                body_start=title.body_start + start if title.body_start >= 0 else -1,
            )
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
