"""An event of a draft in the making, and what ties it to others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from eventrecord.drafts.sketch import Sketch, merge
from eventrecord.message import say

__all__ = ["Entry"]


_SHARED = ("start", "end", "duration", "time_zone", "status")
"""What is the same in every language."""


@dataclass(slots=True)
class Entry:
    """An event in the making, and what ties it to others."""

    event: dict[str, Any]
    line: int
    uid: str = ""
    own: str = ""
    """The id of the event in our own UID, if it is one."""
    record: str = ""
    """The id of the record there."""
    parent: str = ""
    children: list[str] = field(default_factory=list)
    at: str | None = None
    """When it was last changed."""

    def join(self, other: Entry, sketch: Sketch) -> None:
        """Take in the wordings that another file has of the same event; what it says otherwise is told."""
        differing = [name for name in _SHARED if self.event.get(name) != other.event.get(name)]
        merge(self.event, {key: other.event.get(key) for key in ("name", "description")})
        held = self.event.get("place"), other.event.get("place")
        if held[0] and held[1] and not sketch.unite("places", held[0], held[1]):
            differing.append("place")
        if not self._join_keywords(other, sketch):
            differing.append("keywords")
        for name in differing:
            told = say("the calendars do not agree on the {field} of {uid}", field=name, uid=self.uid[:80])
            sketch.tell("damaged", told, other.line)

    def _join_keywords(self, other: Entry, sketch: Sketch) -> bool:
        """Take the keywords of two languages for one another, in their order; False where that cannot be."""
        own, theirs = self.event.get("keywords", []), other.event.get("keywords", [])
        if len(own) != len(theirs):
            return False
        pairs = [(kept, name) for kept, name in zip(own, theirs, strict=True) if kept != name]
        if pairs:
            message = say("the keywords of several languages are taken for one another in their order")
            sketch.tell("guessed", message, other.line)
        united = [sketch.unite("terms", kept, name) for kept, name in pairs]
        return all(united)

    def settle(self, sketch: Sketch) -> None:
        """Call places and terms by the names that they have in the end."""
        if "place" in self.event:
            self.event["place"] = sketch.current("places", self.event["place"])
        if "keywords" in self.event:
            terms = [sketch.current("terms", name) for name in self.event["keywords"]]
            self.event["keywords"] = list(dict.fromkeys(terms))
