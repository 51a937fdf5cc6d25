"""Midnight written where only the day is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

from eventrecord.diagnostic import Diagnostic, Path, Severity
from eventrecord.message import say
from eventrecord.model.span import Moment
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_ENDS = (time(0, 0), time(23, 59), time(23, 59, 59))
"""What programs write for the end of a day."""


def check(context: Context) -> Iterator[Diagnostic]:
    """No event begins at midnight; one that ends then has begun in the evening."""
    for node in context.events:
        start, end = node.event.start, node.event.end
        yield from _found((*node.path, "start"), start, None)
        yield from _found((*node.path, "end"), end, start)
        for index, change in enumerate(node.event.changes):
            path = (*node.path, "changes", index)
            yield from _found((*path, "previous_start"), change.previous_start, None)
            yield from _found((*path, "previous_end"), change.previous_end, change.previous_start)


def _found(path: Path, moment: Moment | None, start: Moment | None) -> Iterator[Diagnostic]:
    """The finding about a beginning, or about the end of what began at `start`."""
    if moment is None or not moment.has_time:
        return
    at, is_end = moment.value.time(), str(path[-1]).endswith("end")
    begun = start is not None and start.has_time and start.value.time() != time(0, 0)
    if at in _ENDS and not begun if is_end else at == time(0, 0):
        yield RULE.at(
            path,
            say("{moment} is a time of day; midnight stands there when only the day is known", moment=moment),
            hint=say("write the day alone, {day}, or the true time", day=moment.day),
        )


RULE = Rule(
    "fake-midnight",
    Severity.WARNING,
    "export",
    say("Midnight stands where only the day is known."),
    check,
)
