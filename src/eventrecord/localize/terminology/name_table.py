"""Tables of names as tools for comparing texts take them: a line per concept, a column per language."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from eventrecord.errors import TermsError
from eventrecord.localize.terminology.concept import Concept, Row
from eventrecord.localize.terminology.table import NAME_COLUMNS, checked_row, identifier
from eventrecord.message import say

__all__ = ["is_name_table", "read_names"]

_LANGUAGES = dict(zip(NAME_COLUMNS, ("en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"), strict=False))
_DOMAINS = {
    "company": "companies",
    "event": "events",
    "org": "organizations",
    "organ": "government",
    "place": "places",
    "title": "posts",
    "venue": "places",
}
"""Our name of a domain, where such tables have another for the kind."""
_MARKS = {
    "official": {"state": "official"},
    "attested": {"state": "house"},
    "house": {"state": "house"},
    "variant": {"state": "house", "status": "admitted"},
    "unverified": {"state": "unverified"},
}
"""What a column `status` of such a table says of the names of its line."""


def is_name_table(text: str) -> bool:
    """Whether a CSV file is a table of names: its first line names languages."""
    try:
        header = {cell.strip() for cell in next(csv.reader(io.StringIO(text, newline="")), [])}
    except csv.Error:
        return False
    return "en" in header and not header.isdisjoint(_LANGUAGES.keys() - {"en"}) and "concept" not in header


def read_names(text: str, name: str, known: Iterable[Concept] = ()) -> Iterator[Row]:
    """The rows of a table of names: columns `en`, `zh_hans`, `zh_hant_tw`, `zh_hant_hk`, `kind`.

    A line that names what a `known` concept prefers has its id; other ids are made from the English names. A
    line marked `variant` names what an earlier line with the same Chinese names; it becomes an admitted term
    there. The columns `status` and `source` may be missing.

    Raises:
        TermsError: a line cannot be used; the message says which and why.
    """
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, restval="")
    ids = {(tag, term): concept.id for concept in known for tag, term in concept.name().items()}
    taken: set[str] = set(ids.values())
    homes: dict[str, tuple[str, str]] = {}
    told: set[tuple[str, str, str]] = set()
    begun: set[tuple[str, str]] = set()
    try:
        reader.fieldnames = [column.strip() for column in reader.fieldnames or ()]
        for line in reader:
            place = f"{name}:{reader.line_num}"
            if None in line:
                raise TermsError(
                    say("{place}: more cells than columns; a name with a comma stands in quotes", place=place)
                )
            names = {tag: line[column] for column, tag in _LANGUAGES.items() if line.get(column)}
            mark = line.get("status") or "house"
            if mark not in _MARKS:
                raise TermsError(
                    say(
                        "{place}: {column} {value} is none of: {names}",
                        place=place,
                        column="status",
                        value=repr(mark),
                        names=", ".join(_MARKS),
                    )
                )
            home = homes.get(line.get("zh_hans") or "") if mark == "variant" else None
            if home is None:
                kind = identifier(line.get("kind") or "", None)
                kind = _DOMAINS.get(kind, kind)
                found = next((ids[one] for one in reversed(names.items()) if one in ids), None)
                home = found or identifier(line.get("en") or f"{kind}-{reader.line_num}", taken), kind
                homes.setdefault(line.get("zh_hans") or home[0], home)
            concept, domain = home
            for tag, term in names.items():
                if (concept, tag, term) in told:
                    continue
                told.add((concept, tag, term))
                cells = {"concept": concept, "domain": domain, "tag": tag, "term": term}
                cells |= _MARKS[mark] | {"source": line.get("source") or ""}
                if (concept, tag) not in begun:
                    begun.add((concept, tag))
                    cells["status"] = "preferred"
                yield checked_row(cells, place)
    except csv.Error as error:
        raise TermsError(
            say("{place}: is no CSV: {error}", place=f"{name}:{reader.line_num}", error=error)
        ) from None
