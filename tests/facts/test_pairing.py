"""Facts of two languages beside each other: what is the same in other words, and what is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventrecord import Record, validate
from eventrecord.facts.pairing import aligned
from eventrecord.facts.reading import stated_facts
from eventrecord.facts.surroundings import surrounded
from eventrecord.facts.told import Told

TODAY = date(2027, 5, 12)
SAME = [
    ("nearly RMB 210 billion", "近2100亿元"),
    ("210 billion yuan", "2100亿元人民币"),
    ("1.2 million visitors", "观众120万人次"),
    ("12,000 people", "1.2万人"),
    ("one-third of the total", "总数的三分之一"),
    ("half of the seats", "半数席位"),
    ("about 40 percent", "约四成"),
    ("35 percent", "三成五"),
    ("up 1.5 percentage points", "提高1.5个百分点"),
    ("for five days", "为期五天"),
    ("a five-day fair", "为期5天的展会"),
    ("the second forum", "第二届论坛"),
    ("the first awards", "首届奖项"),
    ("2:30 p.m.", "下午2时30分"),
    ("at 14:30", "14时30分"),
    ("on May 12, 2027", "2027年5月12日"),
    ("May 12-14", "5月12日至14日"),
    ("from 2015 to 2022", "2015年至2022年"),
    ("hundreds of experts", "数百位专家"),
    ("dozens of firms", "数十家企业"),
    ("sales doubled", "销售额翻了一番"),
    ("three times as many", "是原来的三倍"),
    ("HK$1.2 billion", "12亿港元"),
    ("US$5 million", "500万美元"),
    ("more than 600 guests", "600多名嘉宾"),
    ("at least 20 projects", "不少于20个项目"),
    ("30 to 50 booths", "30至50个展位"),
    ("18,500 square meters", "1.85万平方米"),
    ("a trillion yuan", "1万亿元"),
    ("at noon", "中午12时"),
]
ROUNDED = [
    ("117", "117.33"),
    ("about 42 percent", "约41.8%"),
    ("RMB 12 billion", "119.6亿元"),
    ("33.3 percent", "三分之一"),
]
DIFFERENT = [
    ("nearly RMB 21 billion", "近2100亿元", "value-differs", 10),
    ("RMB 2.1 trillion", "2100亿元", "value-differs", 10),
    ("1.2 million visitors", "1.2万人次", "value-differs", 100),
    ("120 million yuan", "12亿元", "value-differs", 10),
    ("12 percent", "1.2%", "value-differs", 10),
    ("5,000 square meters", "5万平方米", "value-differs", 10),
    ("RMB 40 million", "4000亿元", "value-differs", 10_000),
    ("25 forums", "26场论坛", "value-differs", None),
    ("the third forum", "第二届论坛", "value-differs", None),
    ("on May 12", "5月13日", "value-differs", None),
    ("May 12-14", "5月12日至15日", "value-differs", None),
    ("for five days", "为期四天", "value-differs", None),
    ("at 9:30 a.m.", "上午10时30分", "value-differs", None),
    ("from 2015 to 2022", "2016年至2022年", "value-differs", None),
    ("a quarter", "三分之一", "value-differs", None),
    ("US$5 million", "500万元", "unit-differs", None),
    ("HK$1.2 billion", "12亿元人民币", "unit-differs", None),
    ("up 5 percent", "提高5个百分点", "unit-differs", None),
    ("more than RMB 210 billion", "近2100亿元", "qualifier-differs", None),
    ("over 40 forums", "近40场论坛", "qualifier-differs", None),
    ("about 600 guests", "600名嘉宾", "qualifier-differs", None),
    ("600 guests", "600余名嘉宾", "qualifier-differs", None),
    ("up to 20 percent", "至少20%", "qualifier-differs", None),
    ("nearly half", "半数以上", "qualifier-differs", None),
]


def read(text: str, tag: str) -> list[Told]:
    """The facts of a text, with what stands around them."""
    return surrounded(text, stated_facts(text, tag, TODAY), tag)


def compared(en: str, zh: str) -> list[tuple[str, int | None]]:
    """Verdicts on the facts of an English and a Chinese text; nothing may be left alone."""
    pairs, left, right = aligned(read(en, "en"), read(zh, "zh-Hans"))
    assert (left, right) == ([], [])
    return [(found.verdict, found.pair.times) for found in pairs]


@pytest.mark.parametrize(("en", "zh"), SAME)
def test_the_same_fact_in_other_words_is_equal(en: str, zh: str) -> None:
    """Units, scale words, fractions, clocks and calendars of two languages are no difference."""
    assert {verdict for verdict, _ in compared(en, zh)} == {"equal"}


@pytest.mark.parametrize(("en", "zh"), ROUNDED)
def test_a_rounded_value_is_no_other(en: str, zh: str) -> None:
    """The less exact contains the more exact."""
    assert [verdict for verdict, _ in compared(en, zh)] == ["rounded"]


@pytest.mark.parametrize(("en", "zh", "verdict", "times"), DIFFERENT)
def test_what_differs_is_told(en: str, zh: str, verdict: str, times: int | None) -> None:
    """Scale slips by their factor; units and qualifiers as such."""
    assert compared(en, zh) == [(verdict, times)]


def test_each_fact_is_paired_once_and_the_rest_is_left() -> None:
    """Equal ones find each other among others, whatever their order."""
    pairs, left, right = aligned(
        read("RMB 5 million for 30 firms and 12 schools", "en"),
        read("12所学校和30家企业获得500万元，另有200人", "zh-Hans"),
    )
    assert [pair.verdict for pair in pairs] == ["equal"] * 3
    assert left == []
    assert [one.fact.surface for one in right] == ["200人"]


def test_facts_do_not_overlap() -> None:
    """A number in a date is of the date alone."""
    facts = stated_facts("The 25 forums ran from Nov. 14 to 18, 2022, at 9:30 a.m.", "en")
    assert [(fact.kind, fact.surface) for fact in facts] == [
        ("count", "25"),
        ("date-range", "Nov. 14 to 18, 2022"),
        ("time", "9:30 a.m."),
    ]


@given(st.sampled_from(SAME), st.sampled_from(SAME))
def test_the_order_of_the_texts_changes_no_verdict(one: tuple[str, str], other: tuple[str, str]) -> None:
    """Either text may be the first."""
    english, chinese = read(one[0], "en"), read(other[1], "zh-Hans")
    there, _, _ = aligned(english, chinese)
    back, _, _ = aligned(chinese, english)
    assert sorted(pair.verdict for pair in there) == sorted(pair.verdict for pair in back)


def record(**headline: str) -> Record:
    """A record whose release has this headline."""
    return Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "sample",
            "revision": {"number": 1, "at": "2027-05-12"},
            "locales": ["en", "zh-Hans"],
            "event": {"id": "forum", "name": {"en": "Forum", "zh-Hans": "论坛"}, "start": "2027-05-12"},
            "releases": [
                {
                    "id": "news",
                    "issued": "2027-05-12",
                    "headline": {tag.replace("_", "-"): text for tag, text in headline.items()},
                    "body": [{"lead": "forum"}],
                }
            ],
        }
    )


DRIFT = ["value-differs", "unit-differs", "qualifier-differs"]


@pytest.mark.parametrize(("en", "zh", "verdict", "times"), DIFFERENT)
def test_rules_find_it_in_a_record(en: str, zh: str, verdict: str, times: int | None) -> None:
    """With the other language's place, the characters it is about, and the factor of a slip."""
    (found,) = validate(record(en=en, zh_Hans=zh), select=DRIFT)
    assert found.rule == verdict
    assert found.path == ("releases", 0, "headline", "zh-Hans")
    assert found.labels[0].path == ("releases", 0, "headline", "en")
    assert (f"{times:,}×" in found.message) if times else ("×" not in found.message)


@pytest.mark.parametrize(("en", "zh"), [*SAME, *ROUNDED])
def test_rules_find_nothing_in_what_is_the_same(en: str, zh: str) -> None:
    """No false alarm."""
    assert validate(record(en=en, zh_Hans=zh), select=DRIFT) == []
