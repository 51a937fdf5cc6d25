"""The text around a place where YAML's parser stumbled."""

from __future__ import annotations

import re
from typing import Any

import yaml

from eventrecord.diagnostic import Span
from eventrecord.reading.node import Node
from eventrecord.reading.source import Lines

__all__ = ["Scene"]


class Scene:
    """The text around a syntax error, in offsets.

    `problem` is where the parser stumbled, `context` where what it was reading began; `last_start` and
    `last_end` are those of the value that it had read before.
    """

    def __init__(self, text: str, lines: Lines, error: yaml.MarkedYAMLError, last: Node | None) -> None:
        self.text, self.last = text, last
        self.problem = self._offset(lines, error.problem_mark)
        self.context = self._offset(lines, error.context_mark) if error.context_mark else self.problem
        self.in_flow = "flow" in (error.context or "")
        span = last.span if last else Span(1, 1, 1, 1)
        self.last_start = lines.offset(span.line, span.column)
        self.last_end = lines.offset(span.end_line, span.end_column)
        between = text[self.last_end : self.problem]
        self.just_after = last is not None and not between.strip(" ") and self.last_end <= self.problem

    @staticmethod
    def _offset(lines: Lines, mark: Any) -> int:
        return lines.offset(mark.line + 1, mark.column + 1)

    def line_start(self, offset: int) -> int:
        """Where the line begins that an offset is on."""
        return max(self.text.rfind("\n", 0, offset), self.text.rfind("\r", 0, offset)) + 1

    def line_end(self, offset: int) -> int:
        """Where that line ends, before its break."""
        match = re.compile(r"[\r\n]|$").search(self.text, offset)
        return match.start() if match else len(self.text)

    def text_end(self, start: int, after: int) -> int:
        """Where a text that begins at `start` and goes on at `after` may end on that line."""
        if not self.in_flow:
            return self.line_end(after)
        match = re.compile(r"[,}\]\r\n]|$").search(self.text, after)
        return match.start() if match else len(self.text)

    def crossed_out(self, start: int, end: int) -> tuple[int, str]:
        """A repair that makes harmless words of a text, and in block style of the lines that continue it."""
        if not self.in_flow:
            line = self.line_start(start)
            lead = re.compile(r"[ ]*(?:-[ ]+)*").match(self.text, line)
            column = (lead.end() if lead else line) - line
            column -= line + column == start
            more = re.compile(rf"(?:\r?\n(?:[ ]*(?=\r?\n)|[ ]{{{column + 1},}}[^\r\n]*))*").match(
                self.text, end
            )
            end = more.end() if more else end
        return start, re.sub(r"\S", "x", self.text[start:end])
