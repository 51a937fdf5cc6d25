"""Where sentences name an event of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventrecord.localize.wording import tag_parents
from eventrecord.model.slot import Slot
from eventrecord.model.text import Text
from eventrecord.rules.context import Context
from eventrecord.rules.sentences import Sentence, telling
from eventrecord.rules.tree import EventNode
from eventrecord.rules.wordings import words_of

__all__ = ["event_names", "named_events"]

_EVENT_FORMS = ("", "full", "short")


def named_events(
    sentence: Sentence, nodes: list[EventNode], called: dict[str, re.Pattern[str] | None]
) -> Iterator[tuple[EventNode, int, int]]:
    """Where a sentence names one of the events: by a slot, or by a name typed, each with its offsets."""
    slots: list[Slot] = [s for s in sentence.slots if s.kind == "events" and s.form in _EVENT_FORMS]
    for node in nodes:
        for slot in slots:
            if slot.id == node.event.id:
                yield node, slot.start, slot.end
        names = called[node.event.id]
        for match in names.finditer(sentence.text) if names else ():
            yield node, sentence.start + match.start(), sentence.start + match.end()


def event_names(context: Context, node: EventNode, tag: str) -> re.Pattern[str] | None:
    """The names of an event: the full one, the short one, and "the forum" if it is the only one."""
    name = _words(node.event.name, tag)
    names = [re.escape(name)] if name else []
    if short := _words(node.event.short_name, tag):
        names.append(f"(?i:{re.escape(short)})")
    if (kind := _kind(node, tag)) and [_kind(other, tag) for other in context.events].count(kind) == 1:
        definite = telling(tag, "tense", "definite")
        names.append(f"{definite.pattern if definite else ''}(?i:{re.escape(kind)})")
    return re.compile("|".join(names)) if names else None


def _kind(node: EventNode, tag: str) -> str:
    """The last word of an event's name where it is one of a sort of events: forum."""
    kinds, name = telling(tag, "tense", "kinds"), _words(node.event.name, tag)
    match = kinds.search(name) if kinds and name else None
    return match[0].casefold() if match else ""


def _words(text: Text | None, tag: str) -> str:
    link = next((link for link in tag_parents(tag) if text and link in text), None)
    return (text and link and words_of(text[link])) or ""
