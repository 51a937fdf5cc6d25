"""What a text states against what the record knows: the same, nearly the same, or something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from eventrecord.drift.checking.known import Known
from eventrecord.facts.relations import Verdict, relation
from eventrecord.facts.told import Told
from eventrecord.facts.values import Value, power_of_ten, value_of
from eventrecord.localize.stated import Stated
from eventrecord.model.source import Standing

__all__ = ["KnownFacts", "Verdict", "family", "slip", "verdict"]

_NO_SLIPS = frozenset({"ordinal", "date", "time", "duration"})


def family(stated: Stated) -> str:
    """The sort of facts that a fact may be confused with: percents and fractions are one."""
    return _value(stated).family


def verdict(known: Stated, told: Stated) -> Verdict | None:
    """How a text tells what it should: None where it is no fact of the kind at all.

    A number with more digits than the record has is another one: nobody knows it.
    """
    known, told = _alike(known, told)
    first, second = _value(known), _value(told)
    if first.family != second.family:
        return None
    found = relation(Told(known), Told(told), first, second)
    if found is None or (found.verdict == "rounded" and not _is_coarser(told, known)):
        return "value-differs"
    return found.verdict


def slip(known: Stated, told: Stated) -> int | None:
    """By how many times one value is the other, if that is a slip of a decimal point or a scale word."""
    first, second = _value(known), _value(told)
    if first.family != second.family or first.family in _NO_SLIPS or not (first.number and second.number):
        return None
    return power_of_ten(first.number[0], second.number[0])


class KnownFacts:
    """The facts of a record, found by their values."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.all = tuple(known)
        self._homes: dict[object, list[Known]] = defaultdict(list)
        self._families: dict[str, list[Known]] = defaultdict(list)
        for one in self.all:
            self._homes[_key(one.stated)].append(one)
            self._families[family(one.stated)].append(one)

    def recognized(self, told: Stated) -> Known | None:
        """What a text tells rightly; of several the one that is firm, with the very qualifier."""
        near = list(self._homes.get(_key(told), ()))
        if told.kind == "date" and str(told.value).startswith("--"):
            near += self.of("date")
        right = [one for one in near if verdict(one.stated, told) == "equal"]
        right.sort(
            key=lambda one: (
                one.standing is Standing.INFERRED,
                one.stated.qualifier is not told.qualifier,
                one.stated.kind != told.kind,
                told.kind.startswith("date") and not one.fact.startswith("events."),
            )
        )
        return right[0] if right else None

    def of(self, kind: str) -> Sequence[Known]:
        """All facts of a family."""
        return self._families.get(kind, ())


def _value(stated: Stated) -> Value:
    return value_of(Told(stated))


def _key(stated: Stated) -> object:
    value = _value(stated)
    text = value.text[:5] if value.family == "time" and "/" not in value.text else value.text
    return value.family, value.number, text


def _is_coarser(told: Stated, known: Stated) -> bool:
    """Whether a text has fewer digits than the record; no day, month or year is another by rounding."""
    if not (isinstance(told.value, Decimal) and isinstance(known.value, Decimal)) or told.kind == "year":
        return False
    digits = [len(value.normalize().as_tuple().digits) for value in (told.value, known.value)]
    return digits[0] < digits[1]


def _alike(known: Stated, told: Stated) -> tuple[Stated, Stated]:
    """Both without the offset of a time that only one of them tells."""
    one, other = str(known.value), str(told.value)
    if known.kind == told.kind == "time" and ("+" in one) != ("+" in other):
        one, other = (value.partition("+")[0] for value in (one, other))
        return known._replace(value=one), told._replace(value=other)
    return known, told
