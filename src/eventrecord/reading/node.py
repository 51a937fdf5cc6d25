"""The tree of a file as it is written: every scalar a text, every value with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from eventrecord.diagnostic import Path, Span

__all__ = ["Data", "Node", "find", "overlaps", "plain", "span_of", "touches", "walk"]

Data: TypeAlias = "str | dict[str, Data] | list[Data] | None"


@dataclass(slots=True)
class Node:
    """A value and where it stands.

    `style` is how it is written: "" for a plain scalar, a quotation mark, `|` or `>`, `{` or `[` in flow
    style, "block" for a mapping or list in block style, `*` for an alias, which has no value.
    """

    value: str | dict[str, Node] | list[Node] | None
    span: Span
    style: str = ""
    key: Span | None = None


def plain(node: Node) -> Data:
    """The values alone."""
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    if isinstance(node.value, list):
        return [plain(child) for child in node.value]
    return node.value


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every node of the tree with its path, in the order of the file."""
    yield path, node
    if isinstance(node.value, dict):
        for key, child in node.value.items():
            yield from walk(child, (*path, key))
    elif isinstance(node.value, list):
        for index, child in enumerate(node.value):
            yield from walk(child, (*path, index))


def overlaps(one: Span, other: Span) -> bool:
    """Whether two stretches of a file have a character in common, or one lies inside the other."""
    return (one.line, one.column) < (other.end_line, other.end_column) and (other.line, other.column) < (
        one.end_line,
        one.end_column,
    )


def touches(span: Span, places: Sequence[Span]) -> bool:
    """Whether a stretch overlaps one of `places`, which stand in order and apart from each other."""
    at = bisect_right(places, span)
    return any(place == span or overlaps(span, place) for place in places[max(0, at - 1) : at + 1])


def find(root: Node, path: Path) -> Node | None:
    """The node at `path`, if there is one."""
    node: Node | None = root
    for part in path:
        if node is None:
            return None
        if isinstance(node.value, dict) and isinstance(part, str):
            node = node.value.get(part)
        elif isinstance(node.value, list) and isinstance(part, int) and 0 <= part < len(node.value):
            node = node.value[part]
        else:
            return None
    return node


def span_of(root: Node, path: Path, *, key: bool = False) -> Span | None:
    """Where the value at `path` stands, or its key; an item of a list is known by its first key or value."""
    node = find(root, path)
    if node is None:
        return None
    if not key:
        return node.span
    while node.key is None and node.value and not isinstance(node.value, str):
        node = next(iter(node.value.values())) if isinstance(node.value, dict) else node.value[0]
    return node.key or node.span
