"""Terms of the record: what one concept is called in each language."""

from eventrecord.model.base import Id, Model, Url
from eventrecord.model.source import Fact
from eventrecord.model.span import Moment
from eventrecord.model.text import Text

__all__ = ["EarlierTerm", "Term"]


class EarlierTerm(Model):
    """What a concept was called at another time; editions of that time print it."""

    name: Text
    """The term of that time."""
    valid_from: Moment | None = None
    """First day, month or year in which it was in use."""
    valid_to: Moment | None = None
    """Last day, month or year in which it was in use."""


class Term(Fact):
    """A concept and its preferred term per language; overrides the terminology base."""

    name: Text
    """The preferred term."""
    short_name: Text | None = None
    """Shorter form for later mentions."""
    abbreviation: Text | None = None
    """Letters it goes by: GBA."""
    plural: Text | None = None
    """Plural form, where the language has one."""
    domain: Id | None = None
    """Field it belongs to, as the files of the terminology base are named: places, biopharma."""
    fixed_case: bool = False
    """Whether capitals and small letters always stay as they are written: mRNA, iGEM."""
    convert: bool = True
    """Whether its Chinese may be converted to the other script; else both scripts write it as it stands."""
    admitted: list[Text] = []
    """Other terms that may be used."""
    deprecated: list[Text] = []
    """Terms that should no longer be used."""
    forbidden: list[Text] = []
    """Terms that may not be used."""
    valid_from: Moment | None = None
    """First day, month or year in which the preferred term holds."""
    valid_to: Moment | None = None
    """Last day, month or year in which it holds."""
    earlier: list[EarlierTerm] = []
    """What it was called at other times."""
    definition: Text | None = None
    """What it means."""
    url: Url | None = None
    """A page that defines it."""
