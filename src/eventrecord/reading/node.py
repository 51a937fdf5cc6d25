"""The tree of a file as it is written: every scalar a text, every value with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from eventrecord.diagnostic import Path, Span
from eventrecord.reading.source import Lines

__all__ = ["Data", "Node", "part_span", "plain", "span_of", "walk"]

Data: TypeAlias = "str | dict[str, Data] | list[Data] | None"
_SIGN = re.compile(r"\S")
_SIGNS = {
    "'": re.compile(r"''|\S"),
    '"': re.compile(
        r"\\u[dD][89abAB][\dA-Fa-f]{2}\\u[dD][c-fC-F][\dA-Fa-f]{2}"
        r"|\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|\S)|[^\s\\]"
    ),
}
"""What stands for one character, by the marks around a text; without white space that is not escaped."""
_ESCAPED_SPACES = "tnvfrNLP_"


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


def part_span(text: str, node: Node, start: int, end: int) -> Span:
    """Where the characters from `start` to `end` of a scalar's text stand; the whole scalar if not certain.

    The text on the page and the text that is meant differ in white space only, an escape being one
    character: so the n-th character that is no space is the same in both. A space at which a line is folded
    is told at the character before it.
    """
    if not isinstance(node.value, str):
        return node.span
    lines = Lines(text)
    first = lines.offset(node.span.line, node.span.column)
    last = lines.offset(node.span.end_line, node.span.end_column)
    if node.style in ("|", ">"):
        first = lines.starts[min(node.span.line, len(lines.starts) - 1)]
    elif node.style in ("'", '"'):
        first, last = first + 1, last - 1
    signs = _SIGNS.get(node.style, _SIGN)
    places = [match.span() for match in signs.finditer(text, first, last) if not _is_space(match[0])]
    words = node.value.strip()
    before, inside = _solid(words[:start]), _solid(words[start:end])
    if len(places) != _solid(words) or not (inside or 0 < before < len(places)):
        return node.span
    if inside:
        return lines.span(places[before][0], places[before + inside - 1][1])
    left, right = places[before - 1][1], places[before][0]
    if left == right or not {"\r", "\n"}.isdisjoint(text[left:right]):
        left, right = places[before - 1]
    return lines.span(left, right)


def _is_space(sign: str) -> bool:
    """Whether an escape stands for white space."""
    if sign[0] != "\\":
        return False
    code = sign[2:]
    return chr(int(code, 16)).isspace() if code and len(sign) < 12 else sign[1] in _ESCAPED_SPACES


def _solid(text: str) -> int:
    return len("".join(text.split()))
