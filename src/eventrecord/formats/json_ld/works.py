"""Sources, quotations and images as nodes."""

from __future__ import annotations

from eventrecord.formats.json_ld.graph import Graph, Key, Node, node, stated
from eventrecord.formats.json_ld.moments import written
from eventrecord.model.media import Image, Quotation
from eventrecord.model.source import Source

__all__ = ["build_image", "build_quotation", "build_source"]


def build_source(graph: Graph, source: Source, key: Key) -> Node:
    """A document: a page where it has an address, else a work of no closer sort."""
    publisher = source.publisher and node("Organization", name=graph.voice.title(source.publisher))
    return node(
        "WebPage" if source.url else "CreativeWork",
        name=graph.voice.title(source.title),
        url=source.url,
        inLanguage=source.language,
        datePublished=written(source.published, None),
        publisher=publisher,
    )


def build_quotation(graph: Graph, quotation: Quotation, key: Key) -> Node:
    """Somebody's words, in each approved wording, and the language they were said in."""
    return node(
        "Quotation",
        text=graph.voice.text(quotation.text),
        creator=graph.refer("people", stated(quotation, "speaker"), key[0]),
        inLanguage=stated(quotation, "spoken"),
        dateCreated=written(stated(quotation, "said"), graph.zone),
        isBasedOn=graph.sources(quotation, key[0]),
    )


def build_image(graph: Graph, image: Image, key: Key) -> Node:
    """A picture, with its address where it has one on the web; what is to be seen is its description."""
    voice, own = graph.voice, key[0] == graph.record.id
    return node(
        "ImageObject",
        caption=voice.prose(image.caption, f"images.{key[1]}.caption") if own else None,
        description=voice.text(stated(image, "alternative")),
        creditText=voice.text(stated(image, "credit")),
        contentUrl=stated(image, "url"),
    )
