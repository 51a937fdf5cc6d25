"""Terms as TBX (ISO 30042:2019), dialect TBX-Basic in DCA style; earlier TBX and DCT style are read too.

What TBX-Basic has no category for, stands in notes that begin with `eventrecord` and comes back from them.
No package on offer writes TBX 3 with all terms of a concept, hence our own; see the terminologist's page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from eventrecord.errors import TermsError
from eventrecord.localize.terminology.concept import Concept, Row, TermEntry
from eventrecord.localize.terminology.safe_xml import line_of, read_xml
from eventrecord.localize.terminology.table import checked_row, identifier, tidy
from eventrecord.message import say

__all__ = ["ReadTerms", "read_tbx", "tbx_text"]

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
    "forbidden": "deprecatedTerm-admn-sts",
}
"""TBX-Basic has no forbidden: such a term is deprecated there, and a note says the rest."""
_READ_STATUSES = {
    "preferredTerm-admn-sts": "preferred",
    "admittedTerm-admn-sts": "admitted",
    "deprecatedTerm-admn-sts": "deprecated",
    "supersededTerm-admn-sts": "deprecated",
}
_TYPES = {"short-form": "shortForm", "abbreviation": "abbreviation"}
_READ_TYPES = {"shortForm": "short-form", "abbreviation": "abbreviation", "acronym": "abbreviation"}
_OURS = "eventrecord "
_NOTED = ("status", "state", "plural", "case", "convert", "valid_from", "valid_to", "note")
_CONCEPTS, _LANGUAGES, _TERMS = (
    ("conceptEntry", "termEntry"),
    ("langSec", "langSet"),
    ("termSec", "tig", "ntig"),
)
_STRUCTURE = frozenset((*_LANGUAGES, *_TERMS, "term", "termGrp", "descripGrp", "adminGrp", "termNoteGrp"))


class ReadTerms(NamedTuple):
    """What a file of another tool held."""

    rows: list[Row]
    left_out: Counter[str]
    """How often it told what a terminology base of ours has no place for, by category."""


def tbx_text(concepts: Iterable[Concept], title: str) -> str:
    """A TBX file of concepts."""
    root = ET.Element("tbx", {"xmlns": _NAMESPACE, "type": "TBX-Basic", "style": "dca", "xml:lang": "en"})
    description = ET.SubElement(ET.SubElement(root, "tbxHeader"), "fileDesc")
    _add(ET.SubElement(description, "titleStmt"), "title", title)
    _add(ET.SubElement(description, "sourceDesc"), "p", "Written by eventrecord")
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for concept in sorted(concepts, key=lambda concept: concept.id):
        _write(ET.SubElement(body, "conceptEntry", id=_xml_id(concept.id)), concept)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def read_tbx(data: bytes, name: str) -> ReadTerms:
    """The terms of a TBX file.

    Raises:
        TermsError: it is no XML or no TBX, declares a document type, or holds what cannot be a term.
    """
    root = read_xml(data, name)
    rows: list[Row] = []
    left_out: Counter[str] = Counter()
    entries = [element for element in root.iter() if _local(element) in _CONCEPTS]
    if not entries:
        raise TermsError(say("{file}: holds no concepts (conceptEntry); is it TBX?", file=name))
    taken: set[str] = set()
    for entry in entries:
        rows += _read(entry, name, taken, left_out)
    return ReadTerms(rows, left_out)


def _write(entry: ET.Element, concept: Concept) -> None:
    if concept.domain:
        _add(entry, "descrip", concept.domain, "subjectField")
    for tag, entries in concept.terms.items():
        section = ET.SubElement(entry, "langSec", {"xml:lang": tag})
        if definition := concept.definitions.get(tag):
            _add(section, "descrip", definition, "definition")
        for term in entries:
            _write_term(ET.SubElement(section, "termSec"), term)


def _write_term(section: ET.Element, entry: TermEntry) -> None:
    _add(section, "term", entry.term)
    _add(section, "termNote", _STATUSES[entry.status], "administrativeStatus")
    if entry.type:
        _add(section, "termNote", _TYPES[entry.type], "termType")
    if entry.source:
        _add(section, "admin", entry.source, "source")
    if entry.note and not entry.note.startswith(_OURS):
        _add(section, "note", entry.note)
    told = entry._asdict() | {"state": entry.state.value}
    for field in _NOTED:
        usual = {"status": entry.status != "forbidden", "state": told["state"] == "house"}
        usual["note"] = not entry.note.startswith(_OURS)
        if told[field] and not usual.get(field, False):
            _add(section, "note", f"{_OURS}{field}: {told[field]}")


def _read(entry: ET.Element, name: str, taken: set[str], left_out: Counter[str]) -> Iterator[Row]:
    sections = [element for element in entry if _local(element) in _LANGUAGES]
    if not sections:
        raise TermsError(
            say("{place}: the concept has no language (langSec)", place=f"{name}:{line_of(entry)}")
        )
    concept = identifier(entry.get("id", "").removeprefix("_") or _first_term(sections), taken)
    about = dict(_told(entry, left_out, {"subjectField", "definition"}))
    domain = identifier(about.get("subjectField", ""), None)
    for section in sections:
        tag = _tag(section.get(_LANG) or section.get("lang") or "", f"{name}:{line_of(section)}")
        own = dict(_told(section, left_out, {"definition"}))
        definition = own.get("definition") or about.pop("definition", "")
        for number, term in enumerate(element for element in section if _local(element) in _TERMS):
            told = _read_term(term, left_out) | {"concept": concept, "domain": domain, "tag": tag}
            told.setdefault("status", "admitted" if number else "preferred")
            told["definition"] = "" if number else definition
            yield checked_row(told, f"{name}:{line_of(term)}")


def _read_term(section: ET.Element, left_out: Counter[str]) -> dict[str, str]:
    term = next((element for element in section.iter() if _local(element) == "term"), None)
    told: dict[str, str] = {"term": "" if term is None else _words(term)}
    known = {"administrativeStatus", "termType", "source", "note"}
    for category, words in _told(section, left_out, known):
        field, _, value = words.removeprefix(_OURS).partition(": ")
        if category == "administrativeStatus":
            told["status"] = told.get("status") or _READ_STATUSES.get(words, "admitted")
        elif category == "termType":
            told["type"] = _READ_TYPES.get(words, "")
        elif category == "note" and words.startswith(_OURS) and field in _NOTED:
            told[field] = value
        else:
            told[category] = " ; ".join(filter(None, (told.get(category), words)))
    return told


def _told(parent: ET.Element, left_out: Counter[str], wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Categories and words that stand at this level, in groups or alone; what is not wanted is counted."""
    for element in parent:
        if _local(element) in (*_LANGUAGES, *_TERMS, "term"):
            continue
        for part in element.iter() if _local(element) in _STRUCTURE else (element,):
            if _local(part) in _STRUCTURE:
                continue
            category = part.get("type") or _local(part)
            if category in wanted:
                yield category, _words(part)
            else:
                left_out[category] += 1


def _first_term(sections: list[ET.Element]) -> str:
    terms = (element for section in sections for element in section.iter() if _local(element) == "term")
    return next((_words(term) for term in terms if _words(term).isascii()), "")


def _tag(language: str, place: str) -> str:
    """A language as we tag it: zh-TW is zh-Hant-TW, zh-CN is zh-Hans."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-", resolve_likely_subtags=True)
    except (ValueError, UnknownLocaleError):
        raise TermsError(
            say("{place}: xml:lang {tag} is no language", place=place, tag=repr(language))
        ) from None
    if locale.language != "zh":
        return "-".join(map(_cased, enumerate(language.split("-"))))
    if language.lower() == "zh":
        raise TermsError(
            say("{place}: xml:lang 'zh' does not say in which script: write zh-Hans or zh-Hant", place=place)
        )
    told = language.rpartition("-")[2].upper() == locale.territory and locale.script == "Hant"
    region = locale.territory if told else None
    return "-".join(filter(None, ("zh", locale.script, region)))


def _cased(part: tuple[int, str]) -> str:
    """A subtag in the letters that BCP 47 recommends: en, Latn, US."""
    place, subtag = part
    if place and len(subtag) == 2:
        return subtag.upper()
    return subtag.capitalize() if place and len(subtag) == 4 else subtag.lower()


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _words(element: ET.Element) -> str:
    return tidy("".join(element.itertext()))


def _add(parent: ET.Element, name: str, words: str, sort: str = "") -> None:
    ET.SubElement(parent, name, {"type": sort} if sort else {}).text = words


def _xml_id(concept: str) -> str:
    """An id as XML has it: it does not begin with a digit."""
    return f"_{concept}" if concept[0].isdigit() else concept
