"""Two languages of one text that state different values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

if TYPE_CHECKING:
    from eventrecord.rules.paired import PairedFacts
    from eventrecord.rules.typed import TypedFigure

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Sums, counts, shares, dates and times that languages write out are the same ones."""
    for paired in context.paired:
        if paired.pair.verdict != "value-differs":
            continue
        first, second = paired.pair.a, paired.pair.b
        times = paired.pair.times
        message = say(
            "{tag} says {surface}, {other} says {told}",
            tag=paired.b.tag,
            surface=second.surface,
            other=paired.a.tag,
            told=first.surface,
        )
        if times:
            message = say("{message}: off by {times:,}×", message=message, times=times)
        hint = (
            say("one of them slipped by a zero or a scale word: 亿 is 100 million, 万 is ten thousand")
            if times
            else say("one of them is wrong, or they tell of different things; a slot prints both")
        )
        labels: tuple[Label, ...] = (paired.label(),)
        if known := _known(context, paired):
            hint = say(
                "the record has what {tag} says: correct the other, or write {{figures.{name}}} in both",
                tag=known.wording.tag,
                name=known.name,
            )
            labels += (known.label(),)
        yield RULE.at(paired.b.path, message, hint=hint, labels=labels, part=paired.part())


def _known(context: Context, paired: PairedFacts) -> TypedFigure | None:
    """The figure of the record that one of the two languages repeats."""
    places = {(paired.a.path, paired.pair.a.start), (paired.b.path, paired.pair.b.start)}
    told = (typed for typed in context.typed if typed.verdict == "repeats")
    return next((typed for typed in told if (typed.wording.path, typed.stated.start) in places), None)


RULE = Rule(
    "value-differs",
    Severity.ERROR,
    "languages",
    say("Two languages of one text state different values."),
    check,
)
