"""What sets two editions apart: a finding with a place in each."""

from __future__ import annotations

from dataclasses import dataclass

from eventrecord.diagnostic import Severity
from eventrecord.facts.named import Named
from eventrecord.localize.stated import Stated
from eventrecord.message import Message

__all__ = ["Drift"]


@dataclass(frozen=True, slots=True)
class Drift:
    """One thing that sets two editions apart; a side is None where it is about the other alone."""

    rule: str
    severity: Severity
    message: Message
    a: Stated | Named | None
    b: Stated | Named | None
