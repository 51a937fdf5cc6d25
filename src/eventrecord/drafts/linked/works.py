"""Images, quotations and terms."""

from __future__ import annotations

import re
from typing import Any

from eventrecord.drafts.linked.agents import person_in
from eventrecord.drafts.linked.graph import Graph, own_address
from eventrecord.drafts.linked.moments import moment_of
from eventrecord.drafts.linked.nodes import Node, Value
from eventrecord.drafts.linked.sources import sources_of
from eventrecord.drafts.naming import tag_of
from eventrecord.drafts.sketch import Words
from eventrecord.message import say

__all__ = ["image_in", "quotation_in", "term_in"]


_FILE = re.compile(r"\S{1,200}\.(?:avif|gif|jpe?g|png|svg|webp)", re.IGNORECASE)
"""The name of a file in place of a caption."""


def image_in(value: object, graph: Graph, name: Words) -> str | None:
    """The id of an image; one without caption is captioned with the name of what it is of."""
    sketch = graph.sketch
    if isinstance(value, Value):
        node = Node(["ImageObject"], "", {"contentUrl": [value]})
    elif isinstance(value, Node):
        node = graph.whole(value)
    else:
        return None
    own = own_address(node.id)
    url = sketch.url(node.word("contentUrl") or node.word("url"), node.line)
    caption = graph.text(node, "caption", "name")
    if any(_FILE.fullmatch(words) for words in caption.values()):
        caption = {}
    if not url and not (own and caption):
        sketch.tell("lost", say("an image without an address is not kept"), node.line)
        return None
    if not caption:
        sketch.tell(
            "guessed", say("an image without a caption is captioned with the name of its event"), node.line
        )
        caption = name
    image = sketch.add("images", caption.values(), "image", node.id or url, own=own.id if own else "")
    if sketch.begin("images", image):
        entry = {
            "url": url,
            "caption": sketch.prose(caption),
            "credit": graph.text(node, "creditText"),
            "alternative": graph.text(node, "description"),
        }
        sketch.extend("images", image, entry)
        graph.rest(node, "width", "height", "url", "thumbnailUrl", "inLanguage")
    return image


def quotation_in(node: Node, graph: Graph, event: str, record: str) -> str | None:
    """The id of a quotation; None if it has no words or no speaker."""
    sketch, own = graph.sketch, own_address(node.id)
    words = graph.text(node, "text")
    speaker = next((made for value in node.all("creator") if (made := person_in(value, graph, record))), None)
    if not words or speaker is None:
        sketch.tell("lost", say("a quotation without words or without a speaker is not kept"), node.line)
        return None
    key = node.id or tuple(words.items())
    quotation = sketch.add("quotations", (), "quotation", key, own=own.id if own else "")
    if sketch.begin("quotations", quotation):
        spoken = tag_of(node.word("inLanguage"))
        if spoken is None:
            spoken = next(iter(words))
            sketch.tell("guessed", say("a quotation was spoken in the language it is told in"), node.line)
        entry: dict[str, Any] = {
            "speaker": speaker,
            "spoken": spoken,
            "text": words,
            "at": event,
            "said": moment_of(node.word("dateCreated"), sketch, node.line),
            "cite": sources_of(node, graph, "isBasedOn"),
        }
        sketch.extend("quotations", quotation, entry)
        graph.rest(node)
    return quotation


def term_in(value: object, graph: Graph, record: str) -> str | None:
    """The id of a term; of one in the terminology base, its id there."""
    sketch = graph.sketch
    if isinstance(value, Value):
        name = graph.worded(value, None)
        return (
            sketch.add("terms", name.values(), "term", tuple(name.items()), {"name": name}) if name else None
        )
    if not isinstance(value, Node):
        return None
    node = graph.whole(value)
    own = own_address(node.id)
    if own and own.kind == "term" and own.record != record:
        node.used.update(node.properties)
        return own.id if own.record == "terms" else f"{own.record}/{own.id}"
    name = graph.text(node, "name")
    if not name:
        return None
    key = node.id or tuple(name.items())
    term = sketch.add("terms", name.values(), "term", key, {"name": name}, own=own.id if own else "")
    if sketch.begin("terms", term):
        entry = {
            "admitted": _each(node, graph),
            "definition": graph.text(node, "description"),
            "url": sketch.url(node.word("url"), node.line),
            "cite": sources_of(node, graph, "subjectOf"),
        }
        sketch.extend("terms", term, entry)
        graph.rest(node, "termCode", "inDefinedTermSet")
    return term


def _each(node: Node, graph: Graph) -> list[Words]:
    """Other terms, in their order, one wording each where nothing says which belong together."""
    found: list[Words] = []
    for text in node.texts("alternateName"):
        for tag, words in graph.sketch.text(text.words, text.language, node.line).items():
            place = next((other for other in found if tag not in other), None)
            if place is None:
                found.append({tag: words})
            else:
                place[tag] = words
    return found
