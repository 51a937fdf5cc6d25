"""What sets two editions apart in names: a finding before it is told."""

from __future__ import annotations

from typing import NamedTuple

from eventrecord.diagnostic import Severity
from eventrecord.facts.named import Named
from eventrecord.localize.titles import Title
from eventrecord.message import Message

__all__ = ["Parting", "of_title"]


class Parting(NamedTuple):
    """One thing that sets two editions apart; a side is None where it is about the other alone."""

    rule: str
    severity: Severity
    message: Message
    a: Named | None
    b: Named | None

    @property
    def turned(self) -> Parting:
        """The same with the sides in each other's place."""
        return self._replace(a=self.b, b=self.a)


def of_title(title: Title) -> Named:
    """A post as a thing that has a place in the text."""
    return Named("post", None, title.surface, title.start, title.end, form="pattern")
