"""Time zones of calendars: another maker's reader has the clocks of the zone database from them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.tz import tzical  # type: ignore[import-untyped]

from eventrecord.formats.calendar.lines import encoded
from eventrecord.formats.calendar.zones import time_zones

ZONES = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))


def offsets(name: str, moments: list[datetime]) -> list[tuple[timedelta | None, timedelta | None]]:
    """Of each moment, on the clocks of the zone: what the database and what dateutil say they are off."""
    zone = ZoneInfo(name)
    (made,) = time_zones([moment.astimezone(zone) for moment in moments])
    text = encoded(made).decode()
    assert "COMMENT" not in text
    read = tzical(StringIO(text)).get(name)
    assert read is not None
    found = []
    for moment in moments:
        local = moment.astimezone(zone)
        if local.utcoffset() == local.replace(fold=1 - local.fold).utcoffset():  # others are written in UTC
            found.append((local.utcoffset(), local.replace(tzinfo=read).utcoffset()))
    return found


def telling(name: str, year: int) -> list[datetime]:
    """Noon of every day of a year, and each ten minutes of the days on which clocks change."""
    zone, day = ZoneInfo(name), timedelta(days=1)
    noons = [datetime(year, 1, 1, 12, tzinfo=UTC) + day * number for number in range(365)]
    changed = [
        noon
        for noon in noons
        if noon.astimezone(zone).utcoffset() != (noon + day).astimezone(zone).utcoffset()
    ]
    return [*noons, *(noon + timedelta(minutes=10) * number for noon in changed for number in range(144))]


@pytest.mark.parametrize("year", [1947, 1985, 2028])
def test_clocks_change_when_the_database_says(year: int) -> None:
    """In many zones, and those of the strangest clocks: the same offset, also right beside a change."""
    strange = ["Africa/Casablanca", "America/St_Johns", "Australia/Lord_Howe", "Europe/Dublin"]
    for name in [*ZONES[::6], *strange]:
        differing = [pair for pair in offsets(name, telling(name, year)) if pair[0] != pair[1]]
        assert (name, differing) == (name, [])


def test_summer_time_begins_by_the_clocks_before_it() -> None:
    """An onset is told in the time that ends with it: 02:00 in New York, 01:00 in London."""
    moments = [datetime(2028, 6, 1, tzinfo=ZoneInfo(name)) for name in ("Europe/London", "America/New_York")]
    found = {str(zone["TZID"]): encoded(zone).decode() for zone in time_zones(moments)}
    assert list(found) == ["America/New_York", "Europe/London"]
    assert "DTSTART:20280312T020000" in found["America/New_York"]
    assert "DTSTART:20280326T010000" in found["Europe/London"]
