"""A time of day of which nobody knows where the clock hangs."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity
from eventrecord.message import joined, say, say_n
from eventrecord.model.span import Moment
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_MOST_LABELS = 3


def check(context: Context) -> Iterator[Diagnostic]:
    """Times of events, changes, registration, releases and the revision have a zone or an offset."""
    at = context.record.revision.at
    if _is_bare(at):
        yield _finding(("revision", "at"), at, "")
    bare = [(path, moment, where) for path, moment, where in _moments(context) if moment and _is_bare(moment)]
    if bare:  # one zone would do for all of them
        (path, moment, where), *others = bare
        labels = tuple(
            Label(other, say("{time}: no time zone either", time=time))
            for other, time, _ in others[:_MOST_LABELS]
        )
        yield _finding(path, moment, where, len(others), labels)


def _is_bare(moment: Moment) -> bool:
    return moment.has_time and moment.value.tzinfo is None


def _finding(
    path: Path, moment: Moment, way: str, others: int = 0, labels: tuple[Label, ...] = ()
) -> Diagnostic:
    message = say("{moment} is a time of day without a time zone", moment=moment)
    if others:
        message = say_n(
            "{message}; {n} more is, too", "{message}; {n} more are, too", others, message=message
        )
    offset = say("add the offset, as in {moment}+08:00", moment=moment)
    return RULE.at(
        path,
        message,
        hint=joined([way, offset] if way else [offset], say(", or ")),
        labels=labels,
    )


def _moments(context: Context) -> Iterator[tuple[Path, Moment | None, str]]:
    """Times that are in no zone unless they have an offset, each with the other way out."""
    for node in context.events:
        if node.zone is not None:
            continue
        event, path, hint = node.event, node.path, say("give the event its 'time_zone' (Asia/Shanghai)")
        yield (*path, "start"), event.start, hint
        yield (*path, "end"), event.end, hint
        for index, change in enumerate(event.changes):
            for key in ("at", "previous_start", "previous_end"):
                yield (*path, "changes", index, key), getattr(change, key), hint
        if event.registration is not None:
            for key in ("opens", "closes"):
                yield (*path, "registration", key), getattr(event.registration, key), hint
    for index, release in enumerate(context.record.releases):
        if release.time_zone is None and context.events[0].zone is None:
            hint = say("give the release or the event its 'time_zone' (Asia/Shanghai)")
            yield ("releases", index, "issued"), release.issued, hint
            yield ("releases", index, "embargo"), release.embargo, hint


RULE = Rule(
    "no-time-zone",
    Severity.ERROR,
    "dates",
    say("A time of day has no time zone."),
    check,
    rests_on="surroundings",
)
