"""The page of `compare`: both texts beside each other, with what they share and where they come apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.drift.advice import first_hints
from eventrecord.message import Message, say, say_n
from eventrecord.report.page.edition import Edition
from eventrecord.report.page.mark import Mark, Marks, Ref, Token, tokens, touching
from eventrecord.report.page.passages import beside, number_at, passages
from eventrecord.report.page.rendering import filled, grades
from eventrecord.report.page.words import VERDICTS, verdict_of
from eventrecord.tongue import Tongue

if TYPE_CHECKING:
    from eventrecord.drift.comparing import Comparison, Drift

__all__ = ["comparison_page"]


class _Card(NamedTuple):
    """A finding in the list, and the places that it leads to."""

    number: int
    rule: str
    severity: Severity
    verdict: str
    message: str
    hint: str
    """What to do, at the first of each rule."""
    places: list[tuple[Edition, Mark, str]]


def comparison_page(found: Comparison, a: Edition, b: Edition, tongue: Tongue) -> str:
    """A page of both texts, side by side, row by row, with the facts marked and the findings listed.

    Args:
        found: what was found.
        a: the first text.
        b: the second text.
        tongue: language of the page.
    """
    marks = Marks("a"), Marks("b")
    for pair in found.pairs:
        _link(*(side.at(fact.start, fact.end) for side, fact in zip(marks, pair[:2], strict=True)))
        said = VERDICTS[verdict_of(pair.verdict)]
        for side, fact, other in ((marks[0], pair.a, pair.b), (marks[1], pair.b, pair.a)):
            mark = side.at(fact.start, fact.end)
            mark.verdict = verdict_of(pair.verdict)
            mark.description = tongue.tell(say("{verdict}: {surface}", verdict=said, surface=other.surface))
    hints = first_hints((drift.rule, drift.severity) for drift in found.findings)
    cards = [
        _card(number, drift, tongue.tell(hint or ""), (a, b), marks, tongue)
        for number, (drift, hint) in enumerate(zip(found.findings, hints, strict=True), 1)
    ]
    return filled(
        "compared.html",
        tongue,
        editions=(a, b),
        cards=cards,
        rows=list(_rows((a, b), marks)),
        summary=_summary(found),
        legend=_legend(found, cards),
    )


def _link(a: Mark, b: Mark) -> None:
    if b not in a.partners:
        a.partners.append(b)
        b.partners.append(a)


def _card(
    number: int,
    drift: Drift,
    hint: str,
    editions: tuple[Edition, Edition],
    marks: tuple[Marks, Marks],
    tongue: Tongue,
) -> _Card:
    verdict = verdict_of(drift.rule)
    message = tongue.tell(drift.message)
    places = []
    for edition, side, fact in zip(editions, marks, (drift.a, drift.b), strict=True):
        if fact is None:
            continue
        mark = side.at(fact.start, fact.end)
        if not mark.refs:
            mark.verdict, mark.description = verdict, message
        mark.refs.append(Ref(number, drift.severity, verdict))
        places.append((edition, mark, edition.text[fact.start : fact.end]))
    if len(places) == 2:
        _link(places[0][1], places[1][1])
    return _Card(number, drift.rule, drift.severity, verdict, message, hint, places)


def _rows(
    editions: tuple[Edition, Edition], marks: tuple[Marks, Marks]
) -> Iterator[tuple[tuple[Edition, list[list[Token]]], ...]]:
    """Row by row the paragraphs of both sides, each as its tokens."""
    ordered = [side.in_order() for side in marks]
    places = [passages(edition.text) for edition in editions]
    inside = [touching(side, place) for side, place in zip(ordered, places, strict=True)]
    links = (
        (number_at(places[0], mark.start), number_at(places[1], partner.start))
        for mark in ordered[0]
        for partner in mark.partners
    )
    for row in beside(links, *map(len, places)):
        yield tuple(
            (
                editions[side],
                [list(tokens(editions[side].text, *places[side][n], inside[side][n])) for n in numbers],
            )
            for side, numbers in enumerate(row)
        )


def _summary(found: Comparison) -> Message:
    return say(
        "{pairs}; {findings}",
        pairs=say_n("{n} fact in both texts", "{n} facts in both texts", len(found.pairs)),
        findings=grades(drift.severity for drift in found.findings),
    )


def _legend(found: Comparison, cards: list[_Card]) -> list[tuple[str, int]]:
    """Sorts of marks that occur, and how often: facts that are equal in both texts, and findings of each."""
    number = Counter(verdict for pair in found.pairs if (verdict := verdict_of(pair.verdict)) == "equal")
    number.update(card.verdict for card in cards)
    return [(verdict, number[verdict]) for verdict in VERDICTS if number[verdict]]
