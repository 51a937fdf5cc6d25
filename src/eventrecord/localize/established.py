"""Names and terms with an established wording in both scripts: conversion must not touch them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from eventrecord.localize import names
from eventrecord.localize.chinese.names import person_name
from eventrecord.localize.script import Established
from eventrecord.localize.terminology.base import Terminology
from eventrecord.localize.wording import choose
from eventrecord.model.record import Record
from eventrecord.model.text import Wording

__all__ = ["established_wordings", "names_in"]

Texts = Mapping[str, str | Wording]


def established_wordings(
    record: Record, source: str, target: str, words: Mapping[str, Any], terms: Terminology
) -> Established:
    """Wordings of `source` and their wordings of `target`, both written out by somebody.

    From the base and the office's terms (unverified ones and common nouns aside), then the records related,
    then the record itself. A term that is not to be converted is its own wording.
    """
    found = {term: term for _, term in terms.unconverted}
    found |= {here: there for _, here, there in terms.counterparts(source, target)}
    for text in _texts(record):
        here, there = choose(text, source, {}), choose(text, target, {})
        if here and there and not (here.stand_in or there.stand_in):
            found[here.words] = there.words
    people: set[str] = set()
    for owner in (*record.related.values(), record):
        for person in owner.people.values():
            written = [_written(names.name_in(person, tag, owner), words) for tag in (source, target)]
            if written[0] and written[1]:
                found[written[0]] = written[1]
                people.add(written[0])
    return Established(found, frozenset(people))


def names_in(record: Record, source: str) -> frozenset[str]:
    """What organizations, places, events and terms of the record are called in `source`."""
    found = (choose(text, source, {}) for text in _texts(record))
    return frozenset(here.words for here in found if here and not here.stand_in)


def _texts(record: Record) -> Iterator[Texts]:
    for owner in (*record.related.values(), record):
        for organization in owner.organizations.values():
            yield from filter(None, (organization.name, organization.short_name, organization.in_posts))
        for place in owner.places.values():
            yield from filter(None, (place.name, place.short_name))
        for event in owner.event.walk():
            yield from filter(None, (event.name, event.short_name))
        for term in owner.terms.values():
            yield from filter(None, (term.name, term.short_name))


def _written(name: Any, words: Mapping[str, Any]) -> str | None:
    if name is None or isinstance(name, str):
        return name
    return person_name(name, chinese=True, words=dict(words))
