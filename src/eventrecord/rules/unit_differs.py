"""Two languages of one text that state a value in different units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

if TYPE_CHECKING:
    from eventrecord.rules.paired import PairedFacts

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A sum is in the same currency in all languages, a share in the same unit."""
    for paired in context.paired:
        if paired.pair.verdict == "unit-differs":
            first, second = paired.pair.a, paired.pair.b
            if first.kind == "percent":
                yield _points(paired)
                continue
            yield RULE.at(
                paired.b.path,
                say(
                    "{tag} says {surface} ({unit}), {other} says {told} ({unit_told})",
                    tag=paired.b.tag,
                    surface=second.surface,
                    unit=second.unit,
                    other=paired.a.tag,
                    told=first.surface,
                    unit_told=first.unit,
                ),
                hint=say("name the currency in both: RMB 5 million; 500万元人民币; HK$5 million"),
                labels=(paired.label(),),
                part=paired.part(),
            )


def _points(paired: PairedFacts) -> Diagnostic:
    """From 10% to 15% is a rise of 5 points, or of 50 per cent."""
    message = say(
        "{tag} says {surface}, {other} says {told}: points are no per cent",
        tag=paired.b.tag,
        surface=paired.pair.b.surface,
        other=paired.a.tag,
        told=paired.pair.a.surface,
    )
    hint = say("see which is meant: percentage points (个百分点), or per cent (%), in both")
    return RULE.at(paired.b.path, message, hint=hint, labels=(paired.label(),), part=paired.part())


RULE = Rule(
    "unit-differs",
    Severity.ERROR,
    "languages",
    say("Two languages of one text state a value in different units."),
    check,
)
