"""Prose that announces an event which is over when the release is issued."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.tense import told_events

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A release of the day after does not say that the event will be held."""
    for told in told_events(context, "future"):
        event = told.node.event.id
        yield told.found(
            RULE, say("tell it as past; a composed block (lead: {event}) minds the day", event=event)
        )


RULE = Rule(
    "future-tense-after-event",
    Severity.WARNING,
    "dates",
    say("A text announces an event that is over."),
    check,
)
