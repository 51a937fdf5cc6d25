"""A rise or fall in prose whose sentence does not say that it is one."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity, called
from eventrecord.message import Named, say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import sentences, telling
from eventrecord.rules.wordings import words_of

__all__ = ["RULE"]

_BARE = ("", "short", "value")
"""Forms of a figure that print the number without its direction."""


def check(context: Context) -> Iterator[Diagnostic]:
    """The sentence of a bare slot has a word for the direction of its figure, of whatever kind."""
    directions = {
        name: figure.comparison.direction
        for name, figure in context.record.figures.items()
        if figure.comparison is not None and figure.comparison.direction != "level"
    }
    for text in context.slotted if directions else ():
        for wording in text.wordings:
            if not any(slot.kind == "figures" and slot.id in directions for slot in wording.slots):
                continue
            words = words_of(text.passage.wordings[wording.tag]) or ""
            for sentence in sentences(words, wording.slots, wording.tag):
                for slot in sentence.slots:
                    if slot.kind != "figures" or slot.form not in _BARE or slot.id not in directions:
                        continue
                    direction = directions[slot.id]
                    told = telling(wording.tag, "directions", direction)
                    if told and not told.search(sentence.text):
                        path = ("figures", slot.id)
                        yield RULE.at(
                            wording.path,
                            say(
                                "{figure} is {direction}, which this sentence does not say",
                                figure=called(path, slot.id),
                                direction=Named(direction),
                            ),
                            hint=say(
                                "a slot prints the bare number: write which way it went, or write {slot}",
                                slot=f"{{figures.{slot.id}:full}}",
                            ),
                            labels=(Label((*path, "comparison"), Named(direction)),),
                            part=(slot.start, slot.end),
                        )


RULE = Rule(
    "direction-untold",
    Severity.WARNING,
    "numbers",
    say("A text prints a rise or fall without saying which it is."),
    check,
)
