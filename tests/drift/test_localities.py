"""Cities, provinces and countries of two editions: another one is found, another way to say it is not."""

from __future__ import annotations

import pytest
from babel import Locale

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing import compare
from eventrecord.localize.data import read_table

DIFFER = [
    ("The forum was held in Beijing on May 3.", "论坛于5月3日在上海举行。", "venue-differs"),
    ("The guests from Japan arrived.", "来自韩国的嘉宾抵达。", "venue-differs"),
    ("Su Wanrong, mayor of Chengdu, spoke.", "西安市市长苏婉蓉致辞。", "post-differs"),
    ("It is hosted by the Wuhan Municipal Government.", "活动由长沙市政府主办。", "organization-differs"),
    ("Guests came from Japan, France and Brazil.", "來自巴西、日本和德國的嘉賓出席。", "venue-differs"),
    ("The fair moves to Fujian next year.", "交易會明年移師廣東。", "venue-differs"),
]
SAME = [
    ("Guests came from Japan, France and Brazil.", "来自巴西、日本和法国的嘉宾出席。"),
    ("A train from Shanghai to Hangzhou was put on.", "沪杭间加开一趟列车。"),
    ("Japanese and South Korean firms took part.", "日韩企业参会。"),
    ("The American firm opened in Guangzhou.", "这家美国企业在穗开业。"),
    ("Peking University and a school in Jiangsu signed.", "北京大学与一所苏南学校签约。"),
    ("The road goes southwest.", "西南通道开工，沿海地区受益。"),
    ("BEIJING, May 3 — The fair opened in Suzhou.", "上海5月3日电 交易会在苏州开幕。"),
    ("The team will go to New Zealand.", "該隊將赴紐西蘭。"),
    ("The fair in Guangdong closed.", "交易会在深圳闭幕。"),
]


@pytest.mark.parametrize(("english", "chinese", "rule"), DIFFER)
def test_another_place_is_found(english: str, chinese: str, rule: str) -> None:
    """By the rule of what is there: a venue, a post, a body."""
    found = compare(english, chinese, "en", "zh-Hans").findings
    assert rule in [one.rule for one in found if one.severity is Severity.ERROR]


@pytest.mark.parametrize(("english", "chinese"), SAME)
def test_a_place_said_otherwise_is_none(english: str, chinese: str) -> None:
    """In another order, short, by those who live there, or in one text alone."""
    for sides in ((english, chinese, "en", "zh-Hans"), (chinese, english, "zh-Hans", "en")):
        assert not [one for one in compare(*sides).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize("level", ["cities", "provinces"])
def test_each_language_has_the_same_places(level: str) -> None:
    """By keys; no name stands under two."""
    english, chinese = (read_table(tag, "places")[level] for tag in ("en", "zh"))
    assert english.keys() == chinese.keys()
    for table in (english, chinese):
        names = [name for words in table.values() for name in words]
        assert len(set(names)) == len(names)


def test_cities_are_called_as_cldr_has_them() -> None:
    """Those that time zones are named after."""
    known = {
        zone.rpartition("/")[2].replace("_", " "): told["city"]
        for zone, told in Locale("zh").time_zones.items()
        if "city" in told
    }
    english, chinese = (read_table(tag, "places")["cities"] for tag in ("en", "zh"))
    checked = [(known[words[0]], chinese[key]) for key, words in english.items() if words[0] in known]
    assert len(checked) > 60
    for name, words in checked:
        assert name.removesuffix("市") in [word.removesuffix("市") for word in words]
