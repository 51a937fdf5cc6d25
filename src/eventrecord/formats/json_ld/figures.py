"""Figures as observations: the bounds that a qualifier sets, and the wording that keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from eventrecord.formats.json_ld.graph import Graph, Key, Node, node, stated
from eventrecord.formats.json_ld.moments import length_of, written
from eventrecord.localize.localizer import Localizer
from eventrecord.model.figure import Amount, Area, Figure, Fraction, Money, Qualifier
from eventrecord.model.record import Record
from eventrecord.model.source import is_printed

__all__ = ["BOUNDS", "build_figure", "event_figures"]

BOUNDS = {
    Qualifier.EXACTLY: "value",
    Qualifier.NEARLY: "maxValue",
    Qualifier.ABOUT: "value",
    Qualifier.MORE_THAN: "minValue",
    Qualifier.AT_LEAST: "minValue",
    Qualifier.LESS_THAN: "maxValue",
    Qualifier.AT_MOST: "maxValue",
    Qualifier.UP_TO: "maxValue",
    Qualifier.SEVERAL: None,
}
"""Where each qualifier puts the number; several hundred is no number at all."""
_ROUNDING = {"value": ROUND_HALF_EVEN, "minValue": ROUND_FLOOR, "maxValue": ROUND_CEILING}
_MIRRORED = {"minValue": "maxValue", "maxValue": "minValue"}
_UNIT_CODES = {"m2": "MTK", "km2": "KMK", "ha": "HAR"}
"""UN/CEFACT Recommendation 20."""


def build_figure(graph: Graph, figure: Figure, key: Key) -> Node:
    """A figure; in its name, what it is called and how the edition words it: nearly RMB 210 billion."""
    voice, period = graph.voice, stated(figure, "period")
    reference = key[1] if key[0] == graph.record.id else "/".join(key)
    subject = graph.refer("terms", stated(figure, "of"), key[0])
    return node(
        "Observation",
        name=voice.say(lambda localizer: _name(figure, reference, localizer)),
        description=voice.text(stated(figure, "scope")),
        observationAbout=subject or graph.refer("events", graph.counted.get(reference)),
        variableMeasured=voice.text(stated(figure, "whole")),
        observationDate=period.end.text if period else written(stated(figure, "as_of"), None),
        observationPeriod=length_of(period) if period else None,
        **_value(figure, graph),
        subjectOf=[*_claims(graph, figure, key[0]), *_unquoted_sources(graph, figure, key[0])],
    )


def event_figures(record: Record) -> Iterator[tuple[str, str, bool]]:
    """Figures told of an event: event, figure, and whether the figure counts the event itself."""
    for event in record.event.walk():
        programme = stated(event, "programme")
        for reference in (programme and stated(programme, "counts")) or []:
            yield event.id, reference, True
        for entry in stated(event, "participants") or []:
            if entry.figure and is_printed(entry, "figure"):
                yield event.id, entry.figure, True
        for reference in stated(event, "figures") or []:
            yield event.id, reference, False


def _name(figure: Figure, reference: str, localizer: Localizer) -> str:
    wording = localizer.figure(reference, "full")
    name = localizer.optional(stated(figure, "name"))
    if name is None:
        return wording
    return str(localizer.language.patterns["figures"]["item"].format(name=name, figure=wording))


def _value(figure: Figure, graph: Graph) -> Node:
    value = figure.value
    if isinstance(value, Money):
        return {"value": node("MonetaryAmount", currency=value.currency, **bounds(value.amount, figure))}
    if isinstance(value, int):
        return {"value": value}
    numbers = bounds(_amount(value, figure.qualifier), figure)
    return numbers and numbers | _unit(figure, graph)


def _amount(value: Amount | Area | Fraction, qualifier: Qualifier) -> Amount:
    """The number itself; a fraction in per cent with one decimal, rounded to where its bound stays true."""
    if isinstance(value, Area):
        return value.amount
    if isinstance(value, Amount):
        return value
    share = Decimal(100 * value.numerator) / value.denominator
    rounding = _ROUNDING.get(BOUNDS[qualifier] or "value")
    return Amount(share.quantize(Decimal("0.1"), rounding))


def _unit(figure: Figure, graph: Graph) -> Node:
    if figure.area is not None:
        code = _UNIT_CODES.get(figure.area.unit)
        return {"unitCode": code} if code else {"unitText": figure.area.unit}
    noun = graph.voice.text(stated(figure, "noun")) if figure.kind == "count" else None
    percent = {"unitCode": "P1"}
    units = {"percent": percent, "fraction": percent, "points": {"unitText": "pp"}}
    return {"unitText": noun} if noun else units.get(figure.kind, {})


def bounds(amount: Amount, figure: Figure) -> Node:
    """The numbers of an amount under the properties that the qualifier asks for; a fall is negative."""
    bound = BOUNDS[figure.qualifier]
    if bound is None:
        return {}
    numbers = {bound: amount.low}
    if amount.high is not None:
        numbers = {"minValue": amount.low, "maxValue": amount.high}
    change = stated(figure, "comparison")
    if change is not None and change.direction == "down":
        numbers = {_MIRRORED.get(name, name): -value for name, value in numbers.items()}
    return {name: number(value) for name, value in sorted(numbers.items(), reverse=True)}


def number(value: Decimal) -> int | float:
    """A decimal as JSON writes it: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def _claims(graph: Graph, figure: Figure, owner: str) -> Iterator[Node]:
    """What the sources say letter by letter, also those that say something else."""
    for cite in (*figure.cite, *figure.conflicts):
        if isinstance(cite, str) or cite.excerpt is None:
            continue
        language = graph.localizer.entry("sources", graph.qualified(cite.source, owner)).language
        yield node(
            "Claim",
            text=graph.voice.quoted(cite.excerpt, language),
            inLanguage=language,
            appearance=graph.refer("sources", cite.source, owner),
        )


def _unquoted_sources(graph: Graph, figure: Figure, owner: str) -> list[Node]:
    cites = [cite for cite in figure.cite if isinstance(cite, str) or cite.excerpt is None]
    return graph.refer_all(
        "sources", (cite if isinstance(cite, str) else cite.source for cite in cites), owner
    )
