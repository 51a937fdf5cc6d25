"""From edits of a record's values to changes of its file, which leave all else as it stands.

An edit whose place in the file is not certain has no splice: whoever wrote the file changes it by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from eventrecord.diagnostic import Edit, Path, Span, Splice
from eventrecord.reading.mending.written import Piece, encoded, pieces, quoted, read_alone
from eventrecord.reading.node import Node, find
from eventrecord.reading.source import Lines, odd_characters

__all__ = ["Page", "edited", "spliced", "splices_for"]


class Page:
    """The text of a file with the tree of its values, to find out where characters go."""

    def __init__(self, text: str, root: Node, *, as_json: bool) -> None:
        self.text, self.root, self.as_json = text, root, as_json
        self.lines = Lines(text)
        self._pieces: dict[Span, list[Piece] | None] = {}

    def raw(self, span: Span) -> tuple[int, str]:
        """The offset of a span, and what stands there."""
        start = self.lines.offset(span.line, span.column)
        return start, self.text[start : self.lines.offset(span.end_line, span.end_column)]

    def pieces(self, node: Node) -> list[Piece] | None:
        """A piece of the file for each character of a text; None where that is uncertain.

        They are kept: a text may have thousands of findings.
        """
        if node.span not in self._pieces:
            value = node.value if isinstance(node.value, str) else ""
            self._pieces[node.span] = pieces(self.raw(node.span)[1], value, as_json=self.as_json)
        return self._pieces[node.span]

    def part(self, node: Node, start: int, end: int) -> Span:
        """Where the characters of a text from `start` to `end` stand; the whole text's place if uncertain.

        A space at which a line is folded is told at the character before it.
        """
        offset = self.lines.offset(node.span.line, node.span.column)
        value = node.value if isinstance(node.value, str) else ""
        lead = len(value) - len(value.lstrip())
        places = self.pieces(node) or []
        inside = [place for place in places[lead + start : lead + end] if place.solid]
        if not inside and lead + start < len(places):
            inside = [place for place in places[: lead + start][-1:] if place.solid]
        if not inside:
            return node.span
        return self.lines.span(offset + inside[0].start, offset + inside[-1].end)

    def in_flow(self, path: Path, *, inside: bool = False) -> bool:
        """Whether the value at `path` stands in braces or brackets."""
        above = (find(self.root, path[:end]) for end in range(len(path) + inside))
        return any(node is not None and node.style in ("{", "[") for node in above)


def splices_for(page: Page, edits: Iterable[Edit]) -> tuple[Splice, ...] | None:
    """What to put where in the file; None if one of the edits has no certain place."""
    found: list[Splice] = []
    for (path, at_key), group in groupby(sorted(edits, key=_by_place), key=_of_what):
        node, some = find(page.root, path), [*group]
        splices = node and (_for_key(page, path, node, some) if at_key else _for_text(page, path, node, some))
        if not splices:
            return None
        found += splices
    return tuple(sorted(found)) if found else None


def edited(value: str, edits: Sequence[Edit]) -> str | None:
    """A text after its edits; None if they overlap or do not fit it."""
    changes = _changes(value, edits)
    return None if changes is None else _changed(value, changes)


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text of a file after splices that do not overlap."""
    lines, done = Lines(text), 0
    parts: list[str] = []
    for span, new in sorted(splices):
        parts += text[done : lines.offset(span.line, span.column)], new
        done = lines.offset(span.end_line, span.end_column)
    return "".join((*parts, text[done:]))


def _for_text(page: Page, path: Path, node: Node, edits: list[Edit]) -> list[Splice] | None:
    if not isinstance(node.value, str) or any(next(odd_characters(edit.text), None) for edit in edits):
        return None
    value, (start, raw) = node.value, page.raw(node.span)
    changes, places = _changes(value, edits), page.pieces(node)
    if not changes or places is None:
        return None
    new, in_flow = _changed(value, changes), page.in_flow(path)
    rows: list[tuple[int, int, str]] = []
    for first, last, text in changes:
        place = _place(places, first, last)
        if place is None or re.search(r"[\r\n]", raw[slice(*place)]):
            return None
        rows.append((*place, encoded(text, raw, as_json=page.as_json)))
    tabs = not node.style and "\t" in new  # libyaml reads them, other readers do not
    if not tabs and read_alone(_changed(raw, rows), in_flow=in_flow, as_json=page.as_json) == new:
        return [Splice(page.lines.span(start + a, start + b), text) for a, b, text in rows]
    whole = quoted(new, as_json=page.as_json)
    one_line = not node.style and not re.search(r"[\r\n]", raw)
    fits = one_line and read_alone(whole, in_flow=in_flow, as_json=page.as_json) == new
    return [Splice(node.span, whole)] if fits else None


def _changes(value: str, edits: Sequence[Edit]) -> list[tuple[int, int, str]] | None:
    """Stretches of a text with what takes their place; none if it is to be what it is."""
    if len(edits) == 1 and edits[0].part is None and not edits[0].of:
        return _differing(value, edits[0].text)
    lead = len(value) - len(value.lstrip())
    found: list[tuple[int, int, str]] = []
    for edit in edits:
        if edit.part is not None:
            start, end = edit.part[0] + lead, edit.part[1] + lead
        elif edit.of and value.count(edit.of) == 1:
            start = value.index(edit.of)
            end = start + len(edit.of)
        else:
            return None
        if not lead <= start <= end <= len(value):
            return None
        found.append((start, end, edit.text))
    found.sort()
    if any(one[1] > other[0] for one, other in pairwise(found)):
        return None
    return [one for start, end, text in found for one in _differing(value[start:end], text, start)]


def _differing(value: str, new: str, at: int = 0) -> list[tuple[int, int, str]]:
    """What differs in a text that is written anew: what both have at their beginnings and ends stays."""
    start = end = 0
    shorter = min(len(value), len(new))
    while start < shorter and value[start] == new[start]:
        start += 1
    while end < shorter - start and value[-1 - end] == new[-1 - end]:
        end += 1
    if value == new:
        return []
    return [(at + start, at + len(value) - end, new[start : len(new) - end])]


def _place(places: list[Piece], first: int, last: int) -> tuple[int, int] | None:
    inside = places[first:last]
    if not all(piece.solid for piece in inside):
        return None
    if inside:
        return inside[0].start, inside[-1].end
    if first < len(places):
        return (places[first].start,) * 2 if places[first].solid else None
    return (places[-1].end,) * 2 if places and places[-1].solid else None


def _changed(raw: str, rows: Iterable[tuple[int, int, str]]) -> str:
    for start, end, text in sorted(rows, reverse=True):
        raw = raw[:start] + text + raw[end:]
    return raw


def _for_key(page: Page, path: Path, node: Node, edits: list[Edit]) -> list[Splice] | None:
    beside = find(page.root, path[:-1])
    taken = beside is not None and isinstance(beside.value, dict) and edits[0].text in beside.value
    if node.key is None or len(edits) > 1 or taken:
        return None
    new, (_, raw) = edits[0].text, page.raw(node.key)
    mark = raw[:1] if raw[:1] in ("'", '"') else ""
    written = mark + encoded(new, raw, as_json=page.as_json) + mark
    if read_alone(written, in_flow=True, as_json=page.as_json) != new:
        return None
    return [Splice(node.key, written)]


def _of_what(edit: Edit) -> tuple[Path, bool]:
    return edit.path, edit.at_key


def _by_place(edit: Edit) -> tuple[str, bool, tuple[int, int]]:
    return repr(edit.path), edit.at_key, edit.part or (0, 0)
