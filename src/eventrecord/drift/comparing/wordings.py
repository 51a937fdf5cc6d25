"""Names within one edition: wordings that should not be used, two for one thing, two orders of names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.named_text import NamedText, is_taken
from eventrecord.drift.comparing.parting import Parting
from eventrecord.facts.known_name import KnownName
from eventrecord.facts.name_table import name_key
from eventrecord.facts.named import Named
from eventrecord.facts.near import near_places
from eventrecord.localize.data import read_table
from eventrecord.localize.readers import place_words
from eventrecord.message import say
from eventrecord.model.agent import NameOrder

__all__ = ["wordings_drift"]

_REGIONS = ("zh-Hans", "zh-Hant-HK", "zh-Hant-TW")
_MOST = 200
"""Names of one edition that slips are looked for of."""


def wordings_drift(
    edition: NamedText, other: NamedText, orders: Mapping[int, NameOrder]
) -> Iterator[Parting]:
    """What is wrong with the names of one edition; the first side is this one.

    Args:
        edition: the text and its names.
        other: the other text, whose names this one may have, too.
        orders: in which order people's names stand, by their places, where the other edition tells.
    """
    yield from _states(edition)
    yield from _two_names(edition)
    yield from _near_names(edition, other)
    yield from _orders(edition, orders)
    yield from _place_words(edition)


def _states(edition: NamedText) -> Iterator[Parting]:
    for one in edition.named:
        known = one.known
        better = known and _preferred(edition, known)
        if known is None or better is None or one.kind == "post":
            continue
        if one.state == "forbidden":
            grade, said = (
                Severity.ERROR,
                say("{term} may not be used: write {better}", term=one.surface, better=better),
            )
        elif one.state == "deprecated":
            grade, said = (
                Severity.WARNING,
                say("{term} should not be used: write {better}", term=one.surface, better=better),
            )
        elif one.state == "outdated":
            grade, said = (
                Severity.WARNING,
                say("{term} was in use at another time: now {better}", term=one.surface, better=better),
            )
        elif one.state == "regional" and known.own:
            grade, said = (
                Severity.WARNING,
                say("{term} is how others write it: here {better}", term=one.surface, better=better),
            )
        else:
            continue
        yield Parting("term-drift", grade, said, one, None)


def _two_names(edition: NamedText) -> Iterator[Parting]:
    """Two full names of one body, place or event."""
    first: dict[str, Named] = {}
    told: set[str] = set()
    for one in edition.named:
        if not (
            one.id and one.known and one.known.own and one.known.usual and one.form == "full"
        ) or one.kind in (
            "person",
            "post",
        ):
            continue
        other = first.setdefault(one.id, one)
        if one.id not in told and not _same_words(one.surface, other.surface):
            told.add(one.id)
            said = say("{first} and {second} are two names of one", first=other.surface, second=one.surface)
            yield Parting("term-drift", Severity.WARNING, said, one, None)


def _near_names(edition: NamedText, other: NamedText) -> Iterator[Parting]:
    """A name that either edition has right, with a slip."""
    ends = [one.end for one in edition.named]
    named = {one.id: one for one in (*other.named, *edition.named) if one.id and one.known and one.known.own}
    for name, one in list(named.items())[:_MOST]:
        if one.kind in ("person", "post", "term"):
            continue
        wordings = edition.names.wordings(name or "", edition.tag)
        told = -1
        places = near_places(wordings, edition.text, edition.tag, strict=True)
        for near in sorted((near for _, near in places), key=lambda near: (near.start, -near.end)):
            over = edition.named[bisect_right(ends, near.start) :][: near.end - near.start]
            known = any(is_taken(near, one) for one in over)
            if near.start < told or known or near.known is None:
                continue
            told = near.end
            said = say("{near} is nearly, but not quite, {name}", near=near.surface, name=near.known.words)
            yield Parting("term-drift", Severity.WARNING, said, near, None)


def _orders(edition: NamedText, known: Mapping[int, NameOrder]) -> Iterator[Parting]:
    """Chinese names given name first beside others family name first, or against the table's order."""
    if edition.tag.startswith("zh"):
        return
    ordered = [
        (one, order)
        for one in edition.named
        if one.kind == "person" and (order := known.get(one.start) or _order_of(one))
    ]
    family_first = next((one for one, order in ordered if order == "family-first"), None)
    for one, order in ordered:
        usual = _usual_order(edition, one)
        if usual and usual != order:
            said = say("{name} stands in another order than the name has", name=one.surface)
        elif family_first and order == "given-first":
            said = say(
                "{name} is written given name first, but {other} family name first",
                name=one.surface,
                other=family_first.surface,
            )
        else:
            continue
        yield Parting("name-order", Severity.WARNING, said, one, None)


def _place_words(edition: NamedText) -> Iterator[Parting]:
    """Words for a place that belong to another region's readers: 大陸 in Hong Kong, 內地 in Taiwan."""
    if not edition.tag.startswith("zh"):
        return
    elsewhere = {table["write"] for tag in _REGIONS for table in read_table(tag, "readers").get("place", ())}
    for found in place_words(edition.text, edition.tag, edition.tag[-2:]):
        if any(words.endswith(found.word) for words in elsewhere):
            said = say("{term} is how others write it: here {better}", term=found.word, better=found.write)
            place = Named("place", None, found.word, found.start, found.end, form="pattern")
            yield Parting("term-drift", Severity.WARNING, said, place, None)


def _order_of(one: Named) -> NameOrder | None:
    """In which order a Latin name of a Chinese person stands, where the table or capitals tell: ZHANG Wei."""
    words = one.surface.split()
    if one.order or len(words) != 2:
        return one.order
    capital = [len(word) > 1 and word.isupper() for word in words]
    return None if capital[0] == capital[1] else "family-first" if capital[0] else "given-first"


def _usual_order(edition: NamedText, one: Named) -> NameOrder | None:
    wordings = edition.names.wordings(one.id, edition.tag) if one.id else ()
    orders = {known.order for known in wordings if known.usual and known.order}
    return orders.pop() if len(orders) == 1 else None


def _same_words(one: str, other: str) -> bool:
    """Whether two wordings are the same but for capitals and articles."""
    return name_key(one).removeprefix("the ") == name_key(other).removeprefix("the ")


def _preferred(edition: NamedText, known: KnownName) -> str | None:
    wordings = edition.names.wordings(known.id, edition.tag)
    return next(
        (one.words for one in wordings if one.standing == "preferred" and one.words != known.words), None
    )
