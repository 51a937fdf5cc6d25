"""Events and their sub-events: week, summit, forum, session."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from eventrecord.message import say
from eventrecord.model.base import (
    AwardId,
    EventId,
    FigureId,
    Id,
    ImageId,
    Model,
    PlaceId,
    QuotationId,
    TermId,
    Url,
)
from eventrecord.model.participation import Involvement, Participation
from eventrecord.model.source import Fact
from eventrecord.model.span import Duration, Moment, TimeZone
from eventrecord.model.text import Prose, Text

__all__ = [
    "AttendanceMode",
    "CalendarEntry",
    "Change",
    "Event",
    "EventKind",
    "Programme",
    "Registration",
    "Status",
]


class EventKind(StrEnum):
    """What sort of event it is."""

    SERIES = "series"
    """Several events under one name: a week, a season."""
    CONFERENCE = "conference"
    SUMMIT = "summit"
    FORUM = "forum"
    SESSION = "session"
    CEREMONY = "ceremony"
    EXHIBITION = "exhibition"
    FESTIVAL = "festival"
    TRAINING = "training"
    COMPETITION = "competition"
    OTHER = "other"


class Status(StrEnum):
    """schema.org EventStatusType."""

    SCHEDULED = "scheduled"
    POSTPONED = "postponed"
    """Put off, new date not known."""
    RESCHEDULED = "rescheduled"
    """Moved to the date given now."""
    CANCELLED = "cancelled"
    MOVED_ONLINE = "moved-online"


class AttendanceMode(StrEnum):
    """schema.org EventAttendanceModeEnumeration."""

    OFFLINE = "offline"
    ONLINE = "online"
    MIXED = "mixed"


class Change(Fact):
    """Something about the event that changed after it was published."""

    at: Moment
    """When the change was made known."""
    status: Status
    """What the event became: postponed, rescheduled, cancelled, moved-online, scheduled."""
    previous_start: Moment | None = None
    """The start before the change."""
    previous_end: Moment | None = None
    """The end before the change."""
    previous_place: PlaceId | None = None
    """The place before the change."""
    reason: Prose | None = None
    """Why: a sentence in English, a clause in Chinese: A typhoon is expected. 因台风影响。"""


class Registration(Model):
    """How to take part."""

    url: Url | None = None
    """Where to register."""
    opens: Moment | None = None
    """First day."""
    closes: Moment | None = None
    """Last day."""
    free: bool | None = None
    """Whether it costs nothing; unknown unless said."""
    note: Prose | None = None
    """Anything else: by invitation, seats limited."""


class CalendarEntry(Model):
    """How calendars know an event that they had before this record: they take what has its UID for it."""

    uid: Annotated[
        str,
        StringConstraints(
            pattern=r"^[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?$", max_length=255
        ),
    ]
    """The UID of its entry there (RFC 5545), letter for letter."""
    sequence: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    """The SEQUENCE of its entry there; changes listed here are counted on from it."""


class Programme(Fact):
    """What the event offers, where that is told in sum rather than session by session."""

    counts: list[FigureId] = []
    """Figures such as 25 forums."""
    strands: list[Text] = []
    """Lines of the programme."""
    highlights: list[Prose] = []
    """What will be done, one verb phrase each: show new robots; 展示新型机器人."""


class AwardGiving(Fact):
    """An award in an event, and what was done with it there."""

    award: AwardId
    """The award."""
    did: Annotated[str, Field(pattern=r"^(announced|presented|launched)$")]
    """announced (made public), presented (handed over) or launched (opened for entries)."""


class Event(Fact):
    """An event, with its own name, dates, theme and counts: a parent's are not the child's."""

    id: Id
    """Id within the record: summit, main-forum."""
    kind: EventKind = EventKind.OTHER
    """What sort of event: series, conference, summit, forum, session, ceremony, exhibition ..."""
    name: Text
    """Full name."""
    short_name: Text | None = None
    """Name for later mentions, without article: forum; 论坛."""
    ordinal: Annotated[int, Field(ge=1, le=999)] | None = None
    """Which one it is: 2 for the second."""
    part_of: EventId | None = None
    """Parent event in another record: the id of that record, or record/event."""
    theme: Text | None = None
    """Its theme or slogan."""
    brand: TermId | None = None
    """The name it promotes: Zhangjiang Medicine Valley."""
    aims: list[Prose] = []
    """What it is for, one verb phrase each: raise the brand's standing; 打响品牌."""
    description: Prose | None = None
    """What it is, in a few sentences, for calendars and web data."""

    start: Moment | None = None
    """First day, or beginning with time of day; left out when not known."""
    end: Moment | None = None
    """Last day (included), or end with time of day."""
    duration: Duration | None = None
    """How long it lasts, also where the start is not known."""
    time_zone: TimeZone | None = None
    """IANA zone of its times: Asia/Shanghai; inherited by sub-events."""
    status: Status = Status.SCHEDULED
    """scheduled (the default), postponed, rescheduled, cancelled, moved-online."""
    changes: list[Change] = []
    """What changed since it was first published, oldest first."""

    attendance_mode: AttendanceMode | None = None
    """offline, online or mixed."""
    place: PlaceId | None = None
    """Where it is held."""
    room: Text | None = None
    """Room or hall within the place."""
    url: Url | None = None
    """Its page."""
    registration: Registration | None = None
    """How to take part."""
    calendar_entry: CalendarEntry | None = None
    """Its entry in calendars published before this record, so that subscribers get no second one."""

    organizations: list[Involvement] = []
    """Who is behind it, by role, in the order to print."""
    participants: list[Participation] = []
    """Who takes part, in rank order."""
    programme: Programme | None = None
    """What it offers in sum."""
    awards: list[AwardGiving] = []
    """Awards announced or presented at it."""
    figures: list[FigureId] = []
    """Figures made known at it, or about it."""
    quotations: list[QuotationId] = []
    """Words spoken at it."""
    images: list[ImageId] = []
    """Pictures of it."""
    keywords: list[TermId] = []
    """Terms that it is about."""
    sub_events: list["Event"] = []
    """Its parts, in programme order."""

    @model_validator(mode="after")
    def _status_told(self) -> Self:
        if self.status in (Status.RESCHEDULED, Status.CANCELLED, Status.POSTPONED) and not self.changes:
            raise ValueError(
                say(
                    "an event that is {status} says in `changes` when that was made known: "
                    "`changes: [{{status: {written}, at: 2022-11-15}}]`",
                    status=self.status,
                    written=self.status.value,
                )
            )
        return self

    def last_day(self) -> date | None:
        """The last day: of its end, else of its duration, else of its start; None where nothing is known."""
        if self.end is not None:
            return self.end.last_day()
        if self.start is None:
            return None
        days = self.duration.weeks * 7 + self.duration.days if self.duration else 0
        exact = self.start.precision in ("day", "minute")
        return self.start.day + timedelta(days=days - 1) if days and exact else self.start.last_day()

    def walk(self) -> Iterator["Event"]:
        """This event and all below it, parents first, in programme order."""
        yield self
        for child in self.sub_events:
            yield from child.walk()
