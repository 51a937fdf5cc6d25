"""A currency or a unit of area that is not a known one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity
from eventrecord.message import joined, listed, say
from eventrecord.model.figure import AREA_UNITS, Money
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

COMMON = frozenset({"CNY", "EUR", "GBP", "HKD", "JPY", "KRW", "MOP", "SGD", "TWD", "USD"})
"""Currencies that need no look into CLDR."""


def check(context: Context) -> Iterator[Diagnostic]:
    """Money has an ISO 4217 currency, an area one of the units that editions can write."""
    for name, figure in context.record.figures.items():
        if figure.money is not None and not _is_currency(figure.money.currency):
            unit = figure.money.currency
            yield _finding(
                ("figures", name, "money"),
                unit,
                say("{unit!r} is no ISO 4217 currency code", unit=unit),
                _meant(unit, "currencies") or _shuffled(unit.upper()),
                _bare_sum(figure.money) or say("write the three capitals of the code: CNY, HKD, USD"),
            )
        if figure.area is not None and figure.area.unit not in AREA_UNITS:
            unit = figure.area.unit
            yield _finding(
                ("figures", name, "area"),
                unit,
                say("{unit!r} is no unit of area known here", unit=unit),
                _meant(unit, "areas"),
                say("known: {names} (mu is 亩)", names=joined(AREA_UNITS, say(", "))),
            )


def _finding(path: Path, unit: str, message: str, meant: list[str], hint: str) -> Diagnostic:
    """With a fix where only one unit can be meant; not safe, for a unit is half of a number."""
    fix = None
    if len(meant) == 1:
        hint = say("write {meant}", meant=meant[0])
        new = say("replace it by {new}", new=meant[0])
        fix = Fix(new, (Edit(path, meant[0], of=unit),), safe=False)
    elif meant:
        hint = say("write {codes}, whichever is meant", codes=listed(meant, say(" or ")))
    return RULE.at(path, message, hint=hint, fix=fix)


def _bare_sum(money: Money) -> str | None:
    """What to write for a sum without a currency, whose scale was taken for one: 1 million."""
    from eventrecord.reading.meant import figure, is_scale

    return figure("money", f"{money.amount} {money.currency}") if is_scale(money.currency) else None


def _meant(unit: str, kind: Literal["currencies", "areas"]) -> list[str]:
    from eventrecord.reading.meant import units_meant

    return units_meant(unit, kind)


def _shuffled(unit: str) -> list[str]:
    """The common code of the same letters in another order: CYN for CNY."""
    return [code for code in sorted(COMMON) if sorted(code) == sorted(unit)][:1]


def _is_currency(code: str) -> bool:
    if code in COMMON:
        return True
    from eventrecord.localize.codes import is_currency

    return is_currency(code)


RULE = Rule("unit-unknown", Severity.ERROR, "numbers", say("A currency or unit is not a known one."), check)
