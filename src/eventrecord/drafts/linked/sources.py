"""Documents that facts come from."""

from __future__ import annotations

from eventrecord.drafts.linked.graph import Graph, own_address
from eventrecord.drafts.linked.moments import moment_of
from eventrecord.drafts.linked.nodes import Node
from eventrecord.drafts.naming import tag_of

__all__ = ["read_source", "sources_of"]


def sources_of(node: Node, graph: Graph, name: str) -> list[str]:
    """The ids of the sources under a property."""
    found = [made for source in graph.nodes(node, name) if (made := read_source(source, graph))]
    return list(dict.fromkeys(found))


def read_source(node: Node, graph: Graph) -> str | None:
    """The id of a source: a document with a title; None for anything else."""
    node, sketch = graph.whole(node), graph.sketch
    own = own_address(node.id)
    if "Claim" in node.types:
        return None
    title = graph.text(node, "name", "headline")
    if not title:
        return None
    key = node.id or tuple(title.items())
    source = sketch.add("sources", title.values(), "source", key, {"title": title}, own=own.id if own else "")
    if sketch.begin("sources", source):
        publishers = graph.nodes(node, "publisher")
        entry = {
            "publisher": graph.text(publishers[0], "name") if publishers else None,
            "url": sketch.url(node.word("url"), node.line),
            "published": moment_of(node.word("datePublished"), sketch, node.line),
            "language": tag_of(node.word("inLanguage")),
        }
        sketch.extend("sources", source, entry)
        graph.rest(node)
    return source
