"""An entry that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, path_text
from eventrecord.message import say
from eventrecord.model.record import COLLECTIONS
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """Every source, person, organization, place, term, figure, award, quotation and image is referred to.

    Terms that forbid others need not be. Where an id of a kind dangles, nothing is said of that kind: the
    entry may be the one that is meant.
    """
    used, dangling = context.used, {mention.kind for mention in context.dangling}
    for kind in COLLECTIONS:
        if kind in dangling:
            continue
        for name in getattr(context.record, kind):
            if (kind, name) not in used and not (kind == "terms" and _watches(context, name)):
                yield RULE.at(
                    (kind, name),
                    say("nothing refers to {entry}, so no edition states it", entry=path_text((kind, name))),
                    hint=say("refer to it where it belongs, or take it out"),
                    at_key=True,
                )


def _watches(context: Context, name: str) -> bool:
    """Whether a term says what texts must not say: it is at work without being referred to."""
    term = context.record.terms[name]
    return bool(term.forbidden or term.deprecated or term.earlier)


RULE = Rule(
    "unused-entity", Severity.INFO, "references", say("Nothing refers to an entry."), check, rests_on="record"
)
