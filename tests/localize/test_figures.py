"""Figures in every locale: value, unit and qualifier as newsrooms there write them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from eventrecord.localize.localizer import Localizer
from eventrecord.model.figure import Figure
from eventrecord.model.record import Record

FIGURES: dict[str, dict[str, object]] = {
    "deals": {"money": "210 billion CNY", "qualifier": "nearly", "period": "2015/2022"},
    "fund": {"money": "1.2 million HKD"},
    "rate": {"percent": "4.81"},
    "tenth": {"percent": 10},
    "third": {"fraction": "1/3", "qualifier": "more-than"},
    "half": {"fraction": "1/2", "qualifier": "about"},
    "forums": {"count": 25, "noun": {"en": "forums", "zh-Hans": "场论坛", "zh-Hant": "場論壇"}},
    "few": {"count": 5, "noun": {"en": "forums", "zh-Hans": "场论坛", "zh-Hant": "場論壇"}},
    "crowd": {
        "count": 100,
        "qualifier": "several",
        "noun": {"en": "guests", "zh-Hans": "位嘉宾", "zh-Hant": "位嘉賓"},
    },
    "visits": {"count": "1.2 million", "qualifier": "at-least"},
    "ledger": {"count": 1234567},
    "range": {"money": "60-70 million USD"},
    "shares": {"percent": "60-70"},
    "yuan": {"money": "1 CNY"},
    "index": {"score": "117.30"},
    "gain": {"points": "5.38"},
    "times": {"multiple": "2.3"},
    "hall": {"area": "35,000 m2", "qualifier": "up-to"},
    "second": {"ordinal": 2},
    "trillion": {"money": "1.5 trillion CNY", "qualifier": "less-than"},
    "euro": {"money": "3 million EUR", "qualifier": "at-most"},
}

EXPECTED = {
    "en": {
        "deals": "nearly RMB\N{NO-BREAK SPACE}210 billion",
        "fund": "HK$1.2 million",
        "rate": "4.81%",
        "tenth": "10%",
        "third": "more than one-third",
        "half": "about half",
        "forums": "25 forums",
        "few": "five forums",
        "crowd": "hundreds of guests",
        "visits": "at least 1.2 million",
        "ledger": "1,234,567",
        "range": "US$60-70 million",
        "shares": "60%-70%",
        "index": "117.30 points",
        "gain": "5.38 percentage points",
        "times": "2.3 times",
        "hall": "up to 35,000 square meters",
        "second": "second",
        "trillion": "less than RMB\N{NO-BREAK SPACE}1.5 trillion",
        "euro": "at most €3 million",
    },
    "en-HK": {
        "rate": "4.81 per cent",
        "shares": "60-70 per cent",
        "hall": "up to 35,000 square metres",
        "deals": "nearly RMB\N{NO-BREAK SPACE}210 billion",
    },
    "zh-Hans": {
        "deals": "近2100亿元",
        "fund": "120万港元",
        "rate": "4.81%",
        "tenth": "10%",
        "third": "超过三分之一",
        "half": "约一半",
        "forums": "25场论坛",
        "few": "5场论坛",
        "crowd": "数百位嘉宾",
        "visits": "至少120万",
        "ledger": "1234567",
        "range": "6000万至7000万美元",
        "shares": "60%至70%",
        "index": "117.30分",
        "gain": "5.38个百分点",
        "times": "2.3倍",
        "hall": "最大3.5万平方米",
        "second": "第二",
        "trillion": "不足1.5万亿元",
        "euro": "至多300万欧元",
    },
    "zh-Hant-TW": {
        "deals": "近2,100億元人民幣",
        "fund": "120萬港元",
        "third": "逾三分之一",
        "forums": "25場論壇",
        "crowd": "數百位嘉賓",
        "tenth": "10%",
        "yuan": "1元人民幣",
        "trillion": "不足1.5兆元人民幣",
        "hall": "最大3.5萬平方公尺",
    },
    "zh-Hant-HK": {
        "deals": "近2,100億元人民幣",
        "fund": "120萬港元",
        "tenth": "百分之十",
        "rate": "4.81%",
        "shares": "百分之六十至百分之七十",
        "third": "逾三分之一",
        "crowd": "數百位嘉賓",
        "trillion": "不足1.5萬億元人民幣",
    },
}


def _record() -> Record:
    return Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "sample",
            "revision": {"number": 1, "at": "2027-03-18"},
            "locales": list(EXPECTED),
            "figures": FIGURES,
            "event": {"id": "forum", "name": {"en": "Forum"}},
        }
    )


@pytest.mark.parametrize(
    ("tag", "figure", "words"),
    [(tag, figure, words) for tag, row in EXPECTED.items() for figure, words in row.items()],
)
def test_figure_is_written_as_the_place_writes_it(tag: str, figure: str, words: str) -> None:
    """A figure keeps value, unit and qualifier, in the form of the locale's house style."""
    assert Localizer(_record(), tag).figure(figure) == words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "nearly RMB\N{NO-BREAK SPACE}210 billion from 2015 to 2022"),
        ("zh-Hans", "2015年至2022年近2100亿元"),
        ("zh-Hant-HK", "二○一五年至二○二二年近2,100億元人民幣"),
    ],
)
def test_full_form_tells_the_period(tag: str, words: str) -> None:
    """The form `full` puts the period where the language puts it."""
    assert Localizer(_record(), tag).figure("deals", "full") == words


@pytest.mark.parametrize(
    ("tag", "base", "words"),
    [
        ("en", "2026-01/2026-09", "up 12.5% year on year in the first three quarters of 2027"),
        (
            "en",
            "2025-01/2025-09",
            "up 12.5% from the first three quarters of 2025 in the first three quarters of 2027",
        ),
        ("en", "2026-11-mid", "up 12.5% from mid-November 2026 in the first three quarters of 2027"),
        ("zh-Hans", "2026-01/2026-09", "2027年前三季度同比增长12.5%"),
        ("zh-Hans", "2025-01/2025-09", "2027年前三季度较2025年前三季度增长12.5%"),
        ("zh-Hant-TW", "2026-01/2026-09", "2027年前三季較上年同期增加12.5%"),
        ("zh-Hant-HK", "2026-01/2026-09", "二○二七年前三季按年增加12.5%"),
    ],
)
def test_a_change_is_told_against_all_of_the_period_before(tag: str, base: str, words: str) -> None:
    """Nine months are compared with nine months, by the word for it where they are the year before's."""
    comparison = {"direction": "up", "base": base}
    growth = {"percent": "12.5", "period": "2027-01/2027-09", "comparison": comparison}
    record = Record.model_validate(
        {**_record().model_dump(mode="json", exclude_unset=True), "figures": {"growth": growth}}
    )
    assert Localizer(record, tag).figure("growth", "full") == words


@pytest.mark.parametrize(
    ("tag", "complete", "words"),
    [
        ("en", True, "the United States, Japan and South Korea"),
        ("en", False, "the United States, Japan and South Korea, among others"),
        ("zh-Hans", False, "美国、日本、韩国等"),
        ("zh-Hant-TW", True, "美國、日本、南韓"),
        ("zh-Hant-HK", True, "美國、日本及韓國"),
    ],
)
def test_partners_are_named_as_the_place_names_them(tag: str, complete: bool, words: str) -> None:
    """Countries keep their order; a list that is not complete says so."""
    deals = {**FIGURES["deals"], "partners": ["US", "JP", "KR"], "partners_complete": complete}
    record = Record.model_validate(
        {**_record().model_dump(mode="json", exclude_unset=True), "figures": {"deals": deals}}
    )
    assert Localizer(record, tag).figure("deals", "partners") == words


def _of(figure: dict[str, object]) -> Record:
    return Record.model_validate(
        {
            **_record().model_dump(mode="json", exclude_unset=True),
            "sources": {"bank": {"title": {"en": "Rates"}}},
            "figures": {"it": figure},
        }
    )


def _written(figure: dict[str, object], tag: str, form: str = "") -> str:
    return Localizer(_of(figure), tag).figure("it", form).replace("\N{NO-BREAK SPACE}", " ")


NOUNS = {"noun": {"en": "forums", "zh-Hans": "场论坛"}, "noun_one": {"en": "forum"}}


@pytest.mark.parametrize(
    ("figure", "tag", "words"),
    [
        ({"count": 1, **NOUNS}, "en", "one forum"),
        ({"count": 1, "qualifier": "at-least", **NOUNS}, "en", "at least one forum"),
        ({"count": 1, "qualifier": "several", **NOUNS}, "en", "several forums"),
        ({"count": "1-3", **NOUNS}, "en", "1-3 forums"),
        ({"count": 1, **NOUNS}, "zh-Hans", "1场论坛"),
        ({"count": 10, "qualifier": "several", **NOUNS}, "en", "dozens of forums"),
        ({"count": 10, "qualifier": "several", **NOUNS}, "zh-Hans", "数十场论坛"),
        ({"count": 250, "qualifier": "several", **NOUNS}, "en", "hundreds of forums"),
        ({"points": 1}, "en", "1 percentage point"),
        ({"area": "1 km2"}, "en-HK", "1 square kilometre"),
        ({"area": "10000 m2", "qualifier": "several"}, "en", "tens of thousands of square meters"),
        ({"money": "100 million CNY", "qualifier": "several"}, "en", "hundreds of millions of yuan"),
        ({"money": "100 million CNY", "qualifier": "several"}, "zh-Hans", "数亿元"),
        ({"money": "10 USD", "qualifier": "several"}, "en", "tens of U.S. dollars"),
        ({"money": "40 million JPY"}, "en", "JPY 40 million"),
        ({"money": "40 million JPY"}, "zh-Hant-TW", "4,000萬日圓"),
        ({"money": "3 million CHF"}, "zh-Hans", "300万瑞士法郎"),
        ({"money": "35亿 TWD"}, "zh-Hant-TW", "新臺幣35億元"),
        ({"ordinal": 1}, "zh-Hans", "第一"),
        ({"ordinal": 1, "noun": {"zh-Hans": "届"}}, "zh-Hans", "首届"),
        ({"count": "5-30000"}, "zh-Hans", "5至30000"),
        ({"fraction": "7/23"}, "en", "seven twenty-thirds"),
    ],
)
def test_numbers_and_nouns_agree(figure: dict[str, object], tag: str, words: str) -> None:
    """One and many, vague and exact, foreign and own: as people there write it."""
    assert _written(figure, tag) == words


CONVERTED = {"money": "29.8 billion USD", "rate": "1 USD = 7.0363 CNY", "on": "2022-11-16", "source": "bank"}


@pytest.mark.parametrize(
    ("tag", "form", "words"),
    [
        ("en", "", "RMB 210 billion"),
        ("en", "full", "RMB 210 billion (about US$29.8 billion)"),
        ("zh-Hans", "full", "2100亿元（约合298亿美元）"),
        ("zh-Hant-HK", "full", "2,100億元人民幣（約合298億美元）"),
    ],
)
def test_a_converted_sum_stands_in_brackets(tag: str, form: str, words: str) -> None:
    """The full form tells the second currency."""
    assert _written({"money": "210 billion CNY", "converted": CONVERTED}, tag, form) == words


@pytest.mark.parametrize(
    "change",
    [
        {"money": "29.9 billion USD"},
        {"money": "2.98 billion USD"},
        {"money": "29.8 billion EUR"},
        {"rate": "1 EUR = 7.0363 CNY"},
        {"rate": "7.0363"},
        {"rate": "0 USD = 7 CNY"},
        {"money": "29-30 billion USD"},
    ],
)
def test_a_conversion_that_does_not_follow_is_refused(change: dict[str, str]) -> None:
    """A converted sum is the sum at the rate, within the rounding of its digits."""
    with pytest.raises(ValidationError):
        Figure.model_validate({"money": "210 billion CNY", "converted": {**CONVERTED, **change}})


@pytest.mark.parametrize(
    ("money", "change"),
    [
        ("210 billion CNY", {"money": "30 billion USD"}),
        ("210 billion CNY", {"rate": "100 USD = 703.63 CNY"}),
        ("210 billion CNY", {"rate": "1 CNY = 0.14212 USD"}),
        ("70-210 billion CNY", {"money": "9.95-29.8 billion USD"}),
    ],
)
def test_a_conversion_that_follows_is_taken(money: str, change: dict[str, str]) -> None:
    """Rates may be told either way, and sums rounded to as many digits as one likes."""
    assert Figure.model_validate({"money": money, "converted": {**CONVERTED, **change}}).converted


@pytest.mark.parametrize(
    "figure",
    [
        {"percent": 10, "converted": CONVERTED},
        {"percent": 10, "qualifier": "several"},
        {
            "money": "210 billion CNY",
            "converted": {"money": "29.8 billion USD", "rate": "1 USD = 7.0363 CNY"},
        },
    ],
)
def test_what_cannot_be_said_is_refused(figure: dict[str, object]) -> None:
    """Only sums are converted, never without day and source; only counts and amounts are several."""
    with pytest.raises(ValidationError):
        Figure.model_validate(figure)


def test_a_house_style_may_print_conversions_wherever_the_sum_stands() -> None:
    """The style key `converted` does what the form `full` does."""
    localizer = Localizer(_of({"money": "210 billion CNY", "converted": CONVERTED}), "zh-Hans")
    assert localizer.figure("it") == "2100亿元"
    localizer.language = replace(localizer.language, style=localizer.style | {"converted": True})
    assert localizer.figure("it") == "2100亿元（约合298亿美元）"
    assert localizer.figure("it", "value") == "2100亿元"


@pytest.mark.parametrize(
    ("tag", "style", "kind", "words"),
    [
        ("en", "newswire", "percent", "5%-6%"),
        ("en", "xinhua", "percent", "5-6 percent"),
        ("en-HK", "gov-hk", "percent", "5-6 per cent"),
        ("en", "newswire", "points", "5-6 percentage points"),
        ("zh-Hans", "gov-cn", "percent", "5%至6%"),
        ("zh-Hant-HK", "gov-hk", "percent", "百分之五至百分之六"),
    ],
)
def test_a_range_has_its_unit_once_where_that_is_a_word(tag: str, style: str, kind: str, words: str) -> None:
    """Nobody writes 5 per cent-6 per cent."""
    record = Record.model_validate(
        {**_record().model_dump(mode="json", exclude_unset=True), "figures": {"rise": {kind: "5-6"}}}
    )
    assert Localizer(record, tag, style=style).figure("rise") == words
