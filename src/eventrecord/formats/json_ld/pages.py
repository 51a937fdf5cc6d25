"""The pages that editions of the event are shown on, one per locale."""

from __future__ import annotations

from eventrecord.formats.addresses import page_address
from eventrecord.formats.json_ld.graph import Graph, Node, node
from eventrecord.formats.json_ld.moments import written

__all__ = ["refer_pages"]


def refer_pages(graph: Graph) -> list[Node]:
    """References to the event's page in each language of the document."""
    return [_refer(graph, localizer.tag) for localizer in graph.voice.localizers]


def _refer(graph: Graph, tag: str) -> Node:
    record = graph.record
    modified = written(record.revision.at, graph.zone)
    return graph.add(
        "pages",
        page_address(graph.base, tag, record),
        lambda: node("WebPage", inLanguage=tag, dateModified=modified),
    )
