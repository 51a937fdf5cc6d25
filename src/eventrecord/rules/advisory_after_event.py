"""An invitation to the press that comes when the event is over."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.model.release import ReleaseKind
from eventrecord.rules.context import Context
from eventrecord.rules.moments import last_day, local_day
from eventrecord.rules.releases import out, zone_of
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """An advisory comes out before the last day of the record's event is over."""
    node = context.events[0]
    last, ends = node.event.last_day(), node.event.end or node.event.start
    if last is None or ends is None:
        return
    last = max(last, last_day(ends, node.zone))
    for index, release in enumerate(context.record.releases):
        first = out(context, release) if release.kind is ReleaseKind.ADVISORY else None
        if first is None or local_day(first[1], zone_of(context, release)) <= last:
            continue
        key, moment = first
        ended = "end" if node.event.end else "start"
        yield RULE.at(
            ("releases", index, key),
            say(
                "the advisory {id!r} comes out {moment}, when the event is over ({last})",
                id=release.id,
                moment=moment,
                last=last,
            ),
            hint=say("correct the date; a text after the event is 'kind: release'"),
            labels=(Label((*node.path, ended), say("last day {last}", last=last)),),
        )


RULE = Rule(
    "advisory-after-event",
    Severity.WARNING,
    "press",
    say("The press is invited when the event is over."),
    check,
)
