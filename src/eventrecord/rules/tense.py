"""Sentences of releases that say of an event that it is still to come, or that it is over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from eventrecord.diagnostic import Diagnostic, Label, Path, called
from eventrecord.localize.wording import tag_parents
from eventrecord.message import Message, say
from eventrecord.model.event import Status
from eventrecord.model.slot import Slot
from eventrecord.model.text import Text
from eventrecord.rules.authored import Authored
from eventrecord.rules.context import Context
from eventrecord.rules.moments import local_day, span_text
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import Sentence, sentences, telling
from eventrecord.rules.survey import is_press
from eventrecord.rules.tree import EventNode
from eventrecord.rules.wordings import words_of

__all__ = ["ToldEvent", "told_events"]

Tense = Literal["future", "past"]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EVENT_FORMS = ("", "full", "short")


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
    called = {node.event.id: _called(context, node, tag) for node in nodes}
    for sentence in sentences(words, slots, tag):
        if verb.search(sentence.text) is None or other.search(sentence.text):
            continue
        for node, start, end in _places(sentence, nodes, called):
            gap = between.match(sentence.after(end))
            told = verb.match(sentence.after(end), gap.end()) if gap else None
            if told is None or subject.search(sentence.before(start)) is None:
                continue
            if all(int(year) in _years(node) for year in _YEAR.findall(sentence.text)):
                yield ToldEvent(
                    node, told[0], wording.path, (start, end + told.end()), issued, passage.path[:2]
                )


def _places(
    sentence: Sentence, nodes: list[EventNode], called: dict[str, re.Pattern[str] | None]
) -> Iterator[tuple[EventNode, int, int]]:
    """Where a sentence names one of the events: by a slot, or by a name typed."""
    slots: list[Slot] = [s for s in sentence.slots if s.kind == "events" and s.form in _EVENT_FORMS]
    for node in nodes:
        for slot in slots:
            if slot.id == node.event.id:
                yield node, slot.start, slot.end
        names = called[node.event.id]
        for match in names.finditer(sentence.text) if names else ():
            yield node, sentence.start + match.start(), sentence.start + match.end()


def _called(context: Context, node: EventNode, tag: str) -> re.Pattern[str] | None:
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


def _years(node: EventNode) -> set[int]:
    return {day.year for day in (node.event.start and node.event.start.day, node.event.last_day()) if day}
