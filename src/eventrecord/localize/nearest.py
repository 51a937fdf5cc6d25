"""By the words of which locale a text of any tag is read: zh-CN is zh-Hans, en-GB is en, as CLDR has it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from eventrecord.errors import UnknownNameError
from eventrecord.localize.data import locale_tags
from eventrecord.message import say
from eventrecord.reading.tags import suggested

__all__ = ["text_locale"]


@cache
def text_locale(tag: str) -> str:
    """The locale of ours that a text of that tag is of.

    This is for texts that are there already; what is to be written says itself in which script.

    Raises:
        UnknownNameError: there is none; with the one that was probably meant.
    """
    known = locale_tags()
    found = _nearest(tag, known)
    if found is None:
        raise UnknownNameError(say("locale"), tag, known, _nearest(suggested(tag) or "", known))
    return found


def _nearest(tag: str, known: list[str]) -> str | None:
    return tag if tag in known else next((one for one in _wider(tag) if one in known), None)


def _wider(tag: str) -> Iterator[str]:
    """The tag with its likely script, that of the region it goes by, and without its region."""
    tag = tag.replace("_", "-")
    try:
        locale = Locale.parse(tag, sep="-", resolve_likely_subtags=True)
        if locale.language == "zh" and locale.script is None:
            locale = Locale.parse(get_global("likely_subtags")[str(locale)])
    except (UnknownLocaleError, ValueError):
        return
    if not {part.lower() for part in tag.split("-")[1:]} <= {part.lower() for part in str(locale).split("_")}:
        return  # CLDR takes a slip such as Hnas for nothing
    yield str(locale).replace("_", "-")
    yield get_global("parent_exceptions").get(str(locale), "").replace("_", "-")
    yield "-".join(filter(None, (locale.language, locale.script)))
    yield locale.language
