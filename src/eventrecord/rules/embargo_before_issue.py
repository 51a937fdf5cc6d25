"""An embargo that is over before the release is issued."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.moments import precedes
from eventrecord.rules.releases import zone_of
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """An embargo ends with the issue of the release or after it."""
    for index, release in enumerate(context.record.releases):
        issued, embargo = release.issued, release.embargo
        if issued is None or embargo is None or not precedes(embargo, issued, zone_of(context, release)):
            continue
        yield RULE.at(
            ("releases", index, "embargo"),
            say(
                "the embargo ends {embargo}, before the release is issued {issued}",
                embargo=embargo,
                issued=issued,
            ),
            hint=say("correct the one that is wrong, or take the embargo out"),
            labels=(Label(("releases", index, "issued"), say("issued {issued}", issued=issued)),),
        )


RULE = Rule(
    "embargo-before-issue",
    Severity.ERROR,
    "press",
    say("An embargo is over before the release is issued."),
    check,
)
