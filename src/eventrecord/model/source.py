"""Where facts come from, and how firm they are."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from eventrecord.model.base import Model, SourceId, Spelling, Url
from eventrecord.model.span import Moment
from eventrecord.model.text import Tag, Text

__all__ = ["Citation", "Conflict", "Fact", "Source", "Sourcing", "Standing", "is_printed"]


class Standing(StrEnum):
    """How firm a fact is."""

    CONFIRMED = "confirmed"
    """Known by the office, or read in independent sources."""
    REPORTED = "reported"
    """Told by one source."""
    DISPUTED = "disputed"
    """Sources disagree; `conflicts` says how."""
    INFERRED = "inferred"
    """Concluded, not told by anybody: kept in the record, never printed."""


class Source(Model):
    """A document or a person that facts come from."""

    title: Text
    """Its title."""
    publisher: Text | None = None
    """Who published it."""
    url: Url | None = None
    """Where it can be read."""
    published: Moment | None = None
    """When it was published."""
    retrieved: Moment | None = None
    """When it was last read."""
    language: Tag | None = None
    """Language of the document."""
    medium: str | None = None
    """What it is when it is no web page: telephone call, organizer's sheet, mail."""
    confirmed_by: str | None = None
    """Who in this office checked it, or who told it."""
    sha256: Annotated[str, Spelling(r"^[0-9a-f]{64}$")] | None = None
    """SHA-256 of the kept copy."""
    note: str | None = None
    """For colleagues; never printed."""


class Citation(Model):
    """A place in a source that states a fact."""

    source: SourceId
    """Id of the source."""
    excerpt: Annotated[str, StringConstraints(min_length=1, max_length=300)] | None = None
    """The few words of the source that state it, letter by letter."""


Cites = list[Annotated[SourceId | Citation, Field(union_mode="left_to_right")]]


class Conflict(Model):
    """What another source says instead."""

    source: SourceId
    """Id of the source that disagrees."""
    excerpt: str | None = None
    """Its words."""
    note: str | None = None
    """How the office reads the disagreement."""


class Sourcing(Model):
    """Standing and sources of one fact."""

    standing: Standing = Standing.CONFIRMED
    """confirmed (the default), reported, disputed or inferred."""
    cite: Cites = []
    """Sources that state it: ids, or citations with an excerpt."""
    conflicts: list[Conflict] = []
    """Sources that state something else."""
    note: str | None = None
    """For colleagues; never printed."""


_INFERRED = Standing.INFERRED  # asked for everything that is printed, and slow to find in its class


def is_printed(fact: "Fact", field: str) -> bool:
    """Whether a field may be printed or exported: what is only inferred may not."""
    own = fact.sourcing.get(field) if fact.sourcing else None
    return (fact if own is None else own).standing is not _INFERRED


class Fact(Sourcing):
    """Base of whatever has a standing and sources; single fields may differ from the whole."""

    sourcing: dict[str, Sourcing] = {}
    """Standing and sources of single fields, by the field's name."""
