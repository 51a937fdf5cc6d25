"""A time of day of which nobody knows where the clock hangs."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Path, Severity
from eventrecord.model.span import Moment
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Times of events, changes, registration, releases and the revision have a zone or an offset."""
    for path, moment, where in _moments(context):
        if moment is not None and moment.has_time and moment.value.tzinfo is None:
            yield RULE.at(
                path,
                f"{moment} is a time of day without a time zone",
                hint=f"{where}add the offset, as in {moment}+08:00",
            )


def _moments(context: Context) -> Iterator[tuple[Path, Moment | None, str]]:
    record = context.record
    yield ("revision", "at"), record.revision.at, ""
    for node in context.events:
        if node.zone is not None:
            continue
        event, path, hint = node.event, node.path, "give the event its 'time_zone' (Asia/Shanghai), or "
        yield (*path, "start"), event.start, hint
        yield (*path, "end"), event.end, hint
        for index, change in enumerate(event.changes):
            for key in ("at", "previous_start", "previous_end"):
                yield (*path, "changes", index, key), getattr(change, key), hint
        if event.registration is not None:
            for key in ("opens", "closes"):
                yield (*path, "registration", key), getattr(event.registration, key), hint
    for index, release in enumerate(record.releases):
        if release.time_zone is None and context.events[0].zone is None:
            hint = "give the release or the event its 'time_zone' (Asia/Shanghai), or "
            yield ("releases", index, "issued"), release.issued, hint
            yield ("releases", index, "embargo"), release.embargo, hint


RULE = Rule("no-time-zone", Severity.ERROR, "dates", "A time of day has no time zone.", check)
