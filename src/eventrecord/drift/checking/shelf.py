"""All that a record has to say in one language: its names, its facts, and its editions by sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from eventrecord.drift.checking.alignment import Aligner
from eventrecord.drift.checking.beside import Origin
from eventrecord.drift.checking.editions import Edition, editions_of, localizers_of, releases_of
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.drift.checking.known import known_facts
from eventrecord.drift.checking.names import NameFinder, record_names
from eventrecord.drift.checking.others import other_names
from eventrecord.drift.checking.pieces import Piece
from eventrecord.model.record import Record
from eventrecord.settings import Settings

__all__ = ["Shelf"]


class Shelf:
    """What texts of a locale are held against.

    Args:
        record: the record.
        tag: the locale.
        release: id of the only release to look at; else all that are published in the locale.
        settings: the office's settings.

    Raises:
        UnknownNameError: there is no such locale or release.
    """

    def __init__(self, record: Record, tag: str, release: str | None, settings: Settings) -> None:
        self.facts = KnownFacts(known_facts(record))
        releases = releases_of(record, tag, release)
        self.localizers = list(localizers_of(record, releases[0] if releases else None, tag, settings))
        names = record_names(record, self.localizers)
        self.names = list(dict.fromkeys([*names, *other_names(names, self.localizers[0])]))
        self.finder = NameFinder(self.names)
        self.editions: list[Edition] = []
        for one in releases:
            styled = localizers_of(record, one, tag, settings)
            self.editions += editions_of(one, styled, self.finder, self.facts)
        self._homes = [
            (edition, number) for edition in self.editions for number in range(len(edition.sentences))
        ]
        self._aligner = Aligner([edition.sentences[number] for edition, number in self._homes])

    def origin(self, piece: Piece) -> Origin | None:
        """The sentence of an edition that one comes from; None where there is none."""
        alignment = self._aligner.find(piece)
        return Origin(*self._homes[alignment.number], alignment) if alignment else None

    def likeliest(self, origins: Sequence[Origin | None]) -> Edition | None:
        """The edition from which most sentences come; the first where none does."""
        likeness: Counter[int] = Counter()
        for origin in origins:
            if origin is not None:
                likeness[id(origin.edition)] += round(origin.alignment.likeness * 100)
        return max(self.editions, key=lambda edition: likeness[id(edition)], default=None)

    def today(self, edition: Edition | None) -> date | None:
        """The day of issue of an edition; of none, that of the first."""
        return edition.today if edition else self.localizers[0].today
