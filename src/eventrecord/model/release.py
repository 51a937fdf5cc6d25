"""Releases: what the office publishes about the event, block by block."""

from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from eventrecord.message import joined, say
from eventrecord.model.agent import Contact
from eventrecord.model.base import EventId, FigureId, Id, ImageId, Model, OrganizationId, PlaceId, QuotationId
from eventrecord.model.source import Fact
from eventrecord.model.span import Moment, TimeZone
from eventrecord.model.text import Prose, Tag, Text

__all__ = ["COMPOSED", "Block", "Release", "ReleaseKind", "Topic"]

Topic = Literal[
    "lead",
    "attendance",
    "theme",
    "programme",
    "awards",
    "figures",
    "quotation",
    "image",
    "dates",
    "organizations",
    "about",
    "other",
]


class ReleaseKind(StrEnum):
    """What sort of text it is."""

    ADVISORY = "advisory"
    """Told before the event, so that the press may come."""
    RELEASE = "release"
    """The press release of the issuer."""
    CORRECTION = "correction"
    """Puts an earlier release right."""
    COMPILATION = "compilation"
    """Set from published sources by somebody who is not the issuer: says so, has no issuer and no contact."""


class Block(Model):
    """A part of a release: composed from facts, or written by the office. Exactly one of the sorts."""

    lead: EventId | None = None
    """Composed: the event took place, who of rank attended."""
    attendance: EventId | None = None
    """Composed: those invited, expected, present."""
    theme: EventId | None = None
    """Composed: theme and aims."""
    programme: EventId | None = None
    """Composed: counts, strands and highlights, or the sessions."""
    awards: EventId | None = None
    """Composed: awards announced or presented."""
    figures: list[FigureId] | None = None
    """Composed: figures by name, one line each."""
    dates: EventId | None = None
    """Composed: from when to when, and how long."""
    organizations: EventId | None = None
    """Composed: hosts, organizers and the others, a line per role."""
    about: OrganizationId | None = None
    """Composed: the organization's own paragraph."""
    quotation: QuotationId | None = None
    """Composed: the words and who spoke them."""
    image: ImageId | None = None
    """Composed: caption and credit."""
    text: Prose | None = None
    """Written by the office, one wording per language, with slots for facts."""

    id: Id | None = None
    """Id of a written block, for messages and translators."""
    verb: Literal["open", "hold", "close", "launch", "release"] = "hold"
    """For a lead: what happened to the event; release is for a report or an index."""
    topic: Topic | None = None
    """What a written block is about, for house styles that order by topic."""
    continues: bool = False
    """Whether a written block goes on in the paragraph before it."""
    omit: dict[Tag, str] = {}
    """Editions that leave this block out on purpose, and why."""

    @model_validator(mode="after")
    def _one_sort(self) -> Self:
        given = [name for name in (*COMPOSED, "text") if getattr(self, name) is not None]
        if len(given) != 1:
            said = "none" if not given else " and ".join(given)
            raise ValueError(
                say(
                    "a block is one of {names} or text; this one has {said}",
                    names=joined(COMPOSED, say(", ")),
                    said=said,
                )
            )
        return self

    @property
    def sort(self) -> str:
        """Which of the sorts it is: lead, attendance, ..., text."""
        return next(name for name in (*COMPOSED, "text") if getattr(self, name) is not None)


COMPOSED = (
    "lead",
    "attendance",
    "theme",
    "programme",
    "awards",
    "figures",
    "dates",
    "organizations",
    "about",
    "quotation",
    "image",
)


class Release(Fact):
    """One text for the press, in every language of the record."""

    id: Id
    """Id within the record: opening."""
    kind: ReleaseKind = ReleaseKind.RELEASE
    """advisory, release (the default), correction, or compilation."""
    corrects: Id | None = None
    """The release that a correction puts right."""
    issuer: OrganizationId | None = None
    """Who issues it."""
    issued: Moment | None = None
    """When it is issued."""
    place: PlaceId | None = None
    """Where it is issued from, for the dateline; without it there is none."""
    embargo: Moment | None = None
    """Not to be published before."""
    time_zone: TimeZone | None = None
    """IANA zone of `issued` and `embargo`; else the event's."""
    contacts: list[Contact] = []
    """Whom the press may ask."""
    locales: list[Tag] = []
    """Editions of this release; empty: all of the record."""
    style: dict[Tag, Id] = {}
    """House style per language; else the locale's own."""
    stand_ins: bool = False
    """Whether the issuer agrees that other languages' wordings stand in, where the house style refuses."""
    headline: Prose
    """Headline."""
    subheadline: Prose | None = None
    """Second headline."""
    body: list[Block] = Field(min_length=1)
    """The blocks, in order."""
    end_note: Text | None = None
    """A note for editors after the end."""

    @model_validator(mode="after")
    def _dated_and_told(self) -> Self:
        for name in ("issued", "embargo"):
            moment: Moment | None = getattr(self, name)
            if moment is not None and moment.precision not in ("day", "minute"):
                raise ValueError(
                    say(
                        "`{name}` is a day, or a day and time: {moment} is less than that",
                        name=name,
                        moment=moment,
                    )
                )
        if (self.corrects is not None) != (self.kind is ReleaseKind.CORRECTION):
            raise ValueError(
                say("a correction, and only a correction, says in `corrects` which release it puts right")
            )
        return self
