"""Places: halls, parks, cities, and where they are."""

from typing import Annotated

from pydantic import Field

from eventrecord.model.base import Model, PlaceId, Spelling, Url
from eventrecord.model.source import Fact
from eventrecord.model.text import Text

__all__ = ["Address", "Coordinates", "Place"]


class Address(Model):
    """A postal address (schema.org PostalAddress)."""

    street: Text | None = None
    """Street and number."""
    locality: Text | None = None
    """Town or district."""
    region: Text | None = None
    """Province, state or municipality."""
    postal_code: str | None = None
    """Postal code."""
    country: Annotated[str, Spelling(r"^[A-Z]{2}$")]
    """Country or territory, ISO 3166-1 alpha-2: CN, HK."""


class Coordinates(Model):
    """Where on the globe (WGS 84)."""

    latitude: Annotated[float, Field(ge=-90, le=90)]
    """Degrees north."""
    longitude: Annotated[float, Field(ge=-180, le=180)]
    """Degrees east."""


class Place(Fact):
    """A place that events happen at, or releases are issued from."""

    name: Text
    """Its name."""
    short_name: Text | None = None
    """Shorter name for later mentions."""
    article: bool = False
    """Whether the English name takes "the": the Science Hall."""
    within: PlaceId | None = None
    """The larger place it is in: the hall's city."""
    address: Address | None = None
    """Postal address."""
    coordinates: Coordinates | None = None
    """Position on the map."""
    url: Url | None = None
    """Its own page."""
    same_as: list[Url] = []
    """Pages that say what it is: Wikidata, an encyclopedia."""
