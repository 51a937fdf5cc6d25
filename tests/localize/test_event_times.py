"""When an event is, as prose and each edition tell it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from eventrecord.errors import MissingWordingError
from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.rules.validation import validate

ISSUED = date(2022, 11, 15)


def record(**event: Any) -> Record:
    return Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "sample",
            "revision": {"number": 1, "at": "2022-11-15"},
            "locales": ["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"],
            "event": {
                "id": "forum",
                "name": {"en": "Forum", "zh-Hans": "论坛"},
                "time_zone": "Asia/Shanghai",
                "start": "2022-11-15T09:30",
                "end": "2022-11-15T12:00",
                **event,
            },
            "figures": {"visits": {"count": 12, "as_of": "2022-10-31"}},
        }
    )


@pytest.mark.parametrize(
    ("tag", "form", "words"),
    [
        ("en", "time", "9:30 a.m."),
        ("en", "times", "9:30 a.m. to noon"),
        ("en", "zoned-time", "9:30 a.m. Beijing time"),
        ("en", "weekday", "Tuesday"),
        ("en", "day", "Tuesday, Nov. 15"),
        ("en-HK", "day", "Tuesday, November 15"),
        ("en-HK", "zoned-time", "9.30am Beijing time"),
        ("zh-Hans", "time", "上午9时30分"),
        ("zh-Hans", "times", "上午9时30分至中午12时"),
        ("zh-Hans", "zoned-time", "北京时间上午9时30分"),
        ("zh-Hans", "weekday", "星期二"),
        ("zh-Hans", "day", "11月15日（星期二）"),
        ("zh-Hant-HK", "day", "十一月十五日（星期二）"),
        ("zh-Hant-HK", "times", "上午九時三十分至中午十二時"),
        ("zh-Hant-TW", "date", "今（15）日"),
        ("zh-Hans", "date", "11月15日"),
    ],
)
def test_slots_tell_when_an_event_begins(tag: str, form: str, words: str) -> None:
    """Prose names the weekday, the day, the time and its zone by slots, each as the house style writes it."""
    assert Localizer(record(), tag, today=ISSUED).event("forum", form) == words


@pytest.mark.parametrize(
    ("tag", "zone", "words"),
    [
        ("en", "Europe/London", "9:30 a.m. London time"),
        ("zh-Hans", "America/New_York", "纽约时间上午9时30分"),
        ("zh-Hant-TW", "Australia/Sydney", "雪梨時間上午9時30分"),
        ("zh-Hant-HK", "Australia/Sydney", "悉尼時間上午九時三十分"),
        ("en", "America/Sao_Paulo", "9:30 a.m. UTC-3"),
        ("zh-Hans", "America/Sao_Paulo", "UTC-3时间上午9时30分"),
        ("zh-Hant-TW", "America/Sao_Paulo", "UTC-3時間上午9時30分"),
    ],
)
def test_a_zone_is_told_by_its_city(tag: str, zone: str, words: str) -> None:
    """Readers know London time; a zone without a name of its own is told by its offset."""
    assert Localizer(record(time_zone=zone), tag, today=ISSUED).event("forum", "zoned-time") == words


def test_a_time_of_another_zone_is_told_in_that_of_the_event() -> None:
    """A start with an offset is told by the clocks at the place."""
    localizer = Localizer(record(start="2022-11-15T01:30+00:00"), "en", today=ISSUED)
    assert localizer.event("forum", "zoned-time") == "9:30 a.m. Beijing time"


def test_without_an_end_the_times_are_the_start() -> None:
    """Nothing is made up about when it ends."""
    assert Localizer(record(end=None), "en").event("forum", "times") == "9:30 a.m."


@pytest.mark.parametrize(
    ("start", "form"),
    [("2022-11-15", "time"), ("2022-11", "weekday"), ("2022", "day"), ("2022-11", "zoned-time")],
)
def test_what_is_not_known_so_precisely_is_not_told(start: str, form: str) -> None:
    """A slot for a time that nobody knows is an error, in the record and in the edition."""
    unknown = record(
        start=start, end=None, description={"en": f"At {{events.forum:{form}}}", "zh-Hans": "好"}
    )
    with pytest.raises(MissingWordingError, match=r"forum\.start"):
        Localizer(unknown, "en").event("forum", form)
    [finding] = [finding for finding in validate(unknown) if finding.rule == "bad-slot"]
    assert "has nothing to print" in finding.message


def test_the_year_is_left_out_only_where_readers_supply_it() -> None:
    """In a release of November, Jan. 5 would be read as next year's, so that this year's takes its year."""
    for start, words in {
        "2022-03-18": "March 18",
        "2022-01-05": "Jan. 5, 2022",
        "2023-01-05": "Jan. 5, 2023",
        "2021-12-30": "Dec. 30, 2021",
    }.items():
        localizer = Localizer(record(start=start, end=None), "en", today=ISSUED)
        assert localizer.event("forum", "date") == words


@pytest.mark.parametrize(("tag", "words"), [("en", "as of Oct. 31"), ("zh-Hans", "截至10月31日")])
def test_a_figure_says_as_of_when(tag: str, words: str) -> None:
    """The day on which a figure was true, with the words that say so."""
    assert Localizer(record(), tag, today=ISSUED).figure("visits", "as-of") == words
