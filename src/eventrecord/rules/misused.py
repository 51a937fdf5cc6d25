"""Terms in authored wordings that the terminology has something against, for the rules that tell of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, cast

from eventrecord.diagnostic import Edit, Fix
from eventrecord.localize.terminology.base import Suspect, Terminology, day_of, is_name
from eventrecord.localize.terminology.folding import folded
from eventrecord.localize.terminology.matching import Matcher
from eventrecord.localize.terminology.replacing import goes_with, in_place_of
from eventrecord.localize.wording import choose, tag_parents
from eventrecord.message import Message, say
from eventrecord.rules.authored import NAMES, Authored
from eventrecord.rules.context import Context
from eventrecord.rules.wordings import is_person_name, words_of

__all__ = ["Fault", "Misuse", "misused_terms"]

_TITLES = "posts"
"""Domain of the base whose admitted terms are as good as the preferred: a bureau's head is 局长, not 厅长."""

_QUOTED = re.compile('[“”「」『』"]')

Fault = Literal["forbidden", "deprecated", "region", "time", "admitted"]


class Misuse(NamedTuple):
    """A term in a wording, and what to write instead, if that is known."""

    wording: Authored
    part: tuple[int, int]
    surface: str
    suspect: Suspect
    fault: Fault
    day: date
    better: str | None

    def advice(self) -> Message:
        """What to write instead; names are offered as slots, which change with the terminology."""
        slot = f"{{terms.{self.suspect.concept.id}}}"
        if self.better is None or self.better == self.surface:
            return say("write the slot {slot}, which prints the term of the day", slot=slot)
        if is_name(self.suspect.concept):
            return say("write {better}, or the slot {slot}", better=self.better, slot=slot)
        return say("write {better}", better=self.better)

    def fix(self) -> Fix | None:
        """The preferred term in its place.

        Safe where neither is a name or has a number in it, and where the words are the office's own: what
        somebody said or wrote stays as it was.
        """
        entry, tag = self.suspect.entry, self.wording.tag
        if self.better is None or self.better == self.surface:
            return None
        better = in_place_of(self.surface, entry, self.better, tag)
        if not goes_with(self.wording.plain[: self.part[0]], self.surface, better, tag):
            return None
        safe = (
            not is_name(self.suspect.concept)
            and not self.wording.is_name
            and self.wording.path[0] != "quotations"
            and not _QUOTED.search(self.wording.plain)
            and not re.search(r"\d", self.surface + better)
        )
        message = say("replace {old} by {new}", old=self.surface, new=better)
        return Fix(message, (Edit(self.wording.path, better, self.part),), safe)


def misused_terms(context: Context, tag: str, near: list[Suspect]) -> Iterator[Misuse]:
    """Terms in wordings of a language that are not to be there, each where it is no part of a longer name.

    `near` are the suspects of the terminology that are in these wordings at all.
    """
    preferred = _preferred(context.terminology, tag)
    near = [suspect for suspect in near if _is_fault(suspect, preferred)]
    keys = {suspect.key for suspect in near}
    guards = [
        name
        for name in (*preferred, *_names(context, tag), *_variants(context.terminology, tag))
        if (key := folded(name)) not in keys and any(one in key for one in keys)
    ]
    matcher: Matcher[Suspect | None] = Matcher(
        [(form, suspect) for suspect in near for form in _forms(suspect)] + [(name, None) for name in guards]
    )
    for wording in context.authored:
        if wording.tag != tag:
            continue
        day = _day(context, wording)
        for hit in matcher.find(wording.plain):
            for suspect in hit.values:
                if suspect is None or not _is_cased(suspect, hit.surface):
                    continue
                better = _better(context, suspect, tag, day)
                fault = _fault(suspect, tag, day, better)
                if fault is not None and not (fault == "admitted" and wording.is_name):
                    part = wording.part(hit.start, hit.end)
                    yield Misuse(wording, part, hit.surface, suspect, fault, day, better)
                    break


def _preferred(terms: Terminology, tag: str) -> set[str]:
    """What some concept prefers in a language: no fault, whatever another concept says of it."""
    chain = tag_parents(tag)
    return {
        entry.term
        for concept in terms.values()
        for link in chain
        for entry in concept.terms.get(link, ())
        if entry.status == "preferred" and not (entry.valid_from or entry.valid_to)
    }


def _variants(terms: Terminology, tag: str) -> Iterator[str]:
    for concept in terms.values():
        for link in tag_parents(tag):
            yield from (entry.term for entry in concept.terms.get(link, ()))


def _names(context: Context, tag: str) -> Iterator[str]:
    """Names in the record: of people, bodies, places, events."""
    chain = tag_parents(tag)
    for passage in context.passages:
        if passage.path[-1] not in NAMES:
            continue
        for link in chain:
            if words := words_of(passage.wordings[link]) if link in passage.wordings else None:
                if is_person_name(passage.path) and tag.startswith("zh"):
                    words = words.replace(" ", "")
                yield words


def _is_fault(suspect: Suspect, preferred: set[str]) -> bool:
    if suspect.entry.status in ("deprecated", "forbidden"):
        return True
    return suspect.entry.term not in preferred


def _forms(suspect: Suspect) -> set[str]:
    entry = suspect.entry
    forms = {entry.term}
    if suspect.tag.startswith("en") and entry.case != "fixed":
        from eventrecord.localize.english.nouns import plural_of

        forms |= {entry.plural or plural_of(entry.term), f"{entry.term}s"}
    return forms


def _is_cased(suspect: Suspect, surface: str) -> bool:
    """Whether capitals and small letters are those of the term, where they are fixed."""
    return suspect.entry.case != "fixed" or unicodedata.normalize("NFKC", surface) == suspect.entry.term


def _fault(suspect: Suspect, tag: str, day: date, better: str | None) -> Fault | None:
    entry = suspect.entry
    if entry.status in ("deprecated", "forbidden"):
        return cast("Fault", entry.status)
    if suspect.tag not in tag_parents(tag):
        return "region"
    if not entry.holds(day):
        return "time"
    other = entry.status == "admitted" and not entry.type and entry.term != better
    named = is_name(suspect.concept) and suspect.concept.domain != _TITLES
    return "admitted" if other and named else None


def _day(context: Context, wording: Authored) -> date:
    if wording.path[0] == "releases":
        issued = context.record.releases[int(wording.path[1])].issued
        if issued is not None:
            return issued.day
    return day_of(context.record)


def _better(context: Context, suspect: Suspect, tag: str, day: date) -> str | None:
    choice = choose(suspect.concept.name(day), tag, context.record.derive)
    return choice.words if choice and not choice.derived and not choice.stand_in else None
