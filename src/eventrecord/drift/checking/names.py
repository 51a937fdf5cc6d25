"""What a record calls people, bodies, places and all else, in every form that an edition may use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventrecord.diagnostic import Path
from eventrecord.drift.checking.known import walked
from eventrecord.errors import EventRecordError
from eventrecord.localize import names
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.terminology.matching import Matcher
from eventrecord.localize.wording import tag_parents
from eventrecord.model.agent import PersonName
from eventrecord.model.base import Model
from eventrecord.model.record import Record

__all__ = ["Name", "NameFinder", "Spotted", "record_names"]


class Name(NamedTuple):
    """A form in which something of a record may be named."""

    kind: str
    """One of `_KINDS`, or quotations. What figures count is `counted`, of what they are a share `wholes`."""
    form: str
    path: Path
    fact: str
    """What editions call it: people.zhang-wei."""
    record: str = ""
    """The id of the record that it is in, if not the one that is published."""


class Spotted(NamedTuple):
    """A name in a text."""

    start: int
    end: int
    name: Name


_KINDS = (
    "quotations",
    "people",
    "posts",
    "post",
    "organizations",
    "places",
    "awards",
    "themes",
    "events",
    "terms",
    "counted",
    "wholes",
)


class NameFinder:
    """Finds names in texts; those of different kinds may overlap."""

    def __init__(self, known: Sequence[Name]) -> None:
        self._long = [name for name in known if name.kind == "quotations"]
        self._matchers = [
            Matcher([(name.form, name) for name in known if name.kind == kind]) for kind in _KINDS
        ]

    def find(self, text: str) -> Iterator[Spotted]:
        """The names in a text, kind by kind."""
        for name in self._long:
            start = text.find(name.form)
            if start >= 0:
                yield Spotted(start, start + len(name.form), name)
        for matcher in self._matchers:
            for hit in matcher.find(text):
                yield from (Spotted(hit.start, hit.end, name) for name in hit.values)


def record_names(record: Record, localizers: Sequence[Localizer]) -> list[Name]:
    """Every form of every name, in the house styles of these localizers, which make drafts."""
    mark = localizers[0].words["draft_mark"]
    found: dict[Name, None] = {}
    for localizer in localizers:
        for name in _names(record, localizer):
            if name.form and mark not in name.form and len(name.form) > 1:
                found[name] = None
    return list(found)


def _names(record: Record, localizer: Localizer) -> Iterator[Name]:
    for owner_id, owner in {"": record, **record.related}.items():
        prefix = f"{owner_id}/" if owner_id else ""
        for kind, forms in _FORMS.items():
            for one, entry in getattr(owner, kind).items():
                for form in forms:
                    if words := _words(localizer, kind, prefix + one, form):
                        told = "posts" if form == "posts" else kind
                        field = {"posts": "posts"}.get(form, "text" if kind == "quotations" else "name")
                        path = _tagged((kind, one, field), entry, localizer)
                        yield Name(told, words, path, f"{kind}.{prefix}{one}", owner_id)
        yield from _of_people(owner, owner_id, localizer)
        yield from _of_events(owner, owner_id, localizer)
        yield from _of_others(owner, owner_id, localizer)


_FORMS = {
    "people": ("name", "again", "posts"),
    "organizations": ("", "full", "short", "abbr", "post"),
    "places": ("", "full", "short"),
    "terms": ("", "short", "plural"),
    "awards": ("",),
    "quotations": ("",),
}
"""Collections whose entries have names, and the forms of a slot that print them."""


def _tagged(path: Path, entry: Model, localizer: Localizer) -> Path:
    """The way to the wording of the language, where the text at a path has one of its own."""
    text = getattr(entry, str(path[-1]))
    link = next((link for link in tag_parents(localizer.tag) if link in text), None)
    return (*path, link) if isinstance(text, dict) and link else path


def _words(localizer: Localizer, kind: str, reference: str, form: str) -> str:
    write = {
        "people": localizer.person,
        "organizations": localizer.organization,
        "places": localizer.place,
        "terms": localizer.term,
        "awards": localizer.award,
        "quotations": localizer.quotation,
    }[kind]
    try:
        return write(reference, form)
    except EventRecordError:  # an entry without a name in this language has none to look for
        return ""


def _of_people(record: Record, owner: str, localizer: Localizer) -> Iterator[Name]:
    """Both orders of a name of parts, aliases, and each post alone."""
    prefix = f"{owner}/" if owner else ""
    for one, person in record.people.items():
        fact, path = f"people.{prefix}{one}", _tagged(("people", one, "name"), person, localizer)
        name = names.name_in(person, localizer.tag, record)
        if isinstance(name, PersonName) and name.family and name.given:
            joint = "" if localizer.language.family == "zh" else " "
            for parts in ((name.family, name.given), (name.given, name.family)):
                if joint or parts[0] == name.family:
                    yield Name("people", joint.join(parts), path, fact, owner)
            if name.alias:
                yield Name("people", f"{name.alias} {name.family}", path, fact, owner)
        held = [(post.title, post.organization) for post in person.posts]
        for number, (title, body) in enumerate(held):
            words = localizer.optional(title)
            bodies = _bodies(localizer, body) if body else [None]
            for body_words in bodies if words else ():
                written = names.posts(person, localizer.language, [(words or "", body_words)])
                yield Name("post", written, ("people", one, "posts", number, "title"), fact, owner)
        for number, membership in enumerate(person.memberships):
            term = localizer.term(membership.as_)
            for body_words in _bodies(localizer, membership.organization):
                written = names.posts(person, localizer.language, [(term, body_words)])
                yield Name("post", written, ("people", one, "memberships", number), fact, owner)


def _bodies(localizer: Localizer, reference: str) -> list[str | None]:
    """What a body may be called in a post."""
    forms = (_words(localizer, "organizations", reference, form) for form in _FORMS["organizations"])
    return list(dict.fromkeys(form for form in forms if form)) or [None]


def _of_events(record: Record, owner: str, localizer: Localizer) -> Iterator[Name]:
    for path, event in walked(record.event):
        for kind, field in (("events", "name"), ("events", "short_name"), ("themes", "theme")):
            words = localizer.optional(getattr(event, field))
            if words:
                fact = f"events.{event.id}.{'theme' if field == 'theme' else 'name'}"
                yield Name(kind, words, _tagged((*path, field), event, localizer), fact, owner)


def _of_others(record: Record, owner: str, localizer: Localizer) -> Iterator[Name]:
    """What figures count, countries that they name, and winners who are no entries."""
    for one, figure in record.figures.items():
        for kind, field in (("counted", "noun"), ("wholes", "whole")):
            if words := localizer.optional(getattr(figure, field)):
                yield Name(kind, words, ("figures", one, field), f"figures.{one}", owner)
        for number, code in enumerate(figure.partners):
            place = ("figures", one, "partners", number)
            yield Name("places", localizer.territory(code), place, f"figures.{one}", owner)
    for one, award in record.awards.items():
        homes: list[tuple[Path, object]] = [(("winners",), award.winners)]
        homes += [(("categories", n, "winners"), each.winners) for n, each in enumerate(award.categories)]
        for keys, winners in homes:
            for number, winner in enumerate(winners) if isinstance(winners, list) else ():
                if words := localizer.optional(winner.name):
                    path = ("awards", one, *keys, number, "name")
                    yield Name("people", words, path, f"awards.{one}", owner)
