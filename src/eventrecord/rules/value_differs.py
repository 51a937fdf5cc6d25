"""Two languages of one text that state different values."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

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
        yield RULE.at(paired.b.path, message, hint=hint, labels=(paired.label(),), part=paired.part())


RULE = Rule(
    "value-differs",
    Severity.ERROR,
    "languages",
    say("Two languages of one text state different values."),
    check,
)
