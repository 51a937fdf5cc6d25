"""Whether a text is of another event than its record: nothing of that is in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from eventrecord.diagnostic import Severity, called
from eventrecord.drift.checking.beside import Origin
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.judging import KnownFacts
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.localize.stated import Stated
from eventrecord.message import say
from eventrecord.model.event import Event

__all__ = ["of_another_event"]

_LEAST = 40
"""Words, or characters, of a text of which it can be said."""
_ANYWHERE = frozenset({"places", "counted", "wholes", "post", "posts"})
"""Names that any text may have."""
_LONG, _LONG_COUNT = 2, 3
"""Digits of sums and shares, and of counts, that no other text has by chance."""
_SUMS = frozenset({"money", "percent", "ratio"})
_CAPITALS = re.compile(r"\b[A-Z]\w+")
_CHARACTERS = 5
"""Chinese characters of a name that is no common noun, as 开幕式 may be, nor what others have: 市委."""


_NEARLY = frozenset(
    {"name-differs", "value-differs", "unit-differs", "qualifier-differs", "rounded", "quotation-differs"}
)
"""What is told where a text has nearly what the record has."""


def of_another_event(  # all that was read in the text, and found
    event: Event,
    pieces: Iterable[Piece],
    origins: Iterable[Origin | None],
    names: Iterable[Spotted],
    facts: Sequence[Stated],
    known: KnownFacts,
    found: Iterable[Departure],
) -> Departure | None:
    """The finding, where a text has nothing of the record, not even nearly: no name, no figure, no sentence.

    Args:
        event: the event of the record.
        pieces: the sentences of the text.
        origins: the sentences of editions that these come from.
        names: names of the record in the text.
        facts: what it states.
        known: what the record states.
        found: what the text says otherwise.
    """
    if sum(len(piece.words) for piece in pieces) < _LEAST:
        return None
    if any(one.rule in _NEARLY and one.path and not _is_day(one) for one in found):
        return None
    if any(_names_something(origin) for origin in origins if origin is not None):
        return None
    if any(_is_own(one.name) for one in names) or any(map(known.recognized, filter(_is_telling, facts))):
        return None
    said = say(
        "nothing of the record is in the text: is it of another event than {event}?",
        event=called(("event",), event.id),
    )
    return Departure("event-differs", Severity.ERROR, said, path=("event",))


def _is_day(one: Departure) -> bool:
    """Whether it is about a day of the event, which days of any text are held against."""
    return one.rule == "value-differs" and one.path[0] == "event"


def _names_something(origin: Origin) -> bool:
    """Whether a sentence of an edition names anything, as a line with its date does not."""
    return any(isinstance(spot.what, Name) and spot.what.kind not in _ANYWHERE for spot in origin.spots)


def _is_own(name: Name) -> bool:
    """Whether a name is that of this record's people, bodies or events alone: it is long enough."""
    if name.kind in _ANYWHERE:
        return False
    if name.form.isascii():
        return len(_CAPITALS.findall(name.form)) > 1
    return name.kind == "people" or len(name.form) >= _CHARACTERS


def _is_telling(fact: Stated) -> bool:
    """Whether a figure says by its digits what it is of."""
    if not isinstance(fact.value, Decimal):
        return False
    digits = len(fact.value.normalize().as_tuple().digits)
    return (fact.kind in _SUMS and digits >= _LONG) or (fact.kind == "count" and digits >= _LONG_COUNT)
