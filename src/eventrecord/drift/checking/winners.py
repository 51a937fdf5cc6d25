"""Who won what by a text, against who won it by the record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Spotted
from eventrecord.drift.checking.pieces import Piece, letters
from eventrecord.localize.data import inherited
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.terminology.matching import Matcher
from eventrecord.message import say
from eventrecord.model.award import Winner
from eventrecord.model.text import Text

__all__ = ["other_winners"]


_TURNS = 2
"""How often prizes and winners take turns, where each part of the sentence speaks of its own."""


class _Prize(NamedTuple):
    """A category of an award, or an award without any, or one of its ranks; and who won it."""

    form: str
    name: str
    """What it is called in messages: of a rank, with its prize."""
    winners: frozenset[str]
    """What editions call them."""
    said: str
    """Their names, for messages."""
    path: Path
    record: str
    ranks: tuple[_Prize, ...] = ()


class _Hit(NamedTuple):
    start: int
    end: int
    what: Any


def other_winners(
    text: str, localizer: Localizer, names: Sequence[Spotted], edited: Sequence[Piece]
) -> Iterator[Departure]:
    """Prizes that a sentence gives to somebody else than the record does.

    Where a sentence has one prize, winners that it names have won that, unless it names the right one, too;
    somebody who won nothing is told to have where words for winning stand between. Several prizes are
    looked at part by part, or in the order of their winners where all of these are named together.
    """
    prizes = [prize for prize in _prizes(localizer) if prize.winners]
    if not prizes:
        return
    table = inherited(localizer.tag, "telling")["awards"]
    won, given, part = (re.compile(table[key]) for key in ("won", "given", "part"))
    unknown = re.compile(table["listed"]) if "listed" in table else None
    known = frozenset(fact for prize in prizes for fact in prize.winners)
    matcher = Matcher([(prize.form, prize) for prize in prizes])
    people = [one for one in names if one.name.kind in ("people", "organizations")]

    def is_told(prize: _Hit, one: _Hit, has_right: bool) -> bool:
        if one.what in prize.what.winners or (one.what in known and not has_right):
            return True
        if one.what not in known and has_right:  # on behalf of whom it was won
            return False
        if one.end <= prize.start:
            return won.fullmatch(text, one.end, prize.start) is not None
        return given.fullmatch(text, prize.end, one.start) is not None

    for piece in edited:
        in_it = [
            _Hit(piece.start + hit.start, piece.start + hit.end, hit.values[0])
            for hit in matcher.find(text[piece.start : piece.end])
        ]
        if not in_it:
            continue
        listed = [match for hit in in_it if unknown and (match := unknown.match(text, hit.end, piece.end))]
        named = _whole([one for one in people if piece.start <= one.start and one.end <= piece.end])
        if not named and len(in_it) == len(listed) == 1:
            start, end = listed[0].span("winner")
            if set(letters(text[start:end])).isdisjoint(letters(in_it[0].what.said)):
                yield _departure(text, _Hit(start, end, None), in_it[0].what)
        kinds = [
            hit.what in known
            for hit in sorted(
                (*in_it, *(one for one in named if one.what in known)), key=lambda hit: hit.start
            )
        ]
        turns = sum(1 for one, other in pairwise(kinds) if one != other)
        if turns < _TURNS or len({hit.what for hit in in_it}) == 1:
            spans = [(piece.start, piece.end)]
        else:
            spans = _parts(text, piece, part)
        for start, end in spans:
            hits = [hit for hit in in_it if start <= hit.start and hit.end <= end]
            own = [one for one in named if start <= one.start and one.end <= end]
            yield from _wrong(text, (start, end), hits, own, is_told)


def _wrong(
    text: str,
    place: tuple[int, int],
    hits: Sequence[_Hit],
    named: Sequence[_Hit],
    is_told: Callable[[_Hit, _Hit, bool], bool],
) -> Iterator[Departure]:
    """What is wrong in a stretch with prizes and names of those who may have won them."""
    prizes = list({hit.what: hit for hit in reversed(hits)}.values())[::-1]
    if not prizes:
        return
    if len(prizes) == 1:
        has_right = any(one.what in prizes[0].what.winners for one in named)
        pairs = [(prizes[0], one) for one in named if is_told(prizes[0], one, has_right)]
    else:
        told = [one for one in named if any(is_told(prize, one, False) for prize in prizes)]
        pairs = list(zip(prizes, told, strict=True)) if len(told) == len(prizes) else []
    for hit, one in pairs:
        prize: _Prize = hit.what
        if one.what not in prize.winners:
            yield _departure(text, one, prize)
    if len(prizes) == 1:
        ranked = [(hit, one) for hit, one in _ranked(text, place, prizes[0].what, [one for _, one in pairs])]
        yield from (
            _departure(text, one, hit.what) for hit, one in ranked if one.what not in hit.what.winners
        )


def _ranked(
    text: str, place: tuple[int, int], prize: _Prize, winners: Sequence[_Hit]
) -> Iterator[tuple[_Hit, _Hit]]:
    """Winners of one prize beside the ranks that a text gives them: gold, silver."""
    winners = [one for one in winners if one.what in prize.winners]
    matcher = Matcher([(rank.form, rank) for rank in prize.ranks])
    hits = [
        _Hit(place[0] + hit.start, place[0] + hit.end, hit.values[0])
        for hit in matcher.find(text[slice(*place)])
    ]
    if hits and len(hits) == len(winners):
        yield from zip(hits, winners, strict=True)


def _departure(text: str, one: _Hit, prize: _Prize) -> Departure:
    surface = text[one.start : one.end]
    said = say(
        "the text gives {prize} to {surface}, the record to {said}",
        prize=prize.name,
        surface=surface,
        said=prize.said,
    )
    return Departure(
        "name-differs", Severity.ERROR, said, one.start, one.end, surface, prize.path, prize.record
    )


def _prizes(localizer: Localizer) -> Iterator[_Prize]:
    for owner_id, owner in {"": localizer.record, **localizer.record.related}.items():
        for one, award in owner.awards.items():
            homes: list[tuple[Path, Text, object]] = [((), award.name, award.winners)]
            homes += [(("categories", n), c.name, c.winners) for n, c in enumerate(award.categories)]
            for keys, name, winners in homes:
                form = localizer.optional(name)
                if form and isinstance(winners, list):
                    path: Path = ("awards", one, *keys, "winners")
                    yield _prize(localizer, form, winners, path, (owner_id, f"awards.{one}"))


def _prize(
    localizer: Localizer, form: str, winners: Sequence[Winner], path: Path, owner: tuple[str, str]
) -> _Prize:
    record, award = owner
    words = [_called(localizer, winner) for winner in winners]
    facts = [_fact(one, f"{award}={name}") for one, name in zip(winners, words, strict=True)]
    ranks: dict[str, list[int]] = {}
    for number, winner in enumerate(winners):
        if rank := localizer.optional(winner.rank):
            ranks.setdefault(rank, []).append(number)
    return _Prize(
        form,
        form,
        frozenset(facts),
        ", ".join(words),
        path,
        record,
        tuple(
            _Prize(
                rank,
                f"{form} ({rank})",
                frozenset(facts[n] for n in own),
                ", ".join(words[n] for n in own),
                (*path, own[0]),
                record,
            )
            for rank, own in ranks.items()
        ),
    )


def _fact(winner: Winner, named: str) -> str:
    """What editions call a winner; one without an entry is known by the award and by name."""
    if winner.person:
        return f"people.{winner.person}"
    return f"organizations.{winner.organization}" if winner.organization else named


def _called(localizer: Localizer, winner: Winner) -> str:
    if winner.person:
        return localizer.person(winner.person, "name")
    if winner.organization:
        return localizer.organization(winner.organization, "full")
    return localizer.optional(winner.name) or ""


def _parts(text: str, piece: Piece, part: re.Pattern[str]) -> list[tuple[int, int]]:
    """The parts of a sentence between its commas."""
    ends = [match.start() for match in part.finditer(text, piece.start, piece.end)]
    return list(zip([piece.start, *ends], [*ends, piece.end], strict=True))


def _whole(names: Sequence[Spotted]) -> list[_Hit]:
    """Each name once, the longest where several begin, as what editions call it."""
    found: list[_Hit] = []
    for one in sorted(names, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            fact = one.name.fact
            own = f"{fact}={one.name.form}" if fact.startswith("awards.") else fact
            found.append(_Hit(one.start, one.end, own))
    return found
