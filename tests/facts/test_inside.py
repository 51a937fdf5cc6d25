"""What a text says against itself, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from eventrecord.facts.inside import Fault, faults
from eventrecord.facts.reading import stated_facts
from eventrecord.facts.surroundings import surrounded

TODAY = date(2022, 11, 16)
HANS, TW, HK = "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"

WRONG = [
    ("weekday-mismatch", "en", "The summit opens on Tuesday, Nov. 16, 2022."),
    ("weekday-mismatch", HANS, "11月16日（星期二）开幕。"),
    ("weekday-mismatch", HK, "十一月十六日（星期二）開幕。"),
    ("duration-mismatch", "en", "The fair runs from Nov. 14 to 18, a four-day event."),
    ("duration-mismatch", HANS, "11月14日至18日举行，为期四天。"),
    ("conversion-mismatch", "en", "It was worth 223,455 billion yuan (US$223.5 trillion)."),
    ("conversion-mismatch", "en", "HK$780 million (US$100 billion)"),
    ("conversion-mismatch", HANS, "合同金额6.4亿美元（约合460亿元人民币）。"),
    ("conversion-mismatch", TW, "費用為8億元（約2.6億美元）。"),
    ("growth-mismatch", "en", "The index stood at 117.33 points, up 5.38 points or 5.81 percent."),
    ("growth-mismatch", "en", "Output rose from RMB 100 million to RMB 120 million, up 25 percent."),
    ("growth-mismatch", HANS, "指数为117.33分，比上年增加5.38分，增长5.81%。"),
    ("growth-mismatch", HANS, "产值从1亿元增至1.2亿元，增长25%。"),
    ("share-mismatch", "en", "120 of the 400 firms, or 25 percent, are foreign."),
    ("share-mismatch", HANS, "400家企业，其中120家，占25%，为外资。"),
    ("sum-mismatch", "en", "A total of 60 projects were signed: 25 in pharma, 20 in devices and 14 in AI."),
    ("sum-mismatch", HANS, "共60个项目签约，分别为25个、20个和14个。"),
]
RIGHT = [
    ("en", "The summit opens on Wednesday, Nov. 16, 2022."),
    ("en", "The fair runs from Nov. 14 to 18, a five-day event."),
    ("en", "Registration is open from Nov. 1 to 30; a visa takes three days."),
    ("en", "more than 200 billion yuan (US$28.4 billion)"),
    ("en", "A bill of US$640 million and RMB 2 million."),
    ("en", "The index stood at 117.33 points, up 5.38 points or 4.81 percent."),
    ("en", "Output rose from RMB 100 million to RMB 120 million, up 20 percent."),
    ("en", "Visits were counted in October, down 8 percent from a year earlier."),
    ("en", "120 of the 400 firms, or 30 percent, are foreign."),
    ("en", "A total of 60 projects were signed, including 25 in pharma and 20 in devices."),
    (HANS, "11月14日至18日举行，为期五天。"),
    (HANS, "合同金额6.4亿美元（约合46亿元人民币）。"),
    (HANS, "指数为117.33分，比上年增加5.38分，增长4.81%。"),
    (HANS, "营业收入4亿元，下降6%，为2021年的1.2倍。"),
    (HANS, "共60个项目签约，分别为25个、20个和15个。"),
    (TW, "費用為8億元（約2,600萬美元）。"),
    (HK, "十一月十六日（星期三）開幕。"),
]


def found(text: str, tag: str) -> list[Fault]:
    """The faults of a text, each of which stands at its place."""
    told_faults = list(faults(text, surrounded(text, stated_facts(text, tag, TODAY), tag), tag, TODAY))
    for fault in told_faults:
        assert text[fault.fact.start : fault.fact.end] == fault.fact.surface
    return told_faults


@pytest.mark.parametrize(("rule", "tag", "text"), WRONG)
def test_what_cannot_be_is_found(rule: str, tag: str, text: str) -> None:
    """Once, by the rule that is named for it."""
    assert [fault.rule for fault in found(text, tag)] == [rule]


@pytest.mark.parametrize(("tag", "text"), RIGHT)
def test_what_can_be_is_left_alone(tag: str, text: str) -> None:
    """Also where numbers stand near each other that do not belong together."""
    assert found(text, tag) == []
