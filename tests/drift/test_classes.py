"""Classes of drift that go to print, a case or more each, and what looks like drift and is none."""

from __future__ import annotations

from datetime import date

import pytest

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparison import Comparison, compare

TODAY = date(2022, 11, 16)
ERROR, WARNING = Severity.ERROR, Severity.WARNING

DRIFT = [
    # what has been printed of one summit
    ("sum with another base", "licensing worth nearly RMB 210 billion", "许可交易额超过2000亿元", "zh-Hans", "qualifier-differs", WARNING),
    ("qualifier of one sum", "licensing worth more than 210 billion yuan", "许可交易额近2100亿元", "zh-Hans", "qualifier-differs", WARNING),
    ("share without its whole", "more than 40 percent of the nation's total", "占比超过40%", "zh-Hans", "scope-differs", WARNING),
    ("share of another whole", "6 percent of the global total", "占全国总量的6%", "zh-Hans", "scope-differs", WARNING),
    ("about and nearly", "about 40 parallel events", "近40场活动", "zh-Hans", "qualifier-differs", WARNING),
    ("forums of the parent", "25 forums", "约40场论坛", "zh-Hans", "value-differs", ERROR),
    ("length of the parent", "the five-day summit", "为期两天的峰会", "zh-Hans", "value-differs", ERROR),
    ("countries told as companies", "with 13 companies", "与13个国家", "zh-Hans", "unit-differs", ERROR),
    # classes of drift
    ("million for 万", "investment of RMB 50 million", "投资50万元", "zh-Hans", "value-differs", ERROR),
    ("billion for 亿", "a fund of RMB 30 billion", "规模30亿元的基金", "zh-Hans", "value-differs", ERROR),
    ("misplaced point", "growth of 4.8 percent", "增长48%", "zh-Hans", "value-differs", ERROR),
    ("ten times, in Taiwan", "NT$1.2 trillion", "1,200億元", "zh-Hant-TW", "value-differs", ERROR),
    ("ten times, in Hong Kong", "HK$32 billion", "三十二億元", "zh-Hant-HK", "value-differs", ERROR),
    ("qualifier dropped", "more than 600 guests", "600名嘉宾", "zh-Hans", "qualifier-differs", WARNING),
    ("qualifier added", "600 guests", "600餘名嘉賓", "zh-Hant-TW", "qualifier-differs", WARNING),
    ("nearly and less than", "nearly 300 exhibitors", "不足300家展商", "zh-Hans", "qualifier-differs", WARNING),
    ("at least and at most", "at least 20 projects", "至多20个项目", "zh-Hans", "qualifier-differs", WARNING),
    ("bare 元 in Taiwan", "RMB 300 million", "3億元", "zh-Hant-TW", "unit-differs", ERROR),
    ("bare 元 in Hong Kong", "RMB 300 million", "三億元", "zh-Hant-HK", "unit-differs", ERROR),
    ("currency", "US$2.8 billion", "28亿元", "zh-Hans", "unit-differs", ERROR),
    ("visits and people", "460,000 people", "46万人次", "zh-Hans", "unit-differs", ERROR),
    ("points and percent", "up 2 percentage points", "提高2%", "zh-Hans", "unit-differs", ERROR),
    ("unit of length", "a road of 12 kilometers", "全长12米的道路", "zh-Hans", "unit-differs", ERROR),
    ("period", "sales from 2015 to 2022", "2016年至2022年销售额", "zh-Hans", "value-differs", ERROR),
    ("base year", "twice that of 2020", "是2021年的两倍", "zh-Hans", "value-differs", ERROR),
    ("last day", "from Nov. 14 to 18", "11月14日至17日", "zh-Hans", "value-differs", ERROR),
    ("today", "The week opened on Tuesday.", "产业周今日开幕。", "zh-Hans", "value-differs", ERROR),
    ("ordinal", "the third forum", "第二届论坛", "zh-Hans", "value-differs", ERROR),
    ("ordinal, in Hong Kong", "the 12th forum", "第十一屆論壇", "zh-Hant-HK", "value-differs", ERROR),
    ("rise and fall", "Output rose 8 percent.", "产量下降8%。", "zh-Hans", "value-differs", ERROR),
    ("tripled", "Sales tripled.", "销售额增长三倍。", "zh-Hans", "value-differs", ERROR),
    ("year of the republic", "in 2023", "112年", "zh-Hant-TW", None, None),
    ("another year of the republic", "opened in May 2023", "111年5月啟用", "zh-Hant-TW", "value-differs", ERROR),
    # one text against itself; what the other says is of no matter
    ("weekday and date", "on Tuesday, Nov. 15", "11月15日（星期三）", "zh-Hans", "weekday-mismatch", ERROR),
    ("weekday and date, in Taiwan", "on Tuesday, Nov. 15", "11月15日（星期三）", "zh-Hant-TW", "weekday-mismatch", ERROR),
    ("days of a span", "a four-day fair, Nov. 14 to 18", "11月14日至18日的展会", "zh-Hans", "duration-mismatch", WARNING),
    ("conversion", "output of 223,455 billion yuan (US$223.5 trillion)", "产值223.455万亿元", "zh-Hans", "conversion-mismatch", ERROR),
    ("x of y", "120 of the 400 firms, or 25 percent", "400家企业中的120家", "zh-Hans", "share-mismatch", ERROR),
    ("growth and points", "117.33 points, up 5.38 points or 5.81 percent", "117.33分", "zh-Hans", "growth-mismatch", ERROR),
    ("growth from and to", "up from 100 to 120", "从100家增至120家，增长25%", "zh-Hans", "growth-mismatch", ERROR),
    ("sum", "60 projects", "共60个项目，分别为25个、20个和14个", "zh-Hans", "sum-mismatch", ERROR),
]  # fmt: skip

SAME = [
    ("rounding", "The index reached 117.", "指数达117.33。", "zh-Hans"),
    ("scale words", "RMB 210 billion", "2100亿元", "zh-Hans"),
    ("ten thousands", "12,000 visitors", "1.2万名观众", "zh-Hans"),
    ("clock", "at 2:30 p.m.", "14:30", "zh-Hans"),
    ("clock in words", "at 2:30 p.m.", "下午2时30分", "zh-Hans"),
    ("clock, in Hong Kong", "at 2:30 p.m.", "下午二時三十分", "zh-Hant-HK"),
    ("first edition", "the first forum", "首届论坛", "zh-Hans"),
    ("inaugural edition", "the second forum", "第二屆論壇", "zh-Hant-TW"),
    ("a longer edition", "Twelve firms signed.", "12家企业签约，另有30家企业、45名专家到场。", "zh-Hans"),
    ("conversion in one language", "more than 200 billion yuan (US$28.4 billion)", "超2000亿元", "zh-Hans"),
    ("conversion, in Taiwan", "NT$36 million (US$1.15 million)", "3,600萬元", "zh-Hant-TW"),
    ("said twice", "25 forums on Tuesday; the 25 forums draw experts.", "周二举办25场论坛。", "zh-Hans"),
    ("span and its ends", "from Nov. 14 to 18", "11月14日开幕，11月18日闭幕", "zh-Hans"),
    ("length and span", "the five-day fair of Nov. 14 to 18", "11月14日至18日的展会", "zh-Hans"),
    ("weekday beside a date", "on Nov. 15", "11月15日（星期二）", "zh-Hans"),
    ("bare weekday", "on Friday", "11月18日", "zh-Hans"),
    ("year in one text", "on Nov. 15, 2022", "11月15日", "zh-Hans"),
    ("tenths", "30 percent of the seats", "三成席位", "zh-Hans"),
    ("fraction", "half of the seats", "五成席位", "zh-Hans"),
    ("doubled", "Sales doubled.", "销售额增长一倍。", "zh-Hans"),
    ("tripled", "Sales tripled.", "销售额增长两倍。", "zh-Hans"),
    ("over a time", "over five years", "五年内", "zh-Hans"),
    ("bare 元, in Taiwan", "NT$36 million", "3,600萬元", "zh-Hant-TW"),
    ("bare 元, in Hong Kong", "HK$320 million", "三億二千萬元", "zh-Hant-HK"),
    ("元 of others, in Hong Kong", "RMB 320 million", "三億二千萬元人民幣", "zh-Hant-HK"),
    ("idioms", "one of the firms; both sides", "企业之一；双方；一批企业", "zh-Hans"),
    ("above and at least", "at least 20 projects", "20个以上项目", "zh-Hans"),
    ("exact and nearly", "nearly 40 forums", "38场论坛", "zh-Hans"),
    ("times of passengers", "served 31.47 million passengers", "旅客吞吐量3147万人次", "zh-Hans"),
    ("units of one length", "4.2 kilometers", "4200米", "zh-Hans"),
    ("another order", "In 2022, 25 firms from 13 countries signed.", "13个国家的25家企业2022年签约。", "zh-Hans"),
]  # fmt: skip


def compared(en: str, zh: str, tag: str) -> Comparison:
    """Both ways; which text comes first changes nothing but the sides."""
    there, back = compare(en, zh, "en", tag, TODAY), compare(zh, en, tag, "en", TODAY)
    assert sorted((drift.rule, str(drift.severity)) for drift in there.findings if drift.a and drift.b) == sorted(
        (drift.rule, str(drift.severity)) for drift in back.findings if drift.a and drift.b
    )
    assert len(there.findings) == len(back.findings)
    return there


@pytest.mark.parametrize(("name", "en", "zh", "tag", "rule", "severity"), DRIFT, ids=[row[0] for row in DRIFT])
def test_a_class_of_drift_is_found(
    name: str, en: str, zh: str, tag: str, rule: str | None, severity: Severity | None
) -> None:
    """By its rule and its severity, whichever text comes first."""
    grave = [drift for drift in compared(en, zh, tag).findings if drift.severity is not Severity.INFO]
    assert [(drift.rule, drift.severity) for drift in grave] == ([(rule, severity)] if rule else []), name


@pytest.mark.parametrize(("name", "en", "zh", "tag"), SAME, ids=[row[0] for row in SAME])
def test_what_is_no_contradiction_is_at_most_information(name: str, en: str, zh: str, tag: str) -> None:
    """The false alarms that make an office switch a check off."""
    grave = [drift for drift in compared(en, zh, tag).findings if drift.severity is not Severity.INFO]
    assert grave == [], name
