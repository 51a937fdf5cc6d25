"""Figures: what is observed, with the qualifier that its words have, else the one that its bounds allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from eventrecord.drafts.entry import Entry
from eventrecord.drafts.linked.graph import Graph, own_address
from eventrecord.drafts.linked.moments import moment_of
from eventrecord.drafts.linked.nodes import Node
from eventrecord.drafts.linked.sources import read_source
from eventrecord.drafts.linked.works import term_in
from eventrecord.drafts.sketch import Words
from eventrecord.localize.data import inherited, locale_tags
from eventrecord.localize.finding import find_figures
from eventrecord.localize.stated import Stated
from eventrecord.message import say

__all__ = ["read_figures"]

_QUALIFIERS = {"value": "exactly", "minValue": "at-least", "maxValue": "at-most"}
_AREAS = {"MTK": "m2", "KMK": "km2", "HAR": "ha"}
_LENGTH = re.compile(r"P(\d{1,4})([YMD])", re.ASCII)
_KINDS = {"ratio": "multiple"}
_LONGEST = 300


def read_figures(graph: Graph, record: str, events: dict[str, Entry]) -> None:
    """Read the observations of a document; those that count an event are in its programme."""
    for node in graph.all():
        if "Observation" in node.types:
            own = own_address(node.id)
            if own is None or own.record == record:
                _read(node, graph, record, events)


def _read(node: Node, graph: Graph, record: str, events: dict[str, Entry]) -> None:
    sketch, own = graph.sketch, own_address(node.id)
    wording = {tag: words[:_LONGEST] for tag, words in graph.text(node, "name").items()}
    value = _value(node, graph, wording)
    if not value:
        sketch.tell("lost", say("a figure without a number that can be read is not kept"), node.line)
        return
    entry: dict[str, Any] = {
        **value,
        "name": _names(wording),
        "scope": graph.text(node, "description"),
        "whole": graph.text(node, "variableMeasured"),
        **_period(node, graph),
    }
    cites = list(_cites(node, graph))
    key = node.id or tuple(wording.items())
    figure = sketch.add("figures", wording.values(), "figure", key, own=own.id if own else "")
    for about in graph.nodes(node, "observationAbout"):
        event = events.get(about.id or f"#{id(about)}")
        if event is not None:
            event.event.setdefault("programme", {}).setdefault("counts", []).append(figure)
        elif "DefinedTerm" in about.types:
            entry["of"] = term_in(about, graph, record)
    sketch.extend("figures", figure, {**entry, "cite": cites})
    graph.rest(node)


def _value(node: Node, graph: Graph, wording: Words) -> dict[str, Any]:
    """The number under the name of its kind, and its qualifier."""
    money = next((inner for inner in graph.nodes(node, "value") if "MonetaryAmount" in inner.types), None)
    numbers = _numbers(money or node)
    stated = [
        found for tag, words in wording.items() if tag in locale_tags() for found in find_figures(words, tag)
    ]
    if not numbers:
        return _several(stated)
    low, high = min(numbers.values()), max(numbers.values())
    text = f"{abs(low)}" if low == high else f"{low}-{high}"
    words = _wording_of(stated, numbers)
    kind = "money" if money else _kind(node, words)
    found: dict[str, Any] = {kind: text}
    if money:
        found[kind] = f"{text} {money.word('currency')}"
    elif kind == "area":
        unit = _AREAS.get(node.word("unitCode")) or node.word("unitText")
        found[kind] = f"{text} {unit}"
    elif kind == "count":
        found["noun"] = graph.text(node, "unitText")
    elif kind == "fraction" and words:
        found[kind] = str(words.value)
    if words is None:
        found["qualifier"] = "exactly" if low != high else _QUALIFIERS[next(iter(numbers))]
        graph.sketch.tell("guessed", say("the qualifier of a figure is that of its bounds"), node.line)
    else:
        found["qualifier"] = words.qualifier.value
    if kind == "score" and not node.word("unitText"):
        graph.sketch.tell("guessed", say("a number without a unit is a score"), node.line)
    return found if _fits(found) else {}


def _numbers(node: Node) -> dict[str, Decimal]:
    found = {}
    for name in _QUALIFIERS:
        for value in node.all(name):
            if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
                found[name] = Decimal(str(value))
    return found


def _several(stated: list[Stated]) -> dict[str, Any]:
    """A figure that has no number in the data, as its words tell it: hundreds."""
    for words in stated:
        if words.qualifier.value == "several" and isinstance(words.value, Decimal):
            if words.kind == "money":
                return {"money": f"{words.value} {words.unit}", "qualifier": "several"}
            return {"count": str(words.value), "qualifier": "several"}
    return {}


def _wording_of(stated: list[Stated], numbers: dict[str, Decimal]) -> Stated | None:
    """The words that state the number itself, with what they say of it."""
    values = {abs(value) for value in numbers.values()}
    for words in stated:
        if isinstance(words.value, Decimal) and words.value in values:
            return words
        if words.kind == "fraction" and any(abs(_share(str(words.value)) - value) < 1 for value in values):
            return words
        if isinstance(words.value, str) and words.value == "-".join(map(str, sorted(values))):
            return words
    return None


def _share(fraction: str) -> Decimal:
    top, _, bottom = fraction.partition("/")
    return 100 * Decimal(top) / Decimal(bottom) if bottom.strip("0") else Decimal(0)


def _kind(node: Node, words: Stated | None) -> str:
    if node.word("unitCode") in _AREAS or node.word("unitText") == "mu":
        return "area"
    if node.word("unitText") == "pp":
        return "points"
    if node.word("unitCode") == "P1":
        return "fraction" if words and words.kind == "fraction" else "percent"
    if node.word("unitText"):
        return "count"
    if words is None:
        return "score"
    return {"ratio": "multiple", "ordinal": "ordinal"}.get(words.kind, "score")


def _fits(figure: dict[str, Any]) -> bool:
    from pydantic import ValidationError

    from eventrecord.model.figure import Figure

    try:
        Figure.model_validate({**figure, "noun": figure.get("noun") or None})
    except ValidationError:
        return False
    return True


def _names(wording: Words) -> Words:
    """What the figure is called, before the words of its value, by the pattern that our documents use."""
    found = {}
    for tag, words in wording.items():
        if tag in locale_tags():
            item = inherited(tag, "patterns")["figures"]["item"].format(name="\0", figure="\1")
            between = item.partition("\0")[2].partition("\1")[0]
            name, joint, _ = words.partition(between)
            if joint and name:
                found[tag] = name
        else:
            found[tag] = words
    return found


def _period(node: Node, graph: Graph) -> dict[str, Any]:
    """`period`, where its length is told, else `as_of`."""
    last = moment_of(node.word("observationDate"), graph.sketch, node.line)
    length = _LENGTH.fullmatch(node.word("observationPeriod"))
    if last is None or length is None:
        return {"as_of": last}
    number = int(length[1]) - 1
    if length[2] == "Y" and len(last) == 4:
        first = f"{int(last) - number:04}"
    elif length[2] == "M" and len(last) == 7:
        months = int(last[:4]) * 12 + int(last[5:]) - 1 - number
        first = f"{months // 12:04}-{months % 12 + 1:02}"
    elif length[2] == "D" and len(last) == 10:
        first = date.fromordinal(max(1, date.fromisoformat(last).toordinal() - number)).isoformat()
    else:
        return {"as_of": last}
    if not number:
        return {"period": last}
    return {"period": f"{first}/{last}"} if graph.sketch.moment(first) else {"as_of": last}


def _cites(node: Node, graph: Graph) -> Iterator[Any]:
    for told in graph.nodes(node, "subjectOf"):
        if "Claim" in told.types:
            excerpt = next((text.words.strip() for text in told.texts("text")), "")
            for source in graph.nodes(told, "appearance"):
                made = read_source(source, graph)
                if made and 0 < len(excerpt) <= _LONGEST:
                    yield {"source": made, "excerpt": graph.sketch.clean(excerpt)}
                elif made:
                    yield made
        elif made := read_source(told, graph):
            yield made
