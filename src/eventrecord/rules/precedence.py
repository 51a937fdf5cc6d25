"""Of several findings about one fault, the one that tells most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from eventrecord.diagnostic import Diagnostic, Path

__all__ = ["of_one_fault"]

_AGAINST_RECORD = ("contradicted-figure", "contradicted-qualifier")
_AGAINST_EACH_OTHER = ("value-differs", "unit-differs", "qualifier-differs")
_YIELDS = {
    **dict.fromkeys(_AGAINST_EACH_OTHER, _AGAINST_RECORD),
    "typed-figure": (*_AGAINST_RECORD, *_AGAINST_EACH_OTHER, "parity"),
    "contradicted-qualifier": ("doubled-approximator",),
    "name-order-mixed": ("name-swapped",),
    "rank-differs": ("rank-changed",),
    "parity": ("official-left-out", "contradicted-figure"),
}
"""Rules, and those before which each is silent: what the record decides, before what languages dispute."""
_KINDS = re.compile(r"\{([a-z]+)\.")
"""The kind of each entry that a finding names by its slot."""
_LACKS = {"official-left-out": {"people"}, "contradicted-figure": {"figures"}}
"""What `parity` may miss, and no more, to be silent before a rule."""
_BEFORE = frozenset(name for names in _YIELDS.values() for name in names)
_Place = tuple[Path, tuple[int, int] | None]


def of_one_fault(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings, but for those of a fault that another one tells better, at the same words of a text."""
    before = [finding for finding in findings if finding.rule in _BEFORE]
    if not before:
        return list(findings)
    return [
        finding
        for finding in findings
        if finding.rule not in _YIELDS
        or not any(_meet(finding, other) for other in before if other.rule in _YIELDS[finding.rule])
    ]


def _meet(finding: Diagnostic, other: Diagnostic) -> bool:
    """Whether two findings are about the same words, in one of the languages."""
    if finding.rule == "parity" and set(_KINDS.findall(finding.message)) != _LACKS[other.rule]:
        return False
    return any(_overlap(a, b) for a in _places(finding) for b in _places(other))


def _places(finding: Diagnostic) -> Iterator[_Place]:
    """The texts that a finding is about."""
    yield finding.path, finding.part
    if finding.rule in _AGAINST_EACH_OTHER:
        yield from ((label.path, label.part) for label in finding.labels)


def _overlap(a: _Place, b: _Place) -> bool:
    (path, part), (other, there) = a, b
    return path == other and (part is None or there is None or (part[0] < there[1] and there[0] < part[1]))
