"""Numbers that prose writes out, held against the figures of the record that they may be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from eventrecord.diagnostic import Diagnostic, Label
from eventrecord.localize.data import inherited, read_table
from eventrecord.localize.wording import tag_parents
from eventrecord.message import Message, say
from eventrecord.model.amount import Amount, Money
from eventrecord.model.figure import Figure, Qualifier
from eventrecord.rules.authored import Authored
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import telling
from eventrecord.rules.told_facts import as_written, told_facts
from eventrecord.rules.wordings import words_of

if TYPE_CHECKING:
    from eventrecord.localize.stated import Stated
    from eventrecord.rules.context import Context

__all__ = ["TypedFigure", "typed_figures"]

Verdict = Literal["repeats", "slip", "currency", "qualifier"]
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_SLIPS = (10, 100, 1000, 10_000)
_KINDS = {"money": "money", "count": "count", "score": "count", "percent": "percent", "points": "percent"}
_STEM = 5
"""Letters of a word that are compared."""


class TypedFigure(NamedTuple):
    """A number in prose, and the figure that it repeats or contradicts."""

    wording: Authored
    stated: Stated
    name: str
    figure: Figure
    verdict: Verdict

    def part(self) -> tuple[int, int]:
        """Where it stands in the wording."""
        return self.wording.part(self.stated.start, self.stated.end)

    def label(self) -> Label:
        """Where the figure stands in the record."""
        return Label(("figures", self.name, self.figure.kind), say("the record: {said}", said=self.said()))

    def found(self, rule: Rule, hint: Message) -> Diagnostic:
        """The finding that it contradicts the record."""
        said = say(
            "the text says {surface}, the record {said}", surface=self.stated.surface, said=self.said()
        )
        return rule.at(self.wording.path, said, hint=hint, labels=(self.label(),), part=self.part())

    def said(self) -> str:
        """The figure as the language of the text writes it: nearly RMB 3.2 billion."""
        return as_written(self.figure, self.wording.tag)


class _Known(NamedTuple):
    name: str
    figure: Figure
    number: Decimal
    unit: str | None
    digits: str
    """Significant ones."""


def typed_figures(context: Context) -> Iterator[TypedFigure]:
    """Numbers of prose that have the digits of a figure, in a sentence with words of its name.

    Only wordings with such digits are read; a figure whose slot stands in the text is not contradicted.
    """
    known: dict[str, list[_Known]] = {}
    for name, figure in context.record.figures.items():
        if entry := _known(name, figure):
            known.setdefault(entry.digits, []).append(entry)
    for wording in context.authored if known else ():
        if not wording.passage.prose:
            continue
        digits = {_significant(match) for match in _DIGITS.findall(wording.plain)} & known.keys()
        near = [
            entry
            for one in sorted(digits)
            for entry in known[one]
            if _is_named(entry.figure, wording, wording.plain, context)
        ]
        if near:
            yield from _typed(context, wording, near)


def _typed(context: Context, wording: Authored, near: list[_Known]) -> Iterator[TypedFigure]:
    words = words_of(wording.passage.wordings[wording.tag]) or ""
    stops = _stops(wording.plain, wording.tag)
    for stated in told_facts(context, wording):
        verdicts = [(verdict, entry) for entry in near if (verdict := _verdict(stated, entry))]
        verdicts.sort(key=lambda found: found[0] != "repeats")
        for verdict, entry in verdicts:
            if verdict != "repeats" and f"{{figures.{entry.name}" in words:
                continue
            if _is_named(entry.figure, wording, _around(wording.plain, stated, stops), context):
                yield TypedFigure(wording, stated, entry.name, entry.figure, verdict)
                break


def _known(name: str, figure: Figure) -> _Known | None:
    value = figure.value
    amount = value.amount if isinstance(value, Money) else value
    if (
        figure.kind not in _KINDS
        or not isinstance(amount, Amount)
        or amount.high is not None
        or not amount.low
    ):
        return None
    digits = _significant(str(amount.low))
    if len(digits) < 2 or figure.qualifier is Qualifier.SEVERAL:
        return None
    unit = value.currency if isinstance(value, Money) else "pp" if figure.kind == "points" else None
    return _Known(name, figure, amount.low, unit, digits)


def _significant(number: str) -> str:
    return number.replace(".", "").replace(",", "").strip("0")


def _verdict(stated: Stated, entry: _Known) -> Verdict | None:
    if stated.kind != _KINDS[entry.figure.kind] or not isinstance(stated.value, Decimal) or not stated.value:
        return None
    told = stated.value
    if stated.unit != entry.unit:
        return (
            "currency"
            if stated.kind == "money" and told == entry.number and not _is_converted(stated, entry)
            else None
        )
    if told == entry.number:
        same = stated.qualifier.direction == entry.figure.qualifier.direction
        return "repeats" if same else "qualifier"
    return "slip" if max(told, entry.number) / min(told, entry.number) in _SLIPS else None


def _is_converted(stated: Stated, entry: _Known) -> bool:
    converted = entry.figure.converted
    return converted is not None and converted.money.currency == stated.unit


def _stops(text: str, tag: str) -> list[tuple[int, int]]:
    """Where the parts of sentences end, that numbers may be told in."""
    stop = telling(tag, "sentences", "part")
    return [match.span() for match in stop.finditer(text)] if stop else []


def _around(text: str, stated: Stated, stops: list[tuple[int, int]]) -> str:
    """The part of a sentence that a number stands in."""
    place = bisect_left(stops, (stated.start, 0))
    after = bisect_left(stops, (stated.end, 0))
    start = stops[place - 1][1] if place else 0
    return text[start : stops[after][0] if after < len(stops) else len(text)]


def _is_named(figure: Figure, wording: Authored, text: str, context: Context) -> bool:
    """Whether a text has a word of what the figure is called, or of what it counts."""
    tag = wording.tag
    texts: list[Mapping[str, Any] | None] = [figure.name, figure.noun]
    if figure.of is not None:
        texts.append(context.name_elsewhere("terms", figure.of) or None)
        term = context.record.terms.get(figure.of)
        texts.append(term.name if term else None)
    words = _words(text, tag)
    return any(
        not words.isdisjoint(_words(said, tag))
        for one in texts
        if one
        for link in tag_parents(tag)
        if link in one and (said := words_of(one[link]))
    )


def _words(text: str, tag: str) -> frozenset[str]:
    """What a text is about, as words that can be compared: stems, or pairs of characters."""
    while tag and not read_table(tag, "locale"):
        tag = tag.rpartition("-")[0]
    table = inherited(tag, "telling").get("figures") if tag else None
    if not table:
        return frozenset()
    found = re.findall(table["word"], text)
    if found and not found[0].isascii():
        found = [run[place : place + 2] for run in found for place in range(len(run) - 1)]
    common = set(table["common"])
    return frozenset(word.casefold()[:_STEM] for word in found if word.casefold() not in common)
