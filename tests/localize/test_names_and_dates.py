"""Names, posts, dates and times in every locale."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from eventrecord.errors import MissingWordingError, UnknownNameError
from eventrecord.localize.calendar import dates
from eventrecord.localize.language import language
from eventrecord.localize.localizer import Localizer
from eventrecord.model.record import Record
from eventrecord.model.span import Duration, Moment, Period

PEOPLE = {
    "lin": {
        "name": {"en": {"family": "Lin", "given": "Bo"}, "zh-Hans": {"family": "林", "given": "博"}},
        "posts": [
            {
                "title": {"en": "member of the Standing Committee", "zh-Hans": "常委"},
                "organization": "committee",
            },
            {"title": {"en": "vice mayor", "zh-Hans": "副市长"}, "organization": "city"},
        ],
    },
    "yu": {"name": {"en": {"family": "Yu", "given": "Lan"}, "zh-Hans": {"family": "于", "given": "岚"}}},
    "smith": {
        "name": {
            "en": {"family": "Smith", "given": "Mary", "honorific": "Dr"},
            "zh-Hans": {"family": "史密斯", "given": "玛丽", "order": "given-first"},
        }
    },
    "chan": {
        "name": {
            "en": {"family": "Chan", "given": "Tai-man", "alias": "Peter", "honorific": "Mr"},
            "zh-Hant": {"family": "陳", "given": "大文"},
        }
    },
}


@pytest.fixture
def record() -> Record:
    return Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "sample",
            "revision": {"number": 1, "at": "2027-03-18"},
            "locales": ["en", "zh-Hans", "zh-Hant-TW"],
            "organizations": {
                "committee": {
                    "name": {"en": "CPC Linjiang Municipal Committee", "zh-Hans": "中共临江市委"},
                    "in_posts": {
                        "en": "the CPC Linjiang Municipal Committee",
                        "zh-Hans": "临江市委",
                        "zh-Hant-TW": "中共臨江市委",
                    },
                },
                "city": {
                    "name": {"en": "Linjiang", "zh-Hans": "临江市人民政府"},
                    "in_posts": {"en": "Linjiang", "zh-Hans": "临江市"},
                },
            },
            "people": PEOPLE,
            "event": {"id": "forum", "name": {"en": "Forum", "zh-Hans": "论坛"}},
        }
    )


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (
            "en",
            "Lin Bo, a member of the Standing Committee of the CPC Linjiang Municipal Committee "
            "and vice mayor of Linjiang",
        ),
        ("zh-Hans", "临江市委常委、副市长林博"),
        ("zh-Hant-TW", "中共臨江市委常委、副市長林博"),
    ],
)
def test_posts_keep_their_rank(record: Record, tag: str, words: str) -> None:
    """Posts stand before a Chinese name and after an English one, in the record's order."""
    assert Localizer(record, tag).person("lin") == words


@pytest.mark.parametrize(
    ("tag", "person", "form", "words"),
    [
        ("en", "lin", "name", "Lin Bo"),
        ("en", "lin", "family", "Lin"),
        ("en", "smith", "name", "Mary Smith"),
        ("en", "chan", "name", "Peter Chan Tai-man"),
        ("en-HK", "chan", "name", "Mr Peter Chan Tai-man"),
        ("en-HK", "chan", "family", "Mr Chan"),
        ("zh-Hans", "smith", "name", "玛丽·史密斯"),
        ("zh-Hant-TW", "chan", "name", "陳大文"),
    ],
)
def test_names_have_the_order_of_their_owner(
    record: Record, tag: str, person: str, form: str, words: str
) -> None:
    """Chinese people are named family name first, others given name first, in either language."""
    assert Localizer(record, tag).person(person, form) == words


def test_a_name_is_written_with_the_forms_that_names_have(record: Record) -> None:
    """于 stays what it is in a name, though running text would have 於; and no form is made of no name."""
    assert Localizer(record, "zh-Hant-TW").person("yu", "name") == "于嵐"
    with pytest.raises(MissingWordingError, match=r"people\.chan\.name"):
        Localizer(record, "zh-Hans").person("chan", "name")


@pytest.mark.parametrize(
    ("tag", "start", "end", "words"),
    [
        ("en", date(2022, 11, 14), date(2022, 11, 18), "Nov. 14-18"),
        ("en", date(2022, 3, 30), date(2022, 4, 2), "March 30-April 2"),
        ("en", date(2022, 12, 30), date(2023, 1, 2), "Dec. 30, 2022, to Jan. 2, 2023"),
        ("en-HK", date(2022, 11, 14), date(2022, 11, 18), "November 14 to 18"),
        ("zh-Hans", date(2022, 11, 14), date(2022, 11, 18), "11月14日至18日"),
        ("zh-Hans", date(2022, 11, 15), date(2022, 11, 15), "11月15日"),
        ("zh-Hant-HK", date(2022, 11, 14), date(2022, 12, 1), "十一月十四日至十二月一日"),
    ],
)
def test_spans_of_days(tag: str, start: date, end: date, words: str) -> None:
    """A span is written as the locale's press writes it, without ordinals and without spaces in Chinese."""
    assert dates.span(start, end, language(tag), year=False) == words


@pytest.mark.parametrize(
    ("tag", "hour", "minute", "words"),
    [
        ("en", 9, 30, "9:30 a.m."),
        ("en", 12, 0, "noon"),
        ("en", 0, 5, "12:05 a.m."),
        ("en", 17, 0, "5 p.m."),
        ("zh-Hans", 9, 0, "上午9时"),
        ("zh-Hans", 0, 30, "凌晨0时30分"),
        ("zh-Hans", 14, 5, "下午2时05分"),
        ("zh-Hans", 12, 0, "中午12时"),
        ("zh-Hant-HK", 9, 30, "上午九時三十分"),
        ("zh-Hant-TW", 19, 0, "晚間7時"),
    ],
)
def test_times_of_day(tag: str, hour: int, minute: int, words: str) -> None:
    """A time of day tells its part of the day in Chinese and a.m. or p.m. in English."""
    assert dates.clock(datetime(2027, 3, 18, hour, minute), language(tag)) == words


@pytest.mark.parametrize(
    ("tag", "form", "words"),
    [
        ("en", "long", "five days"),
        ("en", "attr", "five-day"),
        ("zh-Hans", "long", "五天"),
        ("zh-Hant-TW", "long", "5天"),
        ("zh-Hant-HK", "long", "五日"),
    ],
)
def test_durations(tag: str, form: str, words: str) -> None:
    """Five days are five-day before a noun, and told in the locale's numerals."""
    assert dates.duration(Duration(days=5), language(tag), form) == words


def test_two_days_take_the_counting_two() -> None:
    """Two days are 两天, never 二天."""
    assert dates.duration(Duration(days=2), language("zh-Hans")) == "两天"


@pytest.mark.parametrize(
    ("tag", "period", "words"),
    [
        ("en", "2022", "in 2022"),
        ("zh-Hant-HK", "2022", "二○二二年"),
        ("en", "2022-01/2022-10", "from January to October 2022"),
        ("zh-Hans", "2022-01/2022-10", "2022年1月至10月"),
        ("en", "2027-03-18/2027-03-19", "on March 18-19, 2027"),
        ("zh-Hans", "2027-03-18/2027-03-19", "2027年3月18日至19日"),
    ],
)
def test_periods(tag: str, period: str, words: str) -> None:
    """A period may be one year, months of a year, or days."""
    assert dates.period(Period.parse(period), language(tag)) == words


def test_weekday_comes_from_the_calendar() -> None:
    """The weekday is computed, never stored."""
    assert dates.weekday(date(2022, 11, 16), language("zh-Hant-HK")) == "星期三"


def test_an_unknown_locale_names_the_known_ones(record: Record) -> None:
    """An unknown locale is one error that lists what there is."""
    with pytest.raises(UnknownNameError, match=r"xx-YY.*zh-Hans"):
        Localizer(record, "xx-YY")


@pytest.mark.parametrize(
    ("tag", "start", "end", "words"),
    [
        ("en", "2026-01", "2026-02", "January to February 2026"),
        ("en", "2025-12", "2026-01", "December 2025 to January 2026"),
        ("en", "2026-01-05", "2026-02", "January to February 2026"),
        ("zh-Hans", "2026-01", "2026-02", "2026年1月至2月"),
        ("zh-Hant-HK", "2026", "2027", "二○二六年至二○二七年"),
    ],
)
def test_spans_without_days_make_none_up(tag: str, start: str, end: str, words: str) -> None:
    """Where only months or years are known, no day is printed."""
    assert dates.coarse_span(Moment.parse(start), Moment.parse(end), language(tag)) == words


@pytest.mark.parametrize(
    ("text", "days", "written"),
    [
        ("2022-11-mid", ("2022-11-11", "2022-11-20"), "2022-11-mid"),
        ("2022-02-LATE", ("2022-02-21", "2022-02-28"), "2022-02-late"),
        ("2022-h1", ("2022-01", "2022-06"), "2022-01/2022-06"),
        ("2022-Q4", ("2022-10", "2022-12"), "2022-10/2022-12"),
    ],
)
def test_periods_with_names(text: str, days: tuple[str, str], written: str) -> None:
    """Half-years and quarters are their months; a third of a month stays what it was called."""
    period = Period.parse(text)
    assert (period.start.text, period.end.text) == days
    assert str(period) == written
    assert Period.parse(written) == period


@pytest.mark.parametrize("text", ["2022-H3", "2022-Q5", "2022-13-mid", "2022-mid"])
def test_periods_that_there_are_not(text: str) -> None:
    """There is no third half-year and no thirteenth month."""
    with pytest.raises(ValueError, match=r"no date|not in the calendar"):
        Period.parse(text)
