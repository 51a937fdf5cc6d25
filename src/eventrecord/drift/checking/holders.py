"""Posts that a sentence of its own gives to somebody of the record, one by one: the post, and the body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import Piece, letters
from eventrecord.drift.checking.posts import HeldPost, held_posts, told_posts, whole_mentions
from eventrecord.drift.checking.wordings import are_bodies
from eventrecord.facts.localities import level_of, localities
from eventrecord.localize.titles import Title, are_same
from eventrecord.message import say
from eventrecord.model.record import Record

__all__ = ["other_posts"]

_SMALL = 3
"""Letters of words that bodies may share by chance: of, the."""


def other_posts(
    text: str,
    tag: str,
    record: Record,
    known: Sequence[Name],
    names: Sequence[Spotted],
    own: Sequence[Piece],
    edited: Sequence[Piece],
) -> Iterator[Departure]:
    """Posts that are not those of the record, or are held elsewhere.

    Who has a post of one kind at a body of the record has no other rank there; a post of another kind may be
    one that the record does not tell, and is a warning.

    Args:
        text: the text.
        tag: its locale.
        record: the record.
        known: all its names.
        names: those in the text.
        own: the sentences that come from no edition.
        edited: those that are in no edition word for word, in which only ranks are looked at here.
    """
    held: dict[str, list[HeldPost]] = {}
    for kind in ("posts", "memberships"):
        for fact, posts in held_posts(known, kind).items():
            held.setdefault(fact, []).extend(posts)
    places = Covered((piece.start, piece.end) for piece in own)
    edits = Covered((piece.start, piece.end) for piece in edited)
    people = [one for one in names if one.name.kind == "people" and held.get(one.name.fact)]
    bodies = [one for one in names if one.name.kind == "organizations"]
    for one in whole_mentions([one for one in people if edits.covers(one.start, one.end)]):
        posts, whole = held[one.name.fact], places.covers(one.start, one.end)
        for title in told_posts(text, tag, one).titles:
            if title.shared:
                continue
            near = [hit.name.fact for hit in bodies if _is_of(title, hit)]
            wrong = _wrong(title, posts, near, known, record, tag)
            if wrong is not None and (whole or _are_of_other_rank(title, wrong[1])):
                severity, post = wrong
                start, end = _stretch(title)
                said = say(
                    "the text says {surface}, the record {said}", surface=text[start:end], said=post.name.form
                )
                surface, path, owner = text[start:end], post.name.path, post.name.record
                yield Departure("post-differs", severity, said, start, end, surface, path, owner)


def _wrong(
    title: Title,
    posts: Sequence[HeldPost],
    near: Sequence[str],
    known: Sequence[Name],
    record: Record,
    tag: str,
) -> tuple[Severity, HeldPost] | None:
    """How grave it is that a post is told of somebody, and which should be."""
    same = [post for post in posts if are_same(title, post.title)]
    if same:
        if not title.body or any(_at(title, post, near, known, record, tag) for post in same):
            return None
        sure = bool(near) or any(_is_elsewhere(title.body, post, tag) for post in same)
        return (Severity.ERROR, same[0]) if sure else None
    kin = [post for post in posts if not post.title.heads.isdisjoint(title.heads)]
    if kin and title.ranks != kin[0].title.ranks:
        return Severity.ERROR if title.body or title.official else Severity.WARNING, kin[0]
    if title.body and not any(_at(title, post, near, known, record, tag) for post in posts):
        return Severity.WARNING, posts[0]
    return None


def _are_of_other_rank(title: Title, post: HeldPost) -> bool:
    return title.ranks != post.title.ranks and not title.heads.isdisjoint(post.title.heads)


def _at(
    title: Title, post: HeldPost, near: Sequence[str], known: Sequence[Name], record: Record, tag: str
) -> bool:
    """Whether a post is told of the body at which it is held, or of one that nobody can tell from it."""
    body = _body(post, record)
    named = [name.form for name in known if name.kind == "organizations" and name.fact == body]
    if tag.startswith("en") and any(are_bodies(title.body, form, tag) for form in named):
        return True
    if near and body:
        return body in near
    forms = [name.form for name in known if name.path == post.name.path and name.kind == "post"] + named
    if _is_elsewhere(title.body, post, tag):
        return False
    own = {word for form in forms for word in letters(form) if len(word) > _SMALL or not word.isascii()}
    return not own.isdisjoint(letters(title.body))


def _body(post: HeldPost, record: Record) -> str | None:
    """The body at which the record has a post, as names call it."""
    _, person, kind, number, *_ = post.name.path
    owner = record.related.get(post.name.record, record) if post.name.record else record
    entry = getattr(owner.people[str(person)], str(kind))[int(number)]
    return f"organizations.{entry.organization}" if entry.organization else None


def _is_elsewhere(body: str, post: HeldPost, tag: str) -> bool:
    """Whether a body is of another town or country."""
    told, own = (set(localities(words, tag).named) for words in (body, post.name.form))
    levels = {level_of(name) for name in told} & {level_of(name) for name in own}
    return bool(levels) and not told & own


def _is_of(title: Title, body: Spotted) -> bool:
    return body.start < title.body_start + len(title.body) and body.end > title.body_start


def _stretch(title: Title) -> tuple[int, int]:
    """A post with its body."""
    if title.body_start < 0 or not title.body:
        return title.start, title.end
    return min(title.start, title.body_start), max(title.end, title.body_start + len(title.body))
