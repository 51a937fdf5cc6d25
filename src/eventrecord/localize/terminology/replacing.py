"""A term in the place of another: in its number, and with its capitals."""

from __future__ import annotations

from eventrecord.localize.data import inherited
from eventrecord.localize.terminology.concept import TermEntry
from eventrecord.localize.terminology.folding import folded

__all__ = ["goes_with", "in_place_of"]


def in_place_of(surface: str, entry: TermEntry, better: str, tag: str) -> str:
    """`better` as it is written where `surface` stands, a form of the term of `entry`: licences, Licences."""
    if tag.startswith("en") and folded(surface) != folded(entry.term):
        from eventrecord.localize.english.nouns import plural_of

        better = plural_of(better)
    if surface.isupper() and not entry.term.isupper():
        return better.upper()
    if surface[0].isupper() and entry.term[0].islower():
        return better[0].upper() + better[1:]
    return better


def goes_with(before: str, surface: str, better: str, tag: str) -> bool:
    """Whether the words before `surface` fit `better` too: of an article nobody can tell in general."""
    if not tag.startswith("en"):
        return True
    words = before.split()
    article = (
        bool(words) and before[-1:] == " " and words[-1].lower() in inherited("en", "words")["indefinite"]
    )
    return not article or surface[0].lower() == better[0].lower()
