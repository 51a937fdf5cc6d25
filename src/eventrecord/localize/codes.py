"""Codes that CLDR knows."""

from __future__ import annotations

from functools import cache

__all__ = ["is_currency", "territory_code"]


def is_currency(code: str) -> bool:
    """Whether this is the ISO 4217 code of a currency, in use now or once."""
    from babel.numbers import is_currency as known

    return bool(known(code))


def territory_code(name: str, tag: str | None = None) -> str | None:
    """The ISO 3166 code of a country by its code, or its name in English, Chinese or the language told."""
    name = name.strip().casefold()
    return _territories().get(name) or (_territories_in(tag).get(name) if tag else None)


@cache
def _territories_in(tag: str) -> dict[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        table = Locale.parse(tag[:20], sep="-").territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {str(name).casefold(): str(code) for code, name in table.items() if str(code).isalpha()}


@cache
def _territories() -> dict[str, str]:
    from babel import Locale

    tables = [Locale.parse(tag).territories for tag in ("en", "zh_Hans", "zh_Hant")]
    codes = sorted(str(code) for code in tables[0] if len(str(code)) == 2 and str(code).isalpha())
    found = {code.casefold(): code for code in codes}
    for table in tables:
        for code in codes:
            found.setdefault(str(table.get(code, code)).casefold(), code)
    return found
