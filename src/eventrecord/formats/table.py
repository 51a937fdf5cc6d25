"""Every format that can be published, in the order in which they are listed."""

from __future__ import annotations

from eventrecord.errors import UnknownNameError
from eventrecord.formats import json_ld, markdown, ninjs, press
from eventrecord.formats.calendar import ical, jscalendar, rich
from eventrecord.formats.calendar.losses import losses as calendar_losses
from eventrecord.formats.calendar.losses import rich_losses
from eventrecord.formats.calendar.succession import breaks, group_breaks
from eventrecord.formats.format import Format
from eventrecord.message import say

__all__ = ["FORMATS", "format_named"]

FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format(
            "press", "txt", "text/plain", say("press release, plain text"), press.render, per_release=True
        ),
        Format(
            "markdown",
            "md",
            "text/markdown",
            say("press release, Markdown"),
            markdown.render,
            per_release=True,
        ),
        Format(
            "ninjs",
            "ninjs.json",
            "application/json",
            say("news item for exchange (IPTC ninjs); on request"),
            ninjs.render,
            on_request=True,
            per_release=True,
            losses=ninjs.losses,
        ),
        Format(
            "icalendar",
            ical.SUFFIX,
            "text/calendar",
            "calendar, iCalendar",
            ical.render,
            losses=calendar_losses,
            follows=breaks,
        ),
        Format(
            "icalendar-rich",
            rich.SUFFIX,
            "text/calendar",
            say("calendar, iCalendar with people, places and linked data; on request"),
            rich.render,
            on_request=True,
            losses=rich_losses,
            follows=breaks,
        ),
        Format(
            "jscalendar",
            jscalendar.SUFFIX,
            "application/jscalendar+json",
            say("calendar, JSCalendar, all languages in one document"),
            jscalendar.render,
            per_locale=False,
            losses=calendar_losses,
            follows=group_breaks,
        ),
        Format(
            "json-ld",
            "jsonld",
            "application/ld+json",
            say("linked data (schema.org), all languages in one document"),
            json_ld.render_data,
            per_locale=False,
            losses=json_ld.list_losses,
            faults=json_ld.list_faults,
        ),
        Format(
            "json-ld-page",
            "jsonld",
            "application/ld+json",
            say("linked data (schema.org) for the event's web page"),
            json_ld.render_page,
            losses=json_ld.list_losses,
            faults=json_ld.list_faults,
        ),
        Format(
            "page-head",
            "head.html",
            "text/html",
            say("linked data and times for the head of a release's page; on request"),
            json_ld.render_head,
            on_request=True,
            per_release=True,
            losses=json_ld.list_head_losses,
            faults=json_ld.list_head_faults,
        ),
    )
}


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        UnknownNameError: there is none; lists the known ones.
    """
    if name not in FORMATS:
        raise UnknownNameError(say("format"), name, list(FORMATS))
    return FORMATS[name]
