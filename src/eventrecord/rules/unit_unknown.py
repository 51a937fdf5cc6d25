"""A currency or a unit of area that is not a known one."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.diagnostic import Diagnostic, Edit, Fix, Path, Severity
from eventrecord.message import Message, joined, say
from eventrecord.model.figure import AREA_UNITS
from eventrecord.rules.context import Context
from eventrecord.rules.rule import Rule

__all__ = ["RULE"]

COMMON = frozenset({"CNY", "EUR", "GBP", "HKD", "JPY", "KRW", "MOP", "SGD", "TWD", "USD"})
"""Currencies that need no look into CLDR."""
CODES = {
    "RMB": "CNY",
    "CNH": "CNY",
    "YUAN": "CNY",
    "元": say("CNY, TWD or HKD, whichever is meant"),
    "HK": "HKD",
    "NTD": "TWD",
    "NT": "TWD",
    "US": "USD",
    "EURO": "EUR",
    "EUROS": "EUR",
    "YEN": "JPY",
    "DOLLAR": say("USD, HKD, TWD or another, whichever is meant"),
    "DOLLARS": say("USD, HKD, TWD or another, whichever is meant"),
}
"""What is meant by what people write."""
UNITS = {
    "㎡": "m2",
    "m²": "m2",
    "sqm": "m2",
    "平方米": "m2",
    "km²": "km2",
    "平方公里": "km2",
    "hectares": "ha",
    "公顷": "ha",
    "亩": "mu",
}


def check(context: Context) -> Iterator[Diagnostic]:
    """Money has an ISO 4217 currency, an area one of the units that editions can write."""
    for name, figure in context.record.figures.items():
        if figure.money is not None and not _is_currency(figure.money.currency):
            unit = figure.money.currency
            meant = CODES.get(unit.upper()) or _shuffled(unit.upper())
            yield RULE.at(
                ("figures", name, "money"),
                say("{unit!r} is no ISO 4217 currency code", unit=unit),
                hint=say("write {meant}", meant=meant)
                if meant
                else say("write the three capitals of the code: CNY, HKD, USD"),
                fix=_fix(("figures", name, "money"), unit, meant),
            )
        if figure.area is not None and figure.area.unit not in AREA_UNITS:
            unit = figure.area.unit
            meant = UNITS.get(unit)
            yield RULE.at(
                ("figures", name, "area"),
                say("{unit!r} is no unit of area known here", unit=unit),
                hint=say("write {meant}", meant=meant)
                if meant
                else say("known: {names} (mu is 亩)", names=joined(AREA_UNITS, say(", "))),
                fix=_fix(("figures", name, "area"), unit, meant),
            )


def _shuffled(unit: str) -> str | None:
    """The common code of the same letters in another order: CYN for CNY."""
    return next((code for code in sorted(COMMON) if sorted(code) == sorted(unit)), None)


def _fix(path: Path, unit: str, meant: str | None) -> Fix | None:
    """The code of what is meant; not safe, for a unit is half of a number."""
    if meant is None or isinstance(meant, Message):
        return None
    return Fix(say("replace it by {new}", new=meant), (Edit(path, meant, of=unit),), safe=False)


def _is_currency(code: str) -> bool:
    if code in COMMON:
        return True
    from eventrecord.localize.codes import is_currency

    return is_currency(code)


RULE = Rule("unit-unknown", Severity.ERROR, "numbers", say("A currency or unit is not a known one."), check)
