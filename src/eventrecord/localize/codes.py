"""Codes that CLDR knows."""

from __future__ import annotations

__all__ = ["is_currency"]


def is_currency(code: str) -> bool:
    """Whether this is the ISO 4217 code of a currency, in use now or once."""
    from babel.numbers import is_currency as known

    return bool(known(code))
