"""Terms that a record tells, as concepts: in the words that the terminology base has for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from eventrecord.localize.terminology.concept import Concept, Layer, TermEntry
from eventrecord.model.record import Record
from eventrecord.model.span import Moment
from eventrecord.model.term import Term
from eventrecord.model.text import State, Text, Wording

__all__ = ["record_concepts"]


def record_concepts(record: Record) -> dict[str, Concept]:
    """The concepts of a record, and of those it builds on with their record's id before their own."""
    owners = [(f"{name}/", owner) for name, owner in record.related.items()] + [("", record)]
    return {
        f"{prefix}{name}": Concept(
            f"{prefix}{name}",
            term.domain or "",
            _terms(term),
            _definitions(term),
            Layer.RECORD if not prefix else Layer.RELATED,
            term,
        )
        for prefix, owner in owners
        for name, term in owner.terms.items()
    }


class _Said(NamedTuple):
    """A text of a record's term, and what it is there."""

    text: Text | None
    status: str
    type: str = ""
    valid_from: Moment | None = None
    valid_to: Moment | None = None


def _said(term: Term) -> Iterator[_Said]:
    yield _Said(term.name, "preferred", "", term.valid_from, term.valid_to)
    yield _Said(term.short_name, "admitted", "short-form")
    yield _Said(term.abbreviation, "admitted", "abbreviation")
    for earlier in term.earlier:
        yield _Said(earlier.name, "admitted", "", earlier.valid_from, earlier.valid_to)
    for status, texts in (
        ("admitted", term.admitted),
        ("deprecated", term.deprecated),
        ("forbidden", term.forbidden),
    ):
        yield from (_Said(text, status) for text in texts)


def _terms(term: Term) -> dict[str, tuple[TermEntry, ...]]:
    found: dict[str, list[TermEntry]] = {}
    for said in _said(term):
        for tag, words, state in _worded(said.text):
            found.setdefault(tag, []).append(
                TermEntry(
                    words,
                    said.status,
                    state,
                    said.type,
                    _word(term.plural, tag) if said.status == "preferred" else "",
                    "fixed" if term.fixed_case else "",
                    "" if term.convert else "no",
                    said.valid_from.text if said.valid_from else "",
                    said.valid_to.text if said.valid_to else "",
                )
            )
    return {tag: tuple(entries) for tag, entries in found.items()}


def _definitions(term: Term) -> dict[str, str]:
    return {tag: words for tag, words, _ in _worded(term.definition)}


def _word(text: Text | None, tag: str) -> str:
    return next((words for link, words, _ in _worded(text) if link == tag), "")


def _worded(text: Text | None) -> Iterator[tuple[str, str, State]]:
    for tag, wording in (text or {}).items():
        if isinstance(wording, Wording):
            if wording.text is not None:
                yield tag, wording.text, wording.state
        else:
            yield tag, wording, State.HOUSE
