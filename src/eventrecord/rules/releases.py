"""When releases come out, for the rules that compare it with other times."""

from __future__ import annotations

from eventrecord.model.release import Release
from eventrecord.model.span import Moment
from eventrecord.rules.context import Context
from eventrecord.rules.moments import precedes

__all__ = ["out", "zone_of"]


def zone_of(context: Context, release: Release) -> str | None:
    """The time zone of a release's times."""
    return release.time_zone or context.events[0].zone


def out(context: Context, release: Release) -> tuple[str, Moment] | None:
    """When a release may be published first: its key and moment, of the issue or of the embargo."""
    issued, embargo = release.issued, release.embargo
    if embargo is not None and (issued is None or precedes(issued, embargo, zone_of(context, release))):
        return "embargo", embargo
    return None if issued is None else ("issued", issued)
