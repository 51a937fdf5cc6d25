"""Lengths in days that prose tells of an event right beside its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from eventrecord.model.event import Status
from eventrecord.model.figure import Qualifier
from eventrecord.rules.authored import Authored
from eventrecord.rules.moments import days_of
from eventrecord.rules.named_events import event_names, named_events
from eventrecord.rules.sentences import Sentence, sentences, signs, telling
from eventrecord.rules.told_facts import told_facts
from eventrecord.rules.wordings import words_of

if TYPE_CHECKING:
    from eventrecord.localize.stated import Stated
    from eventrecord.model.slot import Slot
    from eventrecord.rules.context import Context
    from eventrecord.rules.tree import EventNode

__all__ = ["ToldLength", "days_of_node", "told_lengths"]

_DAYS = re.compile(r"P(\d+)D")
_NEAR = 16
"""Characters before a name that are looked at."""


class ToldLength(NamedTuple):
    """A length that a wording tells of an event of another length."""

    node: EventNode
    wording: Authored
    stated: Stated
    said: int
    """Days, in the wording."""
    days: int
    """Days, in the record."""


def told_lengths(context: Context) -> Iterator[ToldLength]:
    """Exact numbers of days, told of events whose number of days is another one.

    Only what stands right beside an event's slot or name is told of it: a five-day Ocean Forum.
    """
    tags = [tag for tag, text in context.authored_prose.items() if _may_tell(tag, text)]
    events = context.events if tags else []
    nodes = [node for node in events if days_of_node(node) and context.is_whole("events", node.event.id)]
    if not nodes:
        return
    slots = {wording.path: wording.slots for text in context.slotted for wording in text.wordings}
    names = {tag: {node.event.id: event_names(context, node, tag) for node in nodes} for tag in tags}
    for wording in context.authored:
        if wording.tag in tags and wording.passage.prose and _may_tell(wording.tag, wording.plain):
            yield from _told(context, wording, slots.get(wording.path, ()), nodes, names[wording.tag])


def _may_tell(tag: str, text: str) -> bool:
    return any(sign in text for sign in signs(tag, "lengths"))


def days_of_node(node: EventNode) -> int | None:
    """From first to last day, both counted; else as long as the record says."""
    event, length = node.event, node.event.duration
    if event.status in (Status.CANCELLED, Status.POSTPONED):
        return None
    if event.start and event.end:
        return days_of(event, node.zone)
    return 7 * length.weeks + length.days if length and not (length.hours or length.minutes) else None


def _told(
    context: Context,
    wording: Authored,
    slots: tuple[Slot, ...],
    nodes: list[EventNode],
    names: dict[str, re.Pattern[str] | None],
) -> Iterator[ToldLength]:
    words = words_of(wording.passage.wordings[wording.tag]) or ""
    places = [
        (node, place)
        for sentence in sentences(words, slots, wording.tag)
        if _may_tell(wording.tag, sentence.text)
        for node, start, end in named_events(sentence, nodes, names)
        for place in _beside(sentence, start, end, wording.tag)
    ]
    for stated in told_facts(context, wording) if places else ():
        match = _DAYS.fullmatch(str(stated.value)) if stated.kind == "duration" else None
        if match is None or stated.qualifier is not Qualifier.EXACTLY:
            continue
        first, last = wording.part(stated.start, stated.end)
        for node, place in places:
            days = days_of_node(node)
            if first <= place < last and days and days != int(match[1]):
                yield ToldLength(node, wording, stated, int(match[1]), days)


def _beside(sentence: Sentence, start: int, end: int, tag: str) -> Iterator[int]:
    """Where in a wording the length of an event may stand: before its name, or after it and a verb."""
    before, after = telling(tag, "lengths", "before"), telling(tag, "lengths", "after")
    if before and (match := before.search(sentence.before(start)[-_NEAR:])):
        yield start - len(match[1]) - 1
    if after and (match := after.match(sentence.after(end))):
        yield end + match.end()
