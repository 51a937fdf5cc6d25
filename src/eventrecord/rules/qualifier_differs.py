"""Two languages of one text of which one says nearly and the other more than, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import Message, say
from eventrecord.model.figure import Qualifier
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_MEANS = {
    "exactly": say("exactly that"),
    "about": say("about that"),
    "below": say("that or less"),
    "above": say("that or more"),
}


def check(context: Context) -> Iterator[Diagnostic]:
    """What stands before a number in one language stands before it in the others: nearly is 近."""
    for paired in context.paired:
        if paired.pair.verdict == "qualifier-differs":
            first, second = paired.pair.a, paired.pair.b
            yield RULE.at(
                paired.b.path,
                say(
                    "{tag} says {surface} ({meaning}), {other} says {told} ({meaning_told})",
                    tag=paired.b.tag,
                    surface=second.surface,
                    meaning=_meaning(second.qualifier),
                    other=paired.a.tag,
                    told=first.surface,
                    meaning_told=_meaning(first.qualifier),
                ),
                hint=say("nearly is 近, more than is 超过 or 逾, about is 约, at least is 至少 or 以上"),
                labels=(paired.label(),),
                part=paired.part(),
            )


def _meaning(qualifier: Qualifier) -> Message:
    return _MEANS[qualifier.direction]


RULE = Rule(
    "qualifier-differs",
    Severity.WARNING,
    "languages",
    say("Two languages of one text say differently how exact a number is."),
    check,
)
