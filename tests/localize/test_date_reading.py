"""Dates, spans, times and durations read from texts, and read back as they were written."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.localize.calendar import dates
from eventrecord.localize.calendar.meaning import MEANINGS
from eventrecord.localize.calendar.scanner import find_dates, forms_of
from eventrecord.localize.data import inherited, locale_tags
from eventrecord.localize.language import Language, language
from eventrecord.localize.stated import Stated
from eventrecord.localize.styles import style_names
from eventrecord.model.span import Duration, Moment, Period

KINDS = {"date", "date-range", "year", "year-range", "time", "duration"}
with (Path(__file__).parent / "surfaces.csv").open(encoding="utf-8", newline="") as file:
    SURFACES = [row for row in csv.DictReader(file) if row["kind"] in KINDS]
STYLES = [language(tag, style) for tag in locale_tags() for style in style_names(tag)]
TODAY = date(2022, 11, 16)


def read_date(surface: str, words: Language, today: date | None) -> Stated | None:
    """What is stated by a surface that is one date, span, year, time or duration and nothing else."""
    found = next(find_dates(surface, words, today), None)
    return found if found and (found.start, found.end) == (0, len(surface)) else None


@pytest.mark.parametrize("row", SURFACES, ids=lambda row: f"{row['tag']} {row['surface']}")
def test_surfaces_read_as_they_are_labelled(row: dict[str, str]) -> None:
    """Each labelled way of writing is read as one fact that spans it all."""
    today = date.fromisoformat(row["date"]) if row["date"] else None
    stated = read_date(row["surface"], language(row["tag"]), today)
    assert stated is not None
    assert (stated.kind, str(stated.value), stated.unit or "", stated.qualifier.value) == (
        row["kind"],
        row["value"],
        row["unit"],
        row["qualifier"],
    )


def styled(tag: str, *, date: dict[str, object], time: dict[str, object] | None = None) -> Language:
    """A house style that an office might set."""
    own = language(tag)
    return replace(
        own, style=own.style | {"date": own.style["date"] | date, "time": own.style["time"] | (time or {})}
    )


SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
STYLES += [
    styled(
        "en",
        date={
            "day": "{d} {month}",
            "full": "{d} {month} {y}",
            "span": "{d}–{d2} {month}",
            "span_full": "{d}–{d2} {month} {y}",
            "span_months": "{d} {month} – {d2} {month2}",
            "span_months_full": "{d} {month} – {d2} {month2} {y}",
            "span_years": "{d} {month} {y} to {d2} {month2} {y2}",
        },
        time={"parts": [], "hour": "{H}:{mm}", "minute": "{H}:{mm}", "span": "{a}–{b}"},
    ),
    styled("en", date={"month_names": SHORT}, time={"minute": "{h}:{mm}{part}", "span": "{a}-{b}"}),
    styled("zh-Hans", date={"span": "{m}月{d}日—{d2}日", "months": "{y}年{m}—{m2}月", "characters": True}),
    styled(
        "zh-Hant-TW", date={}, time={"parts": [], "hour": "{H}:{mm}", "minute": "{H}:{mm}", "noon": "12:00"}
    ),
]
STYLE = st.sampled_from(STYLES)
DAY = st.dates(date(1990, 1, 1), date(2099, 12, 31))
TIME = st.times().map(lambda t: datetime(2027, 3, 18, t.hour, t.minute))


def one(text: str, words: Language, today: date | None) -> tuple[str, str]:
    """The only fact of a text; its words are all of it but a preposition."""
    [stated] = find_dates(text, words, today)
    assert len(text) - len(stated.surface) <= len("from "), (text, stated.surface)
    return stated.kind, str(stated.value)


@settings(max_examples=200, deadline=None)
@given(STYLE, DAY, st.integers(-400, 400))
def test_any_day_reads_back(words: Language, day: date, away: int) -> None:
    """A day, with its year or as a text issued on some other day writes it, is read as that day."""
    today = day + timedelta(days=away)
    assert one(dates.day(day, words, year=True), words, None) == ("date", day.isoformat())
    text = dates.day(day, words, year=dates.needs_year(day, today))
    assert one(text, words, today) == ("date", day.isoformat())
    assert one(dates.with_weekday(day, text, words), words, today) == ("date", day.isoformat())


@settings(max_examples=200, deadline=None)
@given(STYLE, DAY, st.integers(1, 500), st.integers(-400, 400))
def test_any_span_of_days_reads_back(words: Language, start: date, length: int, away: int) -> None:
    """A span within a month, across months or years is read as its first and last day."""
    end, today = start + timedelta(days=length), start + timedelta(days=away)
    expected = ("date-range", f"{start.isoformat()}/{end.isoformat()}")
    assert one(dates.span(start, end, words, year=True), words, None) == expected
    assert one(dates.span(start, end, words, year=dates.needs_year(start, today)), words, today) == expected


@settings(max_examples=200, deadline=None)
@given(STYLE, DAY)
def test_the_day_of_issue_reads_back(words: Language, day: date) -> None:
    """今（16）日 is the day on which the text is issued."""
    text = dates.day_of_issue(day, words)
    if text is not None:
        assert read_date(text, words, day) is not None
        assert one(text, words, day) == ("date", day.isoformat())


def periods() -> st.SearchStrategy[str]:
    """Periods of years, months or days, as records write them."""
    year = st.integers(1990, 2098)
    month = st.tuples(year, st.integers(1, 12)).map(lambda ym: f"{ym[0]}-{ym[1]:02}")
    ends = st.one_of(
        st.tuples(year, year).map(lambda pair: sorted(map(str, pair))),
        st.tuples(month, month).map(sorted),
        st.tuples(DAY, DAY).map(lambda pair: [day.isoformat() for day in sorted(pair)]),
    )
    return st.one_of(
        ends.map("/".join),
        year.map(str),
        month,
        st.tuples(month, st.sampled_from(["early", "mid", "late"])).map("-".join),
        st.tuples(year, st.sampled_from(["H1", "H2", "Q1", "Q2", "Q3", "Q4"])).map(
            lambda p: f"{p[0]}-{p[1]}"
        ),
    )


def stated_period(period: Period) -> tuple[str, str]:
    """What a text says that covers a period."""
    start, end = period.start, period.end
    if start.precision == "year":
        return ("year", start.text) if start == end else ("year-range", f"{start}/{end}")
    if period.start.day == period.end.last_day():
        return "date", start.text
    return "date-range", f"{start.day.isoformat()}/{end.last_day().isoformat()}"


@settings(max_examples=200, deadline=None)
@given(STYLE, periods())
def test_any_period_reads_back(words: Language, text: str) -> None:
    """Years, half-years, quarters, months and days are read as what they cover."""
    period = Period.parse(text)
    assert one(dates.period(period, words), words, TODAY) == stated_period(period)


@settings(max_examples=200, deadline=None)
@given(STYLE, periods())
def test_any_span_without_days_reads_back(words: Language, text: str) -> None:
    """An event known by its months or years alone."""
    period = Period.parse(text)
    if period.start.precision != "day" and period.start.precision == period.end.precision != "year":
        written = dates.coarse_span(period.start, period.end, words)
        assert one(written, words, TODAY) == stated_period(period)


@settings(max_examples=200, deadline=None)
@given(
    STYLE,
    TIME,
    TIME,
    st.sampled_from(["Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "UTC", "Asia/Tokyo"]),
)
def test_any_time_of_day_reads_back(words: Language, start: datetime, end: datetime, zone: str) -> None:
    """A time of day, with its zone, and from one to another."""
    start, end = sorted((start, end))
    assert one(dates.clock(start, words), words, None) == ("time", f"{start:%H:%M}")
    local = Moment.parse(f"{start:%Y-%m-%dT%H:%M}").local(ZoneInfo(zone))
    zoned = dates.with_zone(dates.clock(local, words), local, words)
    assert one(zoned, words, None) == ("time", local.isoformat(timespec="minutes").partition("T")[2])
    if start != end:
        span = dates.clock_span(start, end, words)
        assert one(span, words, None) == ("time", f"{start:%H:%M}/{end:%H:%M}")


@settings(max_examples=200, deadline=None)
@given(
    STYLE,
    st.builds(Duration, *[st.one_of(st.just(0), st.integers(0, most)) for most in (60, 120, 120, 120)]),
    st.sampled_from(["long", "attr"]),
)
def test_any_duration_reads_back(words: Language, duration: Duration, form: str) -> None:
    """Weeks, days, hours and minutes in the units they were stated in."""
    if duration != Duration():
        assert one(dates.duration(duration, words, form), words, None) == ("duration", str(duration))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("zh-Hans", "近2100亿元"),
        ("zh-Hans", "十二点五"),
        ("zh-Hans", "三点建议"),
        ("zh-Hans", "版本2022.11.15"),
        ("zh-Hans", "电话：021-2022-1115"),
        ("zh-Hans", "见https://example.org/2022-11-15/"),
        ("zh-Hans", "比例为3:8，比分21:15，以21:15获胜"),
        ("zh-Hans", "一二线城市、三一重工、一带一路"),
        ("zh-Hans", "第3天，第五年，每周一，40周年，一年一度"),
        ("zh-Hans", "GB/T 15834-2011"),
        ("zh-Hans", "三十五日，13月1日，2月30日"),
        ("zh-Hans", "生日、同时、12时期"),
        ("en", "COVID-19 days"),
        ("en", "version 2.30, release 2022.11.15"),
        ("en", "Tel: 2015-2022"),
        ("en", "https://example.org/2022-11-15/ or 2022-11-15@example.org"),
        ("en", "a ratio of 3:8, won 3:8"),
        ("en", "ISO 8601-2019"),
        ("en", "you may 5 times march 12 miles"),
        ("en", "a total of 2022 visitors"),
        ("en", "the Five-Year Plan and a five-year-old"),
        ("en", "Monday.com, Black Friday"),
        ("en", "10.0.0.1:8080"),
        ("en", "Nov. 31, 13 p.m., 25:00"),
        ("en", "2022-11"),
    ],
)
def test_what_only_looks_like_a_date_is_none(tag: str, text: str) -> None:
    """Sums, ratios, scores, versions, addresses, telephone numbers and names are not read as dates."""
    assert [stated.surface for stated in find_dates(text, language(tag), TODAY)] == []


@pytest.mark.parametrize(
    ("tag", "text", "facts"),
    [
        (
            "en",
            "SHANGHAI, NOV. 16, 2022 — The forum opened on Tuesday, Nov. 15, at 9:30 a.m. Beijing time and "
            "runs for five days (Nov. 14–18).",
            ["2022-11-16", "2022-11-15", "09:30+08:00", "P5D", "2022-11-14/2022-11-18"],
        ),
        (
            "zh-Hans",
            "新华社上海１１月１６日电　2022年上半年，论坛11月14日开幕，18日闭幕，"
            "每天上午9时至11时30分。去年11月，2015年至2022年。",
            [
                "2022-11-16",
                "2022-01-01/2022-06-30",
                "2022-11-14",
                "2022-11-18",
                "09:00/11:30",
                "2021-11-01/2021-11-30",
                "2015/2022",
            ],
        ),
        (
            "zh-Hant-HK",
            "二○二二年十一月十四日至十八日一連五日，下午二時半開始",
            ["2022-11-14/2022-11-18", "P5D", "14:30"],
        ),
        (
            "en",
            "last Friday, next Monday, Monday to Friday",
            ["2022-11-11", "2022-11-21", "2022-11-14/2022-11-18"],
        ),
        ("zh-Hans", "去年10月11日开幕，14日闭幕。记者15日获悉", ["2021-10-11", "2021-10-14", "2022-11-15"]),
        (
            "zh-Hant-TW",
            "111年11月15日，111年度；今（16）日、明日（17日）",
            ["2022-11-15", "2022", "2022-11-16", "2022-11-17"],
        ),
        (
            "zh-Hans",
            "1—10月，首季，本月初，12月7日零时",
            [
                "2022-01-01/2022-10-31",
                "2022-01-01/2022-03-31",
                "2022-11-01/2022-11-10",
                "2022-12-07",
                "00:00",
            ],
        ),
        (
            "en",
            "through Friday, this Friday, today (Nov. 16), 12 noon",
            ["2022-11-18", "2022-11-18", "2022-11-16", "12:00"],
        ),
        ("zh-Hans", "上月14日至18日；11月30日至2日", ["2022-10-14/2022-10-18", "2022-11-30", "2022-12-02"]),
        ("zh-Hans", "上周五、下周一、本周三", ["2022-11-11", "2022-11-21", "2022-11-16"]),
        (
            "en",
            "Nov. 14 and 15; Nov.15; 15-Nov-2022; a day and a half",
            ["2022-11-14/2022-11-15", "2022-11-15", "2022-11-15", "P1DT12H"],
        ),
        (
            "zh-Hans",
            "11月14、15日；11月14日、16日；2小时30分；90年代",
            ["2022-11-14/2022-11-15", "2022-11-14", "2022-11-16", "PT2H30M"],
        ),
        ("en", "11-1 p.m.; 9 a.m. to noon; at 0900 hours", ["11:00/13:00", "09:00/12:00", "09:00"]),
        ("zh-Hans", "约三个小时；三个多小时；三至五天；半小时", ["PT3H", "PT3H", "P3D/P5D", "PT30M"]),
        ("en", "2.5 days, half an hour, three to five days", ["P2DT12H", "PT30M", "P3D/P5D"]),
        ("zh-Hans", "三五天；两三个小时；3至5年；七八年", ["P3D/P5D", "PT2H/PT3H", "P3Y/P5Y", "P7Y/P8Y"]),
        ("zh-Hans", "11月14、15、16日；2022年11月14日、15日、16日", ["2022-11-14/2022-11-16"] * 2),
        ("en", "Nov. 14, 15 and 16; 14, 15, and 16 November 2022", ["2022-11-14/2022-11-16"] * 2),
        ("zh-Hans", "2023年2月29日；2022年11月31日", []),
        ("en", "the 14th Five-Year Plan period; the end of 2022", ["2021/2025", "2022-12-31"]),
    ],
)
def test_running_text_is_read_in_order(tag: str, text: str, facts: list[str]) -> None:
    """The longest reading wins, and offsets are those of the text as it stands."""
    found = list(find_dates(text, language(tag), TODAY))
    assert [str(stated.value) for stated in found] == facts
    assert all(text[stated.start : stated.end] == stated.surface for stated in found)


def test_without_a_day_of_issue_nothing_is_made_up() -> None:
    """A day without its year stays open, and what only that day could tell is left out."""
    found = list(
        find_dates("Nov. 15, Nov. 14-18, Tuesday, today, this year, 2022-11-15", language("en"), None)
    )
    assert [stated.value for stated in found] == ["--11-15", "--11-14/--11-18", "2022-11-15"]
    assert list(find_dates("今年，15日，周二，本月", language("zh-Hans"), None)) == []


@pytest.mark.parametrize(
    ("issued", "meant"),
    [
        (date(2023, 1, 2), date(2022, 12, 30)),
        (date(2022, 12, 20), date(2023, 1, 12)),
        (date(2022, 11, 16), date(2022, 3, 18)),
        (date(2024, 3, 1), date(2024, 2, 29)),
    ],
)
def test_a_date_without_year_is_of_the_year_of_issue_unless_that_is_far(issued: date, meant: date) -> None:
    """In January, Dec. 30 is that of the year before; in November, March 18 is that of the same year."""
    words = language("en")
    assert one(dates.day(meant, words, year=False), words, issued) == ("date", meant.isoformat())


@pytest.mark.parametrize("tag", locale_tags())
def test_no_form_can_go_on_for_ever(tag: str) -> None:
    """Each form has a longest surface, so that time grows with the text and no faster, whatever it holds."""
    for name in inherited(tag, "calendar")["forms"]:
        for form in forms_of(tag, name):
            plain = re.sub(r"\\.|\[[^\]]*\]", "", form.pattern.pattern)
            assert not re.search(r"[*+]|\{\d*,\}", plain)


@pytest.mark.parametrize(
    ("tag", "piece", "facts"),
    [
        ("en", "Nov. ", 0),
        ("en", "Nov. 15 ", 5_000),
        ("en", "from ", 0),
        ("en", "a@", 0),
        ("en", "five ", 0),
        ("zh-Hans", "1", 0),
        ("zh-Hans", "十", 0),
        ("zh-Hans", "2022-", 0),
        ("zh-Hans", "2022年", 5_000),
        ("zh-Hans", "第周", 0),
    ],
)
def test_hostile_texts_are_read_to_their_end(tag: str, piece: str, facts: int) -> None:
    """Repetition neither hangs the reader nor hides what is there."""
    assert len(list(find_dates(piece * 5_000, language(tag), TODAY))) == facts


@pytest.mark.parametrize("tag", locale_tags())
def test_forms_are_forms_of_something(tag: str) -> None:
    """Each list of forms in the data of a locale is one that has a meaning."""
    calendar = inherited(tag, "calendar")
    assert {calendar["reads"].get(name, name) for name in calendar["forms"]} <= MEANINGS.keys()


@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_trouble(today: date) -> None:
    """What would lie before the first day or after the last is not read."""
    for tag, text in {
        "en": "today, tomorrow, yesterday, Monday, next week, Nov. 15",
        "zh-Hans": "15日，上月，昨天，去年",
    }.items():
        assert len(list(find_dates(text, language(tag), today))) < 6


def test_values_of_years_are_numbers() -> None:
    """A year is a number, as other numbers are."""
    [stated] = find_dates("2022年", language("zh-Hans"), None)
    assert stated.value == Decimal(2022)
