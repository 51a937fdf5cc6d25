"""What a text states and names, for people: a line each with its place, its words, and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from eventrecord.message import Message, say
from eventrecord.reading.source import Lines
from eventrecord.report.excerpt import visible, width
from eventrecord.tongue import Tongue

if TYPE_CHECKING:
    from eventrecord.drift.texts import ReadText
    from eventrecord.facts.named import Named
    from eventrecord.facts.reading import Facts
    from eventrecord.localize.stated import Stated

__all__ = ["facts_report"]

_WIDEST = 36
"""Columns up to which words are filled up, so that what they mean stands below each other."""
_KINDS: Mapping[str, Message] = {
    "money": say("sum"),
    "count": say("number"),
    "percent": say("share"),
    "fraction": say("fraction"),
    "ordinal": say("ordinal"),
    "date": say("day"),
    "date-range": say("days"),
    "year": say("year"),
    "year-range": say("years"),
    "time": say("time"),
    "duration": say("length"),
    "ratio": say("multiple"),
    "person": say("person"),
    "organization": say("body"),
    "place": say("place"),
    "event": say("event"),
    "term": say("term"),
    "post": say("post"),
}
_STATES: Mapping[str, Message] = {
    "deprecated": say("no longer used"),
    "forbidden": say("may not be used"),
    "outdated": say("of another time"),
    "regional": say("of another region"),
}
"""What is to be said of a wording; that it is right goes without saying."""

_UNKNOWN = say("(not in the terms)")


def facts_report(read: ReadText, found: Facts, tongue: Tongue) -> str:
    """Facts and then names, each in the order of the text, with their places in the file."""
    lines = Lines(read.source)
    told: list[tuple[Stated | Named, str]] = [(fact, _value(fact, tongue)) for fact in found.facts]
    told += [(name, _known(name, tongue)) for name in found.names]
    rows = [
        (_place(lines, read, one), tongue.tell(_KINDS[one.kind]), visible(one.surface), visible(meant))
        for one, meant in told
    ]
    widths = [min(_WIDEST, max((width(row[at]) for row in rows), default=0)) for at in range(3)]
    return "".join(f"{line}\n" for line in _lines(rows, widths))


def _lines(rows: list[tuple[str, str, str, str]], widths: list[int]) -> Iterator[str]:
    for row in rows:
        filled = (f"{cell}{' ' * (wide - width(cell))}" for cell, wide in zip(row, widths, strict=False))
        yield "  ".join((*filled, row[-1])).rstrip()


def _place(lines: Lines, read: ReadText, one: Stated | Named) -> str:
    span = lines.span(*read.span(one.start, one.end))
    return f"{span.line}:{span.column}"


def _value(fact: Stated, tongue: Tongue) -> str:
    from eventrecord.localize.writing import written

    return tongue.tell(written(fact))


def _known(name: Named, tongue: Tongue) -> str:
    """What the terminology or the record has it by, what is wrong with it, and the posts beside a person."""
    forms = tongue.fields["forms"]
    told = [
        name.id or tongue.tell(_UNKNOWN),
        tongue.tell(_STATES[name.state]) if name.state and name.state in _STATES else "",
    ]
    posts = tongue.tell(say(", ")).join(title.surface for title in name.titles)
    words = " ".join(filter(None, told))
    return words + (forms["aside"].format(place=posts) if posts else "")
