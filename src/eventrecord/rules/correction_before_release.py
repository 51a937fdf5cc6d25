"""A correction that is older than what it puts right."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.moments import precedes
from eventrecord.rules.releases import out, zone_of
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A correction comes out when the release that it corrects is out."""
    releases = {release.id: index for index, release in enumerate(context.record.releases)}
    for index, release in enumerate(context.record.releases):
        corrected = releases.get(release.corrects or "")
        if corrected is None or release.issued is None:
            continue
        earlier = context.record.releases[corrected]
        first, zone = out(context, earlier), zone_of(context, release)
        if first is None or not precedes(release.issued, first[1], zone, zone_of(context, earlier)):
            continue
        yield RULE.at(
            ("releases", index, "issued"),
            say(
                "the correction {id!r} is issued {issued}, before {corrected!r}, which it corrects",
                id=release.id,
                issued=release.issued,
                corrected=earlier.id,
            ),
            hint=say("correct the date that is wrong"),
            labels=(Label(("releases", corrected, first[0]), say("published {moment}", moment=first[1])),),
        )


RULE = Rule(
    "correction-before-release",
    Severity.ERROR,
    "press",
    say("A correction is older than what it corrects."),
    check,
)
