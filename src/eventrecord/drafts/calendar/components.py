"""The grammar of iCalendar: lines to properties, properties to components (RFC 5545, 3.1 and 3.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from eventrecord.drafts.characters import Line
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["Component", "Property", "components", "texts", "unescaped"]

_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
_ESCAPED = re.compile(r"\\([\\;,nN])")
_ITEM = re.compile(r"(?:[^\\,]|\\.?)+", re.DOTALL)
_CARETS = {"^n": "\n", "^^": "^", "^'": '"'}
"""Escapes in parameters (RFC 6868)."""
DEPTH = 8
"""Components in one another; calendars have three."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property as it is written: its value is not unescaped yet."""

    name: str
    value: str
    parameters: dict[str, str]
    line: int


@dataclass(slots=True)
class Component:
    """A component, its properties in their order, and what stands in it."""

    name: str
    line: int
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        """Every property of a name."""
        return [entry for entry in self.properties if entry.name == name]

    def get(self, name: str) -> Property | None:
        """The first property of a name that has a value."""
        return next((entry for entry in self.properties if entry.name == name and entry.value.strip()), None)

    def value(self, name: str) -> str:
        """The value of a property, unescaped; empty if there is none."""
        found = self.get(name)
        return unescaped(found.value).strip() if found else ""


def components(lines: Iterable[Line]) -> tuple[Component, list[Line], list[Component]]:
    """The components in one that has no name, the lines that are none of the grammar, and what has no end.

    Raises:
        EventRecordError: components stand in one another too deeply.
    """
    root = Component("", 0)
    open_ones, odd = [root], []
    for line in lines:
        entry = _property(line)
        if entry is None:
            odd.append(line)
        elif entry.name == "BEGIN":
            if len(open_ones) > DEPTH:
                raise EventRecordError(
                    say("line {n}: components are nested too deeply for a calendar", n=line.number)
                )
            opened = Component(entry.value.strip().upper(), line.number)
            open_ones[-1].parts.append(opened)
            open_ones.append(opened)
        elif entry.name == "END":
            wanted = entry.value.strip().upper()
            depth = next((n for n in range(len(open_ones) - 1, 0, -1) if open_ones[n].name == wanted), None)
            if depth is None or depth != len(open_ones) - 1:
                odd.append(line)
            del open_ones[depth or len(open_ones) :]
        else:
            open_ones[-1].properties.append(entry)
    return root, odd, open_ones[1:]


def unescaped(value: str) -> str:
    r"""A text with its escapes undone: \n, \, and \;."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)


def texts(value: str) -> Iterator[str]:
    """The texts of a list with commas between them."""
    for match in _ITEM.finditer(value):
        if word := unescaped(match[0]).strip():
            yield word


def _property(line: Line) -> Property | None:
    name = _NAME.match(line.text)
    if name is None:
        return None
    at = name.end()
    parameters: dict[str, str] = {}
    while match := _PARAMETER.match(line.text, at):
        words = re.sub(r"\^[n^']", lambda caret: _CARETS[caret[0]], match[2].replace('"', ""))
        parameters.setdefault(match[1].upper(), words)
        at = match.end()
    if line.text[at : at + 1] != ":":
        return None
    return Property(name[0].upper(), line.text[at + 1 :], parameters, line.number)
