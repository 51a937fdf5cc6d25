"""Editions of a record: which there are, how they are named, and their bytes. Writes nothing to disk."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eventrecord.errors import UnknownNameError
from eventrecord.formats import FORMATS, Format, format_named
from eventrecord.localize.data import locale_tags
from eventrecord.message import say
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.settings import Settings
from eventrecord.story import edition_localizer

__all__ = ["Edition", "belonging", "editions", "publish", "published_tags", "render"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One file that a record is published as."""

    name: str
    """Name of the file: `<record>.<locale>.<suffix>`, or `<record>.<release>.<locale>.<suffix>`.

    `.draft` stands before the locale in that of a draft.
    """
    format: Format
    tag: str
    """Locale it is written for; of an all-languages document the record's first."""
    release: Release | None = None
    """The release it prints; None for data."""


def render(
    record: Record,
    format: str,
    locale: str,
    *,
    release: str | None = None,
    settings: Settings | None = None,
    draft: bool = False,
) -> str | bytes:
    """One edition of a record; prose of its first release, or of the one named.

    Args:
        record: the record.
        format: name of the format, one of `FORMATS`.
        locale: tag of a locale.
        release: id of the release, for prose formats.
        settings: the office's settings; else the defaults.
        draft: print marks for missing wordings instead of refusing.

    Raises:
        UnknownNameError: there is no such format, locale or release.
        MissingWordingError: the edition needs a wording that the record does not have.
    """
    row = format_named(format)
    chosen = _release(record, release) if row.per_release else None
    localizer = edition_localizer(record, chosen, locale, settings, draft)
    return row.render(record, localizer, chosen)


def publish(
    record: Record,
    *,
    formats: Collection[str] = (),
    locales: Collection[str] = (),
    settings: Settings | None = None,
    draft: bool = False,
) -> dict[str, bytes]:
    """All editions of a record, by file name; text is UTF-8. Drafts have names of their own.

    Args:
        record: the record; whether it is sound is `validate`'s to say.
        formats: names of the formats to publish; empty: all but those made on request only.
        locales: tags to publish, of those of the record; empty: all, and the documents in all languages.
        settings: the office's settings; else the defaults.
        draft: print marks for missing wordings instead of refusing.

    Raises:
        UnknownNameError: there is no such format or locale.
        MissingWordingError: an edition needs a wording that the record does not have.
    """
    published = {}
    stories: dict[Hashable, Any] = {}
    for edition in editions(record, formats, locales, draft=draft):
        localizer = edition_localizer(record, edition.release, edition.tag, settings, draft)
        localizer.stories = stories  # composed once, however many formats print it
        text = edition.format.render(record, localizer, edition.release)
        if text:  # a calendar without a dated event is no file; the format's losses say so
            published[edition.name] = text.encode("utf-8") if isinstance(text, str) else text
    return published


def editions(
    record: Record, formats: Collection[str] = (), locales: Collection[str] = (), *, draft: bool = False
) -> Iterator[Edition]:
    """What `publish` would write, in the order of the formats, the releases and the record's locales.

    Raises:
        UnknownNameError: there is no such format, or the record has no such locale.
    """
    usual = {name for name, row in FORMATS.items() if not row.on_request}
    wanted = {format_named(name).name for name in formats} or usual
    known = published_tags(record)
    for tag in locales:
        if tag not in known:
            raise UnknownNameError(say("locale of {id}", id=record.id), tag, known)
    for row in (row for name, row in FORMATS.items() if name in wanted):
        releases: Sequence[Release | None] = record.releases if row.per_release else [None]
        for number, release in enumerate(releases):
            stem = f"{record.id}.{release.id}" if number and release else record.id
            stem += ".draft" if draft else ""
            if row.per_locale:
                for tag in (release and release.locales) or record.locales:
                    if not locales or tag in locales:
                        yield Edition(f"{stem}.{tag}.{row.suffix}", row, tag, release)
            elif not locales:
                yield Edition(f"{stem}.{row.suffix}", row, record.locales[0], release)


def belonging(record_id: str, names: Iterable[str], *, draft: bool = False) -> list[str]:
    """Those of the file names that are of editions of a record, in whatever locale; or of its drafts."""
    tag, mark = rf"\.({'|'.join(locale_tags())})", r"\.draft" if draft else ""
    ends = "|".join(
        (r"(\.(?!draft\.)[a-z0-9-]+)?" if row.per_release else "")
        + mark
        + (tag if row.per_locale else "")
        + re.escape(f".{row.suffix}")
        for row in FORMATS.values()
    )
    edition = re.compile(f"{record_id}({ends})")
    return [name for name in names if edition.fullmatch(name)]


def published_tags(record: Record) -> list[str]:
    """Tags that the record, or one of its releases, is published in."""
    return list(dict.fromkeys([*record.locales, *(tag for each in record.releases for tag in each.locales)]))


def _release(record: Record, name: str | None) -> Release:
    for release in record.releases:
        if name in (None, release.id):
            return release
    raise UnknownNameError(
        say("release of {id}", id=record.id), name or "(any)", [each.id for each in record.releases]
    )
