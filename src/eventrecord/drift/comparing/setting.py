"""How one edition is set: punctuation of half width in a Chinese text."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing.named_text import NamedText
from eventrecord.drift.comparing.parting import Parting
from eventrecord.facts.named import Named
from eventrecord.localize.typography import find_slips, hide, locale_of
from eventrecord.message import say

__all__ = ["setting_slips"]

_RULES = frozenset({"half-width-punctuation"})
"""Faults of setting that no house style makes right."""
_STOPS = frozenset(",.;:?!")
"""Marks whose half width breaks a Chinese line; brackets are set so by many, around digits above all."""


def setting_slips(edition: NamedText) -> Iterator[Parting]:
    """Faults of each rule, told at the first of them; the first side is this edition.

    Warnings, but for brackets alone, which are information.
    """
    locale = locale_of(edition.tag)
    if locale is None:
        return
    first: dict[str, list[Named]] = {}
    for slip in find_slips(hide(edition.text, locale), locale):
        if slip.rule in _RULES and not slip.unless:
            surface = edition.text[slip.start : slip.end]
            one = Named("term", None, surface, slip.start, slip.end, form="pattern")
            first.setdefault(slip.rule, []).append(one)
    for rule, found in first.items():
        said = say("a mark of half width in Chinese text: {count} in all", count=len(found))
        severe = any(not _STOPS.isdisjoint(one.surface) for one in found)
        yield Parting(rule, Severity.WARNING if severe else Severity.INFO, said, found[0], None)
