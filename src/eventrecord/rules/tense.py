"""Sentences of releases that say of an event that it is still to come, or that it is over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from eventrecord.diagnostic import Diagnostic, Label, Path, called
from eventrecord.message import Message, say
from eventrecord.model.event import Status
from eventrecord.model.slot import Slot
from eventrecord.rules.authored import Authored
from eventrecord.rules.context import Context
from eventrecord.rules.moments import local_day, span_text
from eventrecord.rules.named_events import event_names, named_events
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import sentences, telling
from eventrecord.rules.survey import is_press
from eventrecord.rules.tree import EventNode
from eventrecord.rules.wordings import words_of

__all__ = ["ToldEvent", "told_events"]

Tense = Literal["future", "past"]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class ToldEvent(NamedTuple):
    """An event and the words that say it is to come, or over, in a release of another day."""

    node: EventNode
    words: str
    path: Path
    part: tuple[int, int]
    issued: date
    release: Path

    @property
    def dates(self) -> str:
        """The event's dates as the record writes them."""
        return span_text(self.node.event)

    def found(self, rule: Rule, hint: Message) -> Diagnostic:
        """The finding, with where the dates are."""
        issued = self.issued.isoformat()
        return rule.at(
            self.path,
            say(
                "'{words}' is said of {event} ({dates}), but the release is of {issued}",
                words=self.words,
                event=called(self.node.path, self.node.event.id),
                dates=self.dates,
                issued=issued,
            ),
            hint=hint,
            labels=(
                Label((*self.node.path, "start"), self.dates),
                Label((*self.release, "issued"), say("issued {day}", day=issued)),
            ),
            part=self.part,
        )


def told_events(context: Context, tense: Tense) -> Iterator[ToldEvent]:
    """Events told as to come after their last day (`future`), or as over before their first (`past`).

    Only sentences count that have the event, as a slot or by a name, right before such words.
    """
    telltale = [
        (wording, verb)
        for wording in context.press
        if (verb := telling(wording.tag, "tense", tense)) and verb.search(wording.plain)
    ]
    due = {}
    for index in {int(wording.passage.path[1]) for wording, _ in telltale}:
        if told := _due(context, index, tense):
            due[index] = told
    if not due:
        return
    slots = {
        wording.path: wording.slots
        for text in context.slotted
        if is_press(text.passage)
        for wording in text.wordings
    }
    for wording, verb in telltale:
        path = wording.passage.path
        if int(path[1]) not in due:
            continue
        issued, nodes = due[int(path[1])]
        named = slots.get(wording.path, ())
        yield from _told(context, wording, named, verb, issued, nodes)


def _due(context: Context, index: int, tense: Tense) -> tuple[date, list[EventNode]] | None:
    """The day of a release, and the events that are over by then, or have not begun."""
    release = context.record.releases[index]
    moment = release.embargo or release.issued
    if moment is None:
        return None
    nodes = []
    for node in context.events:
        event, zone = node.event, release.time_zone or node.zone
        issued = local_day(moment, zone)
        last = event.last_day()
        if event.start is None or last is None or event.status in (Status.CANCELLED, Status.POSTPONED):
            continue
        if (last < issued) if tense == "future" else (local_day(event.start, node.zone) > issued):
            nodes.append(node)
    return (local_day(moment, release.time_zone or context.events[0].zone), nodes) if nodes else None


def _told(
    context: Context,
    wording: Authored,
    slots: tuple[Slot, ...],
    verb: re.Pattern[str],
    issued: date,
    nodes: list[EventNode],
) -> Iterator[ToldEvent]:
    tag, passage = wording.tag, wording.passage
    subject, between = telling(tag, "tense", "subject"), telling(tag, "tense", "between")
    other = telling(tag, "tense", "other_edition")
    words = words_of(passage.wordings[tag]) or ""
    if subject is None or between is None or other is None:
        return
    called = {node.event.id: event_names(context, node, tag) for node in nodes}
    for sentence in sentences(words, slots, tag):
        if verb.search(sentence.text) is None or other.search(sentence.text):
            continue
        for node, start, end in named_events(sentence, nodes, called):
            gap = between.match(sentence.after(end))
            told = verb.match(sentence.after(end), gap.end()) if gap else None
            if told is None or subject.search(sentence.before(start)) is None:
                continue
            if all(int(year) in _years(node) for year in _YEAR.findall(sentence.text)):
                said = words[end + told.start() : end + told.end()]
                yield ToldEvent(node, said, wording.path, (start, end + told.end()), issued, passage.path[:2])


def _years(node: EventNode) -> set[int]:
    return {day.year for day in (node.event.start and node.event.start.day, node.event.last_day()) if day}
