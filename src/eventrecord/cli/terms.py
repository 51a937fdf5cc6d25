"""`terms`: look terms up, list them, take them in from CSV and TBX, give them out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from eventrecord.cli.arguments import SEVERAL, listed
from eventrecord.cli.speech import spoken
from eventrecord.cli.terminal import tell
from eventrecord.errors import EventRecordError
from eventrecord.message import Message, joined, say, say_n

if TYPE_CHECKING:
    from eventrecord.localize.terminology.concept import Concept, Row, TermEntry
    from eventrecord.settings import Settings

__all__ = ["add_arguments", "run"]

STATUSES = ("preferred", "admitted", "deprecated", "forbidden")


def add_arguments(parser: argparse.ArgumentParser, command: str) -> None:
    """Declare the sub-commands of `terms`."""
    comma = say(", ")
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)

    def action(
        name: str, line: Message, work: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = actions.add_parser(name, help=line, allow_abbrev=False)
        sub.set_defaults(work=work)
        return sub

    find = action("find", say("show the concepts that have a word in a term, with all their terms"), _find)
    find.add_argument(
        "words", nargs="+", metavar="WORD", help=say("part of a term, in any language, or an id")
    )
    shown = action("list", say("list terms, a line each"), _list)
    add = action("add", say("add the terms of CSV or TBX files to the office's folder"), _add)
    imported = action("import", say("the same as add, for files of other tools"), _add)
    for taking in (add, imported):
        taking.add_argument("files", nargs="+", metavar="FILE", type=Path, help=say("a CSV or TBX file"))
    export = action("export", say("write terms as CSV or TBX"), _export)
    export.add_argument("--format", choices=("csv", "tbx"), help=say("csv unless FILE is a .tbx"))
    export.add_argument("--out", metavar="FILE", type=Path, help=say("write to FILE instead of printing"))
    for filtered in (shown, export):
        filtered.add_argument(
            "--domain",
            metavar="NAME",
            action="extend",
            type=listed,
            default=[],
            help=say("only terms of this domain{several}", several=SEVERAL),
        )
        filtered.add_argument("--office", action="store_true", help=say("only the office's own terms"))
    shown.add_argument(
        "--status",
        metavar="NAME",
        action="extend",
        type=listed,
        default=[],
        help=say(
            "only terms of this status: {statuses}{several}",
            statuses=joined(STATUSES, comma),
            several=SEVERAL,
        ),
    )
    shown.add_argument(
        "--locale",
        metavar="TAG",
        action="extend",
        type=listed,
        default=[],
        help=say("only terms of this language{several}", several=SEVERAL),
    )


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for; 1 if `find` or `list` had nothing to show."""
    code: int = arguments.work(arguments)
    return code


def _find(arguments: argparse.Namespace) -> int:
    from eventrecord.localize.terminology.base import terminology
    from eventrecord.localize.terminology.folding import folded

    concepts = terminology(settings=_settings())
    code = 0
    for word in arguments.words:
        key = folded(word).strip()
        found = [concept for concept in concepts.values() if key and _has(concept, key, folded)]
        for concept in sorted(found, key=lambda one: (not _has_exactly(one, key, folded), one.id)):
            print(f"{concept.id} ({_origin(concept)})")
            for tag, definition in concept.definitions.items():
                print(f"  {tag}: {definition}")
            _print_rows(
                ("", tag, entry.status, entry.term, _remarks(entry))
                for tag, entries in concept.terms.items()
                for entry in entries
            )
        if not found:
            code = 1
            _tell_near(word, concepts)
    return code


def _list(arguments: argparse.Namespace) -> int:
    _check_names(arguments.status, STATUSES, say("term status"))
    rows = [
        (concept.id, tag, entry.status, entry.term, _remarks(entry))
        for concept in _chosen(arguments)
        for tag, entries in concept.terms.items()
        for entry in entries
        if (not arguments.status or entry.status in arguments.status)
        and (not arguments.locale or tag in arguments.locale)
    ]
    _print_rows(rows)
    if not rows:
        tell(say("no term is of that sort"))
    return 0 if rows else 1


def _add(arguments: argparse.Namespace) -> int:
    from eventrecord.localize.terminology.base import office_terms, terminology
    from eventrecord.localize.terminology.concept import concepts_of, rows_of
    from eventrecord.localize.terminology.table import table_text

    folder = _folder()
    own = office_terms(folder) if folder.exists() else {}
    known = terminology()
    rows = {(row.concept, row.tag, row.entry.term): row for row in rows_of(own.values())}
    added = changed = unchanged = 0
    touched: set[str] = set()
    for file in arguments.files:
        for row in _read(file, {**known, **own}):
            home = own.get(row.concept) or known.get(row.concept)
            domain = (home.domain if home else row.domain) or _domain_of(file)
            placed = row._replace(domain=domain)
            key = (row.concept, row.tag, row.entry.term)
            before = rows.get(key)
            if before is not None and _same(before, placed):
                unchanged += 1
                continue
            added, changed = added + (before is None), changed + (before is not None)
            rows[key] = placed
            touched.add(domain)
    concepts = concepts_of(rows.values())
    files = {
        f"{domain}.csv": table_text(rows_of(c for c in concepts.values() if c.domain == domain)).encode()
        for domain in sorted(touched)
    }
    for name in _written(folder, files):
        print(folder / name)
    tell(
        say_n(
            "{n} term added, {changed} changed, {unchanged} there already",
            "{n} terms added, {changed} changed, {unchanged} there already",
            added,
            changed=changed,
            unchanged=unchanged,
        )
    )
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from eventrecord.localize.terminology.concept import rows_of
    from eventrecord.localize.terminology.table import table_text
    from eventrecord.localize.terminology.tbx import tbx_text

    concepts = list(_chosen(arguments))
    if not concepts:
        tell(say("there is nothing to export"))
        return 1
    suffix = arguments.out.suffix.lower() if arguments.out else ""
    if (arguments.format or suffix.lstrip(".")) == "tbx":
        text = tbx_text(concepts, "Terms")
    else:
        text = table_text(rows_of(concepts), domains=True)
    if arguments.out is None:
        sys.stdout.write(text)
        return 0
    if arguments.out.is_dir():
        raise EventRecordError(say("{file}: is a folder; --out wants a file", file=arguments.out))
    _written(arguments.out.parent, {arguments.out.name: text.encode()})
    tell(say_n("{file}: {n} concept", "{file}: {n} concepts", len(concepts), file=arguments.out))
    return 0


def _read(file: Path, known: Mapping[str, Concept]) -> list[Row]:
    """The terms of a file, whatever sort of file it is."""
    from eventrecord.localize.terminology.files import read_terms
    from eventrecord.localize.terminology.tbx import read_tbx

    data = file.read_bytes()
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        terms = read_tbx(data, str(file))
        if terms.left_out:
            names = ", ".join(f"{name} ({times})" for name, times in sorted(terms.left_out.items()))
            tell(say("{file}: left out, as a term has no field for it: {names}", file=file, names=names))
        return terms.rows
    return read_terms(data, str(file), known.values())


def _written(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    from eventrecord.cli.writing import write_all

    try:
        return write_all(folder, files)
    except OSError as error:
        raise EventRecordError(
            say("{folder}: cannot be written to: {error}", folder=folder, error=error.strerror or error)
        ) from error


def _chosen(arguments: argparse.Namespace) -> Iterable[Concept]:
    from eventrecord.localize.terminology.base import office_terms, terminology

    concepts: Mapping[str, Concept]
    concepts = office_terms(_folder()) if arguments.office else terminology(settings=_settings())
    _check_names(arguments.domain, sorted({concept.domain for concept in concepts.values()}), say("domain"))
    wanted = arguments.domain
    return [concepts[name] for name in sorted(concepts) if not wanted or concepts[name].domain in wanted]


def _check_names(typed: Iterable[str], known: Iterable[str], kind: Message) -> None:
    from eventrecord.errors import UnknownNameError

    names = list(known)
    for name in typed:
        if name not in names:
            raise UnknownNameError(kind, name, names)


def _settings() -> Settings:
    from eventrecord.cli.inputs import STANDARD_INPUT
    from eventrecord.cli.office import settings_for

    return settings_for(STANDARD_INPUT)


def _folder() -> Path:
    folder = _settings().terms
    if folder is None:
        raise EventRecordError(
            say('no settings here name a folder of terms; write terms = "terms" into eventrecord.toml')
        )
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _domain_of(file: Path) -> str:
    from eventrecord.localize.terminology.table import identifier

    return identifier(file.stem, None) or "terms"


def _same(one: Row, other: Row) -> bool:
    return one.entry == other.entry and one.domain == other.domain and one.definition == other.definition


def _has(concept: Concept, key: str, folded: Callable[[str], str]) -> bool:
    return key in concept.id or any(
        key in folded(entry.term) for each in concept.terms.values() for entry in each
    )


def _has_exactly(concept: Concept, key: str, folded: Callable[[str], str]) -> bool:
    return key == concept.id or any(key == folded(e.term) for each in concept.terms.values() for e in each)


def _tell_near(word: str, concepts: Mapping[str, Concept]) -> None:
    from difflib import get_close_matches

    terms = {entry.term for concept in concepts.values() for each in concept.terms.values() for entry in each}
    near = get_close_matches(word, sorted(terms), n=3, cutoff=0.7)
    if near:
        tell(say("no term has {word!r} in it; near it: {near}", word=word, near=", ".join(near)))
    else:
        tell(say("no term has {word!r} in it", word=word))


def _origin(concept: Concept) -> str:
    layer = spoken().tell(say("office") if concept.layer else say("base"))
    return f"{concept.domain}, {layer}" if concept.domain else layer


def _remarks(entry: TermEntry) -> str:
    """What else there is to say of a term, in short."""
    since, until = entry.valid_from, entry.valid_to
    return "; ".join(
        filter(
            None,
            (
                entry.type,
                "" if entry.state.value == "house" else entry.state.value,
                f"{since or '...'}/{until or '...'}" if since or until else "",
                entry.note,
            ),
        )
    )


def _print_rows(rows: Iterable[tuple[str, ...]]) -> None:
    from eventrecord.report.excerpt import visible, width

    table = [tuple(map(visible, row)) for row in rows]
    widths = [max(map(width, column)) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())
