"""How the names of halls, hotels and other places end, by which patterns find them."""

from __future__ import annotations

import re
from functools import cache

from eventrecord.localize.alternatives import either
from eventrecord.localize.data import inherited

__all__ = ["venue_pattern"]


@cache
def venue_pattern(tag: str, group: str, name: str) -> re.Pattern[str] | None:
    """A pattern of a locale with such endings in the places of HEAD and GROUND; None where it has none.

    Args:
        tag: the locale.
        group: the table of `telling.toml` that the pattern stands in.
        name: its name there.

    Raises:
        UnknownNameError: there is no such locale.
    """
    table = inherited(tag, "telling")
    pattern = table.get(group, {}).get(name)
    if pattern is None:
        return None
    venues = table["venues"]
    return re.compile(
        pattern.replace("HEAD", either(venues["heads"])).replace("GROUND", either(venues["grounds"]))
    )
