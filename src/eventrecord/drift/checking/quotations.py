"""Words that a text puts in the mouth of a speaker of the record, against those that the record has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.editions import Edition
from eventrecord.drift.checking.names import Name, Spotted
from eventrecord.drift.checking.pieces import letters
from eventrecord.localize.data import inherited
from eventrecord.localize.localizer import Localizer
from eventrecord.message import say
from eventrecord.model.text import State

__all__ = ["reworded_quotations"]

_SORTS = {"“": '"', "”": '"', '"': '"', "「": "「", "」": "「", "『": "『", "』": "『", "‘": "‘", "’": "‘"}
_OPENING, _CLOSING = frozenset("“「『‘"), frozenset("”」』’")
_MARK = re.compile(r"[“”「」『』\"\n]|(?<!\w)‘|’(?!\w)")
_CUT = re.compile(r"(\.{3,}|…+|[。！？!?]|\.(?=\s|$))")
_BESIDE = 60
"""Characters between a quotation and the name of its speaker."""
_ALIKE = 0.5
"""Share of its pairs of words that a quotation has from the record's, to be taken for it by itself."""
_LIKE = 0.3
"""The same beside its speaker, where it is short enough to be a word in quotation marks."""
_LONG = 6
"""Words, or Chinese characters, of what is a sentence and no mere name or word."""


class _Quotation(NamedTuple):
    """Words of the record, as they compare."""

    fact: str
    path: Path
    record: str
    speaker: str
    words: str
    is_official: bool
    sentences: tuple[tuple[str, ...], ...]


def reworded_quotations(
    text: str,
    localizer: Localizer,
    known: Iterable[Name],
    names: Sequence[Spotted],
    editions: Sequence[Edition],
) -> Iterator[tuple[str, Departure]]:
    """Quotations of the record in other words, each with what editions call it.

    Quotation marks, spaces and dashes are no words; whole sentences may be left out, and parts of one at
    its beginning and end, or where an ellipsis says so.
    """
    quotations = list(_quotations(localizer, known))
    if not quotations:
        return
    stretches = list(_quoted(text))
    printed = [_joined(letters(edition.text)) for edition in editions] if stretches else []
    named = Covered((one.start, one.end) for one in names if one.name.kind != "quotations")
    said = re.compile(inherited(localizer.tag, "telling")["quotations"]["said"])
    people = [one for one in names if one.name.kind == "people"]
    for start, end in stretches:
        words = letters(text[start:end])
        if not words or named.covers(start, end) or any(_joined(words) in one for one in printed):
            continue
        if any(_is_rightly_cut(text[start:end], one) for one in quotations):
            continue
        beside = _speakers(text, (start, end), people, said)
        one = max(quotations, key=lambda each: (each.speaker in beside, _likeness(words, each)))
        likeness = _likeness(words, one)
        is_theirs = one.speaker in beside and (len(words) >= _LONG or likeness >= _LIKE)
        if is_theirs or (likeness >= _ALIKE and len(words) >= _LONG):
            severity = Severity.ERROR if one.is_official else Severity.WARNING
            surface = text[start:end]
            told = say("the text says {surface}, the record {said}", surface=surface, said=one.words)
            yield (
                one.fact,
                Departure("quotation-differs", severity, told, start, end, surface, one.path, one.record),
            )


def _quotations(localizer: Localizer, known: Iterable[Name]) -> Iterator[_Quotation]:
    record, seen = localizer.record, set()
    for name in known:
        if name.kind != "quotations" or name.fact in seen:
            continue
        seen.add(name.fact)
        owner = record.related[name.record] if name.record else record
        entry = owner.quotations[str(name.path[1])]
        worded = localizer.wording(entry.text)
        sentences = tuple(words for part in _CUT.split(name.form) if (words := letters(part)))
        speaker = f"people.{name.record}/{entry.speaker}" if name.record else f"people.{entry.speaker}"
        is_official = worded is not None and worded.state is State.OFFICIAL
        yield _Quotation(name.fact, name.path, name.record, speaker, name.form, is_official, sentences)


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks, without them; one that is not closed ends with its line."""
    opened: dict[str, int] = {}
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        if mark == "\n":
            yield from ((start, place) for start in opened.values())
            opened.clear()
        elif (sort := _SORTS.get(mark, "")) in opened and mark not in _OPENING:
            yield opened.pop(sort), place
        elif sort and mark not in _CLOSING:
            opened.setdefault(sort, match.end())
    yield from ((start, len(text)) for start in opened.values())


def _is_rightly_cut(told: str, quotation: _Quotation) -> bool:
    """Whether words are the record's, but for sentences left out and what an ellipsis stands for."""
    whole = tuple(word for sentence in quotation.sentences for word in sentence)
    ends = {0}
    for sentence in quotation.sentences:
        ends.add(max(ends) + len(sentence))
    place, is_cut, first = 0, True, True
    parts = [(part, letters(part)) for part in _CUT.split(told)]
    left = sum(1 for _, words in parts if words)
    for part, words in parts:
        if not words:
            is_cut = is_cut or part.startswith(("..", "…"))
            continue
        left -= 1
        start = _find(whole, words, place)
        if start is None or not (is_cut or first or start == place or start in ends):
            return False
        if not first and not is_cut and start != place and place not in ends:
            return False
        place, is_cut, first = start + len(words), False, False
    return not left


def _find(whole: Sequence[str], words: Sequence[str], place: int) -> int | None:
    joined = f"{_joined(whole[place:])}"
    start = joined.find(_joined(words))
    return None if start < 0 else place + joined[:start].count("\n")


def _joined(words: Sequence[str]) -> str:
    return "".join(f"\n{word}" for word in words) + "\n"


def _likeness(words: Sequence[str], quotation: _Quotation) -> float:
    """How many of the pairs of neighbouring words are the record's."""
    whole = [word for sentence in quotation.sentences for word in sentence]
    own, theirs = set(pairwise(words)), set(pairwise(whole))
    return len(own & theirs) / len(own) if own else 0.0


def _speakers(
    text: str, place: tuple[int, int], people: Sequence[Spotted], said: re.Pattern[str]
) -> set[str]:
    """Whom a text says to have said what stands there: a name and a word for saying are beside it."""
    start = max(text.rfind("\n", 0, place[0]) + 1, place[0] - _BESIDE)
    end = text.find("\n", place[1])
    end = min(len(text) if end < 0 else end, place[1] + _BESIDE)
    sides = ((start, place[0]), (place[1], end))
    return {
        one.name.fact
        for low, high in sides
        if said.search(text, low, high)
        for one in people
        if low <= one.start and one.end <= high
    }
