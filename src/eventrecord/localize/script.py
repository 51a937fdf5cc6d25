"""From one Chinese script to another: OpenCC, our corrections on top, names and terms kept apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from eventrecord.localize.data import Table, locale_chain, read_table

__all__ = ["convert"]


def convert(text: str, source: str, target: str, fixed: Mapping[str, str] | None = None) -> str:
    """Text of locale `source` as `target` writes it; what `fixed` names is replaced whole, not converted.

    `fixed` maps wordings of the source to their established wordings of the target (names, terms).
    """
    rules = _rules(source, target)
    if rules is None:
        return text
    if not fixed:
        return _converted(text, source, target)
    names = sorted((name for name in fixed if name), key=len, reverse=True)
    parts = re.split("(" + "|".join(map(re.escape, names)) + ")", text) if names else [text]
    return "".join(fixed[part] if i % 2 else _converted(part, source, target) for i, part in enumerate(parts))


@lru_cache(maxsize=10_000)
def _converted(text: str, source: str, target: str) -> str:
    rules = _rules(source, target)
    if rules is None or not text:
        return text
    for config in rules["opencc"]:
        text = _opencc(config).convert(text)
    for wrong, right in rules.get("replace", {}).items():
        text = text.replace(wrong, right)
    return text


@cache
def _rules(source: str, target: str) -> Table | None:
    for link in locale_chain(target):
        table = read_table(link, "script").get("from", {})
        for origin in locale_chain(source):
            if origin in table:
                rules: Table = table[origin]
                return rules
    return None


@cache
def _opencc(config: str) -> Any:
    from opencc import OpenCC

    return OpenCC(config)
