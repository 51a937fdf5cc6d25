"""What goes into the head of a release's page: linked data, and times for search engines in China."""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from eventrecord.formats.addresses import article_address, page_address
from eventrecord.formats.format import Loss
from eventrecord.formats.json_ld.articles import published
from eventrecord.formats.json_ld.documents import render_page
from eventrecord.formats.json_ld.faults import list_faults
from eventrecord.formats.json_ld.printing import script_element
from eventrecord.localize.localizer import Localizer
from eventrecord.message import say
from eventrecord.model.record import Record
from eventrecord.model.release import Release
from eventrecord.model.timetable import zoned
from eventrecord.story import compose

__all__ = ["list_head_faults", "list_head_losses", "render_head"]

_SCRIPT = re.compile(rb"<script[^>]*>(.*?)</script>", re.DOTALL)
_BAIDU = "https://ziyuan.baidu.com/contexts/cambrian.jsonld"
_TOUTIAO = ("bytedance:published_time", "bytedance:updated_time")


def render_head(record: Record, localizer: Localizer, release: Release | None) -> str:
    """HTML elements: `meta` for Toutiao, a script for Baidu, one with the page document.

    Times are told only where the time of day is known: of a day alone neither engine has a form.

    Raises:
        MissingWordingError: a name or a release has no wording in this locale, and this is no draft.
    """
    times = _times(record, release) if release else []
    elements = [
        f'<meta property="{name}" content="{escape(time.isoformat())}">'
        for name, time in zip(_TOUTIAO, times, strict=False)
        if time.tzinfo
    ]
    if release and times:
        elements.append(script_element(_for_baidu(record, localizer, release, times)))
    elements.append(script_element(render_page(record, localizer, None)))
    return "\n".join(elements) + "\n"


def list_head_losses(record: Record) -> list[Loss]:
    """Releases whose time of day is not known: their pages tell no time."""
    return [
        (("releases", number, "issued"), say("without a time of day the page of a release tells no time"))
        for number, release in enumerate(record.releases)
        if not _times(record, release)
    ]


def list_head_faults(edition: bytes) -> list[str]:
    """What is wrong with the page document in a head; Baidu's vocabulary is not schema.org's."""
    return list_faults(_SCRIPT.findall(edition)[-1])


def _times(record: Record, release: Release) -> list[datetime]:
    """When the page was published, and when it was last changed.

    A later revision of the record changes it, whichever release it was made for: the page has all linked data
    of the event.
    """
    moment, event_zone = published(release), next(iter(zoned(record))).zone
    zone = ZoneInfo(release.time_zone) if release.time_zone else event_zone
    if moment is None or not moment.has_time:
        return []
    first, changed = moment.local(zone), record.revision.at
    if changed.has_time and changed.instant(event_zone) > moment.instant(zone):
        return [first, changed.local(zone)]
    return [first, first]


def _for_baidu(
    record: Record, localizer: Localizer, release: Release, times: list[datetime]
) -> dict[str, Any]:
    """Title, pictures and times in Baidu's own vocabulary; its times are local ones, without an offset."""
    pictures = (record.find("images", block.image) for block in release.body if block.image)
    issued, changed = (time.replace(tzinfo=None).isoformat() for time in times)
    base, tag = localizer.settings.base, localizer.tag
    is_first = release.id == record.releases[0].id
    images = [picture.url for picture in pictures if picture and picture.url]
    return {
        "@context": _BAIDU,
        "@id": page_address(base, tag, record) if is_first else article_address(base, tag, record, release),
        "title": compose(localizer, release).headline,
        **({"images": images} if images else {}),
        "pubDate": issued,
        "upDate": changed,
    }
