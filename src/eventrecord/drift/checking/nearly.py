"""Names that a text has nearly right, in sentences that come from no edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.localize.terminology.folding import fold
from eventrecord.localize.terminology.likeness import near_misses, shape_of, tokens_of
from eventrecord.message import say

__all__ = ["nearly_named"]

_NAMED = frozenset({"organizations", "events", "awards", "places", "people"})


def nearly_named(
    text: str, known: Sequence[Name], names: Sequence[Spotted], where: Sequence[Piece]
) -> Iterator[Departure]:
    """Long names with one slip: a word or a character that is another, missing or too many."""
    shapes = [(name, shape) for name in known if name.kind in _NAMED and (shape := shape_of(name.form))]
    for piece in where:
        words = text[piece.start : piece.end]
        searched = fold(words)
        near = [(name, shape) for name, shape in shapes if shape.is_near(searched.text)]
        tokens = tokens_of(searched) if near else None
        for name, shape in near:
            for miss in near_misses(tokens, shape, loose=True) if tokens else ():
                start = piece.start + tokens.spans[miss.start][0]
                end = piece.start + tokens.spans[miss.end - 1][1]
                if any(one.start <= start and end <= one.end for one in names):
                    continue
                surface = text[start:end]
                said = say("the text says {surface}, the record {said}", surface=surface, said=name.form)
                yield Departure(
                    "name-differs", Severity.ERROR, said, start, end, surface, name.path, name.record
                )
