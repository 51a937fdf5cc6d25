"""Two languages of one text that name people in different orders."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from eventrecord.diagnostic import Diagnostic, Label, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context, SlottedWording
from eventrecord.rules.ranks import called_people, named_people, runs
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """The order in which people are named is their rank, and the same in every language."""
    for text in context.slotted:
        if len(text.wordings) < 2:
            continue
        first, *others = text.wordings
        order = named_people(first)
        for other in others:
            named = named_people(other)
            if named != order and sorted(named) == sorted(order) and _is_turned(context, (first, other)):
                yield RULE.at(
                    other.path,
                    say(
                        "{tag} names {people}, {other} {order}",
                        tag=other.tag,
                        people=called_people(named),
                        other=first.tag,
                        order=called_people(order),
                    ),
                    hint=say("give both the order of rank: readers take it from the order of the names"),
                    labels=(Label(first.path, say("the order in {tag}", tag=first.tag)),),
                )


def _is_turned(context: Context, wordings: tuple[SlottedWording, SlottedWording]) -> bool:
    """Whether people of one list change places: who hands a prize to whom is told in any order."""
    orders = [named_people(wording) for wording in wordings]
    return any(
        [order.index(a) < order.index(b) for order in orders] in ([True, False], [False, True])
        for run in runs(context)
        if run.wording in wordings
        for a, b in combinations(run.people, 2)
    )


RULE = Rule(
    "rank-differs",
    Severity.ERROR,
    "names",
    say("Two languages of one text name people in different orders."),
    check,
    is_grave=True,
)
