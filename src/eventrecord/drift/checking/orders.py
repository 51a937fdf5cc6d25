"""In which order a text writes the parts of people's names in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventrecord.diagnostic import Severity
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Spotted
from eventrecord.errors import EventRecordError
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.terminology.folding import folded
from eventrecord.message import say

__all__ = ["turned_names"]


def turned_names(names: Sequence[Spotted], text: str, localizers: Sequence[Localizer]) -> Iterator[Departure]:
    """Names that are not written as the house style does that fits most names of the text."""
    people = [one for one in names if one.name.kind == "people" and " " in one.name.form]
    people = [one for one in people if one.name.fact.startswith("people.")]
    if not people:
        return
    styles = [_forms(localizer, {one.name.fact for one in people}) for localizer in localizers]
    wrong = [[one for one in people if not _fits(one, text, forms)] for forms in styles]
    number = min(range(len(wrong)), key=lambda n: len(wrong[n]))
    for one in wrong[number]:
        surface = text[one.start : one.end]
        written = styles[number].get(one.name.fact)
        if written:
            said = say("the text writes {surface}, the record {written}", surface=surface, written=written[0])
            path, record = one.name.path, one.name.record
            yield Departure("name-differs", Severity.ERROR, said, one.start, one.end, surface, path, record)


def _forms(localizer: Localizer, facts: set[str]) -> dict[str, tuple[str, ...]]:
    """How the house style writes each person: whole, and named again."""
    found = {}
    for fact in facts:
        reference = fact.partition(".")[2]
        try:
            found[fact] = tuple(localizer.person(reference, form) for form in ("name", "again", "family"))
        except EventRecordError:
            continue
    return found


def _fits(one: Spotted, text: str, forms: dict[str, tuple[str, ...]]) -> bool:
    """Whether a name stands as a style writes it, or with an alias, which says the order itself."""
    written = {folded(form) for form in forms.get(one.name.fact, ())}
    words = sorted(folded(text[one.start : one.end]).split())
    turned = any(sorted(form.split()) == words for form in written)
    return folded(text[one.start : one.end]) in written or not turned
