"""What countries are called in a language, by their ISO 3166 codes, as CLDR has it."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["territory_names"]

_CODE = re.compile("[A-Z]{2}")
_BRACKETS = re.compile(r" ?[(（][^)）]*[)）]")
_LOCALES = {"zh": ("zh_Hans", "zh_Hant", "zh_Hant_HK"), "en": ("en",)}


@cache
def territory_names(family: str) -> dict[str, tuple[str, ...]]:
    """Names of countries and territories in all scripts of a language: Bosnia & Herzegovina, … and …."""
    from babel import Locale

    found: dict[str, list[str]] = {}
    for locale in _LOCALES.get(family, ()):
        for code, name in Locale.parse(locale).territories.items():
            if _CODE.fullmatch(str(code)):
                plain = _BRACKETS.sub("", str(name))
                found.setdefault(str(code), []).extend((plain, plain.replace(" & ", " and ")))
    return {code: tuple(dict.fromkeys(names)) for code, names in found.items()}
