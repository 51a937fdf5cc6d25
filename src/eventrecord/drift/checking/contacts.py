"""Where a record has the addresses and telephone numbers that editions print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from eventrecord.diagnostic import Path
from eventrecord.drift.checking.names import Name
from eventrecord.model.record import Record

__all__ = ["contacts_in"]

_CONTACT = re.compile(r"[\w.+-]+@[\w.-]+\w|https?://[^\s<>）)，。]+|\+?\d[\d -]{6,}\d")
"""Addresses and telephone numbers."""
_FIELDS = ("phone", "email", "url")
_HOMES = ("releases", "event", "organizations", "places", "images")
"""What editions print the addresses of, those for the press first."""


def contacts_in(text: str, record: Record) -> Iterator[tuple[int, int, Name]]:
    """Addresses and numbers to call in an edition, and what of the record each is."""
    found = list(_CONTACT.finditer(text))
    known = _known(record) if found else {}
    for match in found:
        path, owner = known.get(_bare(match[0]), ((), ""))
        yield match.start(), match.end(), Name("contacts", match[0], path, "", owner)


def _known(record: Record) -> dict[str, tuple[Path, str]]:
    known: dict[str, tuple[Path, str]] = {}
    for name, owner in {"": record, **record.related}.items():
        data = owner.model_dump(include=set(_HOMES), exclude_none=True, by_alias=True)
        for home in _HOMES:
            for path, words in _addresses(data.get(home), (home,)):
                known.setdefault(_bare(words), (path, name))
    return known


def _addresses(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    entries: Any = ()
    if isinstance(data, dict):
        entries = data.items()
    elif isinstance(data, list):
        entries = enumerate(data)
    for key, value in entries:
        if key in _FIELDS and isinstance(value, str):
            yield (*path, key), value
        else:
            yield from _addresses(value, (*path, key))


def _bare(words: str) -> str:
    """A number without what its digits are set apart by."""
    letters = any(character.isalpha() for character in words)
    return words.casefold().rstrip("/") if letters else re.sub(r"\D", "", words)
