"""Facts read from running text: what they are, where they stand, and with how much work they are found."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.facts.reading import stated_facts
from eventrecord.localize.data import locale_tags

sys.path.insert(0, str(Path(__file__).parents[1] / "drift"))

from phrases import FOLDER, Phrase, phrases

INVENTORY = [phrase for file in sorted(FOLDER.glob("*-c.txt")) for phrase in phrases(file)]
TODAY = date(2022, 11, 16)


def told(text: str, tag: str, today: date | None = TODAY) -> list[tuple[str, str]]:
    """Surfaces and values."""
    return [(fact.surface, str(fact.value)) for fact in stated_facts(text, tag, today)]


@pytest.mark.parametrize("phrase", INVENTORY, ids=lambda phrase: phrase.place)
def test_the_inventory_is_read_as_it_is_labelled(phrase: Phrase) -> None:
    """Kind, value, unit, qualifier and end of every fact; an article may stand before it."""
    found = stated_facts(phrase.text, phrase.tag, phrase.today)
    assert [(f.kind, f.value, f.unit, f.qualifier.value, f.end) for f in found] == [
        (label.kind, label.value, label.unit, label.qualifier, label.end) for label in phrase.facts
    ]


@pytest.mark.parametrize(
    ("today", "tag", "text", "values"),
    [
        ("2022-12-31", "en", "today, tomorrow, the 15th", ["2022-12-31", "2023-01-01"]),
        ("2023-01-01", "en", "yesterday, last month", ["2022-12-31", "2022-12-01/2022-12-31"]),
        ("2023-01-01", "en", "next Monday; last Friday", ["2023-01-02", "2022-12-30"]),
        ("2023-01-02", "en", "on Dec. 30; on the 30th; last year", ["2022-12-30", "2022-12-30", "2022"]),
        (
            "2022-12-20",
            "en",
            "Jan. 12 to 15; last quarter",
            ["2023-01-12/2023-01-15", "2022-07-01/2022-09-30"],
        ),
        ("2024-01-10", "en", "last quarter; next month", ["2023-10-01/2023-12-31", "2024-02-01/2024-02-29"]),
        ("2024-02-29", "en", "tomorrow; last November", ["2024-03-01", "2023-11-01/2023-11-30"]),
        ("2024-03-01", "zh-Hans", "昨日；上月；去年", ["2024-02-29", "2024-02-01/2024-02-29", "2023"]),
        ("2023-01-01", "zh-Hans", "上周五；下周一；上月底", ["2022-12-23", "2023-01-02", "2022-12-31"]),
        ("2023-01-02", "zh-Hans", "12月28日至1月3日；30日", ["2022-12-28/2023-01-03", "2022-12-30"]),
        ("2022-12-31", "zh-Hans", "明天；下个月；明年", ["2023-01-01", "2023-01-01/2023-01-31", "2023"]),
        ("2022-11-16", "zh-Hans", "今年前三季度，统计局15日发布", ["2022-01-01/2022-09-30", "2022-11-15"]),
        ("2022-11-16", "zh-Hant-TW", "今（16）日；明（112）年", ["2022-11-16", "2023"]),
    ],
)
def test_what_the_day_of_the_text_tells(today: str, tag: str, text: str, values: list[str]) -> None:
    """Days, weeks, months and quarters are counted from it, across the ends of months and years."""
    facts = stated_facts(text, tag, date.fromisoformat(today))
    assert [str(fact.value) for fact in facts if fact.kind != "ordinal"] == values


PIECES = st.sampled_from(
    [
        *("2100", "1,234", "3.5", " ", "-", "/", ":", "(", "\0", "\u00a0", "\n", "%", "$", "US$", "RMB"),
        *(
            "nearly",
            "million",
            "a dozen",
            "one in",
            "half",
            "the 15th",
            "Nov. ",
            "2022",
            "p.m.",
            "to",
            "days",
        ),
        *(
            "近",
            "亿",
            "万",
            "元",
            "三成",
            "百分之",
            "分之",
            "第",
            "届",
            "年",
            "11月",
            "15日",
            "至",
            "上午",
            "时",
        ),
        *("半", "倍", "增长", "民国", "兆", "点", "几", "多", "İ", "ﬁ", "\U0001f600", "９", "＄", "\u0301"),
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(PIECES, max_size=30).map("".join), st.lists(st.one_of(PIECES, st.text())).map("".join)
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(locale_tags()), TEXTS, st.one_of(st.none(), st.dates()))
def test_any_text_is_read_and_every_offset_is_exact(tag: str, text: str, today: date | None) -> None:
    """Whatever stands there, facts come in order, apart, and each is what stands between its offsets."""
    end = 0
    for fact in stated_facts(text, tag, today):
        assert end <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end] == fact.surface
        end = fact.end


@pytest.mark.parametrize(
    ("tag", "again"),
    [
        *(
            ("en", piece)
            for piece in ("7", "1,", "1-", "1 ", "1°", "$1", "Nov. ", "nearly ", "((1)", "a", "Aa ")
        ),
        *(("en", piece) for piece in ("five days, ", "a@", "from Nov. 14 to ", "twenty-", "1 Road ")),
        *(
            ("zh-Hans", piece)
            for piece in ("一", "年", "近", "万", "1元至", "百分之", "11月14日、", "翻两", "上", "(1")
        ),
    ],
)
def test_work_grows_with_the_length_of_any_text(tag: str, again: str, growth: Callable[..., float]) -> None:
    """Eight times the text takes about eight times as many steps, not sixty-four times."""
    stated_facts(again, tag, TODAY)
    little, much = (again * (length // len(again)) for length in (500, 4_000))
    assert growth(lambda text: stated_facts(text, tag, TODAY), little, much) < 12
