"""Whether a text is of another event than its record: nothing of that is in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.localize.stated import Stated
from eventrecord.message import say
from eventrecord.model.event import Event

__all__ = ["of_another_event"]

_LEAST = 40
"""Words, or characters, of a text of which it can be said."""
_ANYWHERE = frozenset({"places", "counted", "wholes", "post", "posts"})
"""Names that any text may have."""
_SUMS = frozenset({"money", "percent", "count", "ratio"})


def of_another_event(
    event: Event,
    pieces: Iterable[Piece],
    names: Iterable[Spotted],
    facts: Sequence[Stated],
    known: KnownFacts,
) -> Departure | None:
    """The finding, where a text names none of whom and what the record does, and states no figure of it.

    Args:
        event: the event of the record.
        pieces: the sentences of the text, none of which comes from an edition.
        names: names of the record in it.
        facts: what it states.
        known: what the record states.
    """
    if sum(len(piece.words) for piece in pieces) < _LEAST:
        return None
    if any(one.name.kind not in _ANYWHERE for one in names):
        return None
    if any(known.recognized(fact) for fact in facts if _is_telling(fact)):
        return None
    said = say("nothing of the record is in the text: is it of another event than {id}?", id=event.id)
    return Departure("event-differs", Severity.ERROR, said, path=("event",))


def _is_telling(fact: Stated) -> bool:
    """Whether a figure says by its digits what it is of."""
    if fact.kind not in _SUMS or not isinstance(fact.value, Decimal):
        return False
    return len(fact.value.normalize().as_tuple().digits) > 1
