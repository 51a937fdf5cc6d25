"""What a calendar says of itself (RFC 7986): its name, what it is about, where it is published."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from eventrecord.formats.addresses import as_uri
from eventrecord.formats.calendar import wording
from eventrecord.formats.calendar.entries import calendar_uid, revised
from eventrecord.localize.localizer import Localizer
from eventrecord.settings import Settings

if TYPE_CHECKING:
    from icalendar import Calendar

__all__ = ["add_head", "feed"]

_REFRESH = timedelta(hours=12)


def add_head(calendar: Calendar, localizer: Localizer, suffix: str) -> None:
    """Properties of the calendar as a whole, from the record's event and the settings.

    Some are there twice, for Google and Outlook read only the names of their own.
    """
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//eventrecord//Calendar//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("uid", calendar_uid(localizer.record, localizer.settings.uid_domain))
    calendar.add("last-modified", revised(localizer.record))
    calendar.add("refresh-interval", _REFRESH, {"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    _add_texts(calendar, localizer)
    event = localizer.record.event
    if (page := wording.page(event)) is not None:
        calendar.add("url", page)
    for address in wording.pictures(event, localizer.record):
        calendar.add("image", address, {"VALUE": "URI", "DISPLAY": "FULLSIZE"})
    if localizer.settings.color is not None:
        calendar.add("color", localizer.settings.color)
    if (source := feed(localizer.settings, f"{localizer.record.id}.{localizer.tag}.{suffix}")) is not None:
        calendar.add("source", source, {"VALUE": "URI"})


def feed(settings: Settings, name: str) -> str | None:
    """Where the file of a calendar is published; None where the settings do not tell."""
    return as_uri(f"{settings.feeds}{name}") if settings.feeds else None


def _add_texts(calendar: Calendar, localizer: Localizer) -> None:
    from icalendar import vText

    event = localizer.record.event
    if name := wording.calendar_name(localizer):
        tag = wording.text_tag(event.name, localizer)
        calendar.add("name", vText(name, params={"LANGUAGE": tag}))
        calendar.add("x-wr-calname", vText(name))
    if about := wording.calendar_description(localizer):
        calendar.add("description", about, {"LANGUAGE": localizer.tag})
        calendar.add("x-wr-caldesc", vText(about))
    if keywords := wording.keywords(event, localizer):
        calendar.add("categories", keywords, {"LANGUAGE": localizer.tag})
