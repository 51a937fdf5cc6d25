"""iCalendar with what came later (RFC 9073, 9253): people, places, concepts, styled text, linked data.

The entries are those of the plain calendar, and more: who reads RFC 5545 alone finds all of that in them.
Not every reader passes over what it does not know, so this calendar is made only where it is asked for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from eventrecord.formats.addresses import as_uri, term_address
from eventrecord.formats.calendar import ical, wording
from eventrecord.formats.calendar.entries import uid
from eventrecord.formats.calendar.head import feed
from eventrecord.formats.json_ld import event_data
from eventrecord.localize.localizer import Localizer
from eventrecord.model.event import Event
from eventrecord.model.participation import Modality, Role
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.model.source import is_printed
from eventrecord.model.timetable import Entry
from eventrecord.model.tree import place_of

if TYPE_CHECKING:
    from icalendar import Calendar, Component

__all__ = ["SUFFIX", "render"]

SUFFIX = "rich.ics"
_TYPES = {Role.SPONSOR: "SPONSOR"}
"""Types of participants (RFC 9073, 6.2); organizations of other roles are ACTIVE."""


def render(record: Record, localizer: Localizer, release: Release | None = None) -> bytes:
    """The plain calendar of a record in one locale, each entry with its people, places, concepts and data.

    Raises:
        RecordError: an event does not end after its start, or two events have one id.
        MissingWordingError: the calendar needs a wording that the record does not have in this locale.
    """
    calendar, entries = ical.compose(record, localizer, SUFFIX)
    if not entries:
        return b""
    _add_alternates(calendar, localizer)
    data = event_data(record, localizer)
    dated = {id(entry.event) for _, entry in entries}
    for component, entry in entries:
        for part in _PARTS:
            part(component, entry, localizer)
        _add_children(component, [part for part in entry.event.sub_events if id(part) in dated], localizer)
        if entry.event.id in data:
            _add_data(component, data[entry.event.id])
    return ical.finished(calendar)


def _add_alternates(calendar: Calendar, localizer: Localizer) -> None:
    """The calendars of the other locales (RFC 9253, 8.2), where the settings tell of their addresses."""
    for tag in localizer.record.locales:
        address = feed(localizer.settings, f"{localizer.record.id}.{tag}.{SUFFIX}")
        if tag != localizer.tag and address is not None:
            told = {"VALUE": "URI", "LINKREL": "alternate", "FMTTYPE": "text/calendar", "LANGUAGE": tag}
            calendar.add("link", address, told)


def _add_styled_description(component: Component, entry: Entry, localizer: Localizer) -> None:
    """The description in paragraphs; the plain one is derived from it (RFC 9073, 6.5)."""
    plain = component.get("description")
    if plain is None:
        return
    plain.params["DERIVED"] = "TRUE"
    html = "".join(f"<p>{escape(line, quote=False)}</p>" for line in str(plain).split("\n"))
    _add_text(component, "styled-description", html, localizer.tag, VALUE="TEXT", FMTTYPE="text/html")


def _add_links(component: Component, entry: Entry, localizer: Localizer) -> None:
    """The event's page (RFC 9253, 8.2)."""
    if "url" in component:
        component.add("link", str(component["url"]), {"VALUE": "URI", "LINKREL": "describedby"})


def _add_concepts(component: Component, entry: Entry, localizer: Localizer) -> None:
    """What the event is about, by the addresses that the linked data has for it (RFC 9253, 8.1)."""
    record, base = localizer.record, localizer.settings.base
    for word in wording.printed_keywords(entry.event, record):
        component.add("concept", as_uri(term_address(base, record, word)))


def _add_children(component: Component, parts: Iterable[Event], localizer: Localizer) -> None:
    """The entries of its parts (RFC 5545, 3.8.4.5): the plain calendar says it of the parts only."""
    for part in parts:
        name = uid(part, localizer.record, localizer.settings.uid_domain)
        component.add("related-to", name, {"RELTYPE": "CHILD"})


def _add_participants(component: Component, entry: Entry, localizer: Localizer) -> None:
    """Those who spoke or came, then the organizations, in the record's order (RFC 9073, 7.1)."""
    names: Counter[str] = Counter()
    for kind, name, title, told in _participants(entry.event, localizer):
        names[name] += 1
        again = f"-{names[name]}" if names[name] > 1 else ""
        part = _component("PARTICIPANT")
        part.add("uid", f"{name}{again}.{component['uid']}")
        part.add("participant-type", kind)
        _add_text(part, "summary", title, localizer.tag)
        if told:
            _add_text(part, "description", told, localizer.tag)
        component.add_component(part)


def _participants(event: Event, localizer: Localizer) -> Iterator[tuple[str, str, str, str]]:
    """Type, name in a UID, name to read, and posts or role."""
    for entry in event.participants if is_printed(event, "participants") else ():
        did = set(entry.did) if is_printed(entry, "did") else set()
        if did & {Modality.SPOKE, Modality.CHAIRED, Modality.ATTENDED} and Modality.WITHDREW not in did:
            kind = "ACTIVE" if did <= {Modality.ATTENDED} else "SPEAKER"
            for name in [entry.person] if entry.person else entry.people:
                yield (
                    kind,
                    _local("person", name),
                    localizer.person(name, "name"),
                    localizer.person(name, "posts"),
                )
    for involved in event.organizations if is_printed(event, "organizations") else ():
        if is_printed(involved, "role"):
            kind, role = _TYPES.get(involved.role, "ACTIVE"), localizer.words["roles"][involved.role.value]
            for name in involved.organizations:
                yield kind, _local("organization", name), localizer.organization(name, "full"), role


def _local(kind: str, reference: str) -> str:
    """An entry of the record in a UID: it stays while others come and go."""
    return f"{kind}-{reference.replace('/', '.')}"


def _add_place(component: Component, entry: Entry, localizer: Localizer) -> None:
    """The place with its name and page (RFC 9073, 7.2)."""
    record = localizer.record
    reference = place_of(record, entry.event)
    if "location" not in component or reference is None:
        return
    place = localizer.entry("places", reference)
    part = _component("VLOCATION")
    part.add("uid", f"{_local('place', reference)}.{component['uid']}")
    _add_text(part, "name", str(component["location"]), localizer.tag)
    if "geo" in component:
        part.add("geo", component["geo"])
    if place.url and is_printed(place, "url"):
        part.add("url", as_uri(place.url))
    component.add_component(part)


def _add_data(component: Component, node: dict[str, Any]) -> None:
    """The event as schema.org has it (RFC 9073, 6.6)."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    schema = f"https://schema.org/{node['@type']}"
    params = {"VALUE": "TEXT", "FMTTYPE": "application/ld+json", "SCHEMA": schema}
    _add_text(component, "structured-data", text, None, **params)


_PARTS: tuple[Callable[[Component, Entry, Localizer], None], ...] = (
    _add_styled_description,
    _add_links,
    _add_concepts,
    _add_participants,
    _add_place,
)


def _component(name: str) -> Component:
    from icalendar import Component

    made: Component = type(name, (Component,), {"name": name})()
    return made


def _add_text(component: Component, key: str, text: str, tag: str | None, **params: str) -> None:
    """A text, escaped: the library takes properties that it does not know to be so already."""
    from icalendar import vText

    component.add(key, vText(text, params={**params, **({"LANGUAGE": tag} if tag else {})}))
