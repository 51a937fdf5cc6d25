"""Hold a text against its record: every departure, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date as Day

from eventrecord.drift.checking.alignment import Aligner
from eventrecord.drift.checking.beside import Beside, Origin, Sentence
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.editions import Edition, editions_of, localizers_of, releases_of
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.drift.checking.known import known_facts
from eventrecord.drift.checking.loose import Loose
from eventrecord.drift.checking.names import NameFinder, record_names
from eventrecord.drift.checking.nearly import nearly_named
from eventrecord.drift.checking.omissions import left_out
from eventrecord.drift.checking.orders import turned_names
from eventrecord.drift.checking.people import out_of_rank
from eventrecord.drift.checking.pieces import pieces
from eventrecord.drift.checking.terms import misused_terms
from eventrecord.drift.checking.weekdays import wrong_weekdays
from eventrecord.facts.reading import stated_facts
from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.settings import Settings

__all__ = ["check"]


def check(
    text: str,
    record: Record,
    tag: str,
    *,
    date: Day | None = None,
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
    shelf = _Shelf(record, tag, release, settings or Settings())
    sentences = list(pieces(text))
    origins = [shelf.origin(piece) for piece in sentences]
    edition = _likeliest(origins, shelf.editions)
    today = date or (shelf.day(edition) if edition else None)
    facts, names = stated_facts(text, tag, today), sorted(shelf.finder.find(text), key=lambda one: one.start)
    found: list[Departure] = []
    told, stated = set(), {one.name.fact for one in names}
    unplaced: list[Sentence] = []
    at_fact = at_name = 0
    for piece, origin in zip(sentences, origins, strict=True):
        while at_fact < len(facts) and facts[at_fact].start < piece.start:
            at_fact += 1
        own = [one for one in facts[at_fact : at_fact + len(piece.words)] if one.start < piece.end]
        while at_name < len(names) and names[at_name].start < piece.start:
            at_name += 1
        named = []
        for one in names[at_name:]:
            if one.start >= piece.end:
                break
            named.append(one)
        sentence = Sentence(text, piece, own, named)
        if origin is None:
            unplaced.append(sentence)
            continue
        if origin.alignment.likeness == 1.0:
            told.update(own)
            stated.update(spot.known.fact for spot in origin.spots if spot.known)
            continue
        beside = Beside(sentence, origin)
        found += beside.departures()
        told |= beside.told
        stated |= beside.stated
    loose = Loose(text, tag, shelf.facts, shelf.localizer, names)
    for fact in facts:
        if fact not in told:
            found += loose.departures(fact)
    stated |= loose.stated
    found += wrong_weekdays(text, tag, today, shelf.facts)
    found += out_of_rank(record, names, text)
    found += turned_names(names, text, shelf.localizers)
    found += misused_terms(text, shelf.localizer, names, today)
    found += nearly_named(text, shelf.names, names, [one.piece for one in unplaced])
    if edition is not None:
        found += left_out(edition, stated, record)
    return sorted(_once(found), key=lambda one: (one.severity.rank, one.start is None, one.start or 0))


class _Shelf:
    """What a record has to say in a language: names, facts, editions."""

    def __init__(self, record: Record, tag: str, release: str | None, settings: Settings) -> None:
        self.editions: list[Edition] = []
        self.facts = KnownFacts(known_facts(record))
        releases = releases_of(record, tag, release)
        styled = [list(localizers_of(record, one, tag, settings)) for one in releases or [None]]
        self.localizers: list[Localizer] = styled[0]
        self.localizer = self.localizers[0]
        self._days = {one.id: own[0].today for one, own in zip(releases, styled, strict=False)}
        self.names = record_names(record, self.localizers)
        self.finder = NameFinder(self.names)
        for one, own in zip(releases, styled, strict=False):
            self.editions += editions_of(one, own, self.finder, self.facts)
        self._homes = [
            (edition, number) for edition in self.editions for number in range(len(edition.sentences))
        ]
        self._aligner = Aligner([edition.sentences[number] for edition, number in self._homes])

    def origin(self, piece):  # type: ignore[no-untyped-def]
        """The sentence of an edition that a piece comes from; None where there is none."""
        alignment = self._aligner.find(piece)
        return Origin(*self._homes[alignment.number], alignment) if alignment else None

    def day(self, edition: Edition) -> Day | None:
        """The day of issue of an edition."""
        return self._days[edition.release.id]


def _likeliest(origins: Sequence[Origin | None], editions: Sequence[Edition]) -> Edition | None:
    """The edition from which most of a text comes; the first where nothing does."""
    if not editions:
        return None
    likeness: Counter[int] = Counter()
    for origin in origins:
        if origin is not None:
            likeness[id(origin.edition)] += origin.alignment.likeness
    return max(editions, key=lambda edition: likeness[id(edition)])


def _once(found: Sequence[Departure]) -> Iterator[Departure]:
    """Each place once, by what is gravest about it."""
    taken: list[tuple[int, int]] = []
    for one in sorted(found, key=lambda one: one.severity.rank):
        if one.start is not None and one.end is not None:
            if any(start < one.end and end > one.start for start, end in taken):
                continue
            taken.append((one.start, one.end))
        yield one
