"""Facts that were read, written for people who read about them in either language of the tool."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from eventrecord.facts.reading import stated_facts
from eventrecord.localize.writing import written, written_currency, written_day, written_number
from eventrecord.message import say
from eventrecord.tongue import Tongue

CHINESE = Tongue("zh-Hans")


@pytest.mark.parametrize(
    ("text", "english", "chinese"),
    [
        ("nearly RMB 3.86 billion", "nearly RMB 3.86 billion", "近38.6亿元"),
        ("HK$30 million", "HK$30 million", "3000万港元"),
        ("more than 42 percent", "more than 42%", "超过42%"),
        ("3 percentage points", "3 percentage points", "3个百分点"),
        ("1,200,000 visitors", "1.2 million", "120万"),
        ("about 35,000 square meters", "about 35,000 square meters", "约3.5万平方米"),
        ("over one third", "more than one-third", "超过三分之一"),
        ("60-70 people", "60-70", "60至70"),
        ("dozens of companies", "dozens", "数十"),
        ("2.3 times", "2.3 times", "2.3倍"),
        ("14 November 2022", "Nov. 14, 2022", "2022年11月14日"),
        ("November 14", "Nov. 14", "11月14日"),
        ("November 14-18, 2022", "Nov. 14-18, 2022", "2022年11月14日至18日"),
        ("November 2022", "November 2022", "2022年11月"),
        ("from 2015 to 2022", "2015 to 2022", "2015年至2022年"),
        ("2:30 p.m.", "2:30 p.m.", "下午2时30分"),
        ("9:30-11:45 a.m.", "9:30 to 11:45 a.m.", "上午9时30分至11时45分"),
        ("nearly two and a half hours", "nearly two and a half hours", "近两个半小时"),
        ("ten years", "10 years", "10年"),
        ("three months", "3 months", "3个月"),
    ],
)
def test_values_are_written_in_the_language_of_the_reader(text: str, english: str, chinese: str) -> None:
    """With scale words, units, qualifiers and days as people write them there."""
    (fact,) = stated_facts(text, "en")
    said = say("{value}", value=written(fact))
    assert (said, CHINESE.tell(said)) == (english, chinese)


def test_what_no_form_fits_stays_as_it_is() -> None:
    """Years without a number are told in the words of the text."""
    (fact,) = stated_facts("数年", "zh-Hans")
    assert written(fact) == "数年"


@pytest.mark.parametrize("tag", ["en", "zh-Hans"])
@pytest.mark.parametrize("home", ["en", "zh-Hans"])
def test_a_written_value_is_read_as_the_same(home: str, tag: str) -> None:
    """What a finding says of a fact is that fact."""
    texts = {
        "en": "nearly RMB 3.86 billion, over 42 percent, Nov. 14, 2022, 2015 to 2022, one third, five days",
        "zh-Hans": "近38.6亿元，超过42%，2022年11月14日，2015年至2022年，三分之一，五天",
    }
    for fact in stated_facts(texts[home], home):
        (again,) = stated_facts(written(fact).write(tag), tag)
        assert again[:4] == fact[:4]


def test_days_numbers_and_currencies() -> None:
    """Each alone, where a sentence has it."""
    said = say(
        "{day} {number} {unit}",
        day=written_day(date(2022, 11, 14)),
        number=written_number(10**9),
        unit=written_currency("USD", 2),
    )
    assert said == "Nov. 14, 2022 1 billion US dollars"
    assert CHINESE.tell(said) == "2022年11月14日 10亿 美元"


def test_a_copy_for_another_process_is_english() -> None:
    """Findings are handed between processes; what writes a value cannot be."""
    day = written_day(date(2022, 11, 14))
    assert pickle.loads(pickle.dumps(day)) == "Nov. 14, 2022"
