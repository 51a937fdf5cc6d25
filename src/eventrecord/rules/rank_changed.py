"""A text that lists people in another order than the record."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.ranks import called_people, ranks, runs
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """People that a text lists one after the other stand in the order that the record has them in."""
    found = list(runs(context))
    for rank in ranks(context) if found else ():
        for run in found:
            named = [name for name in run.people if name in rank.people]
            order = [name for name in rank.people if name in named]
            if len(named) > 1 and named != order:
                yield RULE.at(
                    run.wording.path,
                    say(
                        "the text names {people}, in the record the order is {order}",
                        people=called_people(named),
                        order=called_people(order),
                    ),
                    hint=say("the order of people is their rank: keep that of the record, or mend it there"),
                    labels=(Label(rank.path, say("the order of the record")),),
                    part=run.part,
                )


RULE = Rule(
    "rank-changed",
    Severity.ERROR,
    "names",
    say("A text lists people in another order than the record."),
    check,
    rests_on="surroundings",
    is_grave=True,
)
