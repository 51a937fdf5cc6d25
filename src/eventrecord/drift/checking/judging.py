"""What a text states against what the record knows: the same, nearly the same, or something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from eventrecord.drift.checking.known import Known
from eventrecord.facts.comparing import Verdict, aligned
from eventrecord.localize.stated import Stated
from eventrecord.model.source import Standing

__all__ = ["KnownFacts", "family", "verdict"]

_FAMILIES = {
    "percent": "share",
    "fraction": "share",
    "date-range": "date",
    "year-range": "year",
}


def family(stated: Stated) -> str:
    """The sort of facts that a fact may be confused with: percents and fractions are one."""
    stated = _share(stated)
    return _FAMILIES.get(stated.kind, stated.kind)


def verdict(known: Stated, told: Stated) -> Verdict | None:
    """How a text tells what it should: None where it is no fact of the kind at all."""
    if family(known) != family(told):
        return None
    known, told = _alike(_share(known), _share(told))
    pairs, _, _ = aligned([known], [told])
    found = pairs[0].verdict if pairs else "value-differs"
    return "value-differs" if found == "rounded" and not _is_coarser(told, known) else found


def _is_coarser(told: Stated, known: Stated) -> bool:
    """Whether a text has fewer digits than the record: to have more is to know more than the record does."""
    digits = [
        len(one.value.normalize().as_tuple().digits) if isinstance(one.value, Decimal) else 0
        for one in (told, known)
    ]
    return told.kind != "year" and digits[0] < digits[1]


class KnownFacts:
    """The facts of a record, found by their values."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.all = tuple(known)
        self._homes: dict[tuple[str, Fraction | str], list[Known]] = defaultdict(list)
        for one in self.all:
            self._homes[_key(one.stated)].append(one)

    def same(self, told: Stated) -> list[Known]:
        """What has the value that a text tells, whatever the qualifier and unit; what is firm comes first."""
        found = list(self._homes.get(_key(told), ()))
        if told.kind == "date" and str(told.value).startswith("--"):
            ends = str(told.value)[1:]
            found += [one for one in self.of("date") if str(one.stated.value).endswith(ends)]
        found.sort(key=lambda one: one.standing is Standing.INFERRED)
        return found

    def recognized(self, told: Stated) -> Known | None:
        """What a text tells rightly."""
        right = [one for one in self.same(told) if verdict(one.stated, told) == "equal"]
        right.sort(key=lambda one: one.stated.qualifier is not told.qualifier)
        return right[0] if right else None

    def of(self, kind: str) -> Sequence[Known]:
        """All facts of a family."""
        return [one for one in self.all if family(one.stated) == kind]


def _share(stated: Stated) -> Stated:
    """One in ten, which is read as a ratio, as the share that it is."""
    if stated.kind == "ratio" and isinstance(stated.value, Decimal) and stated.value < 1:
        return stated._replace(kind="percent", value=stated.value * 100)
    return stated


def _key(stated: Stated) -> tuple[str, Fraction | str]:
    stated = _share(stated)
    value = stated.value
    if isinstance(value, Decimal):
        return family(stated), Fraction(value) / (100 if stated.kind == "percent" else 1)
    if stated.kind == "fraction" and "-" not in value:
        return family(stated), Fraction(value)
    return family(stated), value[:5] if stated.kind == "time" and "/" not in value else value


def _alike(known: Stated, told: Stated) -> tuple[Stated, Stated]:
    """Both without what only one of them tells: the offset of a time, the year of a day."""
    one, other = str(known.value), str(told.value)
    if known.kind == told.kind == "time":
        if ("+" in one) != ("+" in other):
            one, other = (value.partition("+")[0] for value in (one, other))
            return known._replace(value=one), told._replace(value=other)
    elif known.kind == told.kind == "date" and other.startswith("--") and one.endswith(other[1:]):
        return known, told._replace(value=one)
    return known, told
