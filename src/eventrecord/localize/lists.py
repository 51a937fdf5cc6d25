"""Lists in words: A, B and C; 甲、乙、丙."""

from __future__ import annotations

from collections.abc import Sequence

from eventrecord.localize.language import Language

__all__ = ["joined"]


def joined(items: Sequence[str], kind: str, language: Language) -> str:
    """Items in their order, joined as the locale joins lists of that kind: `and`, `names`, `long`."""
    if len(items) < 2:
        return "".join(items)
    forms = language.words["lists"]
    between, last_of_two, last = forms[kind]
    if "serial" in forms and kind in ("and", "phrases") and any(last in item for item in items):
        between, last_of_two, last = forms["serial"]
    final = last_of_two if len(items) == 2 else last
    return str(between.join(items[:-1]) + final + items[-1])
