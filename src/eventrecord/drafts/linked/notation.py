"""JSON as people put it into pages: with commas too many, keys twice, and whatever stands around it."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from eventrecord.drafts.sketch import Sketch
from eventrecord.errors import EventRecordError
from eventrecord.message import say

__all__ = ["Script", "parsed"]

DEPTH = 64
"""Levels that objects and lists may be nested in one another."""
VALUES = 200_000
"""Values that one file may have."""
_OPENED = re.compile(r"(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)(?:\s*\*/)?")
_CLOSED = re.compile(r"(?://|/\*)?\s*(?:\]\]>|-->)(?:\s*\*/)?$")
_TAIL = 20
_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+")|,(?=\s*+[}\]])', re.DOTALL)
_LONGEST_NUMBER = 30


class Script(NamedTuple):
    """A piece of JSON, and the line of the file that it begins on."""

    text: str
    line: int


def parsed(script: Script, sketch: Sketch) -> Any:
    """The value of a piece of JSON; what is wrong with it and can be understood is told.

    Raises:
        EventRecordError: it is no JSON, is nested too deeply or has too many values.
    """
    text = script.text
    text = text.strip()
    if opened := _OPENED.match(text):
        sketch.tell("damaged", say("JSON stands in a comment or CDATA section"), script.line)
        text = text[opened.end() :]
        text = text[:-_TAIL] + _CLOSED.sub("", text[-_TAIL:])
    text = text.strip().removesuffix(";")
    try:
        value = _loaded(text, script, sketch)
    except json.JSONDecodeError as error:
        mended = _COMMA.sub(lambda match: match[1] or "", text)
        try:
            value = _loaded(mended, script, sketch)
        except json.JSONDecodeError:
            line = script.line + error.lineno - 1
            rest = error.doc[error.pos : error.pos + _TAIL].strip()
            reason = say("from {words!r} on", words=rest) if rest else say("it ends too early")
            told = say("line {n}: this is no JSON: {reason}", n=line, reason=reason)
            raise EventRecordError(told) from None
        sketch.tell("damaged", say("a comma stands before a closing bracket"), script.line + error.lineno - 1)
    _measure(value)
    return value


def _loaded(text: str, script: Script, sketch: Sketch) -> Any:
    def entries(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """An object; where a key stands twice, it has both values."""
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found and found[key] != value:
                sketch.tell(
                    "damaged", say("the key {key} stands twice in one object", key=key[:40]), script.line
                )
                found[key] = [*_listed(found[key]), *_listed(value)]
            else:
                found[key] = value
        return found

    try:
        return json.loads(
            text,
            strict=False,
            object_pairs_hook=entries,
            parse_int=_number,
            parse_float=_number,
            parse_constant=lambda _: None,
        )
    except RecursionError:
        raise _too_deep() from None


def _number(digits: str) -> int | float | str:
    """A number of sensible length; any other stays text."""
    if len(digits) > _LONGEST_NUMBER:
        return digits
    return int(digits) if re.fullmatch(r"-?\d+", digits) else float(digits)


def _measure(value: Any) -> None:
    level, count = [value], 0
    for _ in range(DEPTH):
        below = [inner for outer in level for inner in _inside(outer)]
        count += len(below)
        if count > VALUES:
            raise EventRecordError(say("this JSON has more than {n} values", n=VALUES))
        if not below:
            return
        level = below
    raise _too_deep()


def _inside(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _too_deep() -> EventRecordError:
    return EventRecordError(say("this JSON is nested more than {n} levels deep", n=DEPTH))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
