"""What a calendar leaves out of a record, or tells less exactly."""

from __future__ import annotations

from collections.abc import Mapping

from eventrecord.formats.calendar.wording import images
from eventrecord.formats.format import Loss
from eventrecord.message import say
from eventrecord.model.event import Status
from eventrecord.model.record import Record
from eventrecord.model.timetable import timetable

__all__ = ["losses", "rich_losses"]

_NO_ROOM = {
    "aims": say("a calendar does not say what an event is for"),
    "organizations": say("a calendar does not name the organizations behind an event"),
    "participants": say("a calendar does not name those who take part"),
    "programme": say("a calendar lists dated events, not a programme told in sum"),
    "registration": say("a calendar does not say how to register"),
    "awards": say("a calendar holds no awards"),
    "figures": say("a calendar holds no figures"),
    "quotations": say("a calendar holds no quotations"),
}


def losses(record: Record) -> list[Loss]:
    """Events that are not in the calendar or less exact there; what it has no room for, each sort once."""
    return _losses(record, _NO_ROOM)


def rich_losses(record: Record) -> list[Loss]:
    """The same for the rich calendar: a loss is what its linked data does not hold either."""
    return _losses(record, {})


def _losses(record: Record, no_room: Mapping[str, str]) -> list[Loss]:
    found: list[Loss] = []
    without: dict[str, Loss] = {}
    for entry in timetable(record):
        if entry.start is None:
            found.append(
                (entry.path, say("{id!r} is not in the calendar: {note}", id=entry.event.id, note=entry.note))
            )
            continue
        if entry.note:
            found.append(
                (
                    entry.path,
                    say("{id!r} is less exact in the calendar: {note}", id=entry.event.id, note=entry.note),
                )
            )
        if entry.status is Status.POSTPONED:
            kept = say(
                "{id!r} has no new time yet: the calendar keeps the old one, as tentative", id=entry.event.id
            )
            found.append((entry.path, kept))
        for field, why in no_room.items():
            if getattr(entry.event, field):
                without.setdefault(field, ((*entry.path, field), why))
        if no_room and not all(image.url for image in images(entry.event, record)):
            why = say("a calendar shows only images that have an address on the web")
            without.setdefault("images", (entry.path, why))
    return found + list(without.values())
