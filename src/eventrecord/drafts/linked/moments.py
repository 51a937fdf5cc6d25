"""Dates and times as pages have them, as records say them; what nobody can have meant is told."""

from __future__ import annotations

import re

from eventrecord.drafts.sketch import Sketch
from eventrecord.message import say
from eventrecord.model.span import Duration

__all__ = ["duration_of", "moment_of"]

_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?", re.ASCII)
_FILLED_IN = ("00:00:00", "23:59:59", "23:59:00")
_ZERO = re.compile(r"(?<=[PTYMWDH])0+[YMWDHS]")


def moment_of(told: str, sketch: Sketch, line: int | None = None, *, of_event: bool = False) -> str | None:
    """A date or time as records say it; None if there is none that can be read.

    Args:
        told: what stands there.
        sketch: where notes go.
        line: where it stands.
        of_event: whether midnight in UTC is no time of day, but what programs write for a day.
    """
    told = told.strip()[:60]
    if not told:
        return None
    if day := _DAY.fullmatch(told):
        return sketch.moment("-".join(part for part in day.groups() if part), line)
    match = _TIME.fullmatch(told)
    if match is None:
        sketch.tell("lost", say("{value} is no date that can be read", value=told), line)
        return None
    date, clock, second, zone = match[1], match[2], match[3] or "00", (match[4] or "").upper()
    offset = _offset(zone)
    if of_event and offset in ("Z", "+00:00") and f"{clock}:{second}" in _FILLED_IN:
        sketch.tell("guessed", say("midnight in UTC is no time of day: only the day is kept"), line)
        return sketch.moment(date, line)
    if not offset and of_event:
        sketch.tell("lost", say("a time has no time zone: it is local, wherever that is"), line)
    return sketch.moment(f"{date}T{clock}{'' if second == '00' else ':' + second}{offset}", line)


def duration_of(told: str, sketch: Sketch, line: int | None) -> str | None:
    """A duration (ISO 8601), if records can hold it."""
    if not told:
        return None
    try:
        return str(Duration.parse(_ZERO.sub("", told.strip()[:40]).rstrip("T")))
    except ValueError:
        sketch.tell("lost", say("{value} is no duration that records can hold", value=told[:40]), line)
        return None


def _offset(zone: str) -> str:
    if zone in ("", "Z", "UTC"):
        return "Z" if zone else ""
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"
