"""Who took part, how, and in which order: invited is not attended."""

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from eventrecord.message import say
from eventrecord.model.base import FigureId, OrganizationId, PersonId
from eventrecord.model.source import Fact
from eventrecord.model.text import Prose, Text

__all__ = ["Involvement", "Modality", "Participation", "Role"]


class Modality(StrEnum):
    """What is known of somebody's part in an event."""

    INVITED = "invited"
    EXPECTED = "expected"
    CONFIRMED = "confirmed"
    ATTENDED = "attended"
    SPOKE = "spoke"
    CHAIRED = "chaired"
    WITHDREW = "withdrew"


class Role(StrEnum):
    """What an organization is to an event."""

    GUIDANCE = "guidance"
    """指导单位."""
    HOST = "host"
    """主办单位."""
    CO_HOST = "co-host"
    """联合主办单位."""
    ORGANIZER = "organizer"
    """承办单位."""
    CO_ORGANIZER = "co-organizer"
    """协办单位."""
    SUPPORTER = "supporter"
    """支持单位."""
    SPONSOR = "sponsor"
    """赞助单位."""
    MEDIA = "media"
    """媒体支持."""


class Participation(Fact):
    """People in an event: one, a list in rank order, a group without names, or a number of them."""

    person: PersonId | None = None
    """One person."""
    people: list[PersonId] = []
    """Several, in rank order: never regrouped."""
    group: Prose | None = None
    """People who are not named: guests from the technology sector."""
    figure: FigureId | None = None
    """A number of people."""
    did: list[Modality]
    """invited, expected, confirmed, attended, spoke, chaired, withdrew."""
    complete: bool = True
    """Whether `people` are all of them; an open list ends in 等, "among them"."""
    collective: Text | None = None
    """What the people of a list are together, after the list: 两院院士."""
    topic: Text | None = None
    """Title of the talk."""

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        given = [bool(self.person), bool(self.people), self.group is not None, bool(self.figure)]
        if sum(given) != 1:
            raise ValueError(say("a participation names one of `person`, `people`, `group` or `figure`"))
        if not self.did:
            raise ValueError(say("a participation says what they did: invited, attended, spoke ..."))
        return self


class Involvement(Fact):
    """Organizations behind an event, in one role."""

    role: Role
    """guidance, host, co-host, organizer, co-organizer, supporter, sponsor or media."""
    organizations: list[OrganizationId]
    """Who, in the order to print."""
    complete: bool = True
    """Whether these are all of them."""
