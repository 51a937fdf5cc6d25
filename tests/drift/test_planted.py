"""Drift planted in sentences is found, and what states the same raises no alarm, in every set."""

from __future__ import annotations

import pytest
import score_compare
import variants

FOUND = 0.96
"""Part of the planted drift that is found, at least."""
FALSE = 0.09
"""Part of the harmless variations and unchanged sentences that raise an alarm, at most."""


def names(told: variants.Set) -> str:
    """What the test of a set is called."""
    return told.mutations.stem


@pytest.mark.parametrize("told", variants.SETS, ids=names)
def test_planted_drift_is_found(told: variants.Set) -> None:
    """Nearly all of it; `score_compare.py -v` tells the rest."""
    planted = list(variants.variants(told.mutations))
    found = sum(bool(score_compare.found(variant, told.terms)) for variant in planted)
    assert found >= FOUND * len(planted)


@pytest.mark.parametrize("told", variants.SETS, ids=names)
def test_what_states_the_same_raises_no_alarm(told: variants.Set) -> None:
    """Nor do the sentences that drift was planted in, whether their names are known or not."""
    pairs = (
        {variant.pair: told.terms for variant in variants.variants(told.harmless)} if told.harmless else {}
    )
    bases = {(variant.a, variant.b) for variant in variants.variants(told.mutations)}
    loud = sum(bool(score_compare.alarms(score_compare.compared(*pair, told.terms))) for pair in pairs)
    assert loud <= FALSE * len(pairs)
    for terms in (told.terms, None):
        loud = sum(bool(score_compare.alarms(score_compare.compared(*pair, terms))) for pair in bases)
        assert loud <= FALSE * len(bases)


@pytest.mark.parametrize("told", variants.SETS, ids=names)
def test_sets_are_well_formed(told: variants.Set) -> None:
    """Every change changes something, and no mutation is without the rule that it should raise."""
    planted = list(variants.variants(told.mutations))
    same = list(variants.variants(told.harmless)) if told.harmless else []
    assert {variant.rule for variant in planted} <= variants.RULES
    assert not {variant.rule for variant in same} - {None}
    for variant in (*planted, *same):
        assert variant.changed.text != (variant.a if variant.side == "a" else variant.b).text, variant.place
