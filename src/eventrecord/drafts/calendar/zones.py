"""Time zones by the names that calendars give them: IANA's, Windows', or none that says where."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from eventrecord.drafts.calendar.components import Component
from eventrecord.drafts.calendar.observances import Observance, observances, offset_at
from eventrecord.drafts.sketch import Sketch
from eventrecord.message import joined, say
from eventrecord.model.span import zone_names

__all__ = ["Zone", "Zones"]


class Zone(NamedTuple):
    """What a time may be given: the name of a zone, else an offset from UTC, else neither."""

    name: str | None = None
    observances: tuple[Observance, ...] = ()

    def offset(self, local: datetime) -> str:
        """The offset that the file gives a local time, +08:00; empty where the name says it, or nothing."""
        return offset_at(local, self.observances)


class Zones:
    """The zones of one calendar, each looked into when it is first used."""

    def __init__(self, calendar: Component, sketch: Sketch) -> None:
        self.sketch = sketch
        self._described = {part.value("TZID"): part for part in calendar.parts if part.name == "VTIMEZONE"}
        self._found: dict[str, Zone] = {}

    def find(self, told: str, line: int) -> Zone:
        """The zone that a calendar calls `told`."""
        if told not in self._found:
            self._found[told] = self._look_up(told, line)
        return self._found[told]

    def own(self, told: str, line: int) -> str | None:
        """The zone that the calendar calls its own, in which it would be read."""
        return self._guess(told, line).name if told not in zone_names() or "/" not in told else told

    def _look_up(self, told: str, line: int) -> Zone:
        if told not in self._described:
            self.sketch.tell(
                "damaged", say("the time zone {zone} is not described in the file", zone=told), line
            )
        if told in zone_names() and ("/" in told or told == "UTC"):
            return Zone(told)
        return self._guess(told, line)

    def _guess(self, told: str, line: int) -> Zone:
        from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # CLDR's table windowsZones

        meant = next((name for name in _ends(told) if name in zone_names()), None)
        meant = meant or WINDOWS_TO_OLSON.get(told)
        if meant in zone_names():
            self.sketch.tell(
                "guessed", say("the time zone {zone} is taken for {name}", zone=told, name=meant), line
            )
            return Zone(meant)
        described = observances(self._described.get(told))
        if described:
            offsets = joined(list(dict.fromkeys(each.offset for each in described)), say(" or "))
            message = say(
                "{zone} is no name of a time zone: times keep the offset that the file gives it, {offset}",
                zone=told,
                offset=offsets,
            )
            self.sketch.tell("guessed", message, line)
            return Zone(None, described)
        self.sketch.tell(
            "lost",
            say("{zone} does not say which time zone it is: its times are local, without one", zone=told),
            line,
        )
        return Zone()


def _ends(told: str) -> list[str]:
    """The last parts of a name with slashes, longest first: /example.org/20260101/Asia/Shanghai."""
    parts = told.strip("/").split("/")
    return ["/".join(parts[-count:]) for count in (3, 2) if len(parts) >= count]
