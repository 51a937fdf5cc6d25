"""Places and themes of a record: another one, or an altered one, where the other edition has the record's."""

from __future__ import annotations

from datetime import date

import pytest

from eventrecord import Record, loads
from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing import compare

TODAY = date(2031, 6, 2)
RECORD = """\
format: eventrecord/1
id: ocean-2031
locales: [en, zh-Hans]
revision: { number: 1, at: 2031-06-02 }
places:
  lantan:
    name: { en: Lantan, zh-Hans: 兰滩 }
    address: { country: CN }
  hall:
    name: { en: Lantan Harbor Hall, zh-Hans: 兰滩海港会堂 }
    within: lantan
event:
  id: week
  name: { en: Lantan Ocean Week, zh-Hans: 兰滩海洋周 }
  theme: { en: "One Ocean, for All", zh-Hans: 同一片海洋 共同的家园 }
  start: 2031-06-02
  end: 2031-06-06
  place: hall
"""
EN = "Lantan Ocean Week opened on Monday at the Lantan Harbor Hall. Its theme is “One Ocean, for All.”"
ZH = "兰滩海洋周周一在兰滩海港会堂开幕，主题为“同一片海洋 共同的家园”。"

ALTERED = [
    ("Lantan Harbor Hall", "Lantan Harbors Hall", "venue-differs"),
    ("Lantan Harbor Hall", "Lantan Harbor Hotel", "venue-differs"),
    ("Lantan Harbor Hall", "Baisha Convention Center", "venue-differs"),
    ("One Ocean, for All", "One Ocean for Us", "term-drift"),
    ("One Ocean, for All", "The Sea We Share", "term-drift"),
    ("海港会堂", "海巷会堂", "venue-differs"),
    ("海港会堂", "海港大会堂", "venue-differs"),
    ("兰滩海港会堂", "白沙会议中心", "venue-differs"),
    ("同一片海洋", "同一片大海", "term-drift"),
    ("同一片海洋 共同的家园", "共享蔚蓝", "term-drift"),
]
SAME = [
    (EN, ZH),
    (EN.replace("Ocean, for", "Ocean for"), ZH.replace(" 共同", "，共同")),
    (EN, ZH.replace("兰滩海港会堂", "海港会堂")),
    (EN.replace("the Lantan Harbor Hall", "Harbor Hall"), ZH),
    (f"{EN} It closes at the Baisha Opera House.", f"{ZH}闭幕式在白沙大剧院举行。"),
    (f"{EN} The forum’s theme is “Clean Ports.”", f"{ZH}论坛主题为“洁净港口”。"),
    (EN, ZH.replace("在兰滩海港会堂开幕", "开幕")),
    (EN, f"{ZH.replace('在兰滩海港会堂开幕', '开幕')}论坛在白沙举行。"),
]


@pytest.fixture(name="record", scope="module")
def _record() -> Record:
    return loads(RECORD)


@pytest.mark.parametrize(("old", "new", "rule"), ALTERED)
def test_what_the_record_does_not_know_is_told(record: Record, old: str, new: str, rule: str) -> None:
    """Where the other edition has the record's place or theme; whichever text comes first."""
    en, zh = EN.replace(old, new), ZH.replace(old, new)
    assert (en, zh) != (EN, ZH)
    there = compare(en, zh, "en", "zh-Hans", TODAY, record=record)
    back = compare(zh, en, "zh-Hans", "en", TODAY, record=record)
    assert [(one.rule, one.severity) for one in there.findings] == [(rule, Severity.ERROR)]
    found, turned = there.findings[0], back.findings[0]
    assert (found.a, found.b) == (turned.b, turned.a)
    assert found.a is not None
    assert found.b is not None
    assert new in f"{found.a.surface} {found.b.surface}" or found.b.surface in ZH.replace(old, new)


@pytest.mark.parametrize(("en", "zh"), SAME)
def test_what_may_be_the_same_is_no_alarm(record: Record, en: str, zh: str) -> None:
    """A name cut short, other marks, a place that one text leaves out, and what no record has."""
    found = compare(en, zh, "en", "zh-Hans", TODAY, record=record).findings
    assert [one.rule for one in found if one.severity is not Severity.INFO] == []
