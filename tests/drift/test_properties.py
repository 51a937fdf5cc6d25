"""What holds of any two texts: each agrees with itself, sides may be swapped, long ones end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.diagnostic import Severity
from eventrecord.drift.comparing import Comparison, Drift, compare
from eventrecord.facts.pairing import aligned
from eventrecord.facts.reading import stated_facts
from eventrecord.facts.surroundings import surrounded
from eventrecord.facts.told import Told

TODAY = date(2022, 11, 16)
ENGLISH = [
    "The zone signed 25 deals worth nearly RMB 210 billion.",
    "More than 12,600 visitors came to the six-day fair, 35 percent of them from abroad.",
    "It runs from Nov. 14 to 18; the second forum opens at 2:30 p.m. on Friday.",
    "Sales doubled to US$4.4 billion, a third of the national total.",
    "About 40 forums drew hundreds of experts from 13 countries in 2021.",
    "The index reached 117.33, up 4.81 percent from last year.",
]
CHINESE = [
    "园区达成25项交易，总额近2100亿元。",
    "为期六天的展会吸引了1.26万余名观众，其中35%来自境外。",
    "活动11月14日至18日举行，第二届论坛周五下午2时30分开幕。",
    "销售额翻了一番，达44亿美元，占全国的三分之一。",
    "约40场论坛2021年吸引了13个国家的数百位专家。",
    "指数达117.33，比去年增长4.81%。",
]


FEW = settings(deadline=None, max_examples=25)
"""A comparison takes some milliseconds, the first one in a process longer."""


def text_of(sentences: list[str], joint: str) -> st.SearchStrategy[str]:
    """Texts of some of the sentences, in any order, some more than once."""
    return st.lists(st.sampled_from(sentences), max_size=8).map(joint.join)


def both(found: Comparison) -> list[Drift]:
    """Findings about both texts."""
    return [drift for drift in found.findings if drift.a is not None and drift.b is not None]


@FEW
@given(st.one_of(text_of(ENGLISH, " "), st.text(max_size=20)))
def test_an_english_text_agrees_with_itself(text: str) -> None:
    """Whatever it says."""
    found = compare(text, text, "en", "en", TODAY)
    assert {pair.verdict for pair in found.pairs} <= {"equal"}
    assert (found.only_a, found.only_b, both(found)) == ((), (), [])


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
@FEW
@given(text=st.one_of(text_of(CHINESE, ""), st.text(max_size=20)))
def test_a_chinese_text_agrees_with_itself(tag: str, text: str) -> None:
    """Whatever it says."""
    found = compare(text, text, tag, tag, TODAY)
    assert {pair.verdict for pair in found.pairs} <= {"equal"}
    assert (found.only_a, found.only_b, both(found)) == ((), (), [])


@FEW
@given(
    st.one_of(text_of(ENGLISH, " "), st.text(max_size=20)),
    st.one_of(text_of(CHINESE, ""), st.text(max_size=20)),
)
def test_swapping_the_sides_mirrors_the_result(a: str, b: str) -> None:
    """Pairs, verdicts, what is told once and the findings."""
    there = compare(a, b, "en", "zh-Hans", TODAY)
    back = compare(b, a, "zh-Hans", "en", TODAY)
    assert {(pair.b, pair.a, pair.verdict, pair.times) for pair in back.pairs} == set(there.pairs)
    assert (there.only_a, there.only_b) == (back.only_b, back.only_a)
    turned = {"only-a": "only-b", "only-b": "only-a"}
    assert sorted((drift.rule, drift.severity, span(drift.a), span(drift.b)) for drift in there.findings) == (
        sorted(
            (turned.get(drift.rule, drift.rule), drift.severity, span(drift.b), span(drift.a))
            for drift in back.findings
        )
    )


def span(side: object) -> tuple[int, int]:
    """Where a side of a finding stands; nowhere if it has none."""
    return (getattr(side, "start", -1), getattr(side, "end", -1))


@FEW
@given(
    st.text(max_size=20), st.text(max_size=20), st.sampled_from(["en", "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
)
def test_any_two_texts_are_compared(a: str, b: str, tag: str) -> None:
    """Every surface stands at its offsets."""
    found = compare(a, b, "en", tag, TODAY)
    for drift in found.findings:
        for text, side in ((a, drift.a), (b, drift.b)):
            assert side is None or text[side.start : side.end] == side.surface
        assert drift.severity in Severity


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("{n} firms signed 25 deals in 2021. ", "2021年{n}家企业达成25项交易。"),
        ("25 forums ", "25场论坛，"),
        ("{n} forums ", "1{n}场论坛，"),
    ],
)
def test_many_facts_of_one_sort_are_all_aligned(
    english: str, chinese: str, growth: Callable[..., float]
) -> None:
    """Also where all facts are alike, or none are: each is in one pair at most, and work grows as they do."""

    def sides(number: int) -> tuple[Sequence[Told], Sequence[Told]]:
        a = "".join(english.format(n=n) for n in range(2, number + 2))
        b = "".join(chinese.format(n=n) for n in range(2, number + 2))
        return surrounded(a, stated_facts(a, "en"), "en"), surrounded(
            b, stated_facts(b, "zh-Hans"), "zh-Hans"
        )

    few, many = sides(60), sides(240)
    pairs, only_a, only_b = aligned(*many)
    assert len({pair.a for pair in pairs}) == len({pair.b for pair in pairs}) == len(pairs)
    assert len(pairs) + len(only_a) <= len(many[0])
    assert len(pairs) + len(only_b) <= len(many[1])
    assert growth(lambda both: aligned(*both), few, many) < 9
