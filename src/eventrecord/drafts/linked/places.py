"""Places: nodes, addresses or plain words; rooms of our own documents; what is only on the web."""

from __future__ import annotations

from typing import Any

from eventrecord.drafts.linked.graph import Graph, own_address
from eventrecord.drafts.linked.nodes import Node, Value
from eventrecord.drafts.linked.sources import sources_of
from eventrecord.drafts.sketch import Words
from eventrecord.localize.codes import territory_code
from eventrecord.localize.data import inherited, locale_tags
from eventrecord.message import say

__all__ = ["place_in", "read_place", "venue"]

_MODES = {
    "offlineeventattendancemode": "offline",
    "onlineeventattendancemode": "online",
    "mixedeventattendancemode": "mixed",
}


def venue(event: Node, graph: Graph, record: str) -> dict[str, Any]:
    """`place`, `room` and `attendance_mode` of an event."""
    found: dict[str, Any] = {}
    sketch = graph.sketch
    virtual = False
    for value in graph.things(event.all("location")):
        whole = graph.whole(value) if isinstance(value, Node) else value
        if isinstance(whole, Node) and "VirtualLocation" in whole.types:
            virtual = True
            found["note"] = sketch.clean(whole.word("url")[:300])
            continue
        place, room = _held_at(value, graph, record)
        if "place" in found and place:
            sketch.tell("lost", say("an event has several places: the first is kept"), event.line)
        elif place:
            found |= {"place": place, "room": room}
    mode = _MODES.get(event.word("eventAttendanceMode").rpartition("/")[2].lower())
    if mode is None and virtual:
        mode = "mixed" if "place" in found else "online"
        sketch.tell("guessed", say("an event with a place on the web is {mode}", mode=mode), event.line)
    found["attendance_mode"] = mode
    return found


def _held_at(value: object, graph: Graph, record: str) -> tuple[str | None, Words]:
    node = graph.whole(value) if isinstance(value, Node) else None
    own = own_address(node.id) if node else None
    if node is not None and own is not None and own.kind == "room":
        houses = graph.nodes(node, "containedInPlace")
        if houses:
            house = read_place(houses[0], graph, record)
            node.all("address")
            return house, _room(graph.text(node, "name"), graph.text(houses[0], "name"))
    return place_in(value, graph, record), {}


def _room(name: Words, house: Words) -> Words:
    """The room in a name that our own documents make of room and house, by the pattern they make it with."""
    found = {}
    for tag, words in name.items():
        pattern = inherited(tag, "words")["venue_name"] if tag in locale_tags() else "{room}"
        before, _, after = pattern.format(place=house.get(tag, ""), room="\0").partition("\0")
        if words.startswith(before) and words.endswith(after) and len(words) > len(before + after):
            found[tag] = words[len(before) : len(words) - len(after)]
    return found


def place_in(value: object, graph: Graph, record: str) -> str | None:
    """The id of the place that a value tells of, which is added to the record; None if it tells of none."""
    if isinstance(value, Node):
        return read_place(value, graph, record)
    if not isinstance(value, Value):
        return None
    known = graph.nodes(Node([], "", {"it": [value]}), "it")
    if known:
        return read_place(known[0], graph, record)
    if "://" in value.words:
        graph.sketch.tell(
            "lost", say("a place is told by an address alone: {address}", address=value.words[:80])
        )
        return None
    name = graph.worded(Value(" ".join(value.words.split()), value.language, value.told), None)
    name = graph.sketch.place_name(name)
    if not name:
        return None
    graph.sketch.tell("guessed", say("a place is told in words alone: they are its name"))
    return graph.sketch.add("places", name.values(), "place", tuple(name.items()), {"name": name})


def read_place(node: Node, graph: Graph, record: str) -> str | None:
    """The id of a place."""
    node, sketch = graph.whole(node), graph.sketch
    own = own_address(node.id)
    if own and own.kind == "place" and own.record != record:
        return f"{own.record}/{own.id}"
    named = graph.text(node, "name", "legalName")
    name = sketch.place_name(named, node.line) or _name_of_address(node, graph)
    if named and not name:
        return None
    if not name:
        told = say("a place without a name is not kept")
        if node.id and not any(node.properties.values()):
            told = say("a place is told by an address alone: {address}", address=node.id[:80])
        sketch.tell("lost", told, node.line)
        return None
    is_known = own and own.kind == "place"
    key = node.id or tuple(name.items())
    place = sketch.add(
        "places", name.values(), "place", key, {"name": name}, own=own.id if own and is_known else ""
    )
    if sketch.begin("places", place):
        around = next(iter(node.all("containedInPlace")), None)
        entry: dict[str, Any] = {
            "within": place_in(around, graph, record) if around is not None else None,
            **_address(node, graph, place if own else ""),
            "coordinates": _position(node, graph),
            "url": sketch.url(node.word("url"), node.line),
            "cite": sources_of(node, graph, "subjectOf"),
            "same_as": [url for value in node.texts("sameAs") if (url := sketch.url(value.words, node.line))],
        }
        sketch.extend("places", place, entry)
        graph.rest(node)
    return place


def _addresses(node: Node, graph: Graph) -> list[Node]:
    """The addresses of a place; it may be one itself."""
    is_one = "PostalAddress" in node.types or "streetAddress" in node.properties
    return graph.nodes(node, "address") or ([node] if is_one else [])


def _name_of_address(node: Node, graph: Graph) -> Words:
    inner = _addresses(node, graph)
    parts = ("name", "streetAddress", "addressLocality", "addressRegion")
    return graph.sketch.place_name(graph.text(inner[0], *parts)) if inner else {}


def _address(node: Node, graph: Graph, own: str) -> dict[str, Any]:
    """`address`; in words, or without a country that is known, the address is in the note."""
    sketch = graph.sketch
    inner = _addresses(node, graph)
    if not inner:
        words = [
            " ".join(" ".join(graph.worded(text, node.line).values()).split())
            for text in node.texts("address")
        ]
        if words:
            sketch.tell("guessed", say("an address in one piece is in the note of its place"), node.line)
        return {"note": sketch.clean("; ".join(words)[:500])}
    address = inner[0]
    theirs = own_address(address.id)
    if own and theirs and theirs.id != own:
        return {}  # that of the place around it
    parts: dict[str, Any] = {
        "street": graph.text(address, "streetAddress"),
        "locality": graph.text(address, "addressLocality"),
        "region": graph.text(address, "addressRegion"),
        "postal_code": sketch.clean(address.word("postalCode")) or None,
    }
    kept = {key: value for key, value in parts.items() if value}
    told = address.texts("addressCountry")
    countries = [text.words for text in told]
    code = next((code for text in told if (code := territory_code(text.words, text.language))), None)
    if address is not node:
        graph.rest(address)
    if code:
        return {"address": {**kept, "country": code}}
    if not kept and not countries:
        return {}
    sketch.tell(
        "guessed", say("an address without a country that is known is in the note of its place"), node.line
    )
    words = [next(iter(value.values())) if isinstance(value, dict) else value for value in kept.values()]
    return {"note": sketch.clean("; ".join([*words, *countries])[:500])}


def _position(node: Node, graph: Graph) -> dict[str, float] | None:
    geo = (graph.nodes(node, "geo") or [node])[0]
    told = [geo.word("latitude"), geo.word("longitude")]
    for point in graph.nodes(node, "position"):
        told = [str(number) for number in reversed(point.all("coordinates")[:2])]  # as GeoJSON has it
    if not any(told):
        return None
    try:
        latitude, longitude = map(float, told)
    except ValueError:
        latitude = longitude = 999.0
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        graph.sketch.tell("lost", say("{value} is no position", value=", ".join(told)[:40]), node.line)
        return None
    return {"latitude": latitude, "longitude": longitude}
