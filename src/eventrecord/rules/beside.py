"""Faults beside the record: in the name of its file, after earlier editions, in what formats leave out."""

from __future__ import annotations

from eventrecord.diagnostic import Severity
from eventrecord.message import say
from eventrecord.rules.rule import Rule

__all__ = ["BESIDE"]

BESIDE = (
    Rule("file-name", Severity.WARNING, "references", say("The file of a record is not named after its id.")),
    Rule(
        "vanished-event",
        Severity.WARNING,
        "export",
        say("An event that was published before is no longer in the calendar."),
    ),
    Rule(
        "unlisted-change",
        Severity.WARNING,
        "export",
        say("An event was moved, but its changes do not say so."),
    ),
    Rule(
        "older-revision",
        Severity.WARNING,
        "export",
        say("What is published is older than what was published before."),
    ),
    Rule(
        "broken-edition",
        Severity.ERROR,
        "export",
        say("An edition is not as its standard wants it."),
    ),
    Rule("export-loss", Severity.INFO, "export", say("A format has no place for something in the record.")),
)
"""Rules of the command, which knows files and formats; they have no `check` here."""
