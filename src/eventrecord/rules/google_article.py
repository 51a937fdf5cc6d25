"""What Google recommends to say of a news article."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import joined, say
from eventrecord.model.record import Record
from eventrecord.model.release import Release, ReleaseKind
from eventrecord.rules.context import Context
from eventrecord.rules.placeholder_address import is_own
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A release has a date, an issuer and a picture on the web, where an office publishes web data at all."""
    if not is_own(context.settings, "base"):
        return
    for index, release in enumerate(context.record.releases):
        lacking = [key for key, is_there in _recommended(context.record, release).items() if not is_there]
        if lacking:
            yield RULE.at(
                ("releases", index, "id"),
                say(
                    "Google recommends for the article {id!r}: {lacking}",
                    id=release.id,
                    lacking=joined(lacking, say(", ")),
                ),
                hint=say("add what there is: 'issued', 'issuer', a block 'image' whose picture has a 'url'"),
            )


def _recommended(record: Record, release: Release) -> dict[str, bool]:
    pictures = (record.find("images", block.image) for block in release.body if block.image)
    return {
        "author": release.issuer is not None or release.kind is ReleaseKind.COMPILATION,
        "datePublished": release.issued is not None or release.embargo is not None,
        "image": any(picture is not None and picture.url for picture in pictures),
    }


RULE = Rule(
    "google-article",
    Severity.INFO,
    "export",
    say("Google wants to know more of a release."),
    check,
    rests_on="record",
)
