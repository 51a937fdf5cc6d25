"""What Google wants to know before it lists an event."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Severity, where
from eventrecord.message import joined, say
from eventrecord.model.event import AttendanceMode, Event, EventKind, Status
from eventrecord.model.participation import Modality, Role
from eventrecord.model.record import Record
from eventrecord.model.tree import place_of
from eventrecord.rules.context import Context
from eventrecord.rules.placeholder_address import is_own
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

_ORGANIZERS = (Role.HOST, Role.CO_HOST, Role.ORGANIZER, Role.CO_ORGANIZER)
_PERFORMED = {Modality.SPOKE, Modality.CHAIRED}


def check(context: Context) -> Iterator[Diagnostic]:
    """The record's event has what Google requires and recommends; where the office publishes web data at all.

    Series, and events that are on the web only, are not listed in any case.
    """
    record, event = context.record, context.record.event
    online = event.attendance_mode is AttendanceMode.ONLINE or event.status is Status.MOVED_ONLINE
    if online or event.kind is EventKind.SERIES or not is_own(context.settings, "base"):
        return
    needed = [] if _has_address(record, event) else ["location.address"]
    needed += [] if event.start else ["startDate"]
    wished = [key for key, is_there in _recommended(record, event).items() if not is_there]
    if not needed and not wished:
        return
    name, recommended = where(("event",), event.id), joined(wished, say(", "))
    message = say("Google recommends for {event}: {recommended}", event=name, recommended=recommended)
    if needed:
        message = say(
            "Google lists {event} only with {needed}", event=name, needed=joined(needed, say(" and "))
        )
    if needed and wished:
        message = say("{message}, and recommends {recommended}", message=message, recommended=recommended)
    yield RULE.at(
        ("event", "id"),
        message,
        hint=say("add what there is: the 'address' of the 'place', 'start', an image with a 'url' ..."),
    )


def _has_address(record: Record, event: Event) -> bool:
    """Whether the event's place, or one around it, has a postal address."""
    name, seen = place_of(record, event), set[str]()
    while name is not None and name not in seen:
        seen.add(name)
        place = record.find("places", name)
        if place is None or place.address is not None:
            return place is not None
        name = place.within
    return False


def _recommended(record: Record, event: Event) -> dict[str, bool]:
    images = [*event.images, *(name for name, image in record.images.items() if image.event == event.id)]
    offer = event.registration
    return {
        "description": event.description is not None,
        "endDate": event.end is not None or event.duration is not None,
        "image": any((image := record.find("images", name)) and image.url for name in images),
        "offers": offer is not None and bool(offer.url or offer.opens or offer.closes or offer.note),
        "organizer": any(entry.role in _ORGANIZERS for entry in event.organizations),
        "performer": any(_PERFORMED & set(entry.did) for entry in event.participants),
    }


RULE = Rule(
    "google-event",
    Severity.INFO,
    "export",
    say("Google wants to know more before it lists the event."),
    check,
    rests_on="record",
)
