"""The page of `check`: the text, and beside each place what the record says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from eventrecord.diagnostic import Path, Severity, path_text
from eventrecord.drift.advice import RECORD_ADVICE, first_hints
from eventrecord.message import Message, Where, say
from eventrecord.report.page.edition import Edition
from eventrecord.report.page.mark import Mark, Marks, Ref, Token, tokens, touching
from eventrecord.report.page.passages import number_at, passages
from eventrecord.report.page.rendering import filled, grades
from eventrecord.report.page.words import VERDICTS, verdict_of
from eventrecord.report.telling import Places
from eventrecord.tongue import Tongue

if TYPE_CHECKING:
    from eventrecord.drift.checking import Departure

__all__ = ["check_page"]

_MOST = 12
"""Values of the record that are told beside a finding."""


class _Card(NamedTuple):
    """A finding: where it stands, what is wrong, what the record says."""

    number: int
    rule: str
    severity: Severity
    verdict: str
    message: str
    hint: str
    """What to do, at the first of each rule."""
    where: str
    """Where the record says it, in words."""
    key: str
    """The same, in the record's own keys."""
    values: list[tuple[str, str]]
    """What stands there: keys below it, and values."""
    mark: Mark | None
    """The place in the text; None of what the text leaves out."""


def check_page(
    found: Sequence[Departure], text: Edition, record: str, data: Callable[[str], Any], tongue: Tongue
) -> str:
    """A page of the text with its findings beside it, and at its end what it leaves out.

    Args:
        found: what was found, gravest first.
        text: the text that was checked.
        record: name of the record's file.
        data: gives the values of the record, or of one that it builds on, by the id of that.
        tongue: language of the page.
    """
    marks = Marks("t")
    telling = _Telling(data, text.tag, tongue)
    hints = first_hints(((one.rule, one.severity) for one in found), RECORD_ADVICE)
    cards = [
        telling.card(number, one, hint, marks)
        for number, (one, hint) in enumerate(zip(found, hints, strict=True), 1)
    ]
    sorts = [card.verdict for card in cards]
    return filled(
        "checked.html",
        tongue,
        edition=text,
        record=record,
        cards=cards,
        left_out=[card for card in cards if card.mark is None],
        rows=list(_rows(text, marks, [card for card in cards if card.mark])),
        summary=grades(one.severity for one in found),
        legend=[(verdict, sorts.count(verdict)) for verdict in VERDICTS if verdict in sorts],
    )


class _Telling:
    """Findings in the language of the page."""

    def __init__(self, data: Callable[[str], Any], tag: str, tongue: Tongue) -> None:
        self._data, self._tag, self._tongue = data, tag, tongue
        self._homes: dict[str, Places] = {}

    def card(self, number: int, one: Departure, hint: Message | None, marks: Marks) -> _Card:
        """The finding, whose place is marked."""
        verdict, places = verdict_of(one.rule), self._places(one.record)

        def words(place: Where) -> str:
            return places.words(place.path)

        message = self._tongue.tell(one.message, words)
        mark = None
        if one.start is not None and one.end is not None:
            mark = marks.at(one.start, one.end)
            if not mark.refs:
                mark.verdict, mark.description = verdict, message
            mark.refs.append(Ref(number, one.severity, verdict))
        return _Card(
            number,
            one.rule,
            one.severity,
            verdict,
            message,
            self._tongue.tell(hint or ""),
            self._tongue.tell(say("the record: {place}", place=places.words(one.path))) if one.path else "",
            str(path_text(one.path, one.record)) if one.path else "",
            list(self._values(one)) if one.path else [],
            mark,
        )

    def _values(self, one: Departure) -> Iterator[tuple[str, str]]:
        """What the record has there, of wordings that of the text: keys below, and values."""
        data = self._data(one.record)
        for part in one.path:
            try:
                data = data[part]
            except (KeyError, IndexError, TypeError):
                return
        if isinstance(data, dict) and self._tag in data:
            data = {self._tag: data[self._tag]}
        for number, (keys, value) in enumerate(_leaves(data, ())):
            if number == _MOST:
                yield "", "…"
                return
            yield str(path_text(keys)), value

    def _places(self, record: str) -> Places:
        if record not in self._homes:
            self._homes[record] = Places(lambda: self._data(record), self._tongue)
        return self._homes[record]


def _leaves(data: Any, keys: Path) -> Iterator[tuple[Path, str]]:
    items: Any = ()
    if isinstance(data, dict):
        items = data.items()
    elif isinstance(data, list):
        items = enumerate(data)
    else:
        yield keys, str(data)
    for key, value in items:
        yield from _leaves(value, (*keys, key))


def _rows(text: Edition, marks: Marks, cards: Sequence[_Card]) -> Iterator[tuple[list[Token], list[_Card]]]:
    """Paragraph by paragraph its tokens, and the findings in it in the order of their places."""
    ordered, places = marks.in_order(), passages(text.text)
    beside: list[list[_Card]] = [[] for _ in places]
    for card in sorted(cards, key=lambda card: card.mark.start if card.mark else 0):
        if card.mark:
            beside[number_at(places, card.mark.start)].append(card)
    for place, inside, notes in zip(places, touching(ordered, places), beside, strict=True):
        yield list(tokens(text.text, *place, inside)), notes
