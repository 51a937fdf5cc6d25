"""A file that was read: its text, its record, what is wrong with it, and where everything stands."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from functools import cached_property

from pydantic import ValidationError

from eventrecord.diagnostic import Diagnostic, Path, Span
from eventrecord.message import say_n
from eventrecord.model.record import Record
from eventrecord.reading.engine import quick_json, quick_yaml
from eventrecord.reading.node import Data, Node
from eventrecord.reading.source import decode

__all__ = ["Document", "read"]

MOST = 200
"""Findings about one file that are told; the rest is only counted."""


@dataclass(frozen=True)
class Document:
    """A record's file as it was read.

    `text` is its text without byte order mark. `record` is None when `findings` holds an error. The findings
    are those of reading: encoding, syntax, and the shape of the record; they are in the order of the file.
    """

    file: str
    text: str
    record: Record | None
    findings: tuple[Diagnostic, ...] = ()
    _root: Node | None = field(default=None, repr=False, compare=False)

    def span(self, path: Path, *, key: bool = False, part: tuple[int, int] | None = None) -> Span | None:
        """Where the value at `path` stands, or its key; None when the file has no such value.

        Args:
            path: the way to the value, in the file's own keys.
            key: the key rather than the value.
            part: first and last (excluded) character of a text, to have only their place; where escapes
                make that uncertain, the whole text's.
        """
        from eventrecord.reading.node import find, part_span, span_of

        node = find(self._tree, path) if part and self._tree else None
        if node is not None and part is not None:
            return part_span(self.text, node, *part)
        return span_of(self._tree, path, key=key) if self._tree else None

    def data(self) -> Data:
        """The values as they are written, without places; empty where nothing could be read."""
        from eventrecord.reading.node import plain

        return plain(self._tree) if self._tree else {}

    def located(self, finding: Diagnostic) -> Diagnostic:
        """The finding with file and place, and so its labels.

        What is about something that the file does not have is placed at the nearest key above it.
        """
        labels = tuple(
            label
            if label.file
            else replace(label, file=self.file, span=label.span or self._place(label.path, label.part))
            for label in finding.labels
        )
        span = finding.span or self._place(finding.path, finding.part, at_key=finding.at_key)
        return replace(finding, file=self.file, span=span, labels=labels)

    @cached_property
    def _tree(self) -> Node | None:
        if self._root is not None or self.record is None:
            return self._root
        if is_json(self.text, self.file):
            from eventrecord.reading.notation import JsonComposer

            return JsonComposer(self.text).compose()
        from eventrecord.reading.exact import Composer

        return Composer(self.text).compose()

    def _place(self, path: Path, part: tuple[int, int] | None, *, at_key: bool = False) -> Span | None:
        return (part and self.span(path, part=part)) or self._near(path, at_key=at_key)

    def _near(self, path: Path, *, at_key: bool) -> Span | None:
        span = self.span(path, key=at_key)
        while span is None and path:
            path = path[:-1]
            span = self.span(path, key=True)
        return span


def read(data: bytes | str, file: str = "<record>") -> Document:
    """Read a record from text, or from the bytes of a file named `file`; never raises.

    A name that ends in `.json` is read as JSON, one that ends in `.yaml` or `.yml` as YAML; any other as JSON
    if the text begins with `{`.
    """
    source = decode(data, file)
    if not source.readable:
        return Document(file, source.text, None, source.findings)
    if not source.findings:
        quick = quick_json(source.text) if is_json(source.text, file) else quick_yaml(source.text)
        if isinstance(quick, dict):
            try:
                return Document(file, source.text, Record.model_validate(quick))
            except ValidationError:
                pass
    from eventrecord.reading.lane import read_exactly

    reading = read_exactly(source, as_json=is_json(source.text, file))
    unplaced = Document(file, source.text, None, (), reading.root)
    placed = sorted((unplaced.located(finding) for finding in reading.findings), key=_in_file_order)
    left_out = reading.left_out + len(placed[MOST:])
    findings = tuple(placed[:MOST])
    if left_out:
        message = say_n(
            "{n} more problem follows in this file; correct these first",
            "{n} more problems follow in this file; correct these first",
            left_out,
        )
        findings += (
            replace(placed[MOST - 1], rule="too-many-findings", message=message, hint=None, labels=()),
        )
    return replace(unplaced, record=reading.record, findings=findings)


def is_json(text: str, file: str) -> bool:
    """Whether a file is to be read as JSON."""
    name = file.lower()
    if name.endswith((".json", ".yaml", ".yml")):
        return name.endswith(".json")
    return text.lstrip().startswith("{")


def _in_file_order(finding: Diagnostic) -> tuple[int, int, int, str]:
    span = finding.span or Span(sys.maxsize, 0, 0, 0)
    return span.line, span.column, finding.severity.rank, finding.rule
