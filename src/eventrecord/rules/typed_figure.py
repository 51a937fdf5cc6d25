"""A number in prose that the record has as a figure."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """What is a figure of the record is printed from there, in every language."""
    for typed in context.typed:
        if typed.verdict == "repeats":
            yield RULE.at(
                typed.wording.path,
                say("{surface} is written out; the record has it", surface=typed.stated.surface),
                hint=say("write {{figures.{name}}}: then it changes with the record", name=typed.name),
                labels=(typed.label(),),
                part=typed.part(),
            )


RULE = Rule(
    "typed-figure",
    Severity.INFO,
    "numbers",
    say("A text writes out a figure that the record has."),
    check,
    rests_on="record",
)
