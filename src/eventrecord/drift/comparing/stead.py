"""What stands in one edition where the other has another of its kind, each named in one of them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from eventrecord.facts.named import Named

__all__ = ["in_stead"]

_SENTENCE = 160
"""Characters within which order says nothing."""
_MOST = 60
"""Names of one edition alone, beyond which its text is another one."""


def in_stead(
    left: Sequence[Named],
    right: Sequence[Named],
    lengths: tuple[int, int],
    fits: Callable[[Named, Named], bool],
) -> Iterator[tuple[Named, Named]]:
    """Names at like places of two texts, of which neither has another one nearer.

    Args:
        left: what the first text alone names.
        right: what the second text alone names.
        lengths: of the texts, in code points.
        fits: whether one name may stand for the other.
    """
    if max(len(left), len(right)) > _MOST:
        return
    scale = [max(length, 1) for length in lengths]
    slack = _SENTENCE / max(scale)

    def apart(one: Named, other: Named) -> float:
        return abs(one.start / scale[0] - other.start / scale[1])

    for one in left:
        others = [other for other in right if fits(one, other) and apart(one, other) <= slack]
        other = min(others, key=lambda other: apart(one, other), default=None)
        if other is not None and not any(
            apart(rival, other) < apart(one, other) for rival in left if fits(rival, other)
        ):
            yield one, other
