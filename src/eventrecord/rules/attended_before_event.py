"""People who attended an event that had not begun when the record was written."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Label, Severity, where
from eventrecord.message import say
from eventrecord.model.participation import Modality
from eventrecord.rules.context import Context
from eventrecord.rules.moments import precedes
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_DONE = (Modality.ATTENDED, Modality.SPOKE, Modality.CHAIRED)


def check(context: Context) -> Iterator[Diagnostic]:
    """Who attended, spoke or chaired did so before the revision of the record, not after it."""
    revised = context.record.revision.at
    for node in context.events:
        start = node.event.start
        if start is None or not precedes(revised, start, node.zone):
            continue
        for index, entry in enumerate(node.event.participants):
            done = next((did for did in entry.did if did in _DONE), None)
            if done is not None:
                yield RULE.at(
                    (*node.path, "participants", index, "did"),
                    say(
                        "{did} is said of {event}, which begins {start}; but the record is of {revised}",
                        did=done,
                        event=where(node.path, node.event.id),
                        start=start,
                        revised=revised,
                    ),
                    hint=say("say invited, expected or confirmed; after the event, revise the record"),
                    labels=(
                        Label((*node.path, "start"), say("begins {start}", start=start)),
                        Label(("revision", "at"), say("revised {revised}", revised=revised)),
                    ),
                )
                break


RULE = Rule(
    "attended-before-event",
    Severity.WARNING,
    "dates",
    say("People attended what had not begun when the record was revised."),
    check,
)
