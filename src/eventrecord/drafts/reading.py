"""Which reader a file is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from eventrecord.drafts.calendar import draft_from_calendars
from eventrecord.drafts.characters import LIMIT
from eventrecord.drafts.draft import Draft
from eventrecord.drafts.encodings import encoding_named
from eventrecord.drafts.linked import draft_from_data, draft_from_page
from eventrecord.drafts.naming import is_tag
from eventrecord.errors import EventRecordError
from eventrecord.message import joined, say

__all__ = ["READERS", "read_draft"]

READERS: dict[str, Callable[[Mapping[str, bytes], str | None, str | None], Draft]] = {
    ".ics": draft_from_calendars,
    ".jsonld": draft_from_data,
    ".json": draft_from_data,
    ".html": draft_from_page,
    ".htm": draft_from_page,
}
"""Readers by the suffix of files; each takes files by their stems, an encoding, and a language."""


def read_draft(
    files: Mapping[str, bytes], *, encoding: str | None = None, locale: str | None = None
) -> Draft:
    """A draft record from a file that others published, or from one calendar in several languages.

    Args:
        files: the bytes by the name of the file: the suffix decides how it is read, the stem names it.
        encoding: how the bytes are to be decoded, if not as UTF-8: a name that browsers know.
        locale: the language of texts that do not tell theirs; else it is guessed by their characters.

    Raises:
        EventRecordError: a file is of another kind or encoding, too large, or holds no event.
        UnknownNameError: there is no such encoding.
    """
    told = encoding_named(encoding) if encoding is not None else None
    if locale is not None and not is_tag(locale):
        raise EventRecordError(say("{tag!r} is no language tag: write en, zh-Hans, zh-Hant-TW", tag=locale))
    by_stem: dict[str, bytes] = {}
    suffixes = set()
    for file, data in files.items():
        stem, dot, suffix = file.replace("\\", "/").rpartition("/")[2].rpartition(".")
        suffix = f"{dot}{suffix.lower()}"
        if suffix not in READERS:
            raise EventRecordError(
                say("{file}: import reads {suffixes} files", file=file, suffixes=joined(READERS, say(", ")))
            )
        if len(data) > LIMIT:
            raise EventRecordError(
                say("{file}: is larger than {limit} MB", file=file, limit=LIMIT // 1_000_000)
            )
        suffixes.add(suffix)
        by_stem[stem if stem not in by_stem else f"{stem}.{len(by_stem)}"] = data
    if len(suffixes) != 1 or (len(files) > 1 and suffixes != {".ics"}):
        raise EventRecordError(say("only calendars can be read together: import other files one by one"))
    try:
        return READERS[suffixes.pop()](by_stem, None if told == "utf-8" else told, locale)
    except EventRecordError as error:
        if len(files) > 1:
            raise
        reason = say("{file}: {reason}", file=next(iter(files)), reason=error.args[0])
        raise EventRecordError(reason) from None
