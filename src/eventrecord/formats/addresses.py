"""Addresses of what an office publishes, the same in every format: `base`, ids of record and entry."""

from __future__ import annotations

import re
from urllib.parse import quote

from eventrecord.model.record import Record
from eventrecord.model.release import Release

__all__ = [
    "KINDS",
    "article_address",
    "as_uri",
    "concept_address",
    "entry_address",
    "page_address",
    "term_address",
]

KINDS = {
    "events": "event",
    "releases": "release",
    "places": "place",
    "rooms": "room",
    "addresses": "address",
    "organizations": "organization",
    "people": "person",
    "figures": "figure",
    "quotations": "quotation",
    "images": "image",
    "terms": "term",
    "themes": "theme",
    "term sets": "terms",
    "sources": "source",
    "pages": "page",
}
"""Kinds of things in the order of a document, and what their addresses call them."""


def page_address(base: str, tag: str, record: Record) -> str:
    """The page that the event is shown on in one language: `<base><tag>/<record>`."""
    return f"{base}{tag}/{record.id}"


def article_address(base: str, tag: str, record: Record, release: Release) -> str:
    """A release in one language: `<base><tag>/<record>#release-<id>`."""
    return f"{page_address(base, tag, record)}#release-{release.id}"


def entry_address(base: str, record: Record, kind: str, reference: str) -> str:
    """An entry of the record, or of another as `<record>/<id>`: `<base><record>#<kind>-<id>`."""
    other, _, name = reference.rpartition("/")
    return f"{base}{other or record.id}#{KINDS[kind]}-{name}"


def term_address(base: str, record: Record, reference: str) -> str:
    """A term of a record; one that no record has is of the terminology base."""
    if record.find("terms", reference) is None:
        return concept_address(base, reference.rpartition("/")[2])
    return entry_address(base, record, "terms", reference)


def concept_address(base: str, name: str) -> str:
    """A term of the terminology base: `<base>terms/#<id>`."""
    return f"{base}terms/#{name}"


_HOST = re.compile(r"(https?://(?:[^/?#@]*@)?)([^/?#:@]+)(.*)", re.DOTALL)
_MEANT = "!#$%&'()*+,/:;=?@[]~"
"""What stays as it is: signs that mean something in an address, and octets that are written so already."""


def as_uri(address: str) -> str:
    """An address in ASCII, for standards that know no others (RFC 3987, 3.1).

    Of a host the letters are written as domain names have them (IDNA), all else as octets of UTF-8.
    """
    if address.isascii():
        return address
    if match := _HOST.fullmatch(address):
        try:
            host = match[2].encode("idna").decode("ascii")
        except UnicodeError:  # no domain name: a label that is too long, or empty
            host = quote(match[2], _MEANT)
        return quote(match[1], _MEANT) + host + quote(match[3], _MEANT)
    return quote(address, _MEANT)
