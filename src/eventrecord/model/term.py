"""Terms of the record: what one concept is called in each language."""

from __future__ import annotations

from eventrecord.model.base import Url
from eventrecord.model.source import Fact
from eventrecord.model.text import Text

__all__ = ["Term"]


class Term(Fact):
    """A concept and its preferred term per language; overrides the terminology base."""

    name: Text
    """The preferred term."""
    short_name: Text | None = None
    """Shorter form for later mentions."""
    plural: Text | None = None
    """Plural form, where the language has one."""
    admitted: list[Text] = []
    """Other terms that may be used."""
    forbidden: list[Text] = []
    """Terms that may not be used."""
    definition: Text | None = None
    """What it means."""
    url: Url | None = None
    """A page that defines it."""
