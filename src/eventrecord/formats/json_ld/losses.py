"""What JSON-LD does not carry of a record, or not exactly: schema.org has no place for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eventrecord.diagnostic import Path
from eventrecord.formats.format import Loss
from eventrecord.formats.json_ld.events import ROLES
from eventrecord.formats.json_ld.figures import BOUNDS
from eventrecord.message import listed, say
from eventrecord.model.agent import Person
from eventrecord.model.award import Award, Winner
from eventrecord.model.event import Event
from eventrecord.model.figure import Figure, Qualifier
from eventrecord.model.participation import Modality, Participation
from eventrecord.model.record import Record
from eventrecord.model.source import Fact, Standing, is_printed
from eventrecord.model.timetable import Entry, moments, timetable

__all__ = ["list_losses"]

_CAME = {Modality.ATTENDED, Modality.SPOKE, Modality.CHAIRED}
_FIELDS: dict[str, Mapping[str, str]] = {
    "posts": {"held": say("schema.org has no place for the years of a post")},
    "memberships": {
        "as_": say("what a member is called stands in the person's description only"),
        "since": say("schema.org has no place for the years of a membership"),
    },
    "figures": {
        "comparison": say("schema.org has no place for what a figure is compared with"),
        "partners": say("schema.org has no place for partner countries of a figure"),
    },
    "awards": {
        "edition": say("schema.org has no place for the edition of an award"),
        "conferred_by": say("schema.org has no place for who confers an award"),
    },
    "events": {
        "ordinal": say("schema.org has no place for the ordinal of an event"),
        "aims": say("schema.org has no place for what an event is for"),
    },
    "changes": {
        "at": say("schema.org has no place for when a change was made known"),
        "reason": say("schema.org has no place for why an event was changed"),
    },
    "programmes": {
        "strands": say("schema.org has no place for the lines of a programme"),
        "highlights": say("schema.org has no place for what a programme will show"),
    },
    "releases": {
        "body": say("the text of a release is not repeated"),
        "contacts": say("contacts stand in the release only"),
        "embargo": say("an embargo is told as the time of publication"),
        "end_note": say("notes to editors stand in the release only"),
    },
}
"""Fields that are left out, and why, per kind of fact."""


def list_losses(record: Record) -> list[Loss]:
    """Parts of the record that are left out or less exact, each sort once, where it first occurs."""
    found: dict[str, Path] = {}
    for path, reason in _losses(record):
        found.setdefault(reason, path)
    return [(path, reason) for reason, path in found.items()]


def _losses(record: Record) -> Iterator[Loss]:
    for reference, person in record.people.items():
        yield from _person(person, ("people", reference))
    for reference, figure in record.figures.items():
        yield from _figure(figure, reference)
    for reference, award in record.awards.items():
        yield from _award(award, reference)
    for reference, image in record.images.items():
        if image.url is None and image.file is not None:
            yield (
                ("images", reference, "file"),
                say("{file} has no address on the web: only its caption stays", file=image.file),
            )
    for entry in timetable(record):
        yield from _times(entry)
        yield from _event(entry.event, entry.path)
    for number, release in enumerate(record.releases):
        yield from _without("releases", release, ("releases", number))


def _without(kind: str, fact: Fact, path: Path) -> Iterator[Loss]:
    """The fields of a fact that are left out."""
    for field, reason in _FIELDS[kind].items():
        if getattr(fact, field) and is_printed(fact, field):
            yield (*path, field.rstrip("_")), reason


def _person(person: Person, path: Path) -> Iterator[Loss]:
    if len(person.posts) > 1:
        yield (
            (*path, "posts"),
            say("rank, and which of several posts is held where, stand in descriptions only"),
        )
    for number, post in enumerate(person.posts):
        yield from _without("posts", post, (*path, "posts", number))
    for number, membership in enumerate(person.memberships):
        yield from _without("memberships", membership, (*path, "memberships", number))


def _figure(figure: Figure, reference: str) -> Iterator[Loss]:
    path: Path = ("figures", reference)
    if not is_printed(figure, figure.kind):
        return
    if figure.qualifier is Qualifier.SEVERAL:
        yield (
            (*path, "qualifier"),
            say("{reference!r} has no number: several stands in its name only", reference=reference),
        )
    elif figure.qualifier is not Qualifier.EXACTLY:
        bound = BOUNDS[figure.qualifier]
        yield (
            (*path, "qualifier"),
            say(
                "{qualifier} is a {bound} there, the word stands in the name only",
                qualifier=figure.qualifier,
                bound=bound,
            ),
        )
    if figure.fraction is not None:
        yield (
            (*path, "fraction"),
            say("{fraction} is written in per cent with one decimal", fraction=figure.fraction),
        )
    if figure.standing is Standing.DISPUTED:
        yield (
            path,
            say(
                "that {reference!r} is disputed can be seen from the words of its sources only",
                reference=reference,
            ),
        )
    if figure.period is not None and figure.as_of is not None:
        yield (
            (*path, "as_of"),
            say("the day of {reference!r} is that of the end of its period", reference=reference),
        )
    yield from _without("figures", figure, path)


def _award(award: Award, reference: str) -> Iterator[Loss]:
    path: Path = ("awards", reference)
    lists = [((*path, "winners"), award.winners)]
    lists += [
        ((*path, "categories", number, "winners"), category.winners)
        for number, category in enumerate(award.categories)
    ]
    known = [(where, winners) for where, winners in lists if isinstance(winners, list)]
    if not any(winners for _, winners in known):
        yield (
            path,
            say(
                "{reference!r} is left out: an award is told of its winners, and none is known",
                reference=reference,
            ),
        )
        return
    for where, winners in known:
        yield from _nameless(winners, where)
    yield from _without("awards", award, path)


def _nameless(winners: Sequence[Winner], path: Path) -> Iterator[Loss]:
    for number, winner in enumerate(winners):
        if winner.name is not None:
            yield (*path, number), say("a winner is left out who is no person or organization of the record")


def _times(entry: Entry) -> Iterator[Loss]:
    event, path = entry.event, entry.path
    start, end = moments(entry)
    for field, moment in (("start", start), ("end", end)):
        if moment is not None and moment.has_time and moment.local(entry.zone).tzinfo is None:
            yield (*path, field), say("the time of {moment} is left out: it has no time zone", moment=moment)
    if start is not None and end is not None and start.has_time != end.has_time:
        yield path, say("{id!r} is told in days: start and end must be of one form", id=event.id)
    if start is None and event.duration is not None:
        yield (
            (*path, "duration"),
            say("how long {id!r} lasts is left out: its start is not known", id=event.id),
        )


def _event(event: Event, path: Path) -> Iterator[Loss]:
    yield from _without("events", event, path)
    for number, change in enumerate(event.changes):
        yield from _without("changes", change, (*path, "changes", number))
    for number, involved in enumerate(event.organizations):
        where, role = (*path, "organizations", number), involved.role
        if not is_printed(involved, "role"):
            continue
        if ROLES[role] != role.value:
            yield (*where, "role"), say("{role} is told as {name}", role=role, name=ROLES[role])
        if not involved.complete:
            yield (*where, "complete"), say("schema.org has no place for there being more than are named")
    for number, entry in enumerate(event.participants):
        if is_printed(entry, "did"):
            yield from _participation(entry, (*path, "participants", number))
    if event.programme is not None:
        yield from _without("programmes", event.programme, (*path, "programme"))
    if event.awards:
        yield (*path, "awards"), say("schema.org has no place for awards of an event")
    for field, own in event.sourcing.items():
        if own.standing is Standing.DISPUTED and (field != "duration" or event.start is not None):
            yield (
                (*path, field),
                say("that the {field} of {id!r} is disputed is not told", field=field, id=event.id),
            )


def _participation(entry: Participation, path: Path) -> Iterator[Loss]:
    did = listed(entry.did)
    if entry.group is not None:
        yield (*path, "group"), say("people without names are left out")
    elif entry.figure is not None:
        yield (*path, "did"), say("schema.org has no place for a number of people ({did})", did=did)
    elif Modality.WITHDREW in entry.did or not _CAME.intersection(entry.did):
        yield (*path, "did"), say("people are left out who did not come as far as is known ({did})", did=did)
    elif not entry.complete:
        yield (*path, "complete"), say("schema.org has no place for there being more than are named")
    if entry.topic is not None and Modality.SPOKE not in entry.did:
        yield (*path, "topic"), say("a talk is told of who gave it, not of who is to give it")
