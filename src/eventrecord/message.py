"""What the tool says to people: English words that know their pattern, for translation."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Message", "say"]


class Message(str):
    """An English text made from a pattern and values; `pattern` is what catalogs translate.

    Values that are messages themselves are translated with it.
    """

    __slots__ = ("pattern", "values")
    pattern: str
    values: Mapping[str, object]


def say(pattern: str, /, **values: object) -> Message:
    """A text for people: `say("{tag} is no language", tag=tag)`.

    The pattern is a literal, never put together: catalogs are made by reading the source for it. What the
    record says goes into values, where braces mean nothing.
    """
    message = Message(pattern.format_map(values))
    message.pattern, message.values = pattern, values
    return message
