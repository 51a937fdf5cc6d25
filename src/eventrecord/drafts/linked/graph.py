"""All things of a document, each once, whether they are nested or referred to."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import Any, NamedTuple

from eventrecord.drafts.linked.nodes import Node, Value, node_of
from eventrecord.drafts.markup import without_markup
from eventrecord.drafts.naming import is_chinese, is_id, tag_of
from eventrecord.drafts.sketch import Sketch, Words
from eventrecord.message import say

__all__ = ["Graph", "Own", "own_address", "own_release"]


_BOOKKEEPING = {
    "created_time",
    "data_source",
    "dateModified",
    "datePublished",
    "date_published",
    "deleted",
    "identifier",
    "inLanguage",
    "mainEntityOfPage",
    "potentialAction",
    "type_id",
}
"""What says nothing of a thing itself."""


class Own(NamedTuple):
    """What an address of our own documents says: the record, the kind of thing, its id."""

    record: str
    kind: str
    id: str


class Graph:
    """The things of one document.

    Args:
        sketch: where texts and notes go.
    """

    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch
        self.roots: list[Node] = []
        self._by_id: dict[str, Node] = {}

    def add(self, document: Any, line: int | None, language: str | None = None) -> None:
        """Take in a document: an object, a list of them, or what they have under @graph."""
        if isinstance(document, list):
            for inner in document:
                self.add(inner, line, language)
        elif isinstance(document, dict):
            language = self._context(document.get("@context"), line) or language
            if "@graph" in document:
                self.add(document["@graph"], line, language)
                document = {key: value for key, value in document.items() if key not in ("@graph", "@id")}
            if document.keys() - {"@context"}:
                root = node_of(document, self.sketch, language, line)
                self.roots.append(root)
                for node in list(root.walk()):
                    self._index(node)

    def all(self) -> Iterator[Node]:
        """Every thing, in the order of the document, each once."""
        seen: set[int] = set()
        for root in self.roots:
            for node in root.walk():
                whole = self.whole(node)
                if id(whole) not in seen:
                    seen.add(id(whole))
                    yield whole

    def whole(self, node: Node) -> Node:
        """The thing with everything that the document says of it."""
        return self._by_id.get(node.id, node) if node.id else node

    def nodes(self, node: Node, *names: str) -> list[Node]:
        """The things under some properties of a thing; addresses alone are things too, if they are known."""
        found = []
        for name in names:
            for value in node.all(name):
                if isinstance(value, Node):
                    found.append(self.whole(value))
                elif (target := getattr(value, "words", None)) in self._by_id:
                    found.append(self._by_id[target])
        return found

    def text(self, node: Node, *names: str) -> Words:
        """The wordings of a text: those of the first of the properties that has any."""
        for name in names:
            words: Words = {}
            for value in node.texts(name):
                for tag, text in self.worded(value, node.line, words).items():
                    if words.setdefault(tag, text) != text:
                        self.sketch.tell(
                            "lost",
                            say(
                                "{name} has several wordings in {tag}: the first is kept", name=name, tag=tag
                            ),
                            node.line,
                        )
            if words:
                return words
        return {}

    def worded(self, value: Value, line: int | None, beside: Container[str] = ()) -> Words:
        """A text in its language: that of the page around it holds only where its characters allow it.

        Args:
            value: the text.
            line: where it stands.
            beside: languages of other wordings of the same text.
        """
        around = tag_of(value.language) if not value.told else None
        strange = around and is_chinese(value.words) != around.startswith("zh")
        guessed = strange and (around in beside or (is_chinese(value.words) and around != "ja"))
        words = without_markup(value.words, self.sketch, line)
        return self.sketch.text(words, None if guessed else value.language, line)

    def things(self, values: Iterable[Any]) -> list[Any]:
        """The values of a property; texts in several languages are names of one thing."""
        values = list(values)
        told = [value.language for value in values if isinstance(value, Value) and value.told]
        if len(values) > 1 and len(set(told)) == len(values):
            return [Node([], "", {"name": values})]
        return values

    def rest(self, node: Node, *others: str) -> None:
        """Tell what a thing has besides what was read of it, but for `others`, which say nothing of it."""
        left = [
            name[:60]
            for name, values in node.properties.items()
            if values and name not in node.used and name not in others and name not in _BOOKKEEPING
        ]
        if left:
            what = "/".join(node.types)[:60] or "?"
            self.sketch.tell(
                "lost", say("not kept of {what}: {names}", what=what, names=", ".join(left)), node.line
            )

    def _index(self, node: Node) -> None:
        if not node.id:
            return
        known = self._by_id.setdefault(node.id, node)
        if known is not node:
            known.types = known.types or node.types
            for name, values in node.properties.items():
                known.properties.setdefault(name, values)

    def _context(self, context: Any, line: int | None) -> str | None:
        """The language that a context sets; a context elsewhere is never fetched."""
        language = None
        for part in context if isinstance(context, list) else [context]:
            if isinstance(part, str):
                if not re.fullmatch(r"https?://(www\.)?schema\.org(/.*)?", part.strip()):
                    self.sketch.tell(
                        "lost", say("the context {address} is not read", address=part[:80]), line
                    )
            elif isinstance(part, dict):
                if isinstance(part.get("@language"), str):
                    language = part["@language"]
                if part.keys() - {"@vocab", "@language", "@base", "schema"}:
                    self.sketch.tell(
                        "lost", say("names that a context declares are read as they stand"), line
                    )
        return language


def own_release(address: str) -> bool:
    """Whether an address is that of a release in our own documents."""
    return address.rpartition("#")[2].startswith("release-")


def own_address(address: str) -> Own | None:
    """What an address of our own says; None for others'."""
    base, _, name = address.rpartition("#")
    if base.endswith("/terms/") and is_id(name):
        return Own("terms", "term", name)
    record, (kind, _, own) = base.rpartition("/")[2], name.partition("-")
    return Own(record, kind, own) if is_id(record) and is_id(own) and is_id(kind) else None
