"""Places as nodes: halls, the rooms in them, the cities around them."""

from __future__ import annotations

from eventrecord.formats.json_ld.graph import Graph, Key, Node, node, stated
from eventrecord.localize.localizer import Localizer, Texts
from eventrecord.model.place import Address, Place

__all__ = ["build_place", "refer_room"]


def build_place(graph: Graph, place: Place, key: Key) -> Node:
    """A place, its position, and the place around it, whose address it has if it has none of its own."""
    owner, voice, position = key[0], graph.voice, stated(place, "coordinates")
    around = graph.refer("places", stated(place, "within"), owner)
    address = _address(graph, stated(place, "address"), key) or address_of(graph, around)
    return node(
        "Place",
        name=voice.name(place.name, f"places.{key[1]}.name"),
        address=address,
        geo=position and node("GeoCoordinates", latitude=position.latitude, longitude=position.longitude),
        containedInPlace=around,
        url=stated(place, "url"),
        sameAs=stated(place, "same_as"),
        subjectOf=graph.sources(place, owner),
    )


def refer_room(graph: Graph, room: Texts, place: str, event: Key) -> Node | None:
    """A reference to the room that an event is held in: named with its house, at the house's address."""
    house = graph.refer("places", place, event[0])
    entry: Place = graph.localizer.entry("places", place)

    def name(localizer: Localizer) -> str | None:
        within, words = localizer.optional(entry.name), localizer.optional(room)
        return localizer.words["venue_name"].format(place=within, room=words) if within and words else within

    def build() -> Node:
        address = address_of(graph, house)
        return node("Place", name=graph.voice.say(name), address=address, containedInPlace=house)

    return house and graph.add("rooms", graph.address("rooms", event), build)


def address_of(graph: Graph, place: Node | None) -> Node | None:
    """A reference to the address of a place that is referred to."""
    return graph.nodes["places"][place["@id"]].get("address") if place else None


def _address(graph: Graph, address: Address | None, key: Key) -> Node | None:
    if address is None:
        return None
    voice = graph.voice
    made = node(
        "PostalAddress",
        streetAddress=voice.text(address.street),
        addressLocality=voice.text(address.locality),
        addressRegion=voice.text(address.region),
        postalCode=address.postal_code,
        addressCountry=address.country,
    )
    return graph.add("addresses", graph.address("addresses", key), lambda: made)
