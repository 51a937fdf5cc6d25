"""Posts that a text gives to people of the record, all of them together, against those that they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.drift.checking.posts import (
    HeldPost,
    ToldPosts,
    found_in,
    held_posts,
    line_around,
    titles_in,
    told_posts,
    whole_mentions,
)
from eventrecord.drift.checking.telling import named_otherwise, post_left_out
from eventrecord.localize.titles import Title, are_same
from eventrecord.message import say

__all__ = ["is_official", "posts_of_officials"]


def is_official(post: Name) -> bool:
    """Whether a post is held for a state, a party or a town."""
    return any(title.official for title in titles_in(post.form))


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
    held = {fact: posts for fact, posts in held_posts(known).items() if fact in printed}
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
                text, tag, posts, [told_posts(text, tag, one) for one in whole_mentions(own)], places, is_ours
            )


def _differing(
    text: str, tag: str, posts: Sequence[HeldPost], told: Sequence[ToldPosts], places: Covered, is_ours: bool
) -> Iterator[Departure]:
    seen: set[int] = set()
    wrong = False
    for one in told:
        numbers = [_number(title, posts) for title in one.titles]
        for title, number in zip(one.titles, numbers, strict=True):
            if number is None and title.official and not title.shared and places.covers(one.start, one.end):
                wrong = True
                near = next(iter(sorted(posts, key=lambda post: post.title.heads.isdisjoint(title.heads))))
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
                "order-differs", Severity.ERROR, said, first, last, text[first:last], held.path, held.record
            )
    lacking = [post for number, post in enumerate(posts) if number not in seen]
    if lacking and is_ours and not wrong:
        loose = [title for one in told for title in _unattached(text, tag, one)]
        lacking = [post for post in lacking if not any(are_same(title, post.title) for title in loose)]
        first_told = next((one for one in told if one.titles), told[0])
        place = first_told.start, first_told.end
        for post in lacking:
            yield post_left_out(text, place, post.name.form, post.name, official=True)


def _number(title: Title, posts: Sequence[HeldPost]) -> int | None:
    """Which of the posts a text tells: of two of one rank, the one of that body."""
    near = [number for number, post in enumerate(posts) if are_same(title, post.title)]
    return max(near, key=lambda n: (len(set(title.body) & set(posts[n].title.body)), -n), default=None)


def _unattached(text: str, tag: str, mention: ToldPosts) -> list[Title]:
    """The posts in the line of a mention that stand beside nobody: Zhang Wei, who is a member."""
    line, _ = line_around(text, mention.start, mention.end)
    people, titles = found_in(line, tag)
    own = {title.start for one in people for title in one.titles}
    return [title for title in titles if title.start not in own]
