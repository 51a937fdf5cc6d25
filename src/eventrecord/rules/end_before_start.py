"""An end that lies before its beginning."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity
from eventrecord.message import say
from eventrecord.model.span import Moment
from eventrecord.rules.context import Context
from eventrecord.rules.moments import precedes
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Events, their earlier dates and their registration end after they begin."""
    for node in context.events:
        event, path, zone = node.event, node.path, node.zone
        yield from _ends(say("the event"), path, ("start", event.start), ("end", event.end), zone)
        for index, change in enumerate(event.changes):
            began, ended = ("previous_start", change.previous_start), ("previous_end", change.previous_end)
            yield from _ends(
                say("before the change, the event"), (*path, "changes", index), began, ended, zone
            )
        if event.registration is not None:
            opens, closes = ("opens", event.registration.opens), ("closes", event.registration.closes)
            yield from _ends("registration", (*path, "registration"), opens, closes, zone)


def _ends(
    what: str, path: Path, first: tuple[str, Moment | None], last: tuple[str, Moment | None], zone: str | None
) -> Iterator[Diagnostic]:
    (start_key, start), (end_key, end) = first, last
    if start is not None and end is not None and precedes(end, start, zone):
        yield RULE.at(
            (*path, end_key),
            say("{what} ends {end}, before it begins {start}", what=what, end=end, start=start),
            hint=say(
                "check '{start_key}' and '{end_key}': one of them has a wrong day, month, year or hour",
                start_key=start_key,
                end_key=end_key,
            ),
            labels=(Label((*path, start_key), say("begins {start}", start=start)),),
        )


RULE = Rule("end-before-start", Severity.ERROR, "dates", say("Something ends before it begins."), check)
