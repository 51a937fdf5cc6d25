"""The exact lane: YAML as it is written, every scalar a text, with places and without YAML's cleverness.

This lane says what a record means; the fast lane (`engine`) may only agree with it. Only an empty value,
`~` and `null` are no value; everything else is a text, and the model decides what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, Span
from eventrecord.message import say
from eventrecord.reading.node import Node
from eventrecord.reading.source import Lines

__all__ = ["DEPTH", "VALUES", "AbsurdError", "Composer", "duplicate", "too_deep", "too_many"]

DEPTH = 64
"""Levels that mappings and lists may be nested in one another."""
VALUES = 100_000
"""Values and keys that the exact lane reads at most."""
NULLS = ("", "~", "null")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_REFUSED = {
    "anchor": say("anchors (`&name`) are not used in records: write the value out wherever it belongs"),
    "alias": say("aliases (`*name`) are not used in records: write the value out wherever it belongs"),
    "tag": say("tags (`!name`) are not used in records: the field decides what its value is"),
    "merge-key": say("merge keys (`<<`) are not used in records: write the fields out"),
    "several-documents": say("a second document begins here; a file holds one record"),
    "complex-key": say("a key must be one word or a short text, not a mapping or a list"),
    "empty-key": say("here a value has no key"),
}
_QUOTE = say("if it is meant as text, put the whole text in quotation marks")


class AbsurdError(Exception):
    """Nested deeper, or fuller, than any record needs to be: `rule` names it."""

    def __init__(self, rule: str, message: str, span: Span) -> None:
        super().__init__(message)
        self.rule, self.span = rule, span


def too_deep(span: Span) -> AbsurdError:
    """The error about what is nested too deeply."""
    return AbsurdError(
        "too-deep",
        say("here it is nested more than {depth} levels deep; no record needs that", depth=DEPTH),
        span,
    )


def too_many(span: Span) -> AbsurdError:
    """The error about more values than a record has."""
    return AbsurdError(
        "too-large",
        say("here the file passes {values:,} values; no record needs that many", values=VALUES),
        span,
    )


@dataclass
class Composer:
    """Builds the tree of one text; what it refuses on the way is left in `refused`.

    `holes` are paths whose values are not known, because something there was refused; `partial` those of
    mappings that may have more keys.
    `last` is the scalar, alias or flow collection that ended last: where a syntax error is often explained.
    """

    text: str
    refused: dict[str, Diagnostic] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    duplicates: list[Diagnostic] = field(default_factory=list)
    holes: set[Path] = field(default_factory=set)
    partial: set[Path] = field(default_factory=set)
    last: Node | None = None
    documents: int = 0
    values: int = 0

    def compose(self) -> Node | None:
        """The tree, or None when the text holds nothing.

        Raises:
            yaml.MarkedYAMLError: the text is no YAML.
            AbsurdError: it is nested too deeply, or has too many values.
        """
        self._lines = Lines(self.text)
        events = yaml.parse(self.text, Loader=_LOADER)
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self._refuse("several-documents", (), _span(event))
                    self.partial.add(())
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, ())
        return root

    def findings(self) -> list[Diagnostic]:
        """What was refused: of each sort the first, with how many more there are."""
        findings = list(self.duplicates)
        for rule, first in self.refused.items():
            others = self.counts[rule] - 1
            message = first.message
            if others:
                message = say("{message} ({others} more in this file)", message=message, others=others)
            findings.append(replace(first, message=message))
        return findings

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Node:
        if isinstance(event, yaml.AliasEvent):
            self._refuse("alias", path, _span(event), hint=_QUOTE)
            self.holes.add(path)
            self.last = Node(None, _span(event), "*")
            return self.last
        self._properties(event, path)
        self.values += 1
        if self.values > VALUES:
            raise too_many(_span(event))
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
            self.last = self.last if node.value is None else node
            return node
        if len(path) >= DEPTH:
            raise too_deep(_span(event))
        node = self._mapping(event, events, path) if _is_mapping(event) else self._list(event, events, path)
        if node.style != "block":
            self.last = node
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        style = event.style or ""
        style = "" if style == ":" else style
        value = None if not style and event.value in NULLS else event.value
        span = _span(event)
        if style in ("|", ">"):
            first = self._lines.offset(span.line, span.column)
            raw = self.text[first : self._lines.offset(span.end_line, span.end_column)]
            span = self._lines.span(first, first + len(raw.rstrip()))
        return Node(value, span, style)

    def _list(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Node:
        items: list[Node] = []
        inner = next(events)
        while not isinstance(inner, yaml.SequenceEndEvent):
            items.append(self._node(inner, events, (*path, len(items))))
            inner = next(events)
        return _collection(items, items, event, inner, "[")

    def _mapping(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Node:
        entries: dict[str, Node] = {}
        nodes: list[Node] = []
        inner = next(events)
        while not isinstance(inner, yaml.MappingEndEvent):
            key = self._key(inner, events, path)
            name = key.value if isinstance(key.value, str) else ""
            below = (*path, name)
            known = entries.get(name)
            node = self._node(next(events), events, below)
            node.key = key.span
            nodes.append(node)
            if known is not None:
                self.duplicates.append(duplicate(name, path, key.span, known.key))
            elif key.style != "complex":
                entries[name] = node
            inner = next(events)
        return _collection(entries, nodes, event, inner, "{")

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Node:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse("alias" if isinstance(event, yaml.AliasEvent) else "complex-key", path, _span(event))
            self.partial.add(path)
            node = Node(None, _span(event))
            if not isinstance(event, yaml.AliasEvent):
                node = self._node(event, events, (*path, ""))
            return Node("", node.span, "complex")
        self._properties(event, path)
        key = self._scalar(event)
        self.last = key
        if event.value == "":
            self._refuse("empty-key", path, key.span, hint=say("write a key before the colon"))
            self.partial.add(path)
            return Node("", key.span, "complex")
        if event.value == "<<" and not key.style:
            self._refuse("merge-key", path, key.span)
            self.holes.add((*path, "<<"))
            self.partial.add(path)
        return Node(event.value, key.span, key.style)

    def _properties(self, event: Any, path: Path) -> None:
        if event.anchor is not None:
            self._refuse("anchor", path, _span(event), hint=_QUOTE)
        if event.tag is not None:
            self._refuse("tag", path, _span(event), hint=_QUOTE)

    def _refuse(self, rule: str, path: Path, span: Span, hint: str | None = None) -> None:
        finding = Diagnostic(rule, Severity.ERROR, _REFUSED[rule], path, hint=hint, span=span)
        self.refused.setdefault(rule, finding)
        self.counts[rule] += 1


def duplicate(name: str, path: Path, span: Span, first: Span | None) -> Diagnostic:
    """The finding about a key that its mapping has twice."""
    return Diagnostic(
        "duplicate-key",
        Severity.ERROR,
        say("`{name}` is written twice here; only one of the two can count", name=name),
        (*path, name),
        hint=say("keep one of them, or put the entries of both under one key"),
        labels=(Label((*path, name), say("`{name}` stands here first", name=name), first),),
        at_key=True,
        span=span,
    )


def _collection(
    value: dict[str, Node] | list[Node], nodes: list[Node], start: Any, end: yaml.Event, bracket: str
) -> Node:
    span = _span(start)
    if start.flow_style:
        last = _span(end)
        return Node(value, Span(span.line, span.column, last.end_line, last.end_column), bracket)
    last = nodes[-1].span if nodes else span
    return Node(value, Span(span.line, span.column, last.end_line, last.end_column), "block")


def _is_mapping(event: yaml.Event) -> bool:
    return isinstance(event, yaml.MappingStartEvent)


def _span(event: yaml.Event) -> Span:
    start: Any = event.start_mark
    end: Any = event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
