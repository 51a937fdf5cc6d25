"""One id for two things, or one thing named twice in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Ids of events, releases, blocks and categories are told apart, and no list names anything twice."""
    record = context.record
    yield from _twice(say("event"), [((*node.path, "id"), node.event.id) for node in context.events])
    yield from _same_entry(context)
    yield from _twice(say("release"), [(("releases", i, "id"), r.id) for i, r in enumerate(record.releases)])
    for i, release in enumerate(record.releases):
        blocks = [(("releases", i, "body", j, "id"), block.id) for j, block in enumerate(release.body)]
        yield from _twice(say("block"), [(path, name) for path, name in blocks if name is not None])
    for name, award in record.awards.items():
        path = ("awards", name, "categories")
        yield from _twice(say("category"), [((*path, i, "id"), c.id) for i, c in enumerate(award.categories)])
    for node in context.events:
        if node.event.id in record.related:
            yield RULE.at(
                (*node.path, "id"),
                say(
                    "the event has the id of another record, {id!r}: a reference to it means either",
                    id=node.event.id,
                ),
                hint=say("give the event an id of its own"),
            )
    yield from _listed_twice(context)


def _twice(noun: str, ids: Iterable[tuple[Path, str]]) -> Iterator[Diagnostic]:
    first: dict[str, Path] = {}
    for path, name in ids:
        if name in first:
            yield RULE.at(
                path,
                say("a second {noun} has the id {name!r}", noun=noun, name=name),
                hint=say("give one of them another id"),
                labels=(Label(first[name], say("the first {noun} {name!r}", noun=noun, name=name)),),
            )
        else:
            first[name] = path


def _same_entry(context: Context) -> Iterator[Diagnostic]:
    """Calendars would take the second event for a new state of the first."""
    first: dict[str, Path] = {}
    for node in context.events:
        if node.event.calendar_entry is None:
            continue
        path, uid = (*node.path, "calendar_entry", "uid"), node.event.calendar_entry.uid
        earlier = first.setdefault(uid, path)
        if earlier != path:
            yield RULE.at(
                path,
                say("a second event has the UID {uid!r}", uid=uid),
                hint=say("an entry of a calendar is one event's: take the UID out of the others"),
                labels=(Label(earlier, say("the first event with it")),),
            )


def _listed_twice(context: Context) -> Iterator[Diagnostic]:
    listed: dict[tuple[Path, str], Path] = {}
    items = [(m.path, m.id) for m in context.survey.mentions if isinstance(m.path[-1], int)]
    items += [(("locales", i), tag) for i, tag in enumerate(context.record.locales)]
    for i, release in enumerate(context.record.releases):
        items += [(("releases", i, "locales", j), tag) for j, tag in enumerate(release.locales)]
    for path, name in items:
        first = listed.setdefault((path[:-1], name), path)
        if first != path:
            yield RULE.at(
                path,
                say("{name!r} stands twice in this list", name=name),
                hint=say("take one of the two out"),
                labels=(Label(first, say("here it stands first")),),
            )


RULE = Rule(
    "duplicate-id",
    Severity.ERROR,
    "references",
    say("Two things have one id, or a list names one twice."),
    check,
)
