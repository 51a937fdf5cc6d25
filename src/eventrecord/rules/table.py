"""The table of rules."""

from __future__ import annotations

from eventrecord.rules import (
    bad_slot,
    comparison_without_base,
    dangling_reference,
    derived_wording,
    disputed_fact,
    duplicate_id,
    duration_mismatch,
    end_before_start,
    forbidden_term,
    inferred_fact_printed,
    missing_contact,
    missing_issuer,
    missing_wording,
    mixed_script,
    name_drift,
    name_mismatch,
    name_order_mixed,
    name_swapped,
    no_time_zone,
    outside_parent,
    parity,
    part_of_cancelled,
    period_missing,
    place_wording,
    printed_nowhere,
    qualified_range,
    share_without_scope,
    stale_wording,
    stand_in,
    term_variant,
    unit_unknown,
    unknown_locale,
    unknown_style,
    unsafe_name,
    unused_entity,
    unverified_wording,
    weekday_mismatch,
)
from eventrecord.rules.beside import BESIDE
from eventrecord.rules.rule import Rule
from eventrecord.rules.shape import SHAPE

__all__ = ["RULES"]

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        *SHAPE,
        dangling_reference.RULE,
        duplicate_id.RULE,
        unused_entity.RULE,
        end_before_start.RULE,
        outside_parent.RULE,
        part_of_cancelled.RULE,
        duration_mismatch.RULE,
        weekday_mismatch.RULE,
        no_time_zone.RULE,
        unit_unknown.RULE,
        qualified_range.RULE,
        period_missing.RULE,
        share_without_scope.RULE,
        comparison_without_base.RULE,
        unknown_locale.RULE,
        unknown_style.RULE,
        missing_wording.RULE,
        parity.RULE,
        bad_slot.RULE,
        stand_in.RULE,
        stale_wording.RULE,
        unverified_wording.RULE,
        place_wording.RULE,
        derived_wording.RULE,
        mixed_script.RULE,
        name_mismatch.RULE,
        name_swapped.RULE,
        name_order_mixed.RULE,
        forbidden_term.RULE,
        term_variant.RULE,
        name_drift.RULE,
        unsafe_name.RULE,
        inferred_fact_printed.RULE,
        disputed_fact.RULE,
        missing_issuer.RULE,
        missing_contact.RULE,
        printed_nowhere.RULE,
        *BESIDE,
    )
}
"""All rules by name, in the order in which they are listed."""
