"""An edition of the record beside a text, as any two editions are: numbers, roles and people with what is around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from eventrecord.drift.around import around_differ
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.editions import Edition
from eventrecord.drift.checking.pieces import Piece
from eventrecord.drift.checking.swapped import record_place
from eventrecord.drift.hosting import hosts_differ
from eventrecord.drift.parts import parts_differ
from eventrecord.drift.people import Edition as Names
from eventrecord.drift.people import coupled
from eventrecord.facts.comparing import aligned
from eventrecord.facts.name_table import name_table
from eventrecord.facts.named import named_things
from eventrecord.facts.reading import stated_facts
from eventrecord.facts.surroundings import told
from eventrecord.localize.stated import Stated
from eventrecord.message import say
from eventrecord.model.record import Record

__all__ = ["around_departs"]


def around_departs(
    text: str,
    tag: str,
    today: date | None,
    facts: Sequence[Stated],
    edition: Edition,
    record: Record,
    edited: Sequence[Piece],
) -> Iterator[Departure]:
    """What the text says around its numbers, and of who holds what and who was there, that the edition does not.

    Args:
        text: the text.
        tag: its locale.
        today: its day.
        facts: its facts.
        edition: the edition that it is most like.
        record: the record.
        edited: the sentences that are in no edition word for word.
    """
    own = stated_facts(edition.text, tag, edition.today)
    sides = told(edition.text, own, tag), told(text, facts, tag)
    matches = aligned(*sides)[0]
    names = name_table(None, record)
    mine, theirs = (
        Names(words, tag, tuple(named_things(words, tag, names, day)), names)
        for words, day in ((edition.text, edition.today), (text, today))
    )
    places = Covered((piece.start, piece.end) for piece in edited)
    partings = [
        *around_differ(matches, (edition.text, text), sides),
        *hosts_differ(mine, theirs, ()),
        *parts_differ(coupled(mine, theirs)[0], mine, theirs),
    ]
    for rule, severity, message, one, other in partings:
        if one is None or other is None or not places.covers(other.start, other.end):
            continue
        said = message
        if one.surface != other.surface:
            said = say("the text says {surface}, the record {said}", surface=other.surface, said=one.surface)
        home = record_place(edition.spots[_sentence(edition, one.start)], one.start)
        yield Departure(rule, severity, said, other.start, other.end, other.surface, *home)


def _sentence(edition: Edition, place: int) -> int:
    """Which sentence of the edition a place is in."""
    return max((n for n, piece in enumerate(edition.sentences) if piece.start <= place), default=0)
