"""iCalendar (RFC 5545, 7986): a calendar per locale, with the same entries and the same UIDs in each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from eventrecord.formats.calendar import wording
from eventrecord.formats.calendar.entries import dated_entries, revised, sequence, uid
from eventrecord.formats.calendar.head import add_head
from eventrecord.formats.calendar.lines import encoded
from eventrecord.formats.calendar.zones import time_zones
from eventrecord.localize.localizer import Localizer
from eventrecord.model.event import Status
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.model.source import is_printed
from eventrecord.model.timetable import Entry

if TYPE_CHECKING:
    from icalendar import Calendar, Component, vDDDTypes

__all__ = ["STATUS", "SUFFIX", "compose", "finished", "render"]

SUFFIX = "ics"
STATUS = {Status.POSTPONED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
"""What calendars call a status; any other is CONFIRMED."""


def render(record: Record, localizer: Localizer, release: Release | None = None) -> bytes:
    """The calendar of a record in one locale: one VEVENT for every event whose day is known.

    Returns:
        The bytes of the file; none at all where no event has a known day, for a calendar is never empty.

    Raises:
        RecordError: an event does not end after its start, or two events have one id.
        MissingWordingError: an event needs a wording that the record does not have in this locale.
    """
    calendar, entries = compose(record, localizer, SUFFIX)
    return finished(calendar) if entries else b""


def compose(
    record: Record, localizer: Localizer, suffix: str
) -> tuple[Calendar, list[tuple[Component, Entry]]]:
    """The calendar, still open, and its entries beside what each tells of; `suffix` is that of its file."""
    from icalendar import Calendar, vDDDTypes

    calendar, entries = Calendar(), dated_entries(record)
    if not entries:
        return calendar, []
    add_head(calendar, localizer, suffix)
    stamp = vDDDTypes(revised(record))
    dated = {id(entry.event) for entry in entries}
    calendar.subcomponents += time_zones(time for entry in entries for time in (entry.start, entry.end))
    components = [_component(entry, localizer, dated, stamp) for entry in entries]
    calendar.subcomponents += components
    return calendar, list(zip(components, entries, strict=True))


def finished(calendar: Calendar) -> bytes:
    """The bytes of a calendar that is complete."""
    for component in calendar.walk("VEVENT"):
        _refuse_unsound(component)
    return encoded(calendar)


def _component(entry: Entry, localizer: Localizer, dated: set[int], stamp: vDDDTypes) -> Component:
    """One VEVENT; `dated` are the events that have one."""
    import icalendar

    event, record, domain = entry.event, localizer.record, localizer.settings.uid_domain
    view = wording.view(entry, localizer)
    component = icalendar.Event()
    component.add("uid", uid(event, record, domain))
    component.add("dtstamp", stamp)
    component.add("last-modified", stamp)
    component.add("sequence", sequence(event))
    if is_printed(event, "status"):
        component.add("status", STATUS.get(event.status, "CONFIRMED"))
    component.add("dtstart", entry.start)
    if entry.end is not None:
        component.add("dtend", entry.end)
    texts = {
        "summary": (wording.summary(entry, view), wording.text_tag(event.name, localizer)),
        "location": (wording.location(view), localizer.tag),
        "description": (wording.description(entry, view), localizer.tag),
    }
    for key, (text, tag) in texts.items():
        if text:
            component.add(key, text, {"LANGUAGE": tag})
    if (position := wording.position(event, record)) is not None:
        component.add("geo", position)
    if (page := wording.page(event)) is not None:
        component.add("url", page)
    for address in wording.pictures(event, record):
        component.add("image", address, {"VALUE": "URI", "DISPLAY": "FULLSIZE"})
    if (web := wording.conference(entry)) is not None:
        component.add("conference", web, {"VALUE": "URI"})
    if keywords := wording.keywords(event, localizer):
        component.add("categories", keywords, {"LANGUAGE": localizer.tag})
    if entry.parent is not None and id(entry.parent) in dated:
        component.add("related-to", uid(entry.parent, record, domain), {"RELTYPE": "PARENT"})
    return component


def _refuse_unsound(component: Component) -> None:
    """Our own mistakes, which the library would write without a word."""
    required: Iterable[str] = component.required
    singletons: Iterable[str] = component.singletons
    lacking = [key for key in required if key not in component]
    doubled = [key for key, value in component.items() if isinstance(value, list) and key in singletons]
    if lacking or doubled:
        raise AssertionError(f"{component.get('UID')} lacks {lacking}, has several of {doubled}")
