"""Figures in every locale: value, unit and qualifier as newsrooms there write them."""

from __future__ import annotations

import pytest

from eventrecord.localize.localizer import Localizer
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
        "trillion": "不足1.5兆元人民幣",
        "hall": "最大3.5萬平方公尺",
    },
    "zh-Hant-HK": {
        "deals": "近2,100億元人民幣",
        "fund": "120萬港元",
        "tenth": "百分之十",
        "rate": "百分之四點八一",
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
