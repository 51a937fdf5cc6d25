"""Whatever figure an edition prints, the reader of its language reads back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventrecord.localize.currencies import currency_names
from eventrecord.localize.data import locale_tags
from eventrecord.localize.finding import find_figures
from eventrecord.localize.language import language
from eventrecord.localize.localizer import Localizer
from eventrecord.localize.styles import style_names
from eventrecord.model.amount import AREA_UNITS, Amount, Area, Fraction, Money
from eventrecord.model.figure import Figure, Qualifier
from eventrecord.model.record import Record
from eventrecord.settings import Settings

STYLES = [(tag, style) for tag in locale_tags() for style in style_names(tag)]
MONEY_FORMS = {"en": ["code-first", "name-last", "sign"], "zh": ["bare", "currency-last", "currency-first"]}
NOUN = {"en": "forums", "zh-Hans": "场论坛", "zh-Hant": "場論壇"}
KINDS = {"points": "percent", "multiple": "ratio", "score": "count", "area": "count"}

WHOLE = st.one_of(
    st.integers(0, 130),
    st.integers(0, 999_999_999),
    st.builds(lambda n, power: n * 10**power, st.integers(1, 9999), st.integers(1, 11)),
).map(Decimal)
PLAIN = st.one_of(
    WHOLE, st.decimals(0, 10_000, places=1), st.decimals(0, 10_000, places=2), st.decimals(0, 10, places=4)
).map(abs)
SMALL = st.one_of(st.integers(0, 1000).map(Decimal), st.decimals(0, 1000, places=2)).map(abs)
VAGUE = st.integers(0, 14).map(lambda power: Amount(Decimal(10) ** power))


def amounts(numbers: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Amount]:
    """Numbers and ranges of them."""
    ranges = st.lists(numbers, min_size=2, max_size=2, unique=True).map(
        lambda two: Amount(min(two), max(two))
    )
    return st.one_of(numbers.map(Amount), numbers.map(Amount), ranges)


CURRENCIES = st.one_of(
    st.sampled_from(["CNY", "HKD", "TWD", "USD", "EUR", "GBP", "JPY", "SGD", "KRW", "MOP"]),
    st.sampled_from(sorted(currency_names("en"))),
)
FRACTIONS = st.tuples(st.integers(1, 150), st.integers(2, 150)).filter(lambda two: two[0] < two[1])
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "money": st.builds(Money, amounts(PLAIN), CURRENCIES),
    "count": amounts(PLAIN),
    "percent": amounts(SMALL),
    "points": amounts(SMALL),
    "fraction": FRACTIONS.map(lambda two: Fraction(*two)),
    "multiple": amounts(SMALL),
    "ordinal": st.integers(1, 9999),
    "score": amounts(PLAIN),
    "area": st.builds(Area, amounts(PLAIN), st.sampled_from(AREA_UNITS)),
}
VAGUE_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "money": st.builds(Money, VAGUE, CURRENCIES),
    "count": VAGUE,
    "area": st.builds(Area, VAGUE, st.sampled_from(AREA_UNITS)),
}


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Any figure with any qualifier that it may have."""
    kind = draw(st.sampled_from(sorted(VALUES)))
    qualifiers = [q for q in Qualifier if kind in VAGUE_VALUES or q is not Qualifier.SEVERAL]
    qualifier = draw(st.sampled_from(qualifiers))
    value = draw((VAGUE_VALUES if qualifier is Qualifier.SEVERAL else VALUES)[kind])
    more: dict[str, Any] = {}
    if kind == "count" and draw(st.booleans()):
        more = {"noun": NOUN, "noun_one": {"en": "forum"}}
    return Figure.model_validate({kind: value, "qualifier": qualifier, **more})


def written(figure: Figure, tag: str, style: str, money: str | None = None, form: str = "") -> str:
    """What an edition prints for it."""
    record = Record.model_validate(
        {
            "format": "eventrecord/1",
            "id": "sample",
            "revision": {"number": 1, "at": "2027-03-18"},
            "locales": [tag],
            "figures": {"it": figure},
            "event": {"id": "forum", "name": {"en": "Forum"}},
        }
    )
    localizer = Localizer(record, tag, Settings(), style=style)
    if money:
        own = localizer.language
        localizer.language = replace(own, style=own.style | {"money": money})
    return localizer.figure("it", form)


def expected(figure: Figure) -> tuple[str, Decimal | str, str | None, Qualifier]:
    """What the figure says, as facts are told."""
    value: Any = figure.value
    unit = {"points": "pp"}.get(figure.kind)
    if isinstance(value, Money):
        value, unit = value.amount, value.currency
    elif isinstance(value, Area):
        value, unit = value.amount, value.unit
    if isinstance(value, Amount):
        value = value.low if value.high is None else f"{plain(value.low)}-{plain(value.high)}"
    elif isinstance(value, Fraction):
        value = str(value)
    return KINDS.get(figure.kind, figure.kind), value, unit, figure.qualifier


def plain(number: Decimal) -> str:
    """Without zeros at the end, without exponent."""
    return f"{number.normalize():f}"


def one(text: str, tag: str) -> tuple[str, Decimal | str, str | None, Qualifier]:
    """The only fact of a text."""
    [stated] = find_figures(text, tag)
    return stated.kind, stated.value, stated.unit, stated.qualifier


SENTENCES = {"en": "The office said {x}, and no more.", "zh": "发布会介绍，{x}，其他不详。"}


@pytest.mark.parametrize(("tag", "style"), STYLES)
@given(figure=figures())
@settings(max_examples=200, deadline=None)
def test_what_an_edition_prints_is_read_back(tag: str, style: str, figure: Figure) -> None:
    """Kind, value, unit and qualifier survive being written in the locale's styles."""
    words = written(figure, tag, style)
    assert one(words, tag) == expected(figure)
    assert one(SENTENCES[language(tag).family].format(x=words), tag) == expected(figure)


@pytest.mark.parametrize(
    ("tag", "style", "form"),
    [(tag, style, form) for tag, style in STYLES for form in MONEY_FORMS[language(tag).family]],
)
@given(value=VALUES["money"], vague=VAGUE_VALUES["money"], qualifier=st.sampled_from(Qualifier))
@settings(max_examples=100, deadline=None)
def test_every_form_of_sums_is_read_back(
    tag: str, style: str, form: str, value: Money, vague: Money, qualifier: Qualifier
) -> None:
    """Whichever form of sums an office chooses, currency and amount survive it."""
    figure = Figure(money=vague if qualifier is Qualifier.SEVERAL else value, qualifier=qualifier)
    assert one(written(figure, tag, style, form), tag) == expected(figure)


@pytest.mark.parametrize(("tag", "style"), STYLES)
def test_a_converted_sum_is_read_as_a_second_fact(tag: str, style: str) -> None:
    """Both sums are found in the full form, the second one told as rounded."""
    conversion = {
        "money": "29.8 billion USD",
        "rate": "1 USD = 7.0363 CNY",
        "on": "2022-11-16",
        "source": "bank",
    }
    figure = Figure.model_validate(
        {"money": "210 billion CNY", "qualifier": "nearly", "converted": conversion}
    )
    found = [
        (stated.value, stated.unit, stated.qualifier)
        for stated in find_figures(written(figure, tag, style, form="full"), tag)
    ]
    assert found == [
        (Decimal("210000000000"), "CNY", Qualifier.NEARLY),
        (Decimal("29800000000"), "USD", Qualifier.ABOUT),
    ]


@pytest.mark.parametrize(("tag", "style"), STYLES)
@pytest.mark.parametrize("base", [None, "2021"])
def test_a_multiple_stays_what_it_is_beside_a_rise(tag: str, style: str, base: str | None) -> None:
    """Three times as much is written so that nobody reads four times."""
    figure = Figure.model_validate({"multiple": 3, "comparison": {"direction": "up", "base": base}})
    found = [stated.value for stated in find_figures(written(figure, tag, style, form="full"), tag)]
    assert found[-1 if language(tag).family == "zh" else 0] == 3
