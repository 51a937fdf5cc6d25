"""Events as nodes: what, when, where, who, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from zoneinfo import ZoneInfo

from eventrecord.formats.json_ld.graph import Graph, Key, Node, node, stated
from eventrecord.formats.json_ld.moments import written, written_span
from eventrecord.formats.json_ld.pages import refer_pages
from eventrecord.formats.json_ld.places import refer_room
from eventrecord.formats.json_ld.terms import refer_theme
from eventrecord.model.event import AttendanceMode, Event, EventKind, Registration, Status
from eventrecord.model.participation import Involvement, Modality, Participation, Role
from eventrecord.model.source import is_printed
from eventrecord.model.timetable import Entry, moments
from eventrecord.model.tree import place_of

__all__ = ["ROLES", "TYPES", "build_event", "people_of"]

TYPES = {
    EventKind.SERIES: "EventSeries",
    EventKind.CONFERENCE: "BusinessEvent",
    EventKind.SUMMIT: "BusinessEvent",
    EventKind.FORUM: "BusinessEvent",
    EventKind.SESSION: "Event",
    EventKind.CEREMONY: "Event",
    EventKind.EXHIBITION: "ExhibitionEvent",
    EventKind.FESTIVAL: "Festival",
    EventKind.TRAINING: "EducationEvent",
    EventKind.COMPETITION: "Event",
    EventKind.OTHER: "Event",
}
STATUSES = {
    Status.SCHEDULED: "https://schema.org/EventScheduled",
    Status.POSTPONED: "https://schema.org/EventPostponed",
    Status.RESCHEDULED: "https://schema.org/EventRescheduled",
    Status.CANCELLED: "https://schema.org/EventCancelled",
    Status.MOVED_ONLINE: "https://schema.org/EventMovedOnline",
}
MODES = {
    AttendanceMode.OFFLINE: "https://schema.org/OfflineEventAttendanceMode",
    AttendanceMode.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    AttendanceMode.MIXED: "https://schema.org/MixedEventAttendanceMode",
}
_ON_WEB = frozenset({AttendanceMode.ONLINE, AttendanceMode.MIXED})
ROLES = {
    Role.GUIDANCE: "contributor",
    Role.HOST: "organizer",
    Role.CO_HOST: "organizer",
    Role.ORGANIZER: "organizer",
    Role.CO_ORGANIZER: "organizer",
    Role.SUPPORTER: "contributor",
    Role.SPONSOR: "sponsor",
    Role.MEDIA: "contributor",
}
"""Property for each role; the exact role stays in the record."""
_PERFORMED = {Modality.SPOKE, Modality.CHAIRED}


def build_event(graph: Graph, event: Event, key: Key) -> Node:
    """An event; of another record, only what places it: name, days, status, page."""
    voice, own = graph.voice, key[0] == graph.record.id
    entry = graph.entries.get(id(event)) or Entry(
        event, (), None, ZoneInfo(event.time_zone) if event.time_zone else None
    )
    first, last = written_span(*moments(entry), entry.zone)
    basics = {
        "name": voice.name(event.name, f"events.{event.id}.name") if own else voice.text(event.name),
        "description": voice.prose(stated(event, "description"), "description") if own else None,
        "inLanguage": _languages(graph),
        "url": stated(event, "url"),
        "startDate": first,
        "endDate": last,
        "duration": str(event.duration) if first and stated(event, "duration") else None,
        "eventStatus": STATUSES[entry.status],
        "previousStartDate": _previous(entry),
        "eventAttendanceMode": MODES.get(stated(event, "attendance_mode")),
    }
    if not own:
        return node(TYPES[event.kind], **basics)
    return node(
        TYPES[event.kind],
        **basics,
        disambiguatingDescription=_made_up(graph, event),
        location=_location(graph, entry, key),
        **_organizations(graph, event),
        **_people(graph, event),
        superEvent=_parent(graph, event),
        subEvent=graph.refer_all("events", (child.id for child in event.sub_events)),
        keywords=_keywords(graph, event, key),
        **_registration(graph, stated(event, "registration"), entry.zone),
        **_recordings(graph, event),
        mainEntityOfPage=refer_pages(graph) if event is graph.record.event else None,
        subjectOf=graph.sources(event),
    )


def _people(graph: Graph, event: Event) -> Node:
    if not event.participants:
        return {}
    return {
        "performer": graph.refer_all("people", people_of(event, _PERFORMED)),
        "attendee": graph.refer_all("people", people_of(event, {Modality.ATTENDED})),
        "workPerformed": list(_talks(graph, event)),
    }


def people_of(event: Event, did: set[Modality]) -> Iterator[str]:
    """People who did one of these things, in rank order; nobody who withdrew."""
    for entry in _took_part(event):
        if did & set(entry.did):
            yield from [entry.person] if entry.person else entry.people


def _took_part(event: Event) -> Iterator[Participation]:
    for entry in stated(event, "participants") or []:
        if is_printed(entry, "did") and Modality.WITHDREW not in entry.did:
            yield entry


def _talks(graph: Graph, event: Event) -> Iterator[Node]:
    for entry in _took_part(event):
        topic = stated(entry, "topic") if Modality.SPOKE in entry.did else None
        if topic:
            speakers = graph.refer_all("people", [entry.person] if entry.person else entry.people)
            yield node("CreativeWork", name=graph.voice.text(topic), creator=speakers)


def _languages(graph: Graph) -> list[str] | str:
    tags = [localizer.tag for localizer in graph.voice.localizers]
    return tags if graph.voice.tagged else tags[0]


def _previous(entry: Entry) -> list[str | None]:
    """When a rescheduled event was to begin before, oldest first."""
    if not entry.event.changes or entry.status is not Status.RESCHEDULED:
        return []
    starts = dict.fromkeys(stated(change, "previous_start") for change in entry.event.changes)
    return [written(start, entry.zone) for start in starts if start and start != entry.event.start]


def _location(graph: Graph, entry: Entry, key: Key) -> Node | list[Node] | None:
    """Where it is held: room or place, its address on the web, or both."""
    mode = stated(entry.event, "attendance_mode")
    if mode is None and entry.status is Status.MOVED_ONLINE:
        mode = AttendanceMode.ONLINE
    address = _web_address(graph, entry.event) if mode in _ON_WEB else None
    if address is None:
        return _place(graph, entry, key)
    web = node("VirtualLocation", url=address)
    found = _place(graph, entry, key) if mode is AttendanceMode.MIXED else None
    return [found, web] if found else web


def _web_address(graph: Graph, event: Event | None) -> str | None:
    """Where an event is on the web: its page, or that where people register; else of the event above."""
    if event is None:
        return None
    registration = stated(event, "registration")
    own = stated(event, "url") or (registration and registration.url)
    return own or _web_address(graph, graph.entries[id(event)].parent)


def _place(graph: Graph, entry: Entry, key: Key) -> Node | None:
    """Room or place; of a postponed event the place it had before, for its page changes in nothing else."""
    event = entry.event
    place, room = place_of(graph.record, event), stated(event, "room")
    if place is not None and room is not None:
        return refer_room(graph, room, place, key)
    if event.place is None and entry.status is Status.POSTPONED:
        before = [stated(change, "previous_place") for change in event.changes]
        place = next(filter(None, reversed(before)), None)
    return graph.refer("places", place)


def _organizations(graph: Graph, event: Event) -> dict[str, list[Node]]:
    involved: list[Involvement] = stated(event, "organizations") or []
    references: dict[str, list[str]] = {"organizer": [], "contributor": [], "sponsor": []}
    for entry in involved:
        if is_printed(entry, "role"):
            references[ROLES[entry.role]] += entry.organizations
    return {name: graph.refer_all("organizations", found) for name, found in references.items() if found}


def _parent(graph: Graph, event: Event) -> Node | None:
    above = graph.entries[id(event)].parent
    if above is not None:
        return graph.refer("events", above.id)
    reference = stated(event, "part_of")
    if reference is None:
        return None
    if reference in graph.record.related:
        reference = f"{reference}/{graph.record.related[reference].event.id}"
    return graph.refer("events", reference)


def _keywords(graph: Graph, event: Event, key: Key) -> list[Node]:
    if not (event.brand or event.keywords or event.theme):
        return []
    terms = graph.refer_all("terms", [stated(event, "brand"), *(stated(event, "keywords") or [])])
    theme = refer_theme(graph, event, key)
    return [*terms, theme] if theme else terms


def _registration(graph: Graph, registration: Registration | None, zone: tzinfo | None) -> Node:
    if registration is None:
        return {}
    offer = node(
        "Offer",
        url=registration.url,
        description=graph.voice.prose(registration.note, "registration.note"),
        validFrom=written(registration.opens, zone),
        availabilityEnds=written(registration.closes, zone),
    )
    return {"isAccessibleForFree": registration.free, "offers": offer if len(offer) > 1 else None}


def _recordings(graph: Graph, event: Event) -> dict[str, list[Node]]:
    """Images that a browser can load are images; other pictures, and quotations, are recordings."""
    images = [*(stated(event, "images") or []), *graph.images.get(event.id, ())]
    quotations = [*(stated(event, "quotations") or []), *graph.quotations.get(event.id, ())]
    if not images and not quotations:
        return {}
    shown = [name for name in images if graph.localizer.entry("images", name).url]
    return {
        "image": graph.refer_all("images", shown),
        "recordedIn": [
            *graph.refer_all("images", (name for name in images if name not in shown)),
            *graph.refer_all("quotations", quotations),
        ],
    }


def _made_up(graph: Graph, event: Event) -> object:
    if not graph.record.fictional or event is not graph.record.event:
        return None
    return graph.voice.say(lambda localizer: str(localizer.words["labels"]["fictional"]))
