"""A word for a place that readers of a language would take for another place, or do not use."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.localize.readers import place_words
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Wordings call places as their readers do."""
    territory = _territory(context)
    for wording in context.authored:
        if wording.tag.startswith("zh"):
            for found in place_words(wording.plain, wording.tag, territory):
                message = (
                    say(
                        "{word} beside {other}: {write} goes with it",
                        word=found.word,
                        other=found.beside,
                        write=found.write,
                    )
                    if found.beside
                    else say(
                        "readers of {tag} do not say {word} for this place", tag=wording.tag, word=found.word
                    )
                )
                yield RULE.at(
                    wording.path,
                    message,
                    hint=say("write {write}, or name the place", write=found.write),
                    part=wording.part(found.start, found.end),
                )


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
