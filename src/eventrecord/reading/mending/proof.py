"""Whether a file that was changed says what it said before, but for what was to change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from eventrecord.diagnostic import Diagnostic, Edit, Path, Severity, Span
from eventrecord.reading.document import Document
from eventrecord.reading.mending.splicing import edited
from eventrecord.reading.node import Data, touches, walk

__all__ = ["is_faithful"]

_NOTATION = frozenset(
    {
        "alias",
        "anchor",
        "comma-in-flow",
        "complex-key",
        "control-character",
        "duplicate-key",
        "empty-key",
        "full-width-punctuation",
        "json-syntax",
        "merge-key",
        "several-documents",
        "tab-indent",
        "tag",
        "unquoted-brace",
        "unquoted-colon",
        "unquoted-quote",
        "unquoted-special",
        "yaml-syntax",
    }
)
"""Errors that tell of the notation of a file, not of what it says."""
_COMMENTS = frozenset({"unused-ignore"})
"""Findings about comments: what is done about them changes no value at all."""
_NO_TEXT = frozenset(
    {rule for rule in _NOTATION if rule.startswith("unquoted-")} | {"comma-in-flow", "unquoted-hash"}
)
"""Findings about what YAML takes for something else than a text."""


@dataclass
class _Change:
    """What may differ: texts and keys as edits have them, and what could not be read before."""

    texts: dict[Path, list[Edit]] = field(default_factory=dict)
    keys: dict[Path, str] = field(default_factory=dict)
    free: set[Path] = field(default_factory=set)
    free_keys: set[Path] = field(default_factory=set)


def is_faithful(old: Document, new: Document, mended: Sequence[Diagnostic]) -> bool:
    """Whether `new` is `old` with the fixes of some findings, and no word more or less.

    The data differ in exactly the edited values, and where they were edited nothing new is wrong. Of fixes
    that come without values, since the file could not be read there, what stands at their place, and beside
    it, may be read otherwise; it may show faults that were hidden, but none that tells of a wrong guess.
    """
    valued, texts, signs = _sorted(mended)
    left = [finding for finding in new.findings if finding.fix is None]
    wrong = _NOTATION if old.page is None else {*_NOTATION, "wrong-type"}
    told = [finding for finding in left if finding.rule in wrong]
    if (
        _new_errors(old, new.findings, valued)
        or _new_errors(old, left, texts)
        or _new_errors(old, told, signs)
    ):
        return False
    if old.page is None:
        return True
    return new.page is not None and _alike(old.data(), new.data(), (), _change(old, mended))


def _sorted(mended: Sequence[Diagnostic]) -> tuple[list[Diagnostic], ...]:
    """Findings whose fixes edit values, those whose fixes make a text of something, and the others."""
    valued = [finding for finding in mended if finding.fix and finding.fix.edits]
    others = [finding for finding in mended if finding.fix and not finding.fix.edits]
    texts = [finding for finding in others if finding.rule in _NO_TEXT]
    return valued, texts, [finding for finding in others if finding.rule not in _NO_TEXT]


def _new_errors(
    old: Document, findings: Iterable[Diagnostic], mended: Sequence[Diagnostic]
) -> Counter[tuple[str, int]]:
    """Errors among `findings` on lines that were touched, beyond those that were there and not mended."""
    lines = {line for finding in mended for line in _lines(finding)}
    return _errors(findings, lines) - (_errors(old.findings, lines) - _errors(mended, lines))


def _change(old: Document, mended: Sequence[Diagnostic]) -> _Change:
    change = _Change(free=set(old.holes))
    places: list[Span] = []
    for finding in mended:
        if finding.fix is None:
            continue
        for edit in finding.fix.edits:
            if edit.at_key:
                change.keys[edit.path] = edit.text
            else:
                change.texts.setdefault(edit.path, []).append(edit)
        if not finding.fix.edits:
            places += [splice.span for splice in finding.fix.splices if finding.rule not in _COMMENTS]
            change.free |= {finding.path, finding.path[:-1]} - {()}
    places.sort()
    for path, node in walk(old.page.root) if places and old.page else ():
        if node.key and touches(node.key, places):
            change.free_keys.add(path)
        if not isinstance(node.value, dict | list) and touches(node.span, places):
            change.free.add(path)
    return change


def _alike(old: Data, new: Data, path: Path, change: _Change) -> bool:
    if path in change.free:
        return True
    if isinstance(old, dict):
        if not isinstance(new, dict) or len(old) != len(new):
            return False
        return all(
            (key == change.keys.get((*path, name), name) or (*path, name) in change.free_keys)
            and _alike(below, value, (*path, name), change)
            for (name, below), (key, value) in zip(old.items(), new.items(), strict=True)
        )
    if isinstance(old, list):
        if not isinstance(new, list) or len(old) != len(new):
            return False
        pairs = enumerate(zip(old, new, strict=True))
        return all(_alike(below, value, (*path, index), change) for index, (below, value) in pairs)
    edits = change.texts.get(path)
    return new == (edited(old, edits) if edits and old is not None else old)


def _lines(finding: Diagnostic) -> Iterable[int]:
    for splice in finding.fix.splices if finding.fix else ():
        yield from range(splice.span.line, splice.span.end_line + 1)


def _errors(findings: Iterable[Diagnostic], lines: set[int]) -> Counter[tuple[str, int]]:
    return Counter(
        (finding.rule, finding.span.line)
        for finding in findings
        if finding.span and finding.span.line in lines and finding.severity is Severity.ERROR
    )
