"""Drift planted in sentences is found, and what states the same raises no alarm, in every set."""

from __future__ import annotations

from pathlib import Path

import pytest
import score_compare
import variants

MISSES = Path(__file__).parent / "misses.txt"


def misses() -> dict[str, str]:
    """Planted drift that is known to be missed, by file and line, with the reason."""
    lines = MISSES.read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines if line and not line.startswith("#"))


def names(told: variants.Set) -> str:
    """What the test of a set is called."""
    return told.mutations.stem


@pytest.mark.parametrize("told", variants.SETS, ids=names)
def test_planted_drift_is_found(told: variants.Set) -> None:
    """All of it but what is listed with its reason, which is missed indeed."""
    planted = list(variants.variants(told.mutations))
    missed = {variant.place for variant in planted if not score_compare.found(variant, told.terms)}
    assert missed == {place for place in misses() if place.startswith(f"{told.mutations.name}:")}


@pytest.mark.parametrize("told", variants.SETS, ids=names)
def test_what_states_the_same_raises_no_alarm(told: variants.Set) -> None:
    """Nor do the sentences that drift was planted in, whether their names are known or not."""
    pairs = (
        {variant.pair: told.terms for variant in variants.variants(told.harmless)} if told.harmless else {}
    )
    bases = {(variant.a, variant.b) for variant in variants.variants(told.mutations)}
    for pair in pairs:
        assert not score_compare.alarms(score_compare.compared(*pair, told.terms))
    for terms in (told.terms, None):
        for pair in bases:
            assert not score_compare.alarms(score_compare.compared(*pair, terms))


@pytest.mark.parametrize("told", variants.SETS, ids=names)
def test_sets_are_well_formed(told: variants.Set) -> None:
    """Every change changes something, and no mutation is without the rule that it should raise."""
    planted = list(variants.variants(told.mutations))
    same = list(variants.variants(told.harmless)) if told.harmless else []
    assert {variant.rule for variant in planted} <= variants.RULES
    assert not {variant.rule for variant in same} - {None}
    for variant in (*planted, *same):
        assert variant.changed.text != (variant.a if variant.side == "a" else variant.b).text, variant.place


def test_the_page_tells_what_is_found() -> None:
    """How many of each set, beside what was found when it was first seen."""
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "compare.md").read_text("utf-8")
    rows = {
        cells[1].strip(): cells for cells in (line.split("|") for line in page.splitlines()) if len(cells) > 5
    }
    for told in variants.SETS:
        row = next(cells for name, cells in rows.items() if name.startswith(told.name))
        planted = [variant.place for variant in variants.variants(told.mutations)]
        found = sum(place not in misses() for place in planted)
        assert row[4].strip() == f"{found} of {len(planted)}"
        if told.harmless:
            assert row[5].strip() == f"0 of {len(list(variants.variants(told.harmless)))}"
