"""People and organizations: names per language, posts in rank order, memberships."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from eventrecord.message import say
from eventrecord.model.base import Model, OrganizationId, PersonId, PlaceId, Spelling, TermId, Url
from eventrecord.model.source import Fact
from eventrecord.model.span import Period
from eventrecord.model.text import Prose, State, Tag, Text

__all__ = [
    "Contact",
    "Membership",
    "NameOrder",
    "Organization",
    "Person",
    "PersonName",
    "Post",
    "Romanization",
    "is_transliterated",
]

NameOrder = Literal["family-first", "given-first"]
_DOTS = frozenset("·•・‧∙")
"""What may stand between the parts of a foreigner's name in characters: 约翰·史密斯, 約翰‧史密斯."""


class Romanization(StrEnum):
    """By which system a Latin name was made from characters."""

    PINYIN = "pinyin"
    """Hanyu Pinyin: checked against the characters, as is a name of which nothing is said."""
    HONG_KONG = "hong-kong"
    """From Cantonese: only the places of family and given name are checked."""
    TAIWAN = "taiwan"
    """Wade-Giles and others: the same."""
    SINGAPORE = "singapore"
    """From the languages spoken there: the same."""
    OWN = "own"
    """The person's own spelling and order, or one made from another language: nothing is checked."""


class PersonName(Model):
    """A personal name in one language, in its parts."""

    family: str | None = None
    """Family name."""
    given: str | None = None
    """Given name."""
    order: NameOrder | None = None
    """Which part is written first; else the house style decides for Chinese names, others are given-first."""
    alias: str | None = None
    """Another name in use, written in front: the Peter of Peter Chan Tai-man."""
    honorific: str | None = None
    """Mr, Dr, Professor, as the person is addressed; never inferred."""
    romanization: Romanization | None = None
    """System of a Latin name made from characters: pinyin (as where nothing is said), hong-kong, taiwan,
    singapore; own, where the spelling is the person's. Only pinyin is checked against the characters."""
    state: State = State.HOUSE
    """official, house (the default), unverified."""

    @model_validator(mode="after")
    def _named(self) -> Self:
        if not (self.family or self.given):
            raise ValueError(say("a name needs `family`, `given` or both"))
        return self


def is_transliterated(name: str | PersonName) -> bool:
    """Whether a name in characters is a foreigner's: given name first, and a dot between the parts."""
    return name.order == "given-first" if isinstance(name, PersonName) else not _DOTS.isdisjoint(name)


class Post(Fact):
    """An office somebody holds: the title, and where."""

    title: Text
    """The title without the organization: vice mayor; 副市长."""
    plural: Text | None = None
    """The title of several who hold it, where the language has a plural: vice mayors."""
    organization: OrganizationId | None = None
    """Where it is held."""
    held: Period | None = None
    """From when to when."""


class Membership(Fact):
    """Belonging to a body as something: academician of an academy."""

    organization: OrganizationId
    """The body."""
    as_: Annotated[TermId, Field(alias="as")]
    """Id of the term for what members are called: academician."""
    since: Period | None = None
    """Since when, or from when to when."""


class Person(Fact):
    """Somebody, with names per language and posts in rank order."""

    name: Annotated[
        dict[Tag, Annotated[str | PersonName, Field(union_mode="left_to_right")]], Field(min_length=1)
    ]
    """Name per language: in parts, or whole where the parts are not known."""
    posts: list[Post] = []
    """Posts, highest first: the order is rank."""
    memberships: list[Membership] = []
    """Academies and other bodies."""
    url: Url | None = None
    """A page about the person."""
    same_as: list[Url] = []
    """Pages that say who it is: Wikidata, ORCID."""


class Organization(Fact):
    """A body: government, company, institute, party committee."""

    name: Text
    """Full name."""
    short_name: Text | None = None
    """Shorter name for later mentions: the commission; 市经信委."""
    abbreviation: Text | None = None
    """Letters it goes by: CAS."""
    in_posts: Text | None = None
    """How posts call it: 上海市委; in English with its article: the CPC Shanghai Municipal Committee."""
    article: bool = False
    """Whether the English name takes "the": the Chinese Academy of Sciences."""
    part_of: OrganizationId | None = None
    """The larger body it belongs to."""
    place: PlaceId | None = None
    """Where it is."""
    about: Prose | None = None
    """A paragraph about it for the end of releases (boilerplate)."""
    url: Url | None = None
    """Its own page."""
    same_as: list[Url] = []
    """Pages that say what it is: Wikidata."""


class Contact(Model):
    """Whom the press may ask."""

    person: PersonId | None = None
    """The person, if the record knows them."""
    organization: OrganizationId | None = None
    """The office."""
    name: Text | None = None
    """A name or a desk, where it is no person of the record: press office."""
    phone: Annotated[str, Spelling(r"^\+?[0-9 ()./-]{3,40}$")] | None = None
    """Telephone number with the country's code."""
    email: Annotated[str, Spelling(r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$", 254)] | None = None
    """Electronic mail."""
    url: Url | None = None
    """A page to write to."""
    locales: list[Tag] = []
    """Only for editions in these languages; empty: for all."""

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not (self.phone or self.email or self.url):
            raise ValueError(say("a contact needs a `phone`, an `email` or a `url`"))
        return self
