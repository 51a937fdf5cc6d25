"""An edition of the record beside a text, as two editions are: what is around numbers, bodies and people."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.beside import Origin
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.editions import Edition
from eventrecord.drift.checking.pieces import Piece
from eventrecord.drift.checking.swapped import record_place
from eventrecord.drift.comparing.around import around_differ
from eventrecord.drift.comparing.couples import coupled
from eventrecord.drift.comparing.drift import Drift
from eventrecord.drift.comparing.hosting import hosts_differ
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parts import parts_differ
from eventrecord.facts.name_table import name_table
from eventrecord.facts.named import named_things
from eventrecord.facts.pairing import aligned
from eventrecord.facts.reading import stated_facts
from eventrecord.facts.surroundings import surrounded
from eventrecord.localize.stated import Stated
from eventrecord.message import say
from eventrecord.model.record import Record

__all__ = ["around_departs", "not_yet", "put_in"]

_ALIKE = {"tense-differs": "attendance-differs"}
"""Rules of which one tells what another would: will attend."""


def around_departs(
    text: str,
    tag: str,
    today: date | None,
    facts: Sequence[Stated],
    edition: Edition,
    record: Record,
    edited: Sequence[Piece],
) -> Iterator[Departure]:
    """What a text says otherwise than the edition around its numbers, and of who was there in which role.

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
    sides = surrounded(edition.text, own, tag), surrounded(text, facts, tag)
    matches = aligned(*sides)[0]
    names = name_table(None, record)
    mine, theirs = (
        NamedText(words, tag, tuple(named_things(words, tag, names, day)), names)
        for words, day in ((edition.text, edition.today), (text, today))
    )
    places = Covered((piece.start, piece.end) for piece in edited)
    drifts = [
        *around_differ(matches, (edition.text, text), sides),
        *(Drift(*parting) for parting in hosts_differ(mine, theirs, ())),
        *(Drift(*parting) for parting in parts_differ(coupled(mine, theirs)[0], mine, theirs)),
    ]
    for drift in drifts:
        one, other, said = drift.a, drift.b, drift.message
        if one is None or other is None or not places.covers(other.start, other.end):
            continue
        if drift.rule == "tense-differs":
            continue  # a later text tells what was done since
        if one.surface != other.surface:
            said = say("the text says {surface}, the record {said}", surface=other.surface, said=one.surface)
        home = record_place(edition.spots[_sentence(edition, one.start)], one.start)
        yield Departure(drift.rule, drift.severity, said, other.start, other.end, other.surface, *home)


def not_yet(
    found: Iterable[Departure], more: Iterable[Departure], edited: Sequence[Piece]
) -> list[Departure]:
    """Those of some departures whose place, or whose rule in its sentence, was not told of already."""
    starts = [piece.start for piece in edited]
    grave = [one for one in found if one.start is not None and one.severity is not Severity.INFO]
    seen = {(_ALIKE.get(one.rule, one.rule), bisect_right(starts, one.start or 0)) for one in grave}
    taken = Covered((one.start or 0, one.end or 0) for one in grave)
    return [
        one
        for one in more
        if (_ALIKE.get(one.rule, one.rule), bisect_right(starts, one.start or 0)) not in seen
        and not taken.touches(one.start or 0, one.end or 0)
    ]


def put_in(
    found: Iterable[Departure], pieces: Sequence[Piece], origins: Sequence[Origin | None]
) -> Iterator[Departure]:
    """Those of some departures that stand, all of them, in words that sentences of the edition lack."""
    come = Covered(
        piece.stretch(*step.new)
        for piece, origin in zip(pieces, origins, strict=True)
        for step in (origin.alignment.steps if origin else ())
        if not step.same
    )
    return (one for one in found if one.start is not None and come.covers(one.start, one.end or 0))


def _sentence(edition: Edition, place: int) -> int:
    """Which sentence of the edition a place is in."""
    return max((n for n, piece in enumerate(edition.sentences) if piece.start <= place), default=0)
