"""Terms of a text that may not be used, are out of use, or belong to another region or time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from eventrecord.diagnostic import Path, Severity
from eventrecord.drift.checking.covered import Covered
from eventrecord.drift.checking.departure import Departure
from eventrecord.drift.checking.names import Spotted
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.terminology.base import Suspect, day_of
from eventrecord.localize.terminology.folding import folded
from eventrecord.localize.terminology.matching import Matcher
from eventrecord.localize.wording import tag_parents
from eventrecord.localize.writing import written_day
from eventrecord.message import Message, say

__all__ = ["misused_terms"]


def misused_terms(
    text: str, localizer: Localizer, names: Sequence[Spotted], today: date | None
) -> Iterator[Departure]:
    """What the terminology has against words of a text, where they are no part of a name of the record."""
    terms, tag, day = localizer.terminology, localizer.tag, today or day_of(localizer.record)
    near = terms.suspects_in(folded(text), tag)
    if not near:
        return
    chain = tag_parents(tag)
    usual: dict[str, None] = {}
    for concept in terms.values():
        for link in chain:
            for entry in concept.terms.get(link, ()):
                if entry.status in ("preferred", "admitted") and entry.holds(day):
                    usual[folded(entry.term)] = None
    keys = {one.key for one in near}
    guards = [term for term in usual if any(key in term for key in keys)]
    matcher: Matcher[Suspect | None] = Matcher(
        [(one.entry.term, one) for one in near] + [(term, None) for term in guards]
    )
    covered = Covered((one.start, one.end) for one in names)
    for hit in matcher.find(text):
        if None in hit.values or covered.covers(hit.start, hit.end):
            continue
        for suspect in hit.values:
            if suspect is not None and (told := _told(suspect, hit.surface, tag, day)):
                severity, said = told
                path: Path = (
                    ("terms", suspect.concept.id) if suspect.concept.id in localizer.record.terms else ()
                )
                yield Departure("term-drift", severity, said, hit.start, hit.end, hit.surface, path)
                break


def _told(suspect: Suspect, surface: str, tag: str, day: date) -> tuple[Severity, Message] | None:
    """How grave it is, and what it is."""
    entry, concept = suspect.entry, suspect.concept
    better = concept.name(day)
    link = next((one for one in tag_parents(tag) if one in better), None)
    if link is None or better[link] == surface:
        return None
    values: dict[str, object] = {"surface": surface, "better": better[link]}
    if entry.case == "fixed" and surface != entry.term:
        return None
    match entry.status:
        case "forbidden":
            return Severity.ERROR, say("{surface} may not be used; the term is {better}", **values)
        case "deprecated":
            return Severity.WARNING, say("{surface} is no longer used; the term is {better}", **values)
    if suspect.tag not in tag_parents(tag):
        said = say("{surface} is said in another region; here the term is {better}", **values)
        return Severity.WARNING, said
    if not entry.holds(day):
        values["day"] = written_day(day)
        return Severity.WARNING, say("{surface} was not in use on {day}; the term is {better}", **values)
    return None
