"""A file that was read: its text, its record, what is wrong with it, and where everything stands."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from pydantic import ValidationError

from eventrecord.diagnostic import Diagnostic, Fix, Label, Path, Span
from eventrecord.message import say_n
from eventrecord.model.record import Record
from eventrecord.reading.engine import quick_json, quick_yaml
from eventrecord.reading.node import Data, Node
from eventrecord.reading.source import decode

if TYPE_CHECKING:
    from eventrecord.reading.comments import Comment
    from eventrecord.reading.mending.splicing import Page
    from eventrecord.reading.remains import Remains

__all__ = ["Document", "read"]

_COMMENT_WORD = "eventrecord:"
MOST = 200
"""Findings about one file that are told; the rest is only counted."""


@dataclass(frozen=True)
class Document:
    """A record's file as it was read.

    `text` is its text without byte order mark. `record` is None when `findings` holds an error; then
    `remains` is what is sound of it, if it could be read at all. The findings are those of reading: encoding,
    syntax, and the shape of the record; they are in the order of the file.
    """

    file: str
    text: str
    record: Record | None
    findings: tuple[Diagnostic, ...] = ()
    remains: Remains | None = field(default=None, repr=False, compare=False)
    builds_on: Mapping[str, FilePath] = field(default_factory=dict, repr=False, compare=False)
    """The files of the records that this one builds on, by the ids of these."""
    _root: Node | None = field(default=None, repr=False, compare=False)
    holes: frozenset[Path] = field(default=frozenset(), repr=False, compare=False)
    """Ways to values that are not known, because something there is wrong."""

    def span(self, path: Path, *, key: bool = False, part: tuple[int, int] | None = None) -> Span | None:
        """Where the value at `path` stands, or its key; None when the file has no such value.

        Args:
            path: the way to the value, in the file's own keys.
            key: the key rather than the value.
            part: first and last (excluded) character of a text, to have only their place; where that is
                uncertain, the whole text's.
        """
        from eventrecord.reading.node import find, span_of

        node = find(self._tree, path) if part and self._tree else None
        if node is not None and part is not None and self.page is not None:
            return self.page.part(node, *part)
        return span_of(self._tree, path, key=key) if self._tree else None

    def data(self) -> Data:
        """The values as they are written, without places; empty where nothing could be read."""
        return self._data

    def data_of(self, record: str) -> Data:
        """The values of a record that this one builds on, by its id, as they are now; for no id its own."""
        home = self._other(record) if record else self
        return home.data() if home else {}

    def comments(self) -> list[Comment]:
        """The comments that speak to the tool; none in JSON, nor where the file holds no sound record."""
        if _COMMENT_WORD not in self.text or self.record is None or is_json(self.text, self.file):
            return []
        from eventrecord.reading.comments import comments

        return list(comments(self.text, self._tree)) if self._tree else []

    def located(self, finding: Diagnostic) -> Diagnostic:
        """The finding with file and place, and so its labels and its fix.

        What is about something that the file does not have is placed at the nearest key above it. A fix of
        which it is not certain where in the file it belongs is left out.
        """
        labels = tuple(map(self._labelled, finding.labels))
        span = finding.span or self._place(finding.path, finding.part, at_key=finding.at_key)
        fix = finding.fix and self._placed(finding.fix)
        return replace(finding, file=self.file, span=span, labels=labels, fix=fix)

    @cached_property
    def page(self) -> Page | None:
        """The text with the tree of its values, for splices; None where nothing could be read."""
        from eventrecord.reading.mending.splicing import Page

        as_json = is_json(self.text, self.file)
        return Page(self.text, self._tree, as_json=as_json) if self._tree else None

    def _placed(self, fix: Fix) -> Fix | None:
        if fix.splices:
            return fix
        from eventrecord.reading.mending.splicing import splices_for

        splices = splices_for(self.page, fix.edits) if self.page else None
        return fix._replace(splices=splices) if splices else None

    @cached_property
    def _data(self) -> Data:
        from eventrecord.reading.node import plain

        return plain(self._tree) if self._tree else {}

    @cached_property
    def _tree(self) -> Node | None:
        if self._root is not None or self.record is None:
            return self._root
        if is_json(self.text, self.file):
            from eventrecord.reading.notation import JsonComposer

            return JsonComposer(self.text).compose()
        from eventrecord.reading.exact import Composer

        return Composer(self.text).compose()

    @property
    def texts(self) -> dict[str, str]:
        """The texts of the files that placed findings and their labels are in, by the names of the files."""
        others = (other for other in self._others.values() if other is not None)
        return {self.file: self.text} | {other.file: other.text for other in others}

    @cached_property
    def _others(self) -> dict[str, Document | None]:
        return {}

    def _labelled(self, label: Label) -> Label:
        if label.file is not None:
            return label
        home = self._other(label.record) if label.record else self
        if home is None:
            return label
        return label._replace(file=home.file, span=label.span or home._place(label.path, label.part))

    def _other(self, record: str) -> Document | None:
        """The file of a record that this one builds on, as it is now."""
        if record not in self._others:
            try:
                path = self.builds_on[record]
                self._others[record] = read(path.read_bytes(), str(path))
            except (KeyError, OSError):
                self._others[record] = None
        return self._others[record]

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
    unplaced = Document(file, source.text, None, _root=reading.root, holes=reading.holes)
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
    return replace(unplaced, record=reading.record, findings=findings, remains=reading.remains)


def is_json(text: str, file: str) -> bool:
    """Whether a file is to be read as JSON."""
    name = file.lower()
    if name.endswith((".json", ".yaml", ".yml")):
        return name.endswith(".json")
    return text.lstrip().startswith("{")


def _in_file_order(finding: Diagnostic) -> tuple[int, int, int, str]:
    span = finding.span or Span(sys.maxsize, 0, 0, 0)
    return span.line, span.column, finding.severity.rank, finding.rule
