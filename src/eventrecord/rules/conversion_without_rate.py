"""A sum in a second currency in brackets, typed into prose, of which nobody can say by which rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.sentences import telling
from eventrecord.rules.told_facts import told_facts

__all__ = ["RULE"]

_OPENS = re.compile(r"[^\d]{0,3}\s*[(（][^()（）\d]{0,8}")


def check(context: Context) -> Iterator[Diagnostic]:
    """A sum of money is converted in the record, with the rate, its day and its source."""
    for wording in context.authored:
        plain = wording.plain
        if not wording.passage.prose or ("(" not in plain and "（" not in plain):
            continue
        may = telling(wording.tag, "numbers", "converted")
        if may is None or may.search(plain) is None:
            continue
        sums = [stated for stated in told_facts(context, wording) if stated.kind == "money"]
        for stated, converted in pairwise(sums):
            between = plain[stated.end : converted.start]
            if stated.unit != converted.unit and _OPENS.fullmatch(between):
                yield RULE.at(
                    wording.path,
                    say(
                        "{converted} stands for {sum}, by a rate that is told nowhere",
                        converted=converted.surface,
                        sum=stated.surface,
                    ),
                    hint=say(
                        "write the sum under `figures` with `converted`: money, rate, day and source; "
                        "the slot prints both"
                    ),
                    part=wording.part(converted.start, converted.end),
                )


RULE = Rule(
    "conversion-without-rate",
    Severity.WARNING,
    "numbers",
    say("A text converts a sum without a rate in the record."),
    check,
)
