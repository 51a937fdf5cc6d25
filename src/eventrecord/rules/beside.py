"""Faults that show beside the record: in the name of its file, and in what formats have no place for."""

from __future__ import annotations

from eventrecord.diagnostic import Severity
from eventrecord.message import say
from eventrecord.rules.rule import Rule

__all__ = ["BESIDE"]

BESIDE = (
    Rule("file-name", Severity.WARNING, "references", say("The file of a record is not named after its id.")),
    Rule("export-loss", Severity.INFO, "export", say("A format has no place for something in the record.")),
)
"""Rules of the command, which knows files and formats; they have no `check` here."""
