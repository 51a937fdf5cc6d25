"""A locale in one of its house styles, with all language data that is read for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from eventrecord.errors import UnknownNameError
from eventrecord.localize.data import Table, inherited, locale_tags, merged_tables, read_table
from eventrecord.localize.styles import style_table
from eventrecord.message import say

__all__ = ["Language", "language"]


@dataclass(frozen=True)
class Language:
    """All data of one locale in one house style, its parents' included."""

    tag: str
    family: str
    """Whose grammar it follows: en or zh."""
    style: Table
    style_name: str

    @cached_property
    def words(self) -> Table:
        """Words and names, read when first asked for: most rules need none."""
        return inherited(self.tag, "words")

    @cached_property
    def lexicon(self) -> Table:
        """How figures and dates are written, and what the words of a text say of them."""
        return inherited(self.tag, "lexicon")

    @cached_property
    def patterns(self) -> Table:
        """Patterns of sentences, by sort of block, read when first asked for."""
        return merged_tables([inherited(self.tag, "patterns"), self.style.get("patterns", {})])


@lru_cache(maxsize=256)
def language(tag: str, style: str | None = None, office: str = "") -> Language:
    """The data of a locale, in its own house style or the one named.

    `office` holds the office's own styles, as `Settings.own_styles` gives them: two offices never mix.

    Raises:
        UnknownNameError: there is no such locale, or it has no such style.
        SettingsError: the office's own style cannot be used.
    """
    locale = inherited(tag, "locale")
    if read_table(tag, "locale").get("abstract", False):
        raise UnknownNameError(say("locale"), tag, locale_tags())
    name = style or locale["style"]
    return Language(tag, locale["family"], style_table(tag, name, office), name)
