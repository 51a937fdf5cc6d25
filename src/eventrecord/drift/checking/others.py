"""What else the terminology, or usage, allows to call something of a record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from eventrecord.drift.checking.names import Name
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.terminology.base import day_of
from eventrecord.localize.terminology.folding import folded
from eventrecord.localize.wording import tag_parents

__all__ = ["other_names"]

_NAMED = frozenset({"organizations", "places", "events", "awards", "terms"})
_USUAL = ("preferred", "admitted")
_YEARLY = frozenset({"events", "terms"})
_YEAR = re.compile(r"^(?P<first>[12][0-9]{3}) ?(?=[^0-9年])|(?<=[^0-9]) ?(?P<last>[12][0-9]{3})$")
_LEAD = 2
"""Characters by which names of one place begin: 张江科学会堂, 张江集团."""
_OF_ONE_PLACE = 2
"""Names that must begin so beside an event's."""


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
    yield from _of_years_and_places(known)


def _of_years_and_places(known: Sequence[Name]) -> Iterator[Name]:
    """Names without their year, or with it in full; in Chinese without the place that they begin with."""
    begin: dict[str, set[str]] = defaultdict(set)
    for name in known:
        if name.kind in ("organizations", "places"):
            begin[name.form[:_LEAD]].add(name.fact)
    for name in known:
        if name.kind not in _YEARLY:
            continue
        bare = name.form
        if match := _YEAR.search(name.form):
            year, bare = match["first"] or match["last"], _YEAR.sub("", name.form, count=1)
            forms: tuple[str, ...] = (f"{year} {bare}", f"{bare} {year}")
            if not bare.isascii():
                forms = (f"{year}{bare}", f"{year}年{bare}", f"{year}年度{bare}")
            yield from (name._replace(form=form) for form in (bare, *forms))
        place = bare[:_LEAD]
        if name.kind == "events" and not bare.isascii() and len(begin[place]) >= _OF_ONE_PLACE:
            yield name._replace(form=bare.removeprefix(place))


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
