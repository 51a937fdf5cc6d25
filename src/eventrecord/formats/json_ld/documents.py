"""The two documents: flat with every language for programs, nested in one language for a web page."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from eventrecord.formats.json_ld.agents import build_organization, build_person, prizes
from eventrecord.formats.json_ld.articles import add_articles
from eventrecord.formats.json_ld.events import build_event
from eventrecord.formats.json_ld.figures import build_figure, event_figures
from eventrecord.formats.json_ld.graph import Builder, Graph, Node
from eventrecord.formats.json_ld.places import build_place
from eventrecord.formats.json_ld.printing import printed
from eventrecord.formats.json_ld.terms import build_concept, build_term
from eventrecord.formats.json_ld.voice import Voice
from eventrecord.formats.json_ld.works import build_image, build_quotation, build_source
from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.story import beside

__all__ = ["event_data", "render_data", "render_page"]

BUILDERS: dict[str, Builder] = {
    "events": build_event,
    "places": build_place,
    "organizations": build_organization,
    "people": build_person,
    "figures": build_figure,
    "quotations": build_quotation,
    "images": build_image,
    "terms": build_term,
    "concepts": build_concept,
    "sources": build_source,
}
IN_DATA = frozenset({"address"})
"""Properties whose nodes stand inside the node that refers to them: in the data document,"""
IN_PAGE = IN_DATA | {
    "attendee",
    "containedInPlace",
    "contributor",
    "image",
    "inDefinedTermSet",
    "keywords",
    "location",
    "mainEntityOfPage",
    "memberOf",
    "organizer",
    "parentOrganization",
    "performer",
    "sponsor",
    "subEvent",
    "worksFor",
}
"""and in a page: search engines do not promise to follow addresses."""
IN_EVENT = frozenset(IN_PAGE - {"subEvent"})
"""and in one event alone."""
REPEATED = frozenset({"location", "organizer", "performer"})
"""Of an event's, those that a page repeats in short: without them it is no event to a search engine."""
SHORT = ("@type", "@id", "name", "url", "address")


def render_data(record: Record, localizer: Localizer, release: Release | None) -> str:
    """All that is known in all languages of the record: flat, texts as arrays of tagged values."""
    localizers = tuple(beside(localizer, None, tag) for tag in record.locales)
    graph = _graph(record, Voice(localizers, tagged=True))
    return _document(_nested(graph, IN_DATA, repeat=False))


def render_page(record: Record, localizer: Localizer, release: Release | None) -> str:
    """The same things in one language, texts as plain strings, nested under the event: for its web page.

    Raises:
        MissingWordingError: a name or a release has no wording in this locale, and this is no draft.
    """
    graph = _graph(record, Voice((localizer,), tagged=False))
    own = graph.address("events", (record.id, ""))
    for address in [address for address in graph.nodes["events"] if not address.startswith(own)]:
        del graph.nodes["events"][address]  # a whole series would be asked for its own date and place
    return _document(_nested(graph, IN_PAGE, repeat=True))


def event_data(record: Record, localizer: Localizer) -> dict[str, Node]:
    """Each event of the record by its id, in one language, with all that stands in its page but its parts.

    Raises:
        MissingWordingError: a name has no wording in this locale, and this is no draft.
    """
    graph = _graph(record, Voice((localizer,), tagged=False))
    found = {}
    for event in record.event.walk():
        node = graph.nodes["events"].get(graph.address("events", (record.id, event.id)))
        if node:
            place = _placing(graph, IN_EVENT, repeat=True)
            found[event.id] = {"@context": "https://schema.org", **place(node)}
    return found


def _graph(record: Record, voice: Voice) -> Graph:
    graph = Graph(record, voice, voice.localizers[0].settings.base, BUILDERS)
    told = list(event_figures(record))
    graph.counted = {figure: event for event, figure, counts_it in reversed(told) if counts_it}
    graph.refer("events", record.event.id)
    add_articles(graph)
    graph.refer_all("figures", (figure for _, figure, _ in told))
    for _, _, winner in prizes(record):
        graph.refer("people", winner.person)
        graph.refer("organizations", winner.organization)
    return graph


def _document(nodes: list[Node]) -> str:
    document = {"@context": "https://schema.org", "@graph": nodes}
    return printed(document) + "\n"


def _nested(graph: Graph, inside: Collection[str], *, repeat: bool) -> list[Node]:
    """The nodes, each where it is first wanted: inside another one, or at the top in the graph's order."""
    placed: set[str] = set()
    place = _placing(graph, inside, repeat=repeat, placed=placed)
    nodes = [node for found in graph.nodes.values() for node in found.values()]
    return [place(node) for node in nodes if node["@id"] not in placed]


def _placing(
    graph: Graph, inside: Collection[str], *, repeat: bool, placed: set[str] | None = None
) -> Callable[[Node], Node]:
    """A function that fills a node with those it refers to, each once; `placed` already have a place."""
    nodes = {address: node for found in graph.nodes.values() for address, node in found.items()}
    placed = set() if placed is None else placed
    short: dict[str, Node] = {}

    def place(node: Node) -> Node:
        placed.add(node["@id"])
        again = REPEATED if repeat and "eventStatus" in node else frozenset()
        return {name: put(value, name in again) if name in inside else value for name, value in node.items()}

    def put(target: Any, again: bool) -> Any:
        if isinstance(target, list):
            return [put(entry, again) for entry in target]
        found = nodes.get(target.get("@id", ""))
        if found is None:
            return target
        if target["@id"] not in placed or "addressCountry" in found:
            return place(found)
        if not again:
            return target
        if target["@id"] not in short:
            short[target["@id"]] = place({key: found[key] for key in SHORT if key in found})
        return short[target["@id"]]

    return place
