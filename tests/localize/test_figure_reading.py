"""Figures read from texts in both languages."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from eventrecord.localize.calendar.plain import NARROW_SPACES, SPACES, with_commas
from eventrecord.localize.finding import find_figures

KINDS = {"money", "count", "percent", "fraction", "ordinal", "ratio"}
with (Path(__file__).parent / "surfaces.csv").open(encoding="utf-8", newline="") as file:
    SURFACES = [row for row in csv.DictReader(file) if row["kind"] in KINDS]


@pytest.mark.parametrize("row", SURFACES, ids=lambda row: f"{row['tag']} {row['surface']}")
def test_surfaces_read_as_they_are_labelled(row: dict[str, str]) -> None:
    """Each labelled way of writing is read as one fact, and that fact is the label's."""
    [stated] = find_figures(row["surface"], row["tag"])
    value = row["value"]
    expected = Decimal(value) if value.replace(".", "").isdigit() else value
    assert (stated.kind, stated.value, stated.unit or "", stated.qualifier.value) == (
        row["kind"],
        expected,
        row["unit"],
        row["qualifier"],
    )
    assert row["surface"][stated.start : stated.end] == stated.surface


@pytest.mark.parametrize(
    ("tag", "text", "facts"),
    [
        ("zh-Hans", "近百家企业", [("count", 100, "nearly", "近百家")]),
        ("zh-Hans", "吸引近万人参观", [("count", 10_000, "nearly", "近万人")]),
        ("zh-Hant-HK", "逾千名嘉賓", [("count", 1_000, "more-than", "逾千名")]),
        ("zh-Hans", "超千亿元", [("money", 100_000_000_000, "more-than", "超千亿元")]),
        ("zh-Hans", "规模超千亿", [("count", 100_000_000_000, "more-than", "超千亿")]),
        ("zh-Hans", "纽约千禧酒店", []),
        ("zh-Hans", "单位：亿元", []),
        ("zh-Hans", "增长2倍多", [("ratio", 3, "more-than", "增长2倍多")]),
        ("zh-Hans", "2 100亿元", [("money", 210_000_000_000, "exactly", "2 100亿元")]),
        ("zh-Hans", "2022 300家", [("count", 300, "exactly", "300家")]),
        ("en", "1\u202f234\u202f567 visits", [("count", 1_234_567, "exactly", "1\u202f234\u202f567")]),
        ("en", "Set 3 500 guests", [("count", 3, "exactly", "3"), ("count", 500, "exactly", "500")]),
    ],
)
def test_round_numbers_and_groups_of_digits_in_text(
    tag: str, text: str, facts: list[tuple[object, ...]]
) -> None:
    """A bare 百 or 万 counts after a qualifier; a narrow space between groups of digits divides no number."""
    found = find_figures(text, tag)
    assert [(one.kind, one.value, one.qualifier.value, one.surface) for one in found] == facts


HOSTILE = [
    ("en", "7"),
    ("en", "a hundred and "),
    ("zh-Hans", "余多万亿"),
    ("zh-Hans", "7"),
    ("en", "1,234"),
    ("en", "1-"),
    ("en", "one one-"),
    ("en", "half a dozen more than "),
    ("en", "dozens of millions of "),
    ("en", "$"),
    ("zh-Hans", "一"),
    ("zh-Hans", "亿"),
    ("zh-Hans", "1 234"),
    ("zh-Hans", "3万5千"),
    ("zh-Hans", "一至"),
    ("zh-Hans", "百分之"),
    ("zh-Hans", "人民币"),
]


@pytest.mark.parametrize(("tag", "again"), HOSTILE)
def test_work_grows_with_the_length_of_hostile_text(
    tag: str, again: str, growth: Callable[..., float]
) -> None:
    """Numbers that never end are read in steps that grow with their length, not with its square."""
    list(find_figures(again, tag))
    little, much = (again * (length // len(again)) for length in (500, 4_000))
    assert growth(lambda text: list(find_figures(text, tag)), little, much) < 12


@pytest.mark.parametrize("spaces", [SPACES, NARROW_SPACES])
def test_groups_of_digits_that_never_become_a_number_stay(spaces: str) -> None:
    """A row of groups that ends otherwise is no number, however long it is, and neither is any part of it."""
    text = f"123{spaces[0]}" * 2_000 + f"5{spaces[0]}5"
    assert with_commas(text, spaces) == text


FALSE = [
    ("en", "Call +852 2345 6789 or 021-50801234, ISBN 978-7-5000-1234-5, COVID-19, 5G and Web3."),
    ("en", "See https://fair.example.org/2027/11 and www.fair.example.org/25."),
    ("en", "In Room 302 he said that nobody and no-one, one of us, came at 9:30 or 9 a.m."),
    ("en", "A 100m sprint, one-stop service and one-on-one meetings."),
    ("zh-Hans", "一带一路、统一、进一步、一些企业、一线城市、三一重工、百度、万科、十分重要、亿元"),
    ("zh-Hans", "多元文化、首席、首页、很多家、分成、成为、第三方、第一时间、COVID-19、5G、A股"),
    ("en", "A five-star hotel, two-way trade, a three-dimensional model and zero-COVID."),
    (
        "zh-Hans",
        "一二三产业、三四线城市、五六月、多数家庭、指数位居前列、人数、零部件、零件、一条龙服务、二期工程",
    ),
    ("zh-Hans", "2022张江峰会、数字经济、电话+86 755 2345 6789、多层次"),
    ("zh-Hant-TW", "數位轉型、數字經濟"),
    ("zh-Hans", "3个月、5年、10天、2小时、9时"),
]


@pytest.mark.parametrize(("tag", "text"), FALSE)
def test_what_only_looks_like_a_figure_is_left_alone(tag: str, text: str) -> None:
    """Names, codes, addresses, idioms and times are no figures."""
    assert [stated.surface for stated in find_figures(text, tag)] == []


TEXTS = [
    (
        "en",
        "Sales rose 12% to US$1.2 billion (RMB 8.4 billion); half a million people, several dozen firms.",
        ["12%", "US$1.2 billion", "RMB 8.4 billion", "half a million", "several dozen"],
    ),
    (
        "en",
        "They won 3 to 2; some 300-odd people, HK$3,000 to HK$5,000.",
        ["3", "2", "some 300-odd", "HK$3,000 to HK$5,000"],
    ),
    (
        "zh-Hans",
        "张江许可交易２０１５年至今近２１００亿元，较上年增长两倍，占比超六成；一半以上来自120余家企业。",
        ["近２１００亿元", "增长两倍", "超六成", "一半以上", "120余家"],
    ),
    (
        "zh-Hans",
        "增长12%至5亿元，3至5亿元，百万人次，一百二十家，3万5千名。",
        ["12%", "5亿元", "3至5亿元", "百万人次", "一百二十家", "3万5千名"],
    ),
    (
        "zh-Hant-TW",
        "約新臺幣１.５兆元，逾廿家，數百萬平方公尺",
        ["約新臺幣１.５兆元", "逾廿家", "數百萬平方公尺"],
    ),
]


@pytest.mark.parametrize(("tag", "text", "surfaces"), TEXTS)
def test_figures_are_found_where_they_stand(tag: str, text: str, surfaces: list[str]) -> None:
    """Each surface is cut from the text as it is, whatever its width, and none is missed."""
    found = [stated for stated in find_figures(text, tag) if stated.surface not in ("２０１５",)]
    assert [stated.surface for stated in found] == surfaces
    assert all(text[stated.start : stated.end] == stated.surface for stated in found)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二三十家", "20-30"),
        ("七八百人", "700-800"),
        ("两三家", "2-3"),
        ("三五个", "3-5"),
        ("四五亿元", "400000000-500000000"),
    ],
)
def test_two_digits_side_by_side_are_a_range(text: str, value: str) -> None:
    """What one says of a number that is not counted out is read from its lower to its higher end."""
    [stated] = find_figures(text, "zh-Hans")
    assert (stated.value, stated.surface) == (value, text)


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("zh-Hans", "廿五名", "25"),
        ("zh-Hans", "一百零五家", "105"),
        ("zh-Hans", "二百二十家", "220"),
        ("zh-Hans", "一百二", "120"),
        ("zh-Hans", "一万零五百", "10500"),
        ("zh-Hans", "两亿五千万", "250000000"),
        ("zh-Hans", "十二点五万", "125000"),
        ("zh-Hans", "3万7890人", "37890"),
        ("zh-Hant-TW", "三兆元", "3000000000000"),
        ("en", "one hundred and twenty thousand", "120000"),
        ("en", "two million three hundred thousand", "2300000"),
        ("en", "half a dozen", "6"),
        ("en", "one and a half million", "1500000"),
        ("en", "two dozen", "24"),
    ],
)
def test_numbers_in_words_and_characters(tag: str, text: str, value: str) -> None:
    """Numbers are put together from their words as people say them."""
    [stated] = find_figures(text, tag)
    assert stated.value == Decimal(value)
