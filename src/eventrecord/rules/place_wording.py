"""A word for a place that readers of a language would take for another place, or do not use."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Severity
from eventrecord.localize.readers import PlaceWord, may_have_place_words, place_words
from eventrecord.message import say
from eventrecord.rules.authored import Authored
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.wordings import chosen

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Wordings call places as their readers do, also the readers of what is converted from them."""
    watched = [
        (source, tag)
        for texts in (context.authored_prose, context.authored_names)
        for source, text in texts.items()
        for tag in sorted({source, *context.tags})
        if may_have_place_words(text, tag)
    ]
    if not watched:
        return
    territory = _territory(context)
    for wording in context.authored:
        for tag in sorted({tag for source, tag in watched if source == wording.tag}):
            if tag == wording.tag or _is_made_from(wording, tag, context):
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
    part = wording.part(found.start, found.end)
    fix = None
    if tag == wording.tag:  # not safe: the place may be named instead
        fix = Fix(
            say("replace it by {new}", new=found.write), (Edit(wording.path, found.write, part),), safe=False
        )
    return RULE.at(wording.path, message, hint=hint, part=part, fix=fix)


def _is_made_from(wording: Authored, tag: str, context: Context) -> bool:
    """Whether the edition in a language prints the wording converted."""
    if tag not in context.locales(wording.passage.path):
        return False
    choice = chosen(wording.passage, tag, context.record.derive)
    return choice is not None and choice.derived and choice.tag == wording.tag


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
    say("A text calls a place otherwise than its readers do."),
    check,
    rests_on="surroundings",
)
