"""As many findings of one file as somebody may read: thousands have one cause, and would hide it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from eventrecord.diagnostic import Diagnostic
from eventrecord.message import joined, say, say_n

__all__ = ["MOST", "MOST_OF_A_RULE", "bounded"]

MOST_OF_A_RULE = 50
"""Findings of one rule in one file that are told."""
MOST = 300
"""Findings in one file that are told; where that is too few, the gravest and the first of each rule."""
_LABELS = 10
"""Other places that are told with one finding."""


def bounded(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Findings of one file in their order, and at the end how many more there are, and of which rules."""
    if len(findings) <= MOST_OF_A_RULE:
        return [*map(_shortened, findings)]
    seen: Counter[str] = Counter()
    ranked: list[tuple[bool, int, int]] = []
    for index, finding in enumerate(findings):
        seen[finding.rule] += 1
        if seen[finding.rule] <= MOST_OF_A_RULE:
            ranked.append((seen[finding.rule] > 1, finding.severity.rank, index))
    kept = {index for _, _, index in sorted(ranked)[:MOST]}
    left = [finding for index, finding in enumerate(findings) if index not in kept]
    told = [_shortened(finding) for index, finding in enumerate(findings) if index in kept]
    return [*told, _more(left)] if left else told


def _shortened(finding: Diagnostic) -> Diagnostic:
    more = len(finding.labels) > _LABELS
    return replace(finding, labels=finding.labels[:_LABELS]) if more else finding


def _more(left: Sequence[Diagnostic]) -> Diagnostic:
    """What says that there are more: as grave as the gravest of them, at the first."""
    number = Counter(finding.rule for finding in left)
    rules = joined((f"{rule} ({n})" for rule, n in sorted(number.items())), say(", "))
    return Diagnostic(
        "too-many-findings",
        min((finding.severity for finding in left), key=lambda severity: severity.rank),
        say_n(
            "{n} more finding in this file is not told: {rules}",
            "{n} more findings in this file are not told: {rules}",
            len(left),
            rules=rules,
        ),
        left[0].path,
        say("correct these first, and check again; many of one kind often have one cause"),
        file=left[0].file,
        span=left[0].span,
    )
