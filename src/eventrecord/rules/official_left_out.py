"""A text that lists people of a rank and leaves out one who stands before or between them."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say, say_n
from eventrecord.rules.context import Context
from eventrecord.rules.ranks import called_people, named_people, ranks, runs
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Who is named after somebody of the same list says that nobody stands between them."""
    found = list(runs(context))
    for rank in ranks(context) if found else ():
        for run in found:
            places = [rank.people.index(name) for name in run.people if name in rank.people]
            if len(places) < 2:
                continue
            named = named_people(run.wording)
            lacking = [name for name in rank.people[: max(places)] if name not in named]
            if lacking:
                yield RULE.at(
                    run.wording.path,
                    say_n(
                        "the text names {last}, but not {lacking}, who stands before",
                        "the text names {last}, but not {lacking}, who stand before",
                        len(lacking),
                        last=called_people([rank.people[max(places)]]),
                        lacking=called_people(lacking),
                    ),
                    hint=say("name everybody down to the last, or only those from the top"),
                    labels=(Label(rank.path, say("the order of the record")),),
                    part=run.part,
                )


RULE = Rule(
    "official-left-out",
    Severity.ERROR,
    "names",
    say("A text lists people and leaves out one who ranks before the last of them."),
    check,
    rests_on="surroundings",
    is_grave=True,
)
