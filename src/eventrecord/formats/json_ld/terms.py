"""Terms as nodes: of the record, of the terminology base, and the themes of events."""

from __future__ import annotations

from eventrecord.formats.json_ld.graph import Graph, Key, Node, node, stated
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.terminology.concept import Concept
from eventrecord.model.event import Event
from eventrecord.model.term import Term

__all__ = ["build_concept", "build_term", "refer_theme"]


def build_term(graph: Graph, term: Term, key: Key) -> Node:
    """A term of the record; terms that must not be used stay in the record."""
    voice = graph.voice
    return node(
        "DefinedTerm",
        name=voice.name(term.name, f"terms.{key[1]}.name"),
        alternateName=voice.texts(voice.text(text) for text in stated(term, "admitted") or []),
        description=voice.text(stated(term, "definition")),
        termCode=key[1],
        inDefinedTermSet=_term_set(graph, key[0]),
        url=stated(term, "url"),
        subjectOf=graph.sources(term, key[0]),
    )


def build_concept(graph: Graph, concept: Concept, key: Key) -> Node:
    """A concept of the terminology base, which all records share."""
    return node(
        "DefinedTerm",
        name=graph.voice.name(concept.name(), f"terms.{concept.id}"),
        termCode=concept.id,
        inDefinedTermSet=graph.add("term sets", f"{graph.base}terms/", lambda: node("DefinedTermSet")),
    )


def refer_theme(graph: Graph, event: Event, key: Key) -> Node | None:
    """A reference to the theme of an event, as a term of its own; None where it has none to tell."""
    words = graph.voice.text(stated(event, "theme"))
    if not words:
        return None
    return graph.add("themes", graph.address("themes", key), lambda: node("DefinedTerm", name=words))


def _term_set(graph: Graph, owner: str) -> Node:
    """The terms of a record, named after its event."""

    def name(localizer: Localizer) -> str | None:
        record = localizer.record if owner == localizer.record.id else localizer.record.related[owner]
        event = localizer.optional(record.event.name)
        return event and str(localizer.words["labels"]["terms"]).format(name=event)

    address = f"{graph.base}{owner}#terms"
    return graph.add("term sets", address, lambda: node("DefinedTermSet", name=graph.voice.say(name)))
