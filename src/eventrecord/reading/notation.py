"""JSON as it is written: the same tree as YAML's, every scalar a text, with places."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from eventrecord.diagnostic import Diagnostic, Path
from eventrecord.message import say
from eventrecord.reading.exact import DEPTH, VALUES, duplicate, too_deep, too_many
from eventrecord.reading.node import Node
from eventrecord.reading.source import Lines

__all__ = ["FULL_WIDTH", "JsonComposer", "JsonError"]

FULL_WIDTH = dict(zip("：，｛｝［］“”", ':,{}[]""', strict=True))
"""Punctuation of a Chinese keyboard, and what YAML and JSON want instead."""

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+"')
_WORD = re.compile(
    r"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])", re.ASCII
)


class JsonError(Exception):
    """The text is no JSON; `start` is the offset of what cannot be read.

    `mends` is what to write instead, stretch by stretch.
    """

    def __init__(self, rule: str, message: str, hint: str, start: int) -> None:
        super().__init__(message)
        self.rule, self.hint, self.start = rule, hint, start
        self.mends: tuple[tuple[int, int, str], ...] = ()


class JsonComposer:
    """Builds the tree of one text; double keys are left in `duplicates`."""

    def __init__(self, text: str) -> None:
        self.text, self.lines = text, Lines(text)
        self.duplicates: list[Diagnostic] = []
        self.values = 0

    def compose(self) -> Node:
        """The tree.

        Raises:
            JsonError: the text is no JSON.
            AbsurdError: it is nested too deeply, or has too many values.
        """
        root, end = self._value(self._skip(0), ())
        end = self._skip(end)
        if end < len(self.text):
            raise self._error(end, say("the end of the file"))
        return root

    def _skip(self, start: int) -> int:
        match = _SPACE.match(self.text, start)
        return match.end() if match else start

    def _value(self, start: int, path: Path) -> tuple[Node, int]:
        self.values += 1
        if self.values > VALUES:
            raise too_many(self.lines.span(start, start + 1))
        opening = self.text[start : start + 1]
        if opening in ("{", "["):
            if len(path) >= DEPTH:
                raise too_deep(self.lines.span(start, start + 1))
            return self._mapping(start, path) if opening == "{" else self._list(start, path)
        if opening == '"':
            return self._string(start, say("a text"))
        match = _WORD.match(self.text, start)
        if match is None:
            raise self._error(start, say("a value"))
        value = None if match[0] == "null" else match[0]
        return Node(value, self.lines.span(*match.span())), match.end()

    def _string(self, start: int, wanted: str) -> tuple[Node, int]:
        match = _STRING.match(self.text, start)
        if match is None:
            raise self._error(start, wanted)
        return Node(json.loads(match[0]), self.lines.span(*match.span()), '"'), match.end()

    def _mapping(self, start: int, path: Path) -> tuple[Node, int]:
        entries: dict[str, Node] = {}

        def entry(at: int) -> int:
            key, at = self._string(at, say("a key in double quotation marks"))
            name = str(key.value)
            at = self._skip(at)
            if self.text[at : at + 1] != ":":
                raise self._error(at, say("a colon"))
            node, at = self._value(self._skip(at + 1), (*path, name))
            node.key = key.span
            if name in entries:
                self.duplicates.append(duplicate(name, path, key.span, entries[name].key))
            else:
                entries[name] = node
            return at

        end = self._entries(start, "}", entry)
        return Node(entries, self.lines.span(start, end), "{"), end

    def _list(self, start: int, path: Path) -> tuple[Node, int]:
        items: list[Node] = []

        def item(at: int) -> int:
            node, at = self._value(at, (*path, len(items)))
            items.append(node)
            return at

        end = self._entries(start, "]", item)
        return Node(items, self.lines.span(start, end), "["), end

    def _entries(self, start: int, closing: str, read: Callable[[int], int]) -> int:
        at = self._skip(start + 1)
        if self.text[at : at + 1] == closing:
            return at + 1
        while True:
            at = self._skip(read(at))
            if self.text[at : at + 1] == closing:
                return at + 1
            if self.text[at : at + 1] != ",":
                raise self._error(at, say("a comma or `{closing}`", closing=closing))
            at = self._skip(at + 1)

    def _error(self, at: int, wanted: str) -> JsonError:
        found = self.text[at : at + 1]
        if found in FULL_WIDTH:
            message = say(
                "`{found}` comes from a Chinese keyboard; JSON wants `{wanted}`",
                found=found,
                wanted=FULL_WIDTH[found],
            )
            hint = say("write `{wanted}`", wanted=FULL_WIDTH[found])
            error = JsonError("full-width-punctuation", message, hint, at)
            error.mends = self._half_width(at)
            return error
        if not found:
            message, hint = (
                say("the file ends where {wanted} should follow", wanted=wanted),
                say("close what was opened"),
            )
        elif found in "/#":
            message, hint = say("JSON has no comments"), say("delete the comment, or keep the record as YAML")
        elif found == "'":
            message, hint = say("JSON puts texts in double quotation marks"), say("write \" instead of '")
        elif found in "}]" and wanted.startswith("a "):
            message, hint = (
                say("{wanted} should stand before `{found}`", wanted=wanted, found=found),
                say("delete the comma before it"),
            )
        elif found == '"' and not wanted.startswith(("a comma", "a colon", "the end")):
            message = say("a text begins here that is not closed on its line, or has a wrong escape in it")
            hint = say('close it with ", write \\n for a new line and \\\\ for a backslash')
        else:
            word = re.match(r"[\w.+-]+", self.text[at : at + 40])
            message = say(
                "{wanted} should stand here, not `{found}`", wanted=wanted, found=word[0] if word else found
            )
            hint = say("a text stands in double quotation marks; entries are parted by commas")
        error = JsonError("json-syntax", message, hint, at)
        before = self.text[:at].rstrip()
        if found in "}]" and before.endswith(","):
            error.mends = ((len(before) - 1, len(before), ""),)
        return error

    def _half_width(self, at: int) -> tuple[tuple[int, int, str], ...]:
        """What to write for a full-width sign: of quotation marks both, if they stand on one line."""
        pair = re.compile(r'“[^“”"\r\n\\]*”').match(self.text, at)
        places = (at, pair.end() - 1) if pair else (at,)
        return tuple((place, place + 1, FULL_WIDTH[self.text[place]]) for place in places)
