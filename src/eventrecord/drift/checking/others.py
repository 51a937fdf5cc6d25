"""What else the terminology, or usage, allows to call something of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from eventrecord.drift.checking.names import Name
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.terminology.base import day_of
from eventrecord.localize.terminology.folding import folded
from eventrecord.localize.wording import tag_parents

__all__ = ["other_names"]

_NAMED = frozenset({"organizations", "places", "events", "awards", "terms"})
_USUAL = ("preferred", "admitted")


def other_names(known: Iterable[Name], localizer: Localizer) -> Iterator[Name]:
    """Admitted terms of what the terminology knows by the same name, and bodies without their city."""
    known = [name for name in known if name.kind in _NAMED]
    terms = _terms(localizer, localizer.today or day_of(localizer.record))
    cities = [name.form for name in known if name.kind == "places"]
    for name in known:
        for term in terms.get(folded(name.form), ()):
            if term != name.form:
                yield name._replace(form=term)
        if name.kind == "organizations" and not name.form.isascii():
            for city in cities:
                rest = name.form.removeprefix(city)
                if len(city) > 1 and rest != name.form and len(rest) > 1:
                    yield name._replace(form=rest)


def _terms(localizer: Localizer, day: date) -> dict[str, tuple[str, ...]]:
    """By every term that may be used on a day, folded, all those of its concept."""
    found: dict[str, tuple[str, ...]] = {}
    chain = tag_parents(localizer.tag)
    for concept in localizer.terminology.values():
        terms = tuple(
            entry.term
            for link in chain
            for entry in concept.terms.get(link, ())
            if entry.status in _USUAL and entry.holds(day)
        )
        if len(terms) > 1:
            found |= {folded(term): terms for term in terms}
    return found
