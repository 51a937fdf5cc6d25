"""Figures: units, periods, wholes and bases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eventrecord.diagnostic import Diagnostic

Found = Callable[..., list[Diagnostic]]


@pytest.mark.parametrize("money", ["3 billion CNY", "HKD 1,200", "12亿 TWD", "5 million THB", "MOP 3"])
def test_currencies_by_their_code_are_sound(found: Found, money: str) -> None:
    """Codes of ISO 4217 are known, frequent or not."""
    assert found(f"figures: {{deals: {{money: {money!r}}}}}", rule="unit-unknown") == []


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("money: 3 billion RMB", "write CNY"),
        ("money: 3亿元", "write CNY, TWD or HKD, whichever is meant"),
        ("money: 3 billion yuan", "write CNY"),
        ("money: 3 billion CYN", "write CNY"),
        ("money: 3 billion XQQ", "write the three capitals of the code: CNY, HKD, USD"),
        ("area: '35,000 sqm'", "write m2"),
        ("area: '35,000 acres'", "known: m2, km2, ha, mu (mu is 亩)"),
    ],
)
def test_units_that_editions_cannot_write_are_found(found: Found, value: str, hint: str) -> None:
    """The hint names the code that is meant, where that is clear."""
    [finding] = found(f"figures: {{other: {{{value}}}}}", rule="unit-unknown")
    assert finding.path == ("figures", "other", value.partition(":")[0])
    assert finding.hint == hint


@pytest.mark.parametrize(
    "figure",
    [
        "{money: 1 million CNY}",
        "{money: 3 million CNY, of: tide, as_of: 2031-05-01}",
        "{count: 25, of: tide}",
    ],
)
def test_a_price_a_prize_and_a_count_need_no_period(found: Found, figure: str) -> None:
    """Only money that measures something must say when."""
    assert found(f"figures: {{other: {figure}}}", rule="period-missing") == []


@pytest.mark.parametrize(
    "figure",
    ["{percent: 4.81, comparison: {direction: up, base: 2030}}", "{points: 5}", "{multiple: 2.3}"],
)
def test_a_rise_is_no_share(found: Found, figure: str) -> None:
    """Rises, points and multiples have no whole."""
    assert found(f"figures: {{other: {figure}}}", rule="share-without-scope") == []


def test_a_fraction_is_a_share(found: Found) -> None:
    """One third of what? is asked like ten per cent of what?."""
    [finding] = found("figures: {other: {fraction: 1/3}}", rule="share-without-scope")
    assert finding.message == "1/3 of what? The share does not say"


def test_a_comparison_in_words_needs_no_base(found: Found) -> None:
    """`than` says it as well as a period does."""
    figure = "{percent: 5, comparison: {direction: up, than: {en: the plan, zh-Hans: 计划}}}"
    assert found(f"figures: {{other: {figure}}}", rule="comparison-without-base") == []


@pytest.mark.parametrize(
    "figure",
    [
        "count: 60-70, qualifier: about",
        "count: 60-70",
        "count: 60, qualifier: more-than",
        "fraction: 1/3, qualifier: nearly",
        "ordinal: 2, qualifier: nearly",
    ],
)
def test_one_number_may_be_qualified_and_a_range_be_about_right(found: Found, figure: str) -> None:
    """About goes with a range; other qualifiers go with values that are no range."""
    assert found(f"figures: {{halls: {{{figure}}}}}", rule="qualified-range") == []


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ("money: 30-35亿 CNY, qualifier: more-than", "'more-than' of a range, 3,000,000,000-3,500,000,000"),
        ("count: 60-70, qualifier: nearly", "'nearly' of a range, 60-70"),
        ("area: 60-70 m2, qualifier: up-to", "'up-to' of a range, 60-70"),
    ],
)
def test_a_qualifier_of_a_range_is_found(found: Found, figure: str, told: str) -> None:
    """Sums of money, counts and areas are looked at alike."""
    [finding] = found(f"figures: {{halls: {{{figure}}}}}", rule="qualified-range")
    assert finding.path == ("figures", "halls", "qualifier")
    assert finding.message.startswith(told)
    assert [label.path[2] for label in finding.labels] == [figure.partition(":")[0]]


@pytest.mark.parametrize(("percent", "count"), [("120", 1), ("90-120", 1), ("100", 0), ("90-100", 0)])
def test_one_share_is_no_more_than_the_whole(found: Found, percent: str, count: int) -> None:
    """Nothing is 120 per cent of what it is a part of, nor may be."""
    share = f"{{percent: {percent}, whole: {{en: all ships, zh-Hans: 全部船只}}}}"
    assert len(found(f"figures: {{ships: {share}}}", rule="shares-exceed-whole")) == count
