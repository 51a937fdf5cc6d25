"""A release that nobody issues."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.model.release import ReleaseKind
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Every release but a compilation names its issuer."""
    for index, release in enumerate(context.record.releases):
        if release.issuer is None and release.kind is not ReleaseKind.COMPILATION:
            yield RULE.at(
                ("releases", index, "id"),
                say("the {kind} {id!r} does not say who issues it", kind=release.kind, id=release.id),
                hint=say(
                    "name an organization of the record as 'issuer'; a text set from published "
                    "sources by somebody else is 'kind: compilation'"
                ),
            )


RULE = Rule(
    "missing-issuer",
    Severity.ERROR,
    "press",
    say("A release does not say who issues it."),
    check,
    rests_on="surroundings",
)
