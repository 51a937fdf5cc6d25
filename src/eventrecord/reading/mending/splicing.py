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

    def raw(self, span: Span) -> tuple[int, str]:
        """The offset of a span, and what stands there."""
        start = self.lines.offset(span.line, span.column)
        return start, self.text[start : self.lines.offset(span.end_line, span.end_column)]

    def in_flow(self, path: Path, *, inside: bool = False) -> bool:
        """Whether the value at `path` stands in braces or brackets."""
        above = (find(self.root, path[:end]) for end in range(len(path) + inside))
        return any(node is not None and node.style in ("{", "[") for node in above)


def splices_for(page: Page, edits: Iterable[Edit]) -> tuple[Splice, ...] | None:
    """What to put where in the file; None if one of the edits has no certain place."""
    found: list[Splice] = []
    for (path, at_key), group in groupby(sorted(edits, key=_by_place), key=_of_what):
        node, some = find(page.root, path), [*group]
        splices = node and (_for_key(page, node, some) if at_key else _for_text(page, path, node, some))
        if not splices:
            return None
        found += splices
    return tuple(sorted(found)) if found else None


def edited(value: str, edits: Sequence[Edit]) -> str | None:
    """A text after its edits; None if they overlap or reach beyond it."""
    lead = len(value) - len(value.lstrip())
    for edit in sorted(edits, key=lambda edit: edit.part or (0, 0), reverse=True):
        if edit.part is None:
            return edit.text if len(edits) == 1 else None
        start, end = edit.part[0] + lead, edit.part[1] + lead
        if not lead <= start <= end <= len(value):
            return None
        value = value[:start] + edit.text + value[end:]
    return None if _overlap([edit.part for edit in edits if edit.part]) else value


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text of a file after splices that do not overlap."""
    lines = Lines(text)
    for span, new in sorted(splices, reverse=True):
        start, end = lines.offset(span.line, span.column), lines.offset(span.end_line, span.end_column)
        text = text[:start] + new + text[end:]
    return text


def _for_text(page: Page, path: Path, node: Node, edits: list[Edit]) -> list[Splice] | None:
    if not isinstance(node.value, str):
        return None
    value, new = node.value, edited(node.value, edits)
    if new is None or new == value or any(next(odd_characters(edit.text), None) for edit in edits):
        return None
    start, raw = page.raw(node.span)
    changes = _changes(value, edits)
    places = pieces(raw, value, as_json=page.as_json)
    if places is None:
        return None
    rows: list[tuple[int, int, str]] = []
    for first, last, text in changes:
        place = _place(places, first, last)
        if place is None or re.search(r"[\r\n]", raw[slice(*place)]):
            return None
        rows.append((*place, encoded(text, raw, as_json=page.as_json)))
    written = _changed(raw, rows)
    in_flow = page.in_flow(path)
    tabs = not node.style and "\t" in new  # libyaml reads them, other readers do not
    if not tabs and read_alone(written, in_flow=in_flow, as_json=page.as_json) == new:
        return [Splice(page.lines.span(start + a, start + b), text) for a, b, text in rows]
    if node.style or "\n" in raw or "\r" in raw:
        return None
    written = quoted(new, as_json=page.as_json)
    if read_alone(written, in_flow=in_flow, as_json=page.as_json) != new:
        return None
    return [Splice(node.span, written)]


def _changes(value: str, edits: list[Edit]) -> list[tuple[int, int, str]]:
    """Stretches of a text with what takes their place; of one that is written anew, what differs in it."""
    lead = len(value) - len(value.lstrip())
    if edits[0].part is not None:
        return [(edit.part[0] + lead, edit.part[1] + lead, edit.text) for edit in edits if edit.part]
    new = edits[0].text
    start = 0
    while start < min(len(value), len(new)) and value[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(value), len(new)) - start and value[-1 - end] == new[-1 - end]:
        end += 1
    return [(start, len(value) - end, new[start : len(new) - end])]


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


def _for_key(page: Page, node: Node, edits: list[Edit]) -> list[Splice] | None:
    if node.key is None or len(edits) > 1:
        return None
    new, (_, raw) = edits[0].text, page.raw(node.key)
    mark = raw[:1] if raw[:1] in ("'", '"') else ""
    written = mark + encoded(new, raw, as_json=page.as_json) + mark
    if read_alone(written, in_flow=True, as_json=page.as_json) != new:
        return None
    return [Splice(node.key, written)]


def _overlap(parts: Sequence[tuple[int, int]]) -> bool:
    ordered = sorted(parts)
    return any(one[1] > other[0] for one, other in pairwise(ordered))


def _of_what(edit: Edit) -> tuple[Path, bool]:
    return edit.path, edit.at_key


def _by_place(edit: Edit) -> tuple[str, bool, tuple[int, int]]:
    return repr(edit.path), edit.at_key, edit.part or (0, 0)
