"""What languages are called, as CLDR has it."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

__all__ = ["tag_name"]


def tag_name(tag: str, reader: str) -> str:
    """The name of a locale for those who read another: Chinese (Simplified); its tag, if CLDR has none.

    Args:
        tag: the locale that is named.
        reader: the locale in which it is named.
    """
    try:
        return Locale.parse(tag, sep="-").get_display_name(Locale.parse(reader, sep="-")) or tag
    except (UnknownLocaleError, ValueError):
        return tag
