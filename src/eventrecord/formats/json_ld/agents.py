"""People and organizations as nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eventrecord.formats.json_ld.graph import Graph, Key, Node, node, stated
from eventrecord.formats.json_ld.voice import Words
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.names import name_in, written_name
from eventrecord.localize.patterns import Passage, first_filled
from eventrecord.model.agent import Organization, Person, PersonName
from eventrecord.model.award import Award, AwardCategory, Winner
from eventrecord.model.record import Record
from eventrecord.model.source import is_printed

__all__ = ["build_organization", "build_person", "prizes"]


def build_person(graph: Graph, person: Person, key: Key) -> Node:
    """A person: name without honorific, a term per post, employers and academies; posts in words too."""
    owner, voice = key[0], graph.voice
    told = _told(graph, person, owner)
    own = owner == graph.record.id
    return node(
        "Person",
        name=voice.say(lambda localizer: _written(person, key[1], localizer), required=True),
        alternateName=voice.say(_part(person, "alias")),
        familyName=voice.say(_part(person, "family")),
        givenName=voice.say(_part(person, "given")),
        honorificPrefix=voice.say(_part(person, "honorific")),
        description=voice.say(lambda localizer: localizer.posts(told)) if own else None,
        jobTitle=[
            node("DefinedTerm", name=voice.name(post.title, f"people.{key[1]}.posts")) for post in told.posts
        ],
        worksFor=graph.refer_all("organizations", (post.organization for post in told.posts), owner),
        memberOf=graph.refer_all("organizations", (m.organization for m in told.memberships), owner),
        award=_won(graph, "person", key),
        url=stated(person, "url"),
        sameAs=stated(person, "same_as"),
        subjectOf=graph.sources(person, owner),
    )


def _told(graph: Graph, person: Person, owner: str) -> Person:
    """The person with only those posts, employers and memberships that may be told of."""
    posts = []
    for post in stated(person, "posts") or []:
        if is_printed(post, "title"):
            employer = stated(post, "organization")
            known = employer if graph.refer("organizations", employer, owner) else None
            posts.append(post.model_copy(update={"organization": known}))
    memberships = [
        membership
        for membership in stated(person, "memberships") or []
        if is_printed(membership, "organization")
        and graph.refer("organizations", membership.organization, owner)
    ]
    return person.model_copy(update={"posts": posts, "memberships": memberships})


def build_organization(graph: Graph, organization: Organization, key: Key) -> Node:
    """An organization; its paragraph about itself is the description."""
    owner, voice = key[0], graph.voice
    about = stated(organization, "about") if owner == graph.record.id else None
    return node(
        "Organization",
        name=voice.name(organization.name, f"organizations.{key[1]}.name"),
        alternateName=voice.text(stated(organization, "abbreviation")),
        description=voice.prose(about, f"organizations.{key[1]}.about"),
        parentOrganization=graph.refer("organizations", stated(organization, "part_of"), owner),
        location=graph.refer("places", stated(organization, "place"), owner),
        award=_won(graph, "organization", key),
        url=stated(organization, "url"),
        sameAs=stated(organization, "same_as"),
        subjectOf=graph.sources(organization, owner),
    )


def prizes(record: Record) -> Iterator[tuple[Award, AwardCategory | None, Winner]]:
    """Every prize whose winner is told, in record order."""
    for award in record.awards.values():
        if not is_printed(award, "winners"):
            continue
        for category in (None, *award.categories):
            winners = category.winners if category else award.winners
            for winner in winners if isinstance(winners, list) else []:
                yield award, category, winner


def _won(graph: Graph, sort: str, key: Key) -> Words:
    names = (key[1], "/".join(key)) if key[0] == graph.record.id else ("/".join(key),)
    return graph.voice.texts(
        graph.voice.say(_prize(award, category, winner))
        for award, category, winner in prizes(graph.record)
        if getattr(winner, sort) in names
    )


def _prize(award: Award, category: AwardCategory | None, winner: Winner) -> Callable[[Localizer], str | None]:
    """Award, category, rank and work in one line, as the locale lists winners."""

    def write(localizer: Localizer) -> str | None:
        prize, within = (category.name, award.name) if category else (award.name, None)
        slots = {"winner": prize, "category": within, "rank": winner.rank, "work": winner.work}

        def words(slot: str) -> Passage | None:
            text = localizer.optional(slots[slot])
            return Passage(text) if text else None

        line = first_filled([localizer.language.patterns["awards"]["winner"]], words)
        return line.text if line else None

    return write


def _written(person: Person, reference: str, localizer: Localizer) -> str:
    name = name_in(person, localizer.tag, localizer.record)
    if name is None:
        return localizer.text(None, f"people.{reference}.name")
    return written_name(person, name, localizer.language, "plain")


def _part(person: Person, part: str) -> Callable[[Localizer], str | None]:
    def write(localizer: Localizer) -> str | None:
        name = name_in(person, localizer.tag, localizer.record)
        return getattr(name, part) if isinstance(name, PersonName) else None

    return write
