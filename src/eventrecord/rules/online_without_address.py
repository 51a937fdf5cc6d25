"""An event on the web that nobody can find."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Path, Severity, where
from eventrecord.message import say
from eventrecord.model.event import AttendanceMode, Event, Status
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.tree import EventNode

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """An online event has an address on the web, or a page where to register; its own or of one above it."""
    for node in context.events:
        key = _online(node.event)
        if key is not None and not _has_address(node):
            path: Path = (*node.path, key)
            yield RULE.at(
                path,
                say(
                    "{event} is online, but has no address on the web", event=where(node.path, node.event.id)
                ),
                hint=say("add its 'url', or under 'registration' the 'url' where people register"),
            )


def _online(event: Event) -> str | None:
    """The key that says that an event is online."""
    if event.attendance_mode in (AttendanceMode.ONLINE, AttendanceMode.MIXED):
        return "attendance_mode"
    return "status" if event.status is Status.MOVED_ONLINE else None


def _has_address(node: EventNode) -> bool:
    above: EventNode | None = node
    while above is not None:
        registration = above.event.registration
        if above.event.url or (registration and registration.url):
            return True
        above = above.parent
    return False


RULE = Rule(
    "online-without-address",
    Severity.WARNING,
    "export",
    say("An online event has no address on the web."),
    check,
    rests_on="surroundings",
)
