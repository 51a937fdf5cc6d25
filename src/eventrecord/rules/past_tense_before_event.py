"""Prose that tells an event as over which has not begun when the release is issued."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity
from eventrecord.message import say
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule
from eventrecord.rules.tense import told_events

__all__ = ["RULE"]


def check(context: Context) -> Iterator[Diagnostic]:
    """A release of the day before does not say that the event was held."""
    for told in told_events(context, "past"):
        event = told.node.event.id
        yield told.found(
            RULE, say("tell it as to come; a composed block (lead: {event}) minds the day", event=event)
        )


RULE = Rule(
    "past-tense-before-event",
    Severity.WARNING,
    "dates",
    say("A text tells of an event as over that has not begun."),
    check,
)
