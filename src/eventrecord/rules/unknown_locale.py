"""A language that there is no data to write in."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import joined, say
from eventrecord.rules.context import Context, known_locales
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Every language to publish in has its folder in `locales/`; a release has none that the record lacks."""
    known = known_locales()
    for index, tag in enumerate(context.record.locales):
        if tag not in known:
            yield RULE.at(
                ("locales", index), say("there is no locale {tag!r} to publish in", tag=tag), hint=_hint(tag)
            )
    for index, release in enumerate(context.record.releases):
        for place, tag in enumerate(release.locales):
            if tag not in context.record.locales:
                yield RULE.at(
                    ("releases", index, "locales", place),
                    say(
                        "the release wants an edition in {tag}, which the record is not published in", tag=tag
                    ),
                    hint=say("add {tag} to the record's 'locales', or take it out here", tag=tag),
                )


def _hint(tag: str) -> str:
    known = sorted(known_locales())
    family = [other for other in known if other.split("-")[0] == tag.split("-", maxsplit=1)[0]]
    return (
        say("did you mean {names}?", names=joined(family, say(" or ")))
        if family
        else say("there are: {names}", names=joined(known, say(", ")))
    )


RULE = Rule(
    "unknown-locale",
    Severity.ERROR,
    "languages",
    say("There is no data for a language to publish in."),
    check,
)
