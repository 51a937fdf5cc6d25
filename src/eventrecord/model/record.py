"""The record: everything that is known and published about one event."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

from eventrecord.model.agent import Organization, Person
from eventrecord.model.award import Award
from eventrecord.model.base import Id, Model
from eventrecord.model.event import Event
from eventrecord.model.figure import Figure
from eventrecord.model.media import Image, Quotation
from eventrecord.model.place import Place
from eventrecord.model.relation import qualified
from eventrecord.model.release import Release
from eventrecord.model.source import Source
from eventrecord.model.span import Moment
from eventrecord.model.term import Term
from eventrecord.model.text import Tag

__all__ = ["COLLECTIONS", "FORMAT", "Record", "Revision"]

FORMAT = "eventrecord/1"
COLLECTIONS = (
    "sources",
    "people",
    "organizations",
    "places",
    "terms",
    "figures",
    "awards",
    "quotations",
    "images",
)


class Revision(Model):
    """Which state of the record this is; calendars and web data take their time stamps from it."""

    number: Annotated[int, Field(ge=1)]
    """1 at first, higher with every published change."""
    at: Moment
    """When this state was made: a date, or a time with its offset."""


class Record(Model):
    """One record of one event and all that belongs to it."""

    format: Literal["eventrecord/1"]
    """Version of this format."""
    id: Id
    """Name of the record and of its files."""
    revision: Revision
    """State of the record."""
    locales: Annotated[list[Tag], Field(min_length=1)]
    """Languages to publish in, BCP 47."""
    derive: dict[Tag, Tag] = {"zh-Hant-TW": "zh-Hans", "zh-Hant-HK": "zh-Hans"}
    """Which Chinese wording may be made from which other, where it has none of its own."""
    fictional: bool = False
    """Made up, for teaching and tests; editions say so."""
    note: str | None = None
    """For colleagues; never printed."""

    sources: dict[Id, Source] = {}
    """Documents and people that facts come from."""
    people: dict[Id, Person] = {}
    """People."""
    organizations: dict[Id, Organization] = {}
    """Organizations."""
    places: dict[Id, Place] = {}
    """Places."""
    terms: dict[Id, Term] = {}
    """Names and terms, over the terminology base."""
    figures: dict[Id, Figure] = {}
    """Figures."""
    awards: dict[Id, Award] = {}
    """Awards."""
    quotations: dict[Id, Quotation] = {}
    """Quotations."""
    images: dict[Id, Image] = {}
    """Images."""
    event: Event
    """The event, with its parts."""
    releases: list[Release] = []
    """What is published about it."""

    _related: Mapping[str, "Record"] = PrivateAttr(default_factory=dict)

    @property
    def related(self) -> Mapping[str, "Record"]:
        """Other records that this one builds on, by id: the week that the summit is part of."""
        return self._related

    def with_related(self, records: Mapping[str, "Record"]) -> "Record":
        """The same record, able to look into `records`; what refers to entries there begins with their id."""
        copy = self.model_copy()
        copy._related = {name: qualified(record, name, record._has) for name, record in records.items()}
        return copy

    def _has(self, kind: str, name: str) -> bool:
        return name in (self.events() if kind == "events" else getattr(self, kind, ()))

    def events(self) -> dict[str, Event]:
        """All events of this record by id, parents first; of a double id, the first."""
        found: dict[str, Event] = {}
        for event in self.event.walk():
            found.setdefault(event.id, event)
        return found

    def find(self, kind: str, reference: str) -> Any | None:
        """The entry that `reference` names: of a collection, or of `events`; None if there is none.

        `record/id` looks into a related record; a related record's id alone is its event.
        """
        owner, slash, name = reference.rpartition("/")
        record: Record | None = self.related.get(owner) if slash else self
        if record is None:
            return None
        if kind != "events":
            return getattr(record, kind).get(name)
        if not slash and name in self.related and name not in self.events():
            return self.related[name].event
        return record.events().get(name)
