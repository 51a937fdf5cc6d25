"""A release that leaves the press nobody to ask."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import listed, say
from eventrecord.model.release import ReleaseKind
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Every edition of every release but a compilation has a contact."""
    for index, release in enumerate(context.record.releases):
        if release.kind is ReleaseKind.COMPILATION:
            continue
        tags = release.locales or context.tags
        lone = [tag for tag in tags if not any(not c.locales or tag in c.locales for c in release.contacts)]
        if lone:
            path = ("releases", index, "contacts" if release.contacts else "id")
            editions = say(" in {tags}", tags=listed(lone)) if release.contacts else ""
            yield RULE.at(
                path,
                say(
                    "the {kind} {id!r} names nobody whom the press may ask{editions}",
                    kind=release.kind,
                    id=release.id,
                    editions=editions,
                ),
                hint=say("add to 'contacts' an organization or a person with a phone, an email or a url"),
                at_key=bool(release.contacts),
            )


RULE = Rule(
    "missing-contact",
    Severity.ERROR,
    "press",
    say("A release names nobody to ask."),
    check,
    rests_on="surroundings",
)
