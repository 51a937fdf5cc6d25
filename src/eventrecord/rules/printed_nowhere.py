"""Who took part in an event, where no release tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache, cached_property
from typing import Any

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, called, path_text
from eventrecord.localize.language import language
from eventrecord.message import Message, joined, say
from eventrecord.model.event import Status
from eventrecord.model.participation import Modality, Participation
from eventrecord.model.source import Standing
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.tree import EventNode
from eventrecord.rules.wordings import shown, words_of

__all__ = ["RULE"]

_PRESENT = {Modality.ATTENDED, Modality.CHAIRED}
_SLOTS = {Modality.SPOKE: {"speakers", "talks"}}
"""Slots of sentence patterns for what somebody did, where they are not called as it is."""
_MOST_LABELS = 3


def check(context: Context) -> Iterator[Diagnostic]:
    """Everybody told of in an event is in a composed block of it, or is named by the office's own words."""
    if not context.record.releases or not any(node.event.participants for node in context.events):
        return
    printing = _Printing(context)
    for node in context.events:
        if node.event.status in (Status.CANCELLED, Status.POSTPONED):
            continue
        remedies: dict[str, list[int]] = {}
        for index, entry in enumerate(node.event.participants):
            if remedy := printing.remedy(node, entry):
                remedies.setdefault(remedy, []).append(index)
        for remedy, places in remedies.items():
            yield _finding(node, places, remedy, printing.named)


class _Printing:
    """What the releases of a record print of those who take part."""

    def __init__(self, context: Context) -> None:
        record = context.record
        blocks = [block for release in record.releases for block in release.body]
        self.context = context
        self.tags = context.tags
        self.blocks = {
            sort: {name for block in blocks if (name := getattr(block, sort))}
            for sort in ("lead", "attendance")
        }
        self.named = {(m.kind, m.id) for m in context.mentions if _is_written(m.path)}
        quoted = [record.quotations.get(block.quotation) for block in blocks if block.quotation]
        self.named |= {("people", quotation.speaker) for quotation in quoted if quotation}

    @cached_property
    def written(self) -> list[str]:
        """The headlines and texts of releases, in all languages, in lower case."""
        return [
            words
            for passage in self.context.passages
            if _is_written(passage.path)
            for wording in passage.wordings.values()
            if (words := (words_of(wording) or "").casefold())
        ]

    def remedy(self, node: EventNode, entry: Participation) -> str | None:
        """What to do for a participation that nothing prints; None if it is printed, or should not be."""
        did = set(entry.did)
        if entry.standing is Standing.INFERRED or Modality.WITHDREW in did or self._is_named(entry):
            return None
        people = _people(entry)
        if people and did & _PRESENT:
            sort, slots = "lead", {"officials"}
        elif did & _PRESENT:
            sort, slots = "attendance", {m.value for m in did & {Modality.ATTENDED}}
        else:
            sort, slots = "attendance", set().union(*(_SLOTS.get(m, {m.value}) for m in did))
        told = any(slots & _composed(tag, sort) for tag in self.tags)
        if told and node.event.id in self.blocks[sort]:
            return None
        if told:
            return say(
                "add the block '{sort}: {event}' to a release, which prints it",
                sort=sort,
                event=node.event.id,
            )
        if did == {Modality.CONFIRMED}:
            return say(
                "no block prints who confirmed: say 'expected', which 'attendance: {event}' prints",
                event=node.event.id,
            )
        return say("say what else they did")

    def _is_named(self, entry: Participation) -> bool:
        if entry.figure:
            return ("figures", entry.figure) in self.named
        if entry.group is not None:
            told = [words_of(wording) for wording in entry.group.values()]
            return any(words.casefold() in text for words in told if words for text in self.written)
        return all(("people", name) in self.named for name in _people(entry))


def _is_written(path: Path) -> bool:
    """Whether what stands at `path` is in the headlines or the body of a release."""
    return path[0] == "releases" and path[2] in ("headline", "subheadline", "body")


@cache
def _composed(tag: str, sort: str) -> frozenset[str]:
    """Names of the slots in the sentences that a language has for a sort of block."""
    return frozenset(_slots(language(tag).patterns[sort]))


def _slots(patterns: Any) -> set[str]:
    """Names of the slots in all the sentences of patterns."""
    if isinstance(patterns, str):
        return set(re.findall(r"\{(\w+)\}", patterns))
    parts = patterns.values() if isinstance(patterns, dict) else patterns
    return set().union(*map(_slots, parts))


def _finding(node: EventNode, places: list[int], remedy: str, named: Set[tuple[str, str]]) -> Diagnostic:
    first, others = node.event.participants[places[0]], places[1:]
    message = say("no release prints {told}", told=_told(first, named))
    if others:
        message = say(
            "no release prints {told} and {others} more of {event}",
            told=_told(first, named),
            others=len(others),
            event=called(node.path, node.event.id),
        )
    labels = [
        Label(
            (*node.path, "participants", index),
            say("{told}: not printed either", told=_told(node.event.participants[index], named)),
        )
        for index in others[:_MOST_LABELS]
    ]
    return RULE.at(
        (*node.path, "participants", places[0]),
        message,
        hint=_hint(remedy, first, named),
        labels=tuple(labels),
    )


def _people(entry: Participation) -> list[str]:
    return [entry.person] if entry.person else entry.people


def _hint(remedy: str, entry: Participation, named: Set[tuple[str, str]]) -> Message:
    """The remedy, or to write it oneself: with the slot that names it in a text block, if there is one."""
    slots = [f"{{people.{name}}}" for name in _unnamed(entry, named)]
    if entry.figure:
        slots = [f"{{figures.{entry.figure}}}"]
    if slots:
        return say("{remedy}, or write it in a text block ({slot})", remedy=remedy, slot=slots[0])
    return say("{remedy}, or write it in a text block", remedy=remedy)


def _unnamed(entry: Participation, named: Set[tuple[str, str]]) -> list[str]:
    return [name for name in _people(entry) if ("people", name) not in named]


def _told(entry: Participation, named: Set[tuple[str, str]]) -> str:
    who: str
    if entry.group is not None:
        words = next((words for wording in entry.group.values() if (words := words_of(wording))), "")
        who = say("'{words}'", words=shown(words)) if words else say("a group")
    elif entry.figure:
        who = path_text(("figures", entry.figure))
    else:
        who = joined((called(("people", name), name) for name in _unnamed(entry, named)), say(", "))
    return say("{who} ({did})", who=who, did=joined(entry.did, say(", ")))


RULE = Rule(
    "printed-nowhere",
    Severity.WARNING,
    "press",
    say("No release tells who took part."),
    check,
    rests_on="record",
)
