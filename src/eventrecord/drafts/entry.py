"""An event of a draft in the making, and what ties it to others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from eventrecord.drafts.sketch import Sketch, merge
from eventrecord.message import say

__all__ = ["Entry"]


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
        """Take in the wordings that another file has of the same event; times of its own are told."""
        for name in ("start", "end", "duration", "time_zone", "status"):
            if self.event.get(name) != other.event.get(name):
                sketch.tell(
                    "damaged",
                    say("the calendars do not agree on the {field} of {uid}", field=name, uid=self.uid[:80]),
                    other.line,
                )
        merge(self.event, {key: other.event.get(key) for key in ("name", "description")})
        if "place" in self.event and "place" in other.event and self.event["place"] != other.event["place"]:
            places = sketch.entries["places"]
            merge(places[self.event["place"]], places[other.event["place"]])
            sketch.drop("places", other.event["place"], self.event["place"])
