"""Figures that a text states, in any of the languages."""

from __future__ import annotations

from collections.abc import Iterator

from eventrecord.localize.language import language
from eventrecord.localize.stated import Stated

__all__ = ["find_figures"]


def find_figures(text: str, tag: str) -> Iterator[Stated]:
    """Money, counts, shares, ordinals and ratios in a text of the locale `tag`, in their order there.

    Raises:
        UnknownNameError: there is no such locale.
    """
    if language(tag).family == "en":
        from eventrecord.localize.english.figures import find_figures as find
    else:
        from eventrecord.localize.chinese.figures import find_figures as find
    return find(text, tag)
