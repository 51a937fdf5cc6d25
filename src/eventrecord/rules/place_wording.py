"""A word for a place that readers of a language would take for another place, or do not use."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.localize.readers import PlaceWord, place_words
from eventrecord.message import say
from eventrecord.rules.authored import Authored
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import chosen

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Wordings call places as their readers do, also the readers of what is converted from them."""
    territory = _territory(context)
    for wording in context.authored:
        if not wording.tag.startswith("zh"):
            continue
        for tag in (wording.tag, *_derived(context, wording)):
            for found in place_words(wording.plain, tag, territory):
                yield _finding(wording, tag, found)


def _finding(wording: Authored, tag: str, found: PlaceWord) -> Diagnostic:
    if found.beside:
        message = say(
            "{word} beside {other}: {write} goes with it",
            word=found.word,
            other=found.beside,
            write=found.write,
        )
    else:
        message = say("readers of {tag} do not say {word} for this place", tag=tag, word=found.word)
    hint = (
        say("write {write}, or name the place", write=found.write)
        if tag == wording.tag
        else say(
            "the {tag} edition is made from this; write a wording for {tag} with {write}, or name the place",
            tag=tag,
            write=found.write,
        )
    )
    return RULE.at(wording.path, message, hint=hint, part=wording.part(found.start, found.end))


def _derived(context: Context, wording: Authored) -> Iterator[str]:
    """Languages whose editions print the wording converted."""
    derive = context.record.derive
    for tag in context.locales(wording.passage.path):
        if tag != wording.tag and tag in derive:
            choice = chosen(wording.passage, tag, derive)
            if choice is not None and choice.derived and choice.tag == wording.tag:
                yield tag


def _territory(context: Context) -> str | None:
    """Where the event is: the country of its place, or of the place around that."""
    place = context.record.find("places", context.record.event.place) if context.record.event.place else None
    seen: set[str] = set()
    while place is not None:
        if place.address is not None and place.address.country:
            return str(place.address.country)
        if place.within is None or place.within in seen:
            return None
        seen.add(place.within)
        place = context.record.find("places", place.within)
    return None


RULE = Rule(
    "place-wording",
    Severity.WARNING,
    "languages",
    "A text calls a place otherwise than its readers do.",
    check,
)
