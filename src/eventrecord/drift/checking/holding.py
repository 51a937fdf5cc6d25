"""Hold a text against its record: every departure, the gravest first."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.around import around_departs, not_yet, put_in
from eventrecord.drift.checking.beside import Origin, Sentence, beside
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.disputes import disputed
from eventrecord.drift.checking.editions import Edition
from eventrecord.drift.checking.elsewhere import of_another_event
from eventrecord.drift.checking.holders import other_posts
from eventrecord.drift.checking.hosts import hosts_put_in
from eventrecord.drift.checking.inferred import inferred_names
from eventrecord.drift.checking.loose import loose_facts
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.nearly import nearly_named
from eventrecord.drift.checking.officials import posts_of_officials
from eventrecord.drift.checking.omissions import left_out
from eventrecord.drift.checking.orders import turned_names
from eventrecord.drift.checking.ordinals import unknown_ordinals
from eventrecord.drift.checking.people import out_of_rank
from eventrecord.drift.checking.periods import other_periods
from eventrecord.drift.checking.pieces import Piece, pieces
from eventrecord.drift.checking.quotations import reworded_quotations
from eventrecord.drift.checking.shelf import Shelf
from eventrecord.drift.checking.strangers import lengthened, strangers
from eventrecord.drift.checking.swapped import swapped_words
from eventrecord.drift.checking.terms import misused_terms
from eventrecord.drift.checking.towns import other_towns
from eventrecord.drift.checking.venues import other_venues
from eventrecord.drift.checking.weekdays import wrong_weekdays
from eventrecord.drift.checking.winners import other_winners
from eventrecord.drift.reckoned import with_day
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.nearest import text_locale
from eventrecord.localize.stated import Stated
from eventrecord.model.record import Record
from eventrecord.settings import Settings

__all__ = ["check"]

_SENTENCE = 8
"""Words, or characters, of what is a sentence, and no line that every release has."""


def check(
    text: str,
    record: Record,
    tag: str,
    *,
    date: datetime.date | None = None,
    release: str | None = None,
    settings: Settings | None = None,
) -> list[Departure]:
    """Where a text departs from the record: what it says otherwise, adds, or leaves out.

    Sentences that come from an edition of the record are laid beside it, in whatever house style; what stands
    in others is looked for among all facts of the record. Offsets are code points of `text`.

    Args:
        text: the text, without markup.
        record: the record, with those that it builds on.
        tag: locale of the text.
        date: day of the text, which tells what today and a bare 15th are; else that of its release.
        release: id of the release that it is a text of; else the one that it is most like.
        settings: the office's settings; else the defaults.

    Raises:
        UnknownNameError: there is no such locale or release.
    """
    tag = text_locale(tag)
    shelf = Shelf(record, tag, release, settings or Settings())
    places = list(pieces(text, tag))
    origins = [shelf.origin(piece) for piece in places]
    edition = shelf.likeliest(origins)
    today = date or shelf.today(edition)
    facts, names = stated_facts(text, tag, today), sorted(shelf.finder.find(text))
    stated = {one.name.fact for one in names}
    edited = [
        piece
        for piece, origin in zip(places, origins, strict=True)
        if origin is None or not origin.alignment.is_same
    ]
    found = list(other_venues(text, shelf.localizers[0], shelf.names, names, edited))
    found += other_towns(text, shelf.localizers[0], names, edited)
    found += other_periods(text, shelf.localizers[0], shelf.facts, facts, names, edited)
    found += other_winners(text, shelf.localizers[0], names, edited)
    found += inferred_names(text, tag, record, names, edited)
    found += unknown_ordinals(text, facts, names, shelf.facts, edited)
    told: set[Stated] = set()
    for sentence, origin in zip(_sentences(text, tag, places, facts, names), origins, strict=True):
        if origin is not None:
            compared = beside(sentence, origin)
            found += compared.departures
            found += swapped_words(sentence, origin)
            found += hosts_put_in(sentence, origin)
            told |= compared.told
            stated |= compared.stated
    for quotation, reworded in reworded_quotations(
        text, shelf.localizers[0], shelf.names, names, shelf.editions
    ):
        stated.add(quotation)
        found.append(reworded)
    loose = loose_facts(text, facts, told, shelf, names, today)
    found += loose.departures
    if edition is not None and edited:
        around = around_departs(text, tag, today, facts, edition, record, edited)
        found += not_yet(found, around, edited)
        found += posts_of_officials(
            text, tag, shelf.names, names, edited, _titled(edition), is_ours=_is_ours(origins)
        )
    own = [piece for piece, origin in zip(places, origins, strict=True) if origin is None]
    found += other_posts(text, tag, record, shelf.names, names, own, edited)
    found += nearly_named(text, tag, shelf.names, names, own)
    found += strangers(text, tag, shelf.names, names, own)
    found += lengthened(text, tag, names, edited)
    found += not_yet(found, put_in(strangers(text, tag, shelf.names, names, edited), places, origins), edited)
    found += turned_names(names, text, shelf.localizers)
    found += out_of_rank(record, names, text, tag)
    found += misused_terms(text, shelf.localizers[0], names, today)
    found += wrong_weekdays(text, tag, today, shelf.facts)
    if other := of_another_event(record.event, places, origins, names, facts, shelf.facts, found):
        return [other]
    if edition is not None:
        kept = {origin.piece.words for origin in origins if origin} if _is_ours(origins) else set()
        found += left_out(edition, stated | loose.stated, record, shelf.names, kept)
    at = {(fact.start, fact.end): fact for fact in facts}
    return sorted(
        (
            replace(one, message=with_day(one.message, at.get((one.start or 0, one.end or 0)), tag, today))
            for one in _once(disputed(found, facts, record))
        ),
        key=lambda one: (one.severity.rank, one.start is None, one.start or 0),
    )


def _is_ours(origins: Iterable[Origin | None]) -> bool:
    """Whether a text was made from an edition: it has whole sentences of it."""
    return any(
        origin is not None and origin.alignment.is_same and len(origin.piece.words) >= _SENTENCE
        for origin in origins
    )


def _titled(edition: Edition) -> set[str]:
    """People whose posts an edition tells."""
    spots = (spot.what for spots in edition.spots for spot in spots)
    return {what.fact for what in spots if isinstance(what, Name) and what.kind in ("posts", "post")}


def _sentences(
    text: str, tag: str, places: Sequence[Piece], facts: Sequence[Stated], names: Sequence[Spotted]
) -> Iterator[Sentence]:
    """The sentences with what was read in them; facts and names are in the order of the text."""
    fact_starts, name_starts = [one.start for one in facts], [one.start for one in names]
    for piece in places:
        facts_in, names_in = (
            slice(bisect_left(starts, piece.start), bisect_left(starts, piece.end))
            for starts in (fact_starts, name_starts)
        )
        yield Sentence(text, tag, piece, facts[facts_in], names[names_in])


def _once(found: Iterable[Departure]) -> Iterator[Departure]:
    """Each place once, by what is gravest about it."""
    ordered = sorted(found, key=lambda one: (one.severity.rank, one.start or 0))
    for rank in Severity:
        graver = Covered((one.start or 0, one.end or 0) for one in ordered if one.severity.rank < rank.rank)
        end = 0
        for one in ordered:
            if one.severity is not rank:
                continue
            if one.start is None or one.end is None:
                yield one
            elif one.start >= end and not graver.touches(one.start, one.end):
                end = one.end
                yield one
