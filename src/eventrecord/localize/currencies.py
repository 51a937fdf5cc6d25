"""What currencies are called in a language, by CLDR."""

from __future__ import annotations

from functools import cache

__all__ = ["currency_name", "currency_names"]


def currency_name(code: str, babel: str, count: int = 2) -> str:
    """Swiss francs, 瑞士法郎; the code itself where CLDR knows no more."""
    from babel.numbers import get_currency_name

    return get_currency_name(code, count=count, locale=babel)


@cache
def currency_names(babel: str) -> dict[str, tuple[str, ...]]:
    """Names of the currencies that are legal tender somewhere today, singular and plural, by code."""
    from babel import Locale
    from babel.core import get_global

    current = {
        code
        for rows in get_global("territory_currencies").values()
        for code, _, end, tender in rows
        if end is None and tender
    }
    locale = Locale.parse(babel)
    return {
        code: tuple(
            dict.fromkeys(
                (locale.currencies[code], currency_name(code, babel), currency_name(code, babel, 1))
            )
        )
        for code in sorted(current)
        if code in locale.currencies
    }
