"""Languages of one text that do not state the same facts."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Path, Severity, path_text
from eventrecord.message import listed, say, say_n
from eventrecord.model.slot import Slot
from eventrecord.rules.context import Context, SlottedText, SlottedWording
from eventrecord.rules.rule import Rule
from eventrecord.rules.survey import Passage
from eventrecord.rules.wordings import chosen, words_of

__all__ = ["RULE"]

SIDES = {
    ("figures", "period"): "period",
    ("figures", "date"): "date",
    ("figures", "as-of"): "date",
    ("figures", "partners"): "partners",
    ("people", "posts"): "posts",
    ("events", "date"): "date",
    ("events", "dates"): "date",
    ("events", "day"): "date",
    ("events", "weekday"): "weekday",
    ("events", "time"): "time",
    ("events", "zoned-time"): "time",
    ("events", "times"): "times",
    ("events", "duration"): "duration",
    ("events", "attr"): "duration",
    ("events", "theme"): "theme",
}
"""Forms that do not name their entry or its value, but state something else of it."""
WITH = {("figures", "full"): "period", ("people", ""): "posts", ("people", "full"): "posts"}
"""What else a form may state beside the name or the value."""


def check(context: Context) -> Iterator[Diagnostic]:
    """All wordings of a text state the same facts; a written block is there in every language."""
    for text in context.slotted:
        yield from _facts(context, text)
    for passage in context.passages:
        if passage.path[0] == "releases" and passage.path[2] == "body":
            yield from _absent(context, passage)


def _facts(context: Context, text: SlottedText) -> Iterator[Diagnostic]:
    if len({_stated(wording.slots) for wording in text.wordings}) == 1:
        return
    passage = text.passage
    choices = [chosen(passage, tag, context.record.derive) for tag in context.locales(passage.path)]
    printed = {choice.tag for choice in choices if choice is not None and not choice.stand_in}
    wordings = [wording for wording in text.wordings if wording.tag in printed]
    if any(wording.fault for wording in wordings):
        return
    stated = {wording.tag: _stated(wording.slots) for wording in wordings}
    everything = frozenset[str]().union(*stated.values())
    facts = {slot.fact for wording in wordings for slot in wording.slots}
    if not facts.isdisjoint(f"{mention.kind}.{mention.id}" for mention in context.dangling):
        return
    for wording in wordings:
        lacking = sorted(everything - stated[wording.tag] - _told_with(wording.slots))
        if not lacking:
            continue
        fact = lacking[0]
        others = [other for other in wordings if fact in stated[other.tag]]
        said = listed([f"{{{name}}}" for name in lacking])
        yield RULE.at(
            wording.path,
            say_n(
                "{text}: the {tag} wording does not state {said}; {tags} does",
                "{text}: the {tag} wording does not state {said}; {tags} do",
                len(others),
                text=_named(context, passage.path),
                tag=wording.tag,
                said=said,
                tags=listed(other.tag for other in others),
            ),
            hint=say("state it in both, or in neither; {{kind.id}} is a slot for the fact"),
            labels=tuple(
                Label(
                    other.path,
                    say("{tag} states {{{fact}}}", tag=other.tag, fact=fact),
                    part=_place(other, fact),
                )
                for other in others[:1]
            ),
        )


def _place(wording: SlottedWording, fact: str) -> tuple[int, int]:
    """Where a wording states a fact."""
    return next((slot.start, slot.end) for slot in wording.slots if fact in _stated((slot,)))


def _stated(slots: tuple[Slot, ...]) -> frozenset[str]:
    """Facts that slots state: an entry, or one side of it; the period of a figure is not its value."""
    return frozenset(
        f"{slot.fact}:{SIDES[slot.kind, slot.form]}" if (slot.kind, slot.form) in SIDES else slot.fact
        for slot in slots
    )


def _told_with(slots: tuple[Slot, ...]) -> set[str]:
    """Sides that forms print with the entry; another language may print them apart."""
    return {f"{slot.fact}:{WITH[slot.kind, slot.form]}" for slot in slots if (slot.kind, slot.form) in WITH}


def _absent(context: Context, passage: Passage) -> Iterator[Diagnostic]:
    tags = context.locales(passage.path)
    lacking = [tag for tag in tags if chosen(passage, tag, context.record.derive) is None]
    if not lacking:
        return
    said = next((tag for tag, wording in passage.wordings.items() if words_of(wording)), None)
    yield RULE.at(
        passage.path,
        say("{text} is not written in {tags}", text=_named(context, passage.path), tags=listed(lacking)),
        hint=say(
            "write it there, or say why it is left out (omit: {{{tag}: not of interest there}})",
            tag=lacking[0],
        ),
        labels=(Label((*passage.path, said), say("written in {tag}", tag=said)),) if said else (),
        at_key=True,
    )


def _named(context: Context, path: Path) -> str:
    if path[0] == "releases" and path[2] == "body":
        block = context.record.releases[int(path[1])].body[int(path[3])]
        return (
            say("block {id!r}", id=block.id) if block.id else say("block {number}", number=int(path[3]) + 1)
        )
    return path_text(path)


RULE = Rule("parity", Severity.ERROR, "languages", say("Languages of one text state different facts."), check)
