"""Signs that make other values of a text than were meant, put right in the file."""

from __future__ import annotations

import re
from collections.abc import Callable

from eventrecord.diagnostic import Diagnostic, Fix
from eventrecord.reading.mending.quoting import in_quotes
from eventrecord.reading.mending.slipping import written_instead
from eventrecord.reading.mending.splicing import Page
from eventrecord.reading.node import Node, find

__all__ = ["restructured"]

_COMMAS = re.compile("[，、；]+[ ]*")
_AFTER_HYPHENS = re.compile(r"(?<=^-)(?=[A-Za-z])", re.MULTILINE)


def restructured(page: Page, finding: Diagnostic) -> Fix | None:
    """The fix of a finding about signs: of one value they made several, or the reverse."""
    mend, node = _MENDS.get(finding.rule), find(page.root, finding.path)
    return mend(page, finding, node) if mend and node and not page.as_json else None


def _entries(page: Page, finding: Diagnostic, node: Node) -> Fix | None:
    """Entries of a list in brackets that are parted by Chinese commas."""
    if node.style or not isinstance(finding.path[-1], int) or not page.in_flow(finding.path):
        return None
    return _each(page, node, _COMMAS, ", ")


def _sentence(page: Page, finding: Diagnostic, node: Node) -> Fix | None:
    """A sentence with a colon, read as a key with a value."""
    start, raw = page.raw(node.span)
    return in_quotes(page.text, page.lines, start, start + len(raw))


def _items(page: Page, finding: Diagnostic, node: Node) -> Fix | None:
    """Items of a list whose hyphens stand too close to them."""
    if finding.at_key and node.key is not None:
        start, _ = page.raw(node.key)
        return written_instead(page.text, page.lines, ((start + 1, start + 1, " "),))
    return _each(page, node, _AFTER_HYPHENS, " ")


def _each(page: Page, node: Node, pattern: re.Pattern[str], new: str) -> Fix | None:
    """`new` for each match of a pattern in a plain text."""
    start, raw = page.raw(node.span)
    places = (match.span() for match in pattern.finditer(raw))
    return written_instead(page.text, page.lines, tuple((start + a, start + b, new) for a, b in places))


_MENDS: dict[str, Callable[[Page, Diagnostic, Node], Fix | None]] = {
    "full-width-punctuation": _entries,
    "unquoted-colon": _sentence,
    "yaml-syntax": _items,
}
