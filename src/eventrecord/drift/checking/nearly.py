"""Names that a text has nearly right, in sentences that come from no edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.drift.checking.telling import named_otherwise
from eventrecord.drift.checking.wordings import are_bodies
from eventrecord.localize.terminology.folding import fold
from eventrecord.localize.terminology.likeness import near_misses, shape_of, tokens_of

__all__ = ["nearly_named"]

_NAMED = frozenset({"organizations", "events", "awards", "places", "people"})


def nearly_named(
    text: str, tag: str, known: Sequence[Name], names: Sequence[Spotted], where: Sequence[Piece]
) -> Iterator[Departure]:
    """Long names with one slip: a word or a character that is another, missing or too many."""
    shapes = [(name, shape) for name in known if name.kind in _NAMED and (shape := shape_of(name.form))]
    covered = Covered((one.start, one.end) for one in names)
    for piece in where:
        words = text[piece.start : piece.end]
        searched = fold(words)
        near = [(name, shape) for name, shape in shapes if shape.is_near(searched.text)]
        if not near:
            continue
        tokens = tokens_of(searched)
        for name, shape in near:
            for miss in near_misses(tokens, shape, loose=True):
                start = piece.start + tokens.spans[miss.start][0]
                end = piece.start + tokens.spans[miss.end - 1][1]
                if covered.covers(start, end) or _is_short(text[start:end], name, tag):
                    continue
                yield named_otherwise(text[start:end], (start, end), name.form, name)


def _is_short(words: str, name: Name, tag: str) -> bool:
    """Whether words name a body without what its name may do without."""
    return name.kind == "organizations" and tag.startswith("en") and are_bodies(words, name.form, tag)
