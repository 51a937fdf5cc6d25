"""Figures as observations: the bounds that a qualifier sets, and the wording that keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from eventrecord.formats.json_ld.graph import Graph, Key, Node, node, stated
from eventrecord.formats.json_ld.moments import length_of, written
from eventrecord.localize.localizer import Localizer
from eventrecord.model.figure import Amount, Area, Figure, Fraction, Money, Qualifier
from eventrecord.model.record import Record
from eventrecord.story.view import is_printed

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
_UNIT_CODES = {"m2": "MTK", "km2": "KMK", "ha": "HAR"}
"""UN/CEFACT Recommendation 20."""


def build_figure(graph: Graph, figure: Figure, key: Key) -> Node:
    """A figure; in its name, what it is called and how the edition words it: nearly RMB 210 billion."""
    voice, period = graph.voice, stated(figure, "period")
    reference = key[1] if key[0] == graph.record.id else "/".join(key)
    return node(
        "Observation",
        name=voice.say(lambda localizer: _name(figure, reference, localizer)),
        description=voice.text(stated(figure, "scope")),
        observationAbout=graph.refer("terms", stated(figure, "of"), key[0]) or _event_of(graph, reference),
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


def _event_of(graph: Graph, reference: str) -> Node | None:
    for event, figure, counts_it in event_figures(graph.record):
        if figure == reference and counts_it:
            return graph.refer("events", event)
    return None


def _name(figure: Figure, reference: str, localizer: Localizer) -> str:
    wording = localizer.figure(reference, "full")
    name = localizer.optional(figure.name)
    if name is None:
        return wording
    return str(localizer.language.patterns["figures"]["item"].format(name=name, figure=wording))


def _value(figure: Figure, graph: Graph) -> Node:
    value, qualifier = figure.value, figure.qualifier
    if isinstance(value, Money):
        amount = node("MonetaryAmount", currency=value.currency, **bounds(value.amount, qualifier))
        return {"value": amount}
    if isinstance(value, Fraction):
        return _percent(value, qualifier)
    if isinstance(value, int):
        return {"value": value}
    numbers = bounds(value.amount if isinstance(value, Area) else value, qualifier)
    return numbers and numbers | _unit(figure, graph)


def _unit(figure: Figure, graph: Graph) -> Node:
    if figure.area is not None:
        code = _UNIT_CODES.get(figure.area.unit)
        return {"unitCode": code} if code else {"unitText": figure.area.unit}
    noun = graph.voice.text(stated(figure, "noun")) if figure.kind == "count" else None
    units = {"percent": {"unitCode": "P1"}, "points": {"unitText": "pp"}}
    return {"unitText": noun} if noun else units.get(figure.kind, {})


def bounds(amount: Amount, qualifier: Qualifier) -> Node:
    """The numbers of an amount under the property that its qualifier asks for."""
    bound = BOUNDS[qualifier]
    if bound is None:
        return {}
    if amount.high is not None:
        return {"minValue": number(amount.low), "maxValue": number(amount.high)}
    return {bound: number(amount.low)}


def number(value: Decimal) -> int | float:
    """A decimal as JSON writes it: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


def _percent(value: Fraction, qualifier: Qualifier) -> Node:
    """A fraction in per cent with one decimal, rounded to the side on which the bound stays true."""
    bound = BOUNDS[qualifier]
    if bound is None:
        return {}
    share = Decimal(100 * value.numerator) / value.denominator
    return {bound: number(share.quantize(Decimal("0.1"), _ROUNDING[bound])), "unitCode": "P1"}


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
