"""The labelled sets are well-formed and as large as they claim. How they are read is scored elsewhere."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pairs
import phrases
import pytest
import variants
from babel.numbers import list_currencies

PHRASES = {file.stem: list(phrases.phrases(file)) for file in sorted(phrases.FOLDER.glob("*.txt"))}
PAIRS = list(pairs.pairs())
MUTATIONS = list(variants.variants(variants.MUTATIONS))
HARMLESS = list(variants.variants(variants.HARMLESS))
TERMS = Path(__file__).with_name("terms.csv")

UNITS: dict[str, set[str | None]] = {
    "money": {*list_currencies()},
    "count": {None, "m2", "km2", "ha", "mu"},
    "percent": {None, "pp"},
}
NUMBER = re.compile(r"-?\d+(\.\d+)?(-\d+(\.\d+)?)?")
DURATION = re.compile(r"P(?=.)(\d+[YMWD])*(T(\d+[HM])*(\d+(\.\d+)?S)?(?<!T))?")
QUALIFIERS = frozenset(
    {"exactly", "nearly", "about", "more-than", "at-least", "less-than", "at-most", "up-to", "several"}
)


def _number(value: str) -> bool:
    low, *high = value.split("-") if not value.startswith("-") else [value]
    return bool(NUMBER.fullmatch(value)) and (not high or Decimal(low) < Decimal(high[0]))


def _span(value: str) -> bool:
    first, last = map(date.fromisoformat, value.split("/"))
    return first <= last


def _times(value: str) -> bool:
    return all(len(part) == 5 and time.fromisoformat(part) for part in value.split("/"))


def _years(value: str) -> bool:
    first, last = map(int, value.split("/"))
    return 1000 < first < last < 3000


FORMS: dict[str, Callable[[str], object]] = {
    "money": _number,
    "count": _number,
    "percent": _number,
    "ordinal": re.compile(r"[1-9]\d*").fullmatch,
    "fraction": re.compile(r"[1-9]\d*/[1-9]\d*").fullmatch,
    "ratio": _number,
    "date": date.fromisoformat,
    "date-range": _span,
    "year": re.compile(r"[12]\d{3}").fullmatch,
    "year-range": _years,
    "time": _times,
    "duration": DURATION.fullmatch,
}


@pytest.mark.parametrize("name", PHRASES)
def test_labels_of_phrases_are_well_formed(name: str) -> None:
    """Each label has a known kind, unit and qualifier, a value in its form, and a tight surface."""
    for phrase in PHRASES[name]:
        assert not set(phrase.text) & set("⟦⟧"), phrase.place
        for label in phrase.facts:
            where = f"{phrase.place} {label}"
            assert label.kind in FORMS, where
            assert label.qualifier in QUALIFIERS, where
            assert label.unit in UNITS.get(label.kind, {None}), where
            assert FORMS[label.kind](str(label.value)), where
            assert label.surface == label.surface.strip(" ,，。、"), where
            assert label.surface, where
            assert phrase.text[label.start : label.end] == label.surface, where


def test_phrases_are_as_many_as_claimed() -> None:
    """The second hand's half has its share of sentences, of sentences without a fact, and of every kind."""
    for name, least, bare in (("en-b", 90, 20), ("zh-b", 90, 20), ("hant-b", 25, 5)):
        told = PHRASES[name]
        assert len(told) >= least, name
        assert sum(not phrase.facts for phrase in told) >= bare, name
        assert {label.kind for phrase in told for label in phrase.facts} == set(FORMS), name
        assert {label.qualifier for phrase in told for label in phrase.facts} == QUALIFIERS, name
    for halves in (("en-a", "en-b"), ("zh-a", "hant-a", "zh-b", "hant-b")):
        assert sum(len(PHRASES[half]) for half in halves) >= 150, halves


def test_no_sentence_stands_twice() -> None:
    """Neither among the phrases nor among the sentences to be changed."""
    bases = {side for variant in MUTATIONS for side in (variant.a.text, variant.b.text)}
    told = Counter(phrase.text for half in PHRASES.values() for phrase in half)
    assert [text for text, times in told.items() if times > 1] == []
    assert not bases & set(told)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_pairs_are_well_formed(pair: pairs.Pair) -> None:
    """Every number has a known verdict and stands where its verdict says; drift has its reason."""
    assert set(pair.verdicts) == set(pair.a.spans) | set(pair.b.spans)
    for number, (verdict, why) in pair.verdicts.items():
        assert verdict in pairs.VERDICTS
        assert (number in pair.a.spans) == (verdict != "only-b"), number
        assert (number in pair.b.spans) == (verdict != "only-a"), number
        assert why or verdict in pairs.HARMLESS, number
    for side in (pair.a, pair.b):
        assert not set(side.text) & set("⟦⟧|"), side.tag
        for number in side.spans:
            assert side.surface(number) == side.surface(number).strip(" ,，。、"), number
    for side in (pair.a, pair.b):
        if side.tag.startswith("en"):
            assert 100 <= len(side.text.split()) <= 400
        else:
            assert 150 <= len(side.text) <= 800
    assert sum(verdict not in pairs.HARMLESS for verdict, _ in pair.verdicts.values()) <= 4


def test_pairs_are_as_many_as_claimed() -> None:
    """Forty at least, eight with Traditional Chinese, twelve and more of them clean."""
    assert len(PAIRS) >= 40
    assert sum("Hant" in pair.b.tag for pair in PAIRS) >= 8
    assert sum(pair.clean for pair in PAIRS) >= 12
    assert {verdict.verdict for pair in PAIRS for verdict in pair.verdicts.values()} == pairs.VERDICTS


def test_mutations_are_as_many_as_claimed() -> None:
    """One drift each, with a known rule, never the same one twice."""
    assert len(MUTATIONS) >= 150
    assert {variant.rule for variant in MUTATIONS} == variants.RULES - {"verb-differs"}
    _assert_differ(MUTATIONS)


def test_harmless_variants_are_as_many_as_claimed() -> None:
    """They name no rule, as they raise none."""
    assert len(HARMLESS) >= 100
    assert {variant.rule for variant in HARMLESS} == {None}
    _assert_differ(HARMLESS)


def test_terms_hold_the_names_of_the_sentences() -> None:
    """Each wording of the terminology beside the sets is used by one of them."""
    told = [text for v in (*MUTATIONS, *HARMLESS) for text in (v.a.text, v.b.text, v.changed.text)]
    told += [side.text for pair in PAIRS for side in (pair.a, pair.b)]
    with TERMS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            wordings = [value for key, value in row.items() if key != "kind" and value]
            assert len(wordings) >= 2, row
            assert any(wording in text for wording in wordings for text in told), row


def _assert_differ(told: list[variants.Variant]) -> None:
    for variant in told:
        plain = variant.a if variant.side == "a" else variant.b
        assert variant.changed.text != plain.text, variant.place
        assert "  " not in variant.changed.text, variant.place
        assert variant.changed.text.strip() == variant.changed.text, variant.place
    changed = Counter((variant.a.text, variant.changed) for variant in told)
    assert [text for text, times in changed.items() if times > 1] == []
