"""Terms as CSV: the files of the terminology base, and the tables of names that other tools take."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from eventrecord.errors import TermsError
from eventrecord.localize.terminology.concept import STATUSES, TYPES, Concept, Row, TermEntry
from eventrecord.message import say
from eventrecord.model.base import ID_PATTERN
from eventrecord.model.text import TAG_PATTERN, State

__all__ = [
    "COLUMNS",
    "NAME_COLUMNS",
    "checked_row",
    "identifier",
    "own_concepts",
    "read_table",
    "table_text",
    "tidy",
]

COLUMNS = (
    "concept",
    "tag",
    "term",
    "status",
    "type",
    "state",
    "plural",
    "case",
    "convert",
    "valid_from",
    "valid_to",
    "definition",
    "note",
    "source",
)
NAME_COLUMNS = ("en", "zh_hans", "zh_hant_tw", "zh_hant_hk", "kind")
"""Columns of a table with a line per name, and a column per language."""
_ALLOWED = {
    "status": STATUSES,
    "type": TYPES,
    "state": ("official", "house", "unverified"),
    "case": ("", "fixed"),
    "convert": ("", "no"),
}
_PATTERNS = {
    "concept": (ID_PATTERN, say("lower-case letters, digits and hyphens, such as science-city")),
    "domain": (f"^$|{ID_PATTERN}", say("lower-case letters, digits and hyphens, such as places")),
    "tag": (TAG_PATTERN, say("a language tag, such as en, zh-Hans or zh-Hant-HK")),
    "valid_from": (
        r"^([0-9]{4}(-[0-9]{2}){0,2})?$",
        say("a year, month or day: 2022, 2022-11 or 2022-11-15"),
    ),
    "valid_to": (r"^([0-9]{4}(-[0-9]{2}){0,2})?$", say("a year, month or day: 2022, 2022-11 or 2022-11-15")),
}
_UNSEEN = "[\0-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
"""Characters that nobody sees, and so nobody can mend: controls, marks of direction, spaces of no width."""
_LONGEST_ID = 80
_DEFAULTS = {"status": "preferred", "state": "house"}
_STATES = {state.value: state for state in State}


def read_table(text: str, name: str, *, domain: str = "") -> Iterator[Row]:
    """The rows of a CSV file of terms; `domain` is theirs where they say none.

    Columns may stand in any order; only `concept`, `tag` and `term` must be there.

    Raises:
        TermsError: a line cannot be used; the message says which and why.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    try:
        header = _without_empty_ends([cell.strip() for cell in next(reader, [])])
        _check_header(header, name)
        for cells in reader:
            if not any(cells):
                continue
            place = f"{name}:{reader.line_num}"
            cells = cells[: len(header)] + _without_empty_ends(cells[len(header) :])  # noqa: PLW2901
            if len(cells) != len(header):
                raise TermsError(
                    say(
                        "{place}: {cells} cells for {columns} columns; a term with a comma stands in quotes",
                        place=place,
                        cells=len(cells),
                        columns=len(header),
                    )
                )
            told = dict(zip(header, cells, strict=True))
            told["domain"] = told.get("domain") or domain
            yield checked_row(told, place)
    except csv.Error as error:
        raise TermsError(
            say("{place}: is no CSV: {error}", place=f"{name}:{reader.line_num}", error=error)
        ) from None


def own_concepts(text: str, name: str) -> Iterator[Concept]:
    """The concepts of a file of our own base, which tests have checked and sorted: several times as fast."""
    domain = name.removesuffix(".csv")
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader)
    terms: dict[str, tuple[TermEntry, ...]] = {}
    definitions: dict[str, str] = {}
    before = ""
    for (
        concept,
        tag,
        term,
        status,
        sort,
        state,
        plural,
        case,
        convert,
        since,
        until,
        definition,
        *rest,
    ) in reader:
        if concept != before:
            if before:
                yield Concept(before, domain, terms, definitions)
            before, terms, definitions = concept, {}, {}
        if definition:
            definitions[tag] = definition
        entry = TermEntry(term, status, _STATES[state], sort, plural, case, convert, since, until, *rest)
        terms[tag] = (*terms.get(tag, ()), entry)
    yield Concept(before, domain, terms, definitions)


def table_text(rows: Iterable[Row], *, domains: bool = False) -> str:
    """The rows as a CSV file: UTF-8 text, commas, line feeds; with a column `domain` where asked."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    columns = ("concept", "domain", *COLUMNS[1:]) if domains else COLUMNS
    writer.writerow(columns)
    for row in rows:
        cells = {"concept": row.concept, "domain": row.domain, "tag": row.tag, "definition": row.definition}
        cells |= row.entry._asdict()
        writer.writerow([str(cells[column]) for column in columns])
    return written.getvalue()


def _without_empty_ends(cells: list[str]) -> list[str]:
    """Cells but for empty ones at the end, which spreadsheets add."""
    return cells[: max((place for place, cell in enumerate(cells, 1) if cell), default=0)]


def _check_header(header: list[str], name: str) -> None:
    known = (*COLUMNS, "domain")
    missing = [column for column in ("concept", "tag", "term") if column not in header]
    if missing:
        raise TermsError(
            say(
                "{place}: the first line names the columns, with commas between; {missing} must be there "
                "(known: {known}), or, in a table of names, {names}",
                place=f"{name}:1",
                missing=", ".join(missing),
                known=", ".join(known),
                names=", ".join(NAME_COLUMNS),
            )
        )
    for column in header:
        if column not in known:
            raise TermsError(
                say(
                    "{place}: there is no column {column}; known: {known}",
                    place=f"{name}:1",
                    column=repr(column),
                    known=", ".join(known),
                )
            )
        if header.count(column) > 1:
            raise TermsError(
                say("{place}: the column {column} stands there twice", place=f"{name}:1", column=column)
            )


def tidy(cell: str) -> str:
    """A cell without spaces and line ends around and doubled within; other spaces are the term's own."""
    return " ".join(part for part in re.split("[ \t\r\n]+", cell) if part)


def identifier(words: str, taken: set[str] | None) -> str:
    """An id made from words: lower case, hyphens; with a number where one is `taken` already."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = "-".join(re.findall("[a-z0-9]+", plain))[:_LONGEST_ID].strip("-")
    if taken is None:
        return name
    name = name or "concept"
    unique = next(one for n in count(1) if (one := name if n == 1 else f"{name}-{n}") not in taken)
    taken.add(unique)
    return unique


def checked_row(told: dict[str, str], place: str) -> Row:
    """The row that cells tell by column; `place` is where they were read.

    Raises:
        TermsError: a cell cannot be what its column wants.
    """
    told = {column: tidy(cell) or _DEFAULTS.get(column, "") for column, cell in told.items()}
    _check(told, place)
    return Row(
        told["concept"],
        told.get("domain", ""),
        told["tag"],
        TermEntry(
            told["term"],
            told.get("status", "preferred"),
            _STATES[told.get("state", "house")],
            *(told.get(column, "") for column in TermEntry._fields[3:]),
        ),
        told.get("definition", ""),
        place,
    )


def _check(told: dict[str, str], place: str) -> None:
    if not told["term"]:
        raise TermsError(say("{place}: has no term", place=place))
    for column, cell in told.items():
        if re.search(_UNSEEN, cell):
            raise TermsError(
                say(
                    "{place}: {column} holds an invisible control character; type it anew",
                    place=place,
                    column=column,
                )
            )
    for column, allowed in _ALLOWED.items():
        if told.get(column, allowed[0]) not in allowed:
            names = ", ".join(value or "nothing" for value in allowed)
            raise TermsError(
                say(
                    "{place}: {column} {value} is none of: {names}",
                    place=place,
                    column=column,
                    value=repr(told[column]),
                    names=names,
                )
            )
    for column, (pattern, meant) in _PATTERNS.items():
        if column in told and not re.search(pattern, told[column]):
            raise TermsError(
                say(
                    "{place}: {column} {value} cannot be: write {meant}",
                    place=place,
                    column=column,
                    value=repr(told[column]),
                    meant=meant,
                )
            )
    _check_validity(told, place)
    if told.get("plural") and not told["tag"].startswith("en"):
        raise TermsError(say("{place}: a plural is for English, not for {tag}", place=place, tag=told["tag"]))


def _check_validity(told: dict[str, str], place: str) -> None:
    for column in ("valid_from", "valid_to"):
        if day := told.get(column):
            try:
                date.fromisoformat(day + "-01-01"[len(day) - 4 :])
            except ValueError:
                raise TermsError(
                    say(
                        "{place}: {column} {value} is no day of the calendar",
                        place=place,
                        column=column,
                        value=repr(day),
                    )
                ) from None
    since, until = told.get("valid_from", ""), told.get("valid_to", "")
    if until and until < since[: len(until)]:
        raise TermsError(
            say(
                "{place}: valid_to {until} is before valid_from {since}",
                place=place,
                until=until,
                since=since,
            )
        )
