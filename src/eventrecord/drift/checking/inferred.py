"""What the record has only concluded of an event: where it is, who holds it, how often it was held."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.known import walked
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.pieces import Piece
from eventrecord.localize.characters import simplified
from eventrecord.localize.data import inherited
from eventrecord.message import say
from eventrecord.model.record import Record
from eventrecord.model.source import Standing

__all__ = ["inferred_names"]


class _Tie(NamedTuple):
    """A place or a body of an event."""

    kind: str
    name: str
    event: str
    path: Path
    record: str
    is_inferred: bool


def inferred_names(
    text: str, tag: str, record: Record, names: Sequence[Spotted], edited: Sequence[Piece]
) -> Iterator[Departure]:
    """Places and organizers that a sentence names with an event, and that the record has only concluded."""
    ties = list(_ties(record))
    doubtful = [tie for tie in ties if tie.is_inferred]
    if not doubtful:
        return
    roles = inherited(tag, "opposed").get("roles", {})
    role = re.compile("|".join(roles.values()) or "(?!)")
    for piece in edited:
        own = [one for one in names if piece.start <= one.start and one.end <= piece.end]
        events = {
            one.name.fact.removeprefix("events.").rpartition(".")[0]
            for one in own
            if one.name.kind == "events"
        }
        has_role = role.search(simplified(text[piece.start : piece.end]).lower()) is not None
        for tie in doubtful:
            if tie.event not in events or (tie.kind == "organizations" and not has_role):
                continue
            if any(_is_of(other, tie) and other.event in events for other in ties if not other.is_inferred):
                continue
            for one in own:
                if one.name.kind == tie.kind and _last(one.name.fact) == _last(tie.name):
                    surface = text[one.start : one.end]
                    said = say("{surface}: the record has only inferred this", surface=surface)
                    where = one.start, one.end, surface, tie.path, tie.record
                    yield Departure("inferred-fact-printed", Severity.ERROR, said, *where)
                    break


def _ties(record: Record) -> Iterator[_Tie]:
    for owner_id, owner in {"": record, **record.related}.items():
        for path, event in walked(owner.event):
            if event.place:
                sourcing = event.sourcing.get("place")
                is_inferred = sourcing is not None and sourcing.standing is Standing.INFERRED
                yield _Tie("places", event.place, event.id, (*path, "place"), owner_id, is_inferred)
            for number, group in enumerate(event.organizations):
                for name in group.organizations:
                    place = (*path, "organizations", number)
                    is_inferred = group.standing is Standing.INFERRED
                    yield _Tie("organizations", name, event.id, place, owner_id, is_inferred)


def _is_of(one: _Tie, other: _Tie) -> bool:
    return one.kind == other.kind and _last(one.name) == _last(other.name)


def _last(name: str) -> str:
    """An id without that of its collection or record."""
    return re.split("[./]", name)[-1]
