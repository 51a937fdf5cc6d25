"""A draft from the linked data of a document, or of all scripts of a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventrecord.drafts.characters import decoded
from eventrecord.drafts.draft import Draft
from eventrecord.drafts.entry import Entry
from eventrecord.drafts.linked.events import is_event, is_fictional, read_event
from eventrecord.drafts.linked.figures import read_figures
from eventrecord.drafts.linked.graph import Graph, own_address, own_release
from eventrecord.drafts.linked.moments import moment_of
from eventrecord.drafts.linked.nodes import Node
from eventrecord.drafts.linked.notation import Script, parsed
from eventrecord.drafts.linked.page import Page, charset_of
from eventrecord.drafts.linked.sources import read_source
from eventrecord.drafts.naming import own_id
from eventrecord.drafts.nesting import Titles, nested
from eventrecord.drafts.sketch import Sketch
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["draft_from_data", "draft_from_page"]

EVENTS = 2_000
"""Events that a draft may have: nobody looks through more."""


def draft_from_data(files: Mapping[str, bytes], encoding: str | None, locale: str | None) -> Draft:
    """The draft of a JSON-LD document, by the stem of its file.

    Raises:
        EventRecordError: the file is of another encoding, no JSON, or has no event.
    """
    ((stem, data),) = files.items()
    sketch = Sketch(stem.partition(".")[0], locale)
    graph = Graph(sketch)
    script = Script(decoded(data, encoding), 1)
    graph.add(parsed(script, sketch), None)
    return _draft(graph, [])


def draft_from_page(files: Mapping[str, bytes], encoding: str | None, locale: str | None) -> Draft:
    """The draft of a web page, by the stem of its file: of all its pieces of linked data together.

    Raises:
        EventRecordError: the file is of another encoding, or has no linked data with an event.
    """
    ((stem, data),) = files.items()
    sketch = Sketch(stem.partition(".")[0], locale)
    graph = Graph(sketch)
    page = Page(decoded(data, encoding or charset_of(data, sketch)))
    if not page.scripts:
        raise EventRecordError(say('this page has no linked data: no <script type="application/ld+json">'))
    faults = []
    for script in page.scripts:
        try:
            graph.add(parsed(script, sketch), script.line, page.language)
        except EventRecordError as error:
            faults.append(error)
            sketch.tell("lost", say("a script is left out: {reason}", reason=error.args[0]), script.line)
    if len(faults) == len(page.scripts):
        raise faults[0]
    return _draft(graph, [(page.title, page.language)])


def _draft(graph: Graph, titles: Titles) -> Draft:
    sketch = graph.sketch
    lists = [node for node in graph.all() if "ItemList" in node.types]
    titles = [(text.words, text.language) for node in lists for text in node.texts("name")] or titles
    _set_languages(graph)
    nodes = _events(graph)
    first = own_address(nodes[0].id)
    record = first.record if first and first.kind == "event" else own_id(sketch.name, "draft")
    at = _changed(graph)
    entries: list[Entry] = []
    for node in nodes:
        own = own_address(node.id)
        if own is None or own.kind != "event" or own.record == record:
            entries.append(read_event(node, graph, record, at))
    _relate(entries, nodes, graph, record)
    event = nested(entries, titles, record, sketch)
    read_figures(graph, record, {entry.uid: entry for entry in entries})
    for node in _own(nodes, record):
        graph.rest(node)
    _cite_articles(graph, event)
    sketch.fictional = is_fictional(nodes[0], graph)
    return sketch.draft(record, event, at)


def _events(graph: Graph) -> list[Node]:
    found: dict[int, Node] = {}
    for node in graph.all():
        if is_event(node) and node.properties:
            found.setdefault(id(node), node)
            for part in graph.nodes(node, "subEvent"):
                found.setdefault(id(part), part)
    if not found:
        raise EventRecordError(say("there is no event in this linked data"))
    if len(found) > EVENTS:
        raise EventRecordError(say("there are more than {n} events in this file", n=EVENTS))
    return list(found.values())


def _relate(entries: list[Entry], nodes: list[Node], graph: Graph, record: str) -> None:
    """Tie events to those they are part of: of the document, or of another record."""
    by_node = {id(node): entry for node, entry in zip(_own(nodes, record), entries, strict=True)}
    for node, entry in zip(_own(nodes, record), entries, strict=True):
        for part in graph.nodes(node, "subEvent"):
            if id(part) in by_node:
                entry.children.append(by_node[id(part)].uid)
        for value in node.nodes("superEvent"):
            above = graph.whole(value)
            own = own_address(above.id)
            if id(above) in by_node:
                entry.parent = by_node[id(above)].uid
            elif own and own.kind == "event":
                entry.event["part_of"] = f"{own.record}/{own.id}"
            else:
                name = next((text.words for text in above.texts("name")), above.id)
                graph.sketch.tell(
                    "lost",
                    say("an event is part of {name}, which is not in the file", name=name[:80]),
                    node.line,
                )


def _own(nodes: list[Node], record: str) -> list[Node]:
    owned = ((node, own_address(node.id)) for node in nodes)
    return [node for node, own in owned if own is None or own.kind != "event" or own.record == record]


def _set_languages(graph: Graph) -> None:
    """The languages of the record, in the order in which the document names them."""
    for node in graph.all():
        if is_event(node):
            for value in node.all("inLanguage"):
                word = getattr(value, "words", "")
                if word:
                    graph.sketch.named(word)
            return


def _changed(graph: Graph) -> str | None:
    """When the document was last changed, as pages and events tell it."""
    told = [
        moment
        for node in graph.all()
        for text in node.texts("dateModified")
        if (moment := moment_of(text.words, graph.sketch, node.line))
    ]
    return max(told, default=None)


def _cite_articles(graph: Graph, event: dict[str, Any]) -> None:
    """Make sources of others' articles on the event; our own are written from the record again."""
    for node in graph.all():
        if not any(kind.endswith(("Article", "Posting")) for kind in node.types):
            continue
        if node.id and own_release(node.id):
            message = say("releases are not kept: a record writes its own")
            graph.sketch.tell("lost", message, node.line)
        elif source := read_source(node, graph):
            message = say("an article about the event is a source of the record, not a release of it")
            graph.sketch.tell("guessed", message, node.line)
            event.setdefault("cite", []).append(source)
