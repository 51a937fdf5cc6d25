"""How to take part, out of offers: where, from when to when; a price of nothing is no promise."""

from __future__ import annotations

from typing import Any

from eventrecord.drafts.linked.graph import Graph
from eventrecord.drafts.linked.moments import moment_of
from eventrecord.drafts.linked.nodes import Node
from eventrecord.message import say

__all__ = ["registration_of"]


def registration_of(event: Node, graph: Graph) -> dict[str, Any]:
    """`registration` of an event."""
    sketch = graph.sketch
    told = next((value for value in event.all("isAccessibleForFree") if isinstance(value, bool)), None)
    if told is None:
        told = {"true": True, "false": False}.get(event.word("isAccessibleForFree").lower())
    found: dict[str, Any] = {"free": told}
    offers = graph.nodes(event, "offers")
    if len(offers) > 1:
        sketch.tell("lost", say("an event has several offers: the first is kept"), event.line)
    for offer in offers[:1]:
        opens = offer.word("validFrom") or offer.word("availabilityStarts")
        closes = offer.word("availabilityEnds") or offer.word("validThrough")
        found |= {
            "url": sketch.url(offer.word("url"), offer.line),
            "opens": moment_of(opens, sketch, offer.line, of_event=True),
            "closes": moment_of(closes, sketch, offer.line, of_event=True),
            "note": sketch.prose(graph.text(offer, "description", "name")),
        }
        if found["free"] is None:
            found["free"] = next((value for value in offer.all("isAccessibleForFree") if value is True), None)
        _price(offer, graph)
        graph.rest(offer)
    return {key: value for key, value in found.items() if value not in (None, {}, "")}


def _price(offer: Node, graph: Graph) -> None:
    price = offer.word("price") or offer.word("lowPrice")
    currency = offer.word("priceCurrency")
    try:
        is_nothing = float(price or "1") == 0
    except ValueError:
        is_nothing = False
    if is_nothing:
        graph.sketch.tell(
            "lost", say("a price of 0 may mean that none was given: it is not taken for free"), offer.line
        )
    elif price:
        graph.sketch.tell(
            "lost", say("the price {price} is not kept", price=f"{price} {currency}"[:40]), offer.line
        )
