"""People of a record as an edition names them: with posts at first, later in short, if that is clear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from eventrecord.errors import MissingWordingError
from eventrecord.localize import names
from eventrecord.model.agent import Person, PersonName
from eventrecord.model.source import is_printed

if TYPE_CHECKING:
    from eventrecord.localize.localizer import Localizer

__all__ = ["later_names", "person_text", "posts_text", "shared_title"]


def person_text(localizer: Localizer, reference: str, form: str) -> str:
    """A person in a form: with posts (`""`, `full`), `name`, `family`, `posts` alone, or as named `again`.

    Raises:
        MissingWordingError: there is no name for the locale, and this is no draft.
    """
    person: Person = localizer.entry("people", reference)
    name = names.name_in(person, localizer.tag, localizer.record)
    if name is None:
        if not localizer.draft:
            raise MissingWordingError(f"people.{reference}.name", localizer.tag)
        name = str(localizer.words["draft_mark"])
    if form == "again":
        return _again(localizer, person, name)
    if form in ("name", "family"):
        return names.written_name(person, name, localizer.language, form)
    posts = posts_text(localizer, person, reference.rpartition("/")[0])
    if form == "posts":
        return posts
    written = names.written_name(person, name, localizer.language, "")
    if not posts:
        return written
    return str(localizer.words["people"]["person"].format(name=written, posts=posts))


def posts_text(localizer: Localizer, person: Person, owner: str = "") -> str:
    """Posts, then memberships, in the record's order; empty if there are none."""
    prefix = f"{owner}/" if owner else ""
    titles = [
        (
            localizer.text(post.title, "title"),
            localizer.organization(prefix + post.organization, "post") if post.organization else None,
        )
        for post in person.posts
        if is_printed(post, "title")
    ]
    titles += [
        (localizer.term(membership.as_), localizer.organization(prefix + membership.organization, "post"))
        for membership in person.memberships
        if is_printed(membership, "organization")
    ]
    return names.posts(person, localizer.language, titles)


def shared_title(localizer: Localizer, reference: str, *, again: bool) -> str | None:
    """What somebody is, in words for several who are the same; None where there are no such words.

    In Chinese these are the posts, none of which stand for people named again; in English a single post or
    membership in the plural: vice mayors of Shanghai.
    """
    if localizer.language.family == "zh":
        return "" if again else person_text(localizer, reference, "posts")
    person: Person = localizer.entry("people", reference)
    posts = [post for post in person.posts if is_printed(post, "title")]
    memberships = [entry for entry in person.memberships if is_printed(entry, "organization")]
    if again or len(posts) + len(memberships) != 1:
        return None
    if posts:
        title, organization = localizer.optional(posts[0].plural), posts[0].organization
    else:
        title, organization = localizer.term(memberships[0].as_, "plural"), memberships[0].organization
        title = None if title == localizer.term(memberships[0].as_) else title
    if title is None:
        return None
    owner, slash, _ = reference.rpartition("/")
    body = localizer.organization(owner + slash + organization, "post") if organization else None
    return names.posts(person, localizer.language, [(title, body)])


def later_names(localizer: Localizer, people: Iterable[Person]) -> Counter[str]:
    """How many people a short name of a later mention could mean: two for Zhang, if two are called so."""
    found = (names.name_in(person, localizer.tag, localizer.record) for person in people)
    short = (names.later_name(name, localizer.language) for name in found if name is not None)
    return Counter(name for name in short if name is not None)


def _again(localizer: Localizer, person: Person, name: PersonName | str) -> str:
    """As the house style names somebody again; in full where that could be somebody else."""
    short = names.later_name(name, localizer.language)
    if short is not None:
        others = localizer.later_names[short]
        own = any(person is known for known in localizer.record.people.values())
        if others <= own:
            return short
    return names.written_name(person, name, localizer.language, "name")
