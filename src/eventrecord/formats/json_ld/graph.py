"""The nodes of a document: each thing once, under an address of its own, linked by that address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from eventrecord.formats.addresses import KINDS, concept_address
from eventrecord.formats.json_ld.voice import Voice
from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.model.source import Fact, is_printed
from eventrecord.model.timetable import zoned

__all__ = ["Builder", "Graph", "Key", "Node", "node", "stated"]

Node = dict[str, Any]
Key = tuple[str, str]
"""Id of the record that an entry stands in, and its own id."""
Builder = Callable[["Graph", Any, Key], Node]
"""Makes the node of an entry; the graph names it and puts it in its place."""

_SAYS = {"quotations": "text", "images": "caption"}


def node(kind: str, **properties: Any) -> Node:
    """A node of a schema.org type; properties that have no value are left out."""
    told = {name: value for name, value in properties.items() if value or value == 0}  # as is False
    return {"@type": kind, **told}


def stated(fact: Fact, field: str) -> Any:
    """The value of a field; None where there is none to tell, or where it is only inferred."""
    value = getattr(fact, field)
    return value if value and is_printed(fact, field) else None


class Graph:
    """Collects the nodes that a document needs, in the order in which they are first referred to.

    Args:
        record: the record.
        voice: how texts are written.
        base: the office's base address.
        builders: per kind of entry, the function that makes its node.
    """

    def __init__(self, record: Record, voice: Voice, base: str, builders: Mapping[str, Builder]) -> None:
        self.record, self.voice, self.base, self.builders = record, voice, base, builders
        self.nodes: dict[str, dict[str, Node]] = {kind: {} for kind in KINDS}
        self.entries = {id(entry.event): entry for entry in zoned(record)}
        self.events = record.events()
        self.images = _at_events(record.images, "event")
        self.quotations = _at_events(record.quotations, "at")
        self.counted: dict[str, str] = {}
        """The event that a figure counts."""
        self._referred: dict[tuple[str, str, str], Node | None] = {}

    @property
    def localizer(self) -> Localizer:
        """Any of the document's localizers: for what does not depend on the language."""
        return self.voice.localizers[0]

    @property
    def zone(self) -> ZoneInfo | None:
        """The time zone of the record's event."""
        return self.entries[id(self.record.event)].zone

    def address(self, kind: str, key: Key) -> str:
        """The address of a thing: `<base><record>#<kind>-<id>`."""
        return f"{self.base}{key[0]}#{KINDS[kind]}-{key[1]}"

    def add(self, kind: str, address: str, build: Callable[[], Node]) -> Node:
        """A reference to the node at `address`, which is built when it is first needed."""
        nodes = self.nodes[kind]
        if address not in nodes:
            nodes[address] = {}  # in its place first: builders refer to one another
            made = build()
            nodes[address] = {"@type": made.pop("@type"), "@id": address, **made}
        return {"@id": address}

    def refer(self, kind: str, reference: str | None, owner: str = "") -> Node | None:
        """A reference to an entry; None where there is none to tell of.

        Args:
            kind: a collection of the record, or `events`.
            reference: id of the entry, of another record's `<record>/<id>`.
            owner: id of the record in which the reference stands.

        Raises:
            UnknownNameError: there is no such entry.
        """
        if reference is None:
            return None
        asked = kind, reference, owner
        if asked in self._referred:
            return self._referred[asked]
        found = self._referred[asked] = self._refer(kind, self.qualified(reference, owner))
        return found

    def _refer(self, kind: str, reference: str) -> Node | None:
        other, _, name = reference.rpartition("/")
        key = (other or self.record.id, name)
        if (
            kind == "terms"
            and self.record.find(kind, reference) is None
            and name in self.localizer.terminology
        ):
            address = concept_address(self.base, name)
            concept = self.localizer.terminology[name]
            return self.add(kind, address, lambda: self.builders["concepts"](self, concept, key))
        entry = self.events.get(reference) if kind == "events" else None
        entry = entry or self.localizer.entry(kind, reference)
        if not is_told(kind, entry):
            return None
        return self.add(kind, self.address(kind, key), lambda: self.builders[kind](self, entry, key))

    def qualified(self, reference: str, owner: str) -> str:
        """A reference that stands in record `owner`, as this record would write it."""
        return reference if "/" in reference or owner in ("", self.record.id) else f"{owner}/{reference}"

    def refer_all(self, kind: str, references: Iterable[str | None] | None, owner: str = "") -> list[Node]:
        """References to several entries, each once."""
        found = {}
        for reference in references or ():
            entry = self.refer(kind, reference, owner)
            if entry:
                found[entry["@id"]] = entry
        return list(found.values())

    def sources(self, fact: Fact, owner: str = "") -> list[Node]:
        """References to the sources that state a fact or a field of it."""
        if not fact.cite and not fact.sourcing:
            return []
        fields = [own for field, own in fact.sourcing.items() if is_printed(fact, field)]
        cites = [cite for told in (fact, *fields) for cite in told.cite]
        return self.refer_all(
            "sources", (cite if isinstance(cite, str) else cite.source for cite in cites), owner
        )


def _at_events(entries: Mapping[str, Fact], field: str) -> dict[str, list[str]]:
    """Ids of images or quotations, by the event that they are of."""
    found: dict[str, list[str]] = {}
    for name, entry in entries.items():
        found.setdefault(getattr(entry, field), []).append(name)
    return found


def is_told(kind: str, entry: Any) -> bool:
    """Whether an entry may be exported: what is only inferred may not."""
    if not isinstance(entry, Fact):
        return True
    return is_printed(entry, entry.kind if kind == "figures" else _SAYS.get(kind, "name"))  # type: ignore[attr-defined]
