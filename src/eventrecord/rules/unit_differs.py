"""Two languages of one text that state a value in different units."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A sum is in the same currency in all languages, a share in the same unit."""
    for paired in context.paired:
        if paired.pair.verdict == "unit-differs":
            first, second = paired.pair.a, paired.pair.b
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


RULE = Rule(
    "unit-differs",
    Severity.ERROR,
    "languages",
    say("Two languages of one text state a value in different units."),
    check,
)
