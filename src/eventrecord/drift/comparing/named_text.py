"""A text with the names in it."""

from __future__ import annotations

from typing import NamedTuple

from eventrecord.facts.name_table import NameTable
from eventrecord.facts.named import Named

__all__ = ["NamedText", "is_taken"]

_MOSTLY = 0.6
"""Part of a name that is the whole, as far as slips go."""


class NamedText(NamedTuple):
    """A text with the names in it."""

    text: str
    tag: str
    named: tuple[Named, ...]
    names: NameTable


def is_taken(near: Named, one: Named) -> bool:
    """Whether what is nearly a name is, or is mostly, another one that is known, or a part of one."""
    if one.known is None or not one.known.own or one.kind == "post":
        return False
    shared = min(one.end, near.end) - max(one.start, near.start)
    inside = near.start <= one.start and one.end <= near.end
    if inside:
        return one.form == "full" and shared > _MOSTLY * (near.end - near.start)
    return shared > 0 and (one.form == "full" or shared == near.end - near.start)
