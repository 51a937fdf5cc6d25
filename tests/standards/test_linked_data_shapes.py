"""JSON-LD against shapes: closed to all but the properties of a type, each value of a type it may have."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from linked_data import DOCUMENTS, OPTIONS, VOCABULARY, document_of, each, nodes
from pyld import jsonld
from pyshacl import validate
from rdflib import RDF, SH, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

SCHEMA = Namespace("http://schema.org/")
LITERALS = {
    "Boolean": [XSD.boolean],
    "Date": [SCHEMA.Date],
    "DateTime": [SCHEMA.DateTime, SCHEMA.Date],  # the context of schema.org knows one of them per property
    "Integer": [XSD.integer],
    "Number": [XSD.integer, XSD.double],
    "Text": [XSD.string, RDF.langString],
}
"""Types of literals that a type of data in the vocabulary stands for, as its context makes them."""


@cache
def written() -> tuple[set[str], set[str]]:
    """Types and properties that any document uses."""
    found = [node for path, tag in DOCUMENTS for node in nodes(document_of(path, tag))]
    return {node["@type"] for node in found}, {key for node in found for key in node if key[0] != "@"}


@cache
def shapes() -> Graph:
    """A closed shape for every type that a document uses; of its properties those that any document uses."""
    made = Graph()
    kinds, names = written()
    for kind in sorted(kinds):
        shape = SCHEMA[f"{kind}Shape"]
        made.add((shape, RDF.type, SH.NodeShape))
        made.add((shape, SH.targetClass, SCHEMA[kind]))
        made.add((shape, SH.closed, Literal(True)))
        ignored = BNode()
        Collection(made, ignored, [RDF.type])
        made.add((shape, SH.ignoredProperties, ignored))
        for name in sorted(names):
            entry = VOCABULARY.find(name) or {}
            domain = set(VOCABULARY.names(entry, "schema:domainIncludes"))
            if domain & VOCABULARY.ancestors(kind):
                made.add((shape, SH.property, property_shape(made, name, entry)))
    return made


def property_shape(made: Graph, name: str, entry: dict[str, Any]) -> URIRef:
    """The shape of a property: one of the types in its range."""
    shape = SCHEMA[f"{name}PropertyShape"]
    if (shape, SH.path, None) in made:
        return shape
    made.add((shape, SH.path, SCHEMA[name]))
    choices: list[Node] = []
    for kind in VOCABULARY.names(entry, "schema:rangeIncludes"):
        for predicate, value in allowed(kind):
            choice = BNode()
            made.add((choice, predicate, value))
            choices.append(choice)
    either = BNode()
    Collection(made, either, choices)
    made.add((shape, SH["or"], either))
    return shape


def allowed(kind: str) -> list[tuple[URIRef, URIRef]]:
    """What a value of a type in the vocabulary is in RDF."""
    if kind in LITERALS:
        return [(SH.datatype, datatype) for datatype in LITERALS[kind]]
    if kind == "URL":
        return [(SH.nodeKind, SH.IRI)]
    below = [SCHEMA[name] for name in written()[0] if kind in VOCABULARY.ancestors(name)]
    classes = [(SH["class"], name) for name in below]  # told in full, as triples know no classes above them
    if VOCABULARY.ancestors(kind) & {"Enumeration", "Quantity"}:
        return [*classes, (SH.datatype, XSD.string)]  # members and lengths of time are literals
    return classes


def graph_of(document: Any) -> Graph:
    """The triples of a document."""
    return Graph().parse(
        data=jsonld.to_rdf(document, {**OPTIONS, "format": "application/n-quads"}), format="nt"
    )


def complaints(triples: Graph) -> str:
    """What the shapes have against triples."""
    sound, _, text = validate(triples, shacl_graph=shapes())
    return "" if sound else str(text)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@each
def test_every_node_has_its_shape(path: Path, tag: str | None) -> None:
    """No property but those of its type, no value but of the types that schema.org expects."""
    triples = graph_of(document_of(path, tag))
    for subject, _, kind in graph_of(document_of(path, None)).triples((None, RDF.type, None)):
        if isinstance(subject, URIRef):  # a page refers to what the data document tells of
            triples.add((subject, RDF.type, kind))
    assert complaints(triples) == ""


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    "change",
    [
        {"award": "Blue Tide"},  # no property of an event
        {"location": {"@type": "Person", "name": "Ann"}},
        {"isAccessibleForFree": "yes"},
        {"name": 2027},
        {"organizer": {"@type": "Organization", "name": "Park", "startDate": "2027-03-18"}},
    ],
)
def test_shapes_see_faults(change: dict[str, Any]) -> None:
    """The shapes can fail: a property of another type, a value of a wrong one."""
    event = {
        "@context": "https://schema.org",
        "@id": "https://example.org/e",
        "@type": "Event",
        "name": "Fair",
    }
    assert complaints(graph_of(event)) == ""
    assert complaints(graph_of({**event, **change})) != ""
